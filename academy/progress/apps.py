from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgressConfig(AppConfig):
    name = "academy.progress"
    label = "progress"
    verbose_name = _("Learners")

    def ready(self):
        from academy.evaluations.gates import register_gate
        from people import portal, roles
        from people import privacy as people_privacy
        from replicated.portal.team import register_seen

        from . import mails, privacy, receivers, team  # noqa: F401
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
        portal.register_tile(
            portal.Tile(
                key=team.TILE,
                label=_("My team's courses"),
                url_name="team_courses",
                icon="document",
                order=37,
                group="learning",
                permission=team.has_team,
            )
        )
        register_seen(_("which courses you take and how far you are"))
        roles.register_rights("Trainer", "progress.*")
        mails.register_mails()
        people_privacy.register_exporter("courses", privacy.courses_of)
        people_privacy.register_exporter("learning_paths", privacy.paths_of)
        people_privacy.register_eraser(
            "courses", privacy.forget_courses, locks=privacy.lock_courses
        )
