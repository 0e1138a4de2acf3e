from wagtail.snippets.models import register_snippet

from .viewsets import CatalogueGroup

# As snippets, not as an admin view set: words are snippets, and only this call is early enough
# for Wagtail to know them as such.
register_snippet(CatalogueGroup)
