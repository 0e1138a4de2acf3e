"""How the shop sells: Oscar's settings, and what of ours stands beside them."""

import os

from oscar.defaults import *  # noqa: F403

from .environment import env

OSCAR_ALLOW_ANON_CHECKOUT = True
OSCAR_ALLOW_ANON_REVIEWS = False
OSCAR_MODERATE_REVIEWS = True
OSCAR_EAGER_ALERTS = False
OSCAR_SAVE_SENT_EMAILS_TO_DB = False
OSCAR_SEND_REGISTRATION_EMAIL = False
OSCAR_MAX_BASKET_QUANTITY_THRESHOLD = 500
OSCAR_DELETE_IMAGE_FILES = False
OSCAR_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", default="hola@localhost")
OSCAR_REQUIRED_ADDRESS_FIELDS = ()

# The fulfilment states. An order is `pending` until its payment is settled (docs/decisions).
OSCAR_INITIAL_ORDER_STATUS = "pending"
OSCAR_INITIAL_LINE_STATUS = "pending"
OSCAR_ORDER_STATUS_PIPELINE = {
    "pending": ("confirmed", "expired", "cancelled"),
    "confirmed": ("preparing", "cancelled"),
    "preparing": ("partly_shipped", "shipped", "cancelled"),
    "partly_shipped": ("shipped",),
    "shipped": ("delivered",),
    "delivered": (),
    # Money that comes after expiry revives the order while there is stock.
    "expired": ("confirmed", "cancelled"),
    "cancelled": (),
}
VITRINA_GATEWAYS = [
    "commerce.gateways.providers.mercadopago.gateway.MercadoPagoGateway",
    "commerce.gateways.providers.stripe.gateway.StripeGateway",
    "commerce.gateways.providers.transfer.BankTransferGateway",
    "commerce.gateways.providers.cash_on_delivery.CashOnDeliveryGateway",
]
VITRINA_DEMO_GATEWAY = False
# Keys of payment providers; a market's own end with its code (commerce/gateways/credentials.py).
GATEWAY_CREDENTIALS = {
    name: value
    for name, value in os.environ.items()
    if name.startswith(("STRIPE_", "MERCADOPAGO_"))
}
# The demo company's passwords are public: only where DEBUG is on, or this says so.
VITRINA_DEMO_COMPANY = env.bool("VITRINA_DEMO_COMPANY", default=False)
