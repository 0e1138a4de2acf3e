from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoursesConfig(AppConfig):
    name = "academy.courses"
    label = "courses"
    verbose_name = _("Courses")

    def ready(self):
        from commerce.catalogue.boards import product_panels
        from people import roles

        from . import receivers  # noqa: F401
        from .product_lessons import LEARN_TO_USE_IT
        from .roles import register

        register()
        product_panels.register(LEARN_TO_USE_IT)
        roles.register_rights("Marketer", "courses.*")
