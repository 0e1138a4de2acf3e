from wagtail.snippets.models import register_snippet

from .viewsets import VIEWSETS

# Registered as snippets, not as admin view sets: texts of products are snippets, and Wagtail has to
# know that early.
for viewset in VIEWSETS:
    register_snippet(viewset)
