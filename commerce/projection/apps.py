from django.apps import AppConfig


class ProjectionConfig(AppConfig):
    """Builds the listings. It has no table of its own: what it writes is ``commerce.listings``."""

    name = "commerce.projection"
    label = "projection"

    def ready(self):
        from . import receivers  # noqa: F401
