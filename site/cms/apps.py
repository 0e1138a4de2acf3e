from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Content")

    def ready(self):
        from people import privacy as people_privacy
        from people.mails import register_frame

        from . import (  # noqa: F401 - some of them connect
            announcements,
            editor_words,
            exports,
            field_display,
            moderation,
            privacy,
            receivers,
            staff_search,
            visitor,
        )
        from .mails import brand_frame

        staff_search.install()
        editor_words.install()
        field_display.install()
        exports.install()
        moderation.install()
        register_frame(brand_frame)
        visitor.contribute("announcement", announcements.for_visitor)
        people_privacy.register_exporter("form_answers", privacy.answers_of)
        people_privacy.register_eraser("form_answers", privacy.forget_answers)
