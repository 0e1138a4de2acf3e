"""Pictures of a product: a real inline formset, since photos hang on a ParentalKey."""

from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList

from commerce.backoffice.categories import reader_language
from commerce.copy.models import OptionCopy

Product = get_model("catalogue", "Product")
AttributeOption = get_model("catalogue", "AttributeOption")


class PhotosForm(WagtailAdminModelForm):
    """Only the photos: nothing of the product itself is validated or written here."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", _("Every variant")), *option_choices(self.instance)]
        formset = self.formsets["photos"]
        # Every form of the formset, the empty one of the template included.
        formset.form = type(
            "ProductPhotoForm", (formset.form,), {"__init__": _offering(formset.form, choices)}
        )

    def _post_clean(self):
        pass


def _offering(base, choices):
    def __init__(self, *args, **kwargs):
        base.__init__(self, *args, **kwargs)
        self.fields["option"].choices = choices

    return __init__


def option_choices(product) -> list[tuple[int, str]]:
    """Options that may tell this product's pictures apart."""
    names = OptionCopy.objects.by_subject(reader_language())
    options = (
        AttributeOption.objects.filter(
            group__product_attributes__product_class=product.product_class_id,
            group__product_attributes__type="option",
        )
        .distinct()
        .order_by("group", "pk")
    )
    return [(option.pk, str(names.get(option.pk) or option.option)) for option in options]


def photos_panel():
    """The panel that renders and orders the pictures, bound to the product."""
    return ObjectList(
        [
            InlinePanel(
                "photos",
                panels=[FieldPanel("image"), FieldPanel("option")],
                heading=_("Pictures"),
                label=_("picture"),
            )
        ],
        base_form_class=PhotosForm,
    ).bind_to_model(Product)
