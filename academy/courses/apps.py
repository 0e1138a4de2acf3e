from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    name = "academy.courses"
    label = "courses"
    verbose_name = _("Courses")

    def ready(self):
        from people import roles

        from . import receivers  # noqa: F401
        from .roles import register

        register()
        roles.register_rights("Marketer", "courses.*")
