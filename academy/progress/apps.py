from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgressConfig(AppConfig):
    name = "academy.progress"
    label = "progress"
    verbose_name = _("Learners")

    def ready(self):
        from academy.evaluations.gates import register_gate
        from people import portal
        from people import privacy as people_privacy

        from . import privacy, receivers  # noqa: F401
        from .evaluations import enrolled_may_take
        from .services import TILE

        portal.register_group(portal.Group(key="learning", label=_("Academy"), order=50))
        portal.register_tile(
            portal.Tile(
                key=TILE,
                label=_("My courses"),
                url_name="my_courses",
                icon="document",
                order=35,
                group="learning",
                count=lambda person: person.enrolments.open().count(),
            )
        )
        register_gate(enrolled_may_take)
        people_privacy.register_exporter("courses", privacy.courses_of)
        people_privacy.register_eraser(
            "courses", privacy.forget_courses, locks=privacy.lock_courses
        )
