from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvaluationsConfig(AppConfig):
    name = "academy.evaluations"
    label = "evaluations"
    verbose_name = _("Evaluations")

    def ready(self):
        from cms.back_office import start_page
        from people import privacy as people_privacy
        from people import roles

        from . import privacy
        from .desk.attempts import answers_to_grade, may_grade
        from .kinds import register_question_kind
        from .own_kinds import KINDS

        for kind in KINDS:
            register_question_kind(kind)
        roles.register_rights(
            "Trainer",
            roles.ADMIN,
            "evaluations.*",
            "wagtail_localize.submit_translation",
            collections=roles.IMAGES + roles.DOCUMENTS,
        )
        people_privacy.register_exporter("evaluation_attempts", privacy.attempts_of)
        people_privacy.register_eraser(
            "evaluation_attempts", privacy.forget_attempts, locks=privacy.lock_attempts
        )
        start_page.register_waiting("evaluations", answers_to_grade, is_for=may_grade, order=40)
