"""Forms of how a product is shown: labels, until when it is new, recommendations."""

from django import forms
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList
from wagtail.admin.widgets import AdminDateInput

from commerce.backoffice.inline_words import present_words
from commerce.catalogue.choosers import product_chooser
from commerce.labels.models import Label, Newness
from commerce.labels.services import present_product

Product = get_model("catalogue", "Product")

GROUPS = ("complements", "related_products")
MOST_LINKS = 12


class LabelsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, label):
        return present_words(label)


class ShowingForm(forms.Form):
    labels = LabelsField(
        label=_("Labels"),
        queryset=Label.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Labels by category or option come by themselves."),
    )
    new_until = forms.DateField(
        label=_("New until"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Left empty, as many days after its launch as its market says."),
    )

    def __init__(self, data=None, *, product):
        self.product = product
        newness = Newness.objects.filter(product=product).first()
        super().__init__(
            data,
            prefix="showing",
            initial={
                "labels": list(product.labels.own().values_list("pk", flat=True)),
                "new_until": newness.until if newness else None,
            },
        )
        own = Label.objects.own().active()
        self.fields["labels"].queryset = own.prefetch_related("copies__locale")

    def save(self) -> None:
        if not self.has_changed():
            return
        # Inactive labels are not offered, but stay on the products that have them.
        hidden = self.product.labels.own().filter(is_active=False)
        present_product(
            product=self.product,
            labels=[*self.cleaned_data["labels"], *hidden],
            new_until=self.cleaned_data["new_until"],
        )


class RecommendationsForm(WagtailAdminModelForm):
    """Only the recommendations: the product itself is not saved here."""

    def _post_clean(self):
        pass

    def is_valid(self):
        valid = super().is_valid()
        for name in GROUPS:
            valid = self._are_others(self.formsets[name]) and valid
        return valid

    def _are_others(self, formset) -> bool:
        seen, good = {self.instance.pk}, True
        for form in formset.forms:
            other = form.cleaned_data.get("other") if form.is_valid() else None
            if other is None or form.cleaned_data.get("DELETE"):
                continue
            if other.pk == self.instance.pk:
                form.add_error("other", _("A product is not shown on its own page."))
                good = False
            elif other.pk in seen:
                form.add_error("other", _("This product is already in the list."))
                good = False
            elif other.is_child:
                form.add_error("other", _("Choose the product, not one of its variants."))
                good = False
            seen.add(other.pk)
        return good


def recommendations_panel():
    """The panel to choose and sort both groups, bound to the product."""
    widget = product_chooser.widget_class

    def group(name, heading, label, help_text):
        return InlinePanel(
            name,
            panels=[FieldPanel("other", widget=widget)],
            heading=heading,
            label=label,
            help_text=help_text,
            max_num=MOST_LINKS,
        )

    return ObjectList(
        [
            group(
                "complements",
                _("Pairs well with"),
                _("complementary product"),
                _("What is often bought together follows by itself."),
            ),
            group(
                "related_products",
                _("You may also like"),
                _("related product"),
                _("What is missing is filled up from the same category."),
            ),
        ],
        base_form_class=RecommendationsForm,
    ).bind_to_model(Product)
