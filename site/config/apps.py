from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """The project itself: commands, checks and tasks that concern all of it."""

    name = "config"
    label = "vitrina"

    def ready(self):
        from . import checks, logs  # noqa: F401

        logs.configure_structlog()
