from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Content")

    def ready(self):
        from people import privacy as people_privacy
        from people.mails import register_frame, register_mail

        from .addresses import sitemaps
        from .back_office import (
            editor_words,
            exports,
            field_display,
            moderation,
            roles,
            staff_search,
        )
        from .content import (  # noqa: F401 - the receivers connect
            form_mails,
            frame_builder,
            privacy,
            receivers,
            sitemap,
        )
        from .frame import announcements, parts, site_frame
        from .frame.mails import brand_frame
        from .page_cache import slots, tier_receivers  # noqa: F401 - the receivers connect
        from .web import visitor

        roles.register()
        # Lower packages get these functions registered: they import nothing from above.
        site_frame.build_with(frame_builder.build_site_frame)
        slots.fill_with(parts.render_seller_parts)
        sitemaps.register_entries(sitemap.page_entries)
        visitor.register_part("announcement", announcements.for_visitor)

        staff_search.install()
        editor_words.install()
        field_display.install()
        exports.install()
        moderation.install()
        register_frame(brand_frame)
        register_mail(form_mails.ANSWERS)
        people_privacy.register_exporter("form_answers", privacy.answers_of)
        people_privacy.register_eraser("form_answers", privacy.forget_answers)
