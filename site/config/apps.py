from django.apps import AppConfig

from . import late_words

# The first app: none of the others has been imported.
late_words.install()


class ProjectConfig(AppConfig):
    """The project itself: commands, checks and tasks that concern all of it."""

    name = "config"
    label = "vitrina"

    def ready(self):
        from . import checks, logs  # noqa: F401

        logs.configure_structlog()
