from django import forms
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model
from wagtail.images import get_image_model
from wagtail.images.widgets import AdminImageChooser

from commerce.backoffice.categories import category_tree
from commerce.copy.models import CategoryCopy
from commerce.media.models import CategoryPhoto

Category = get_model("catalogue", "Category")


class PlaceForm(forms.Form):
    """A category's place in the tree, visibility and picture."""

    parent = forms.TypedChoiceField(label=_("Below"), coerce=int, empty_value=None, required=False)

    def offer_parents(self, *, without=None):
        """Offer all categories as parents, except ``without`` and those below it."""
        self.fields["parent"].choices = [
            ("", _("(at the top)")),
            *(
                (branch.category.pk, branch.label)
                for branch in category_tree()
                if without is None or not branch.category.path.startswith(without.path)
            ),
        ]

    def chosen_parent(self):
        pk = self.cleaned_data["parent"]
        return Category.objects.get(pk=pk) if pk else None


class NewCategoryForm(PlaceForm):
    title = forms.CharField(
        label=_("Name"), max_length=CategoryCopy._meta.get_field("title").max_length
    )
    field_order = ["title", "parent"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer_parents()


class CategoryForm(PlaceForm):
    is_public = forms.BooleanField(
        label=_("Public"), required=False, help_text=_("Off: it and all below it are hidden.")
    )
    in_menu = forms.BooleanField(label=_("In the menu"), required=False)
    image = forms.ModelChoiceField(
        label=_("Picture"),
        queryset=get_image_model().objects.all(),
        required=False,
        widget=AdminImageChooser,
    )

    def __init__(self, data=None, *, category):
        parent = category.get_parent()
        photo = CategoryPhoto.objects.filter(category=category).first()
        super().__init__(
            data,
            prefix="category",
            initial={
                "parent": parent.pk if parent else None,
                "is_public": category.is_public,
                "in_menu": not category.exclude_from_menu,
                "image": photo.image_id if photo else None,
            },
        )
        self.offer_parents(without=category)
