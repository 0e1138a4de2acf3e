from django.apps import AppConfig


class ProjectionConfig(AppConfig):
    """Builds listings. It has no tables of its own: it writes those of ``commerce.listings``."""

    name = "commerce.projection"
    label = "projection"

    def ready(self):
        from . import receivers  # noqa: F401
