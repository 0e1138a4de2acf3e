from django.apps import AppConfig


class GiftWrappingConfig(AppConfig):
    name = "tests.gift_wrapping"
    label = "gift_wrapping"

    def ready(self):
        from commerce.charges import kinds
        from commerce.orders import choices

        from .charge import GiftWrappingCharge
        from .choice import GiftWrapping

        kinds.register_charge(GiftWrappingCharge())
        choices.register_choice(GiftWrapping())
