"""Pages of ours that other areas link to (``cms.doors``)."""

from cms import routing
from markets.lookup import default_language

from .models import ContactPage


def contact_path(language: str) -> str:
    """Where people write to the company: the first contact page in the language, or of the
    language that stands in for it; "" where there is none."""
    pages = ContactPage.objects.live().select_related("locale").order_by("path")
    found = {page.locale.language_code: page for page in reversed(pages)}
    page = found.get(language) or found.get(default_language())
    return routing.page_path(page) if page else ""
