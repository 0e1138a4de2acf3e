from django.apps import AppConfig


class CompanyConfig(AppConfig):
    name = "our_company"

    def ready(self):
        from background.health import register_health_check
        from cms.addresses import link_targets, sitemaps
        from cms.back_office.start_page import register_panel
        from cms.content.blocks.pages import register_block
        from commerce.catalogue.boards import product_panels
        from commerce.delivery import kinds as delivery_kinds
        from commerce.labels import kinds as label_kinds
        from commerce.orders import carriers
        from commerce.orders.boards import own_order_panels
        from people import audiences, mails, naming, overview, portal, privacy, roles
        from people.code_purposes import register_purpose
        from replicated.attribution import reasons

        from . import account, models, programme
        from .attribution import MetAtAnEvening
        from .audiences import GUESTS
        from .blocks import EveningBlock
        from .carriers import Bicycles
        from .codes import GUEST_LIST
        from .delivery import PickUpInStore
        from .evenings import COMMUNITY, EVENINGS
        from .health import old_guests
        from .labels import Outlet
        from .panel import NewSellersPanel
        from .parts import BEFORE, SOON
        from .thanks import THANKS

        roles.register_role(roles.Role(group="Event team", label="Event team", order=45))
        roles.register_rights("Event team", roles.ADMIN, "our_company.*", "-our_company.delete_*")
        roles.register_rights("Order desk", "our_company.view_guest")

        label_kinds.register_label_kind(Outlet())
        delivery_kinds.register_delivery_kind(PickUpInStore())
        carriers.register_carrier(Bicycles())
        carriers.register_carrier(
            carriers.Carrier("Envía", tracking_link="https://envia.example/?guide={number}")
        )
        reasons.register_reason(MetAtAnEvening())
        mails.register_mail(THANKS)
        register_purpose(GUEST_LIST)

        audiences.register_audience(GUESTS)
        portal.register_group(COMMUNITY)
        portal.register_tile(EVENINGS)
        overview.register_reminder("evenings", account.invitations)
        naming.register_check(account.refuse_our_team)
        privacy.register_exporter("evenings", models.evenings_of)
        privacy.register_eraser("evenings", models.forget_evenings)

        link_targets.register_targets(programme.PROGRAMME)
        sitemaps.register_entries(programme.sitemap_entries)
        register_block("evening", EveningBlock(), pages=["company", "influencer"])
        product_panels.register(SOON)
        own_order_panels.register(BEFORE)
        register_panel(NewSellersPanel)
        register_health_check("guests", old_guests)
