from django.apps import AppConfig


class BackofficeConfig(AppConfig):
    """The kit of the back office. It has a template, and neither screens nor tables."""

    name = "commerce.backoffice"
    label = "backoffice"
