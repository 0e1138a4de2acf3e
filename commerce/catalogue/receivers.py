"""Oscar's receivers, and those that renew the storefront's version when categories, option names,
delivery, returns or payment change: every process reads them again, and pages are invalidated."""

from django.db.models.signals import post_delete, post_save
from oscar.apps.catalogue import receivers  # noqa: F401
from oscar.core.loading import get_model

from cms.models import StorefrontVersion
from commerce.copy.models import AttributeCopy, CategoryCopy, OptionCopy
from commerce.copy.receivers import is_draft_only
from commerce.delivery.models import DeliveryMethod, DeliveryMethodCopy
from commerce.gateways.models import PaymentMethod, PaymentMethodCopy
from commerce.media.models import CategoryPhoto, OptionSwatch
from commerce.pricing.models import OptionContent

NAMED = (
    get_model("catalogue", "Category"),
    get_model("catalogue", "ProductAttribute"),
    get_model("catalogue", "AttributeOption"),
    CategoryCopy,
    AttributeCopy,
    OptionCopy,
    OptionSwatch,
    OptionContent,
    CategoryPhoto,
    DeliveryMethod,
    DeliveryMethodCopy,
    PaymentMethod,
    PaymentMethodCopy,
)


def renew(sender, raw=False, update_fields=None, **kwargs):
    if not raw and not is_draft_only(update_fields):
        StorefrontVersion.renew()


for model in NAMED:
    for signal in (post_save, post_delete):
        signal.connect(renew, sender=model, dispatch_uid=f"catalogue-renew-{model.__name__}")
