from .demo import DemoCharge, DemoRefund
from .disputes import Dispute
from .methods import PaymentMethod, PaymentMethodCopy, RefusedKeys
from .payments import GatewayEvent, Payment, Refund

__all__ = [
    "DemoCharge",
    "DemoRefund",
    "Dispute",
    "GatewayEvent",
    "Payment",
    "PaymentMethod",
    "PaymentMethodCopy",
    "Refund",
    "RefusedKeys",
]
