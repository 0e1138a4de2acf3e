from .contact import ContactPage
from .messages import ContactMessage
from .pages import ContentPage, HomePage

__all__ = ["ContactMessage", "ContactPage", "ContentPage", "HomePage"]
