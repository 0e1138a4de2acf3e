"""What a product looks like: photos from the one media library, and swatches."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.images import get_image_model_string
from wagtail.models import Orderable


class ProductPhoto(Orderable):
    """One picture of a product, of all of it or of one colour.

    Choosing a colour shows the photos of that colour, then those without one.
    """

    product = ParentalKey(
        "catalogue.Product",
        verbose_name=_("Product"),
        related_name="photos",
        on_delete=models.CASCADE,
    )
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("Image"),
        on_delete=models.CASCADE,
        related_name="+",
    )
    option = models.ForeignKey(
        "catalogue.AttributeOption",
        verbose_name=_("Shows only"),
        help_text=_("The color this picture shows. Empty: every variant."),
        related_name="photos",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
    )

    panels = [FieldPanel("image"), FieldPanel("option")]

    class Meta(Orderable.Meta):
        verbose_name = _("Product picture")
        verbose_name_plural = _("Product pictures")


class OptionSwatch(models.Model):
    """The colour by which an option (terracotta) is picked."""

    option = models.OneToOneField(
        "catalogue.AttributeOption",
        verbose_name=_("Option"),
        related_name="swatch",
        on_delete=models.CASCADE,
    )
    hex = models.CharField(
        _("Color"),
        max_length=7,
        validators=[RegexValidator(r"^#[0-9A-Fa-f]{6}$", _("Enter it as #A8481F."))],
    )

    class Meta:
        verbose_name = _("Swatch")
        verbose_name_plural = _("Swatches")

    def __str__(self) -> str:
        return self.hex


class CategoryPhoto(models.Model):
    """The picture of a category, for tiles and menus."""

    category = models.OneToOneField(
        "catalogue.Category",
        verbose_name=_("Category"),
        related_name="photo",
        on_delete=models.CASCADE,
    )
    image = models.ForeignKey(
        get_image_model_string(),
        verbose_name=_("Image"),
        on_delete=models.CASCADE,
        related_name="+",
    )

    class Meta:
        verbose_name = _("Category picture")
        verbose_name_plural = _("Category pictures")

    def __str__(self) -> str:
        return f"{self.category_id}: {self.image_id}"
