from oscar.apps.checkout.apps import CheckoutConfig as OscarCheckoutConfig


class CheckoutConfig(OscarCheckoutConfig):
    name = "commerce.checkout"

    def ready(self):
        # Not Oscar's ``ready``: it loads views that have no pages here.
        from commerce.cart import page_parts
        from commerce.orders.signals import order_confirmed, order_released

        from .gate import gate_choices
        from .limits import forget_who_placed

        for settled in (order_confirmed, order_released):
            settled.connect(forget_who_placed, dispatch_uid="forget_who_placed")
        page_parts.register_part("gate", gate_choices)
