from .messages import ContactMessage
from .pages import ContactPage, ContentPage, HomePage

__all__ = ["ContactMessage", "ContactPage", "ContentPage", "HomePage"]
