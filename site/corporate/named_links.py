"""Pages of ours that other areas link to (``cms.addresses.named_links``)."""

from cms.addresses import routing
from markets.lookup import default_language, language_of

from .models import ContactPage


def contact_path(edition: str) -> str:
    """Where people write to the company: the first contact page of the market in its language, or
    of the language that stands in for it; "" where there is none."""
    pages = ContactPage.objects.live().select_related("locale").order_by("path")
    found = {page.locale.language_code: page for page in reversed(pages) if page.is_for(edition)}
    page = found.get(language_of(edition)) or found.get(default_language())
    return routing.page_path(page) if page else ""
