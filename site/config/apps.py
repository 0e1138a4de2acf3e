from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """The project itself: commands and checks that concern all of it."""

    name = "config"
    label = "vitrina"
