"""The form of a product's pictures: an inline formset, as pictures have a ParentalKey."""

from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList

from commerce.backoffice.categories import reader_language
from commerce.copy.models import OptionCopy

Product = get_model("catalogue", "Product")
AttributeOption = get_model("catalogue", "AttributeOption")


class PhotosForm(WagtailAdminModelForm):
    """Only the pictures: the product itself is neither validated nor saved."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", _("Every variant")), *option_choices(self.instance)]
        formset = self.formsets["photos"]
        # For every form of the formset, including the empty one of the template.
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
    """The options that a picture of this product may show."""
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
    """The panel to choose and sort the pictures, bound to the product."""
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
