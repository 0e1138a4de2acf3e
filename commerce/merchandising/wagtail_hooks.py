from wagtail.snippets.models import register_snippet

from .viewsets import VIEWSETS

# As snippets, not as admin view sets: words are snippets, and only this call is early enough for
# Wagtail to know them as such.
for viewset in VIEWSETS:
    register_snippet(viewset)
