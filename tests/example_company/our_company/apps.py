from django.apps import AppConfig


class CompanyConfig(AppConfig):
    name = "our_company"

    def ready(self):
        from commerce.delivery import kinds as delivery_kinds
        from commerce.labels import kinds as label_kinds
        from people import privacy, roles
        from people.mails import register_mail
        from people.portal import register_tile
        from replicated.attribution import reasons

        from .attribution import MetAtAnEvening
        from .delivery import PickUpInStore
        from .evenings import EVENINGS
        from .labels import Outlet
        from .models import evenings_of, forget_evenings
        from .thanks import THANKS

        roles.register_role(roles.Role(group="Event team", label="Event team", order=45))
        roles.allow("Event team", roles.ADMIN, "our_company.*", "-our_company.delete_*")
        roles.allow("Order desk", "our_company.view_guest")

        label_kinds.register(Outlet())
        delivery_kinds.register(PickUpInStore())
        reasons.register(MetAtAnEvening())
        register_tile(EVENINGS)
        register_mail(THANKS)
        privacy.register_exporter("evenings", evenings_of)
        privacy.register_eraser("evenings", forget_evenings)
