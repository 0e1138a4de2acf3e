from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ForumConfig(AppConfig):
    name = "academy.forum"
    label = "forum"
    verbose_name = _("Forum")

    def ready(self):
        from cms.addresses import link_targets, named_links, sitemaps
        from cms.back_office import start_page
        from people import portal, roles
        from people import privacy as people_privacy

        from . import addresses, mails, mine, privacy, waiting

        roles.register_role(roles.Role(group="Moderator", label=_("Moderator"), order=46))
        roles.register_rights("Moderator", roles.ADMIN, "forum.*")
        mails.register_mails()
        portal.register_tile(mine.TILE)

        sitemaps.register_entries(addresses.sitemap_entries)
        link_targets.register_targets(addresses.FORUM)
        named_links.register_named_link("forum", addresses.forum_path)

        start_page.register_waiting("forum", waiting.to_decide, is_for=waiting.may_decide, order=32)
        people_privacy.register_exporter("forum", privacy.written_by)
        people_privacy.register_eraser("forum", privacy.forget_member)
