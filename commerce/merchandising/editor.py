"""The product editor: all forms of a product, validated and saved together."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from oscar.core.loading import get_model
from wagtail.log_actions import log

from background.locks import locked
from commerce.copy.models import ProductCopy
from commerce.pricing.models import PriceList

from . import access
from .concurrency import fingerprint
from .forms.identity import IdentityForm
from .forms.photos import photos_panel
from .forms.showing import ShowingForm, recommendations_panel
from .forms.variant_rows import variant_rows
from .forms.variants import GridRowForm
from .forms.words import all_words
from .grid import Grid
from .services.products import change_identity
from .services.variants import save_grid
from .services.words import save_draft

Product = get_model("catalogue", "Product")


class Conflict(Exception):
    """Someone else saved the product since the editor was opened."""


class ProductEditor:
    """The forms of one product for one user, unbound or with posted data.

    The user's permissions decide which forms there are: a user who may only edit texts has no
    other forms, whatever is posted.
    """

    def __init__(self, *, product, request, data=None):
        self.product = product
        self.request = request
        self.user = request.user
        self.data = data
        self.problems: list[str] = []
        self.edits_product = access.may_edit_products(self.user)
        self.edits_words = access.may_edit_words(self.user)

    @cached_property
    def grid(self) -> Grid:
        source = self.data if self.data is not None else self.request.GET
        # Longer numbers are no ids, and too large for the database's integers.
        wanted = [pk for pk in source.getlist("lists") if pk.isdecimal() and len(pk) < 10]
        grid = Grid(product=self.product)
        ordinary = {price_list.pk for price_list in grid.price_lists}
        extra = PriceList.objects.filter(pk__in=wanted).exclude(pk__in=ordinary)
        return Grid(product=self.product, extra_lists=list(extra))

    @cached_property
    def identity(self) -> IdentityForm:
        return IdentityForm(self.data, product=self.product)

    @cached_property
    def photos(self):
        """The panel of pictures, bound to its form."""
        panel = photos_panel()
        form = panel.get_form_class()(self.data, instance=self.product, for_user=self.user)
        return panel.get_bound_panel(
            instance=self.product, request=self.request, form=form, prefix="pictures"
        )

    @cached_property
    def showing(self) -> ShowingForm:
        return ShowingForm(self.data, product=self.product)

    @cached_property
    def recommendations(self):
        """The panel of recommendations, bound to its form."""
        panel = recommendations_panel()
        form = panel.get_form_class()(self.data, instance=self.product, for_user=self.user)
        return panel.get_bound_panel(
            instance=self.product, request=self.request, form=form, prefix="recommendations"
        )

    @cached_property
    def words(self) -> list:
        return all_words(
            model=ProductCopy,
            subject=self.product,
            data=self.data,
            user=self.user,
            may_edit=self.edits_words,
        )

    @property
    def _cells(self) -> dict:
        return {
            "grid": self.grid,
            "may_price": access.may_edit_prices(self.user),
            "may_count": access.may_edit_stock(self.user),
        }

    @cached_property
    def own_row(self) -> GridRowForm:
        return GridRowForm(self.data, prefix="own", product=self.product, **self._cells)

    @cached_property
    def variants(self):
        return variant_rows(data=self.data, **self._cells)

    @property
    def has_variants(self) -> bool:
        """Whether the product has variants: then its own row has prices, but no stock."""
        return bool(self.variants.total_form_count())

    @property
    def media(self):
        media = None
        if self.edits_product:
            media = self.identity.media + self.photos.form.media + self.showing.media
            media += self.recommendations.form.media
        for column in self.words:
            media = column.form.media if media is None else media + column.form.media
        return media

    @cached_property
    def token(self) -> str:
        return fingerprint(self.product)

    def is_valid(self) -> bool:
        """Validate all forms, so that all errors show at once."""
        parts = [column.is_valid() for column in self.words]
        if self.edits_product:
            parts += [
                self.identity.is_valid(),
                self.photos.form.is_valid(),
                self.showing.is_valid(),
                self.recommendations.form.is_valid(),
                self.variants.is_valid(),
                self.own_row.is_valid(),
            ]
            if not self.variants.is_valid():
                self.problems += self.variants.non_form_errors()
            elif self.own_row.is_valid():
                parts.append(self._options_agree())
        return all(parts)

    def _options_agree(self) -> bool:
        """Whether each option is chosen either for all variants (in the product's row) or in each
        of theirs. Adds an error otherwise."""
        rows = [form.cleaned_data for form in self.variants.kept]
        for axis in self.grid.axes:
            number = sum(bool(row.get(axis.field)) for row in rows)
            if self.own_row.cleaned_data.get(axis.field) and 0 < number < len(rows):
                problem = _("Choose it for all variants here, or for each of them below.")
                self.own_row.add_error(axis.field, problem)
        return not self.own_row.errors

    def first_problem(self) -> str:
        """The tab with the first error, "" if there is none. Only after validation."""
        if self.edits_product:
            if self.identity.errors:
                return "identity"
            if not self.photos.form.is_valid():
                return "photos"
            if not (self.showing.is_valid() and self.recommendations.form.is_valid()):
                return "showing"
        if not all(column.is_valid() for column in self.words):
            return "words"
        if self.edits_product and not (self.variants.is_valid() and self.own_row.is_valid()):
            return "variants"
        return ""

    def save(self, *, token: str) -> list[str]:
        """Save all changes, or nothing. Only after validation.

        ``token`` is the fingerprint of the product when the page was rendered. Returns the names
        of the languages with a new draft. Raises Conflict if the product was changed meanwhile,
        and ValidationError from the services.
        """
        try:
            with transaction.atomic():
                locked(Product.objects.filter(pk=self.product.pk)).get()
                if fingerprint(self.product) != token:
                    raise Conflict
                return self._write()
        except IntegrityError:
            raise ValidationError(
                _("Someone took one of these SKUs or addresses a moment ago. Choose another.")
            )

    def _write(self) -> list[str]:
        drafted = []
        for column in self.words:
            if column.has_changed():
                save_draft(words=column.form.instance, by=self.user)
                drafted.append(column.name)
        if self.edits_product:
            identity = self.identity
            cleaned = identity.cleaned_data
            change_identity(
                product=self.product,
                sku=cleaned["sku"],
                product_class=cleaned["product_class"],
                categories=identity.chosen_categories(),
                is_public=cleaned["is_public"],
                is_featured=cleaned["is_featured"],
                launched_on=cleaned["launched_on"],
                details=identity.details(),
                by=self.user,
            )
            self.photos.form.save()
            self.showing.save()
            self.recommendations.form.save()
            kept = self.variants.kept
            single = not kept and not (set(self.grid.variants) - set(self.variants.removed))
            save_grid(
                product=self.product,
                own=self.own_row.row(stock=single),
                variants=[
                    form.row(sku=form.cleaned_data["sku"], is_active=form.cleaned_data["is_active"])
                    for form in kept
                ],
                removed=self.variants.removed,
                reason=(self.data.get("stock_reason") or "").strip()[:255],
                by=self.user,
            )
            log(instance=self.product, action="wagtail.edit", user=self.user)
        return drafted
