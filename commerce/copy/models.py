"""Texts ("copy") of products, categories, attributes and options: one row per content language.

They are content: drafted, previewed, scheduled and translated with the same tools as pages.
Nothing here knows a price or a stock level.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField, StreamField
from wagtail.models import (
    DraftStateMixin,
    LockableMixin,
    PreviewableMixin,
    RevisionMixin,
    TranslatableMixin,
)
from wagtail_localize.fields import SynchronizedField, TranslatableField

from .blocks import MaterialBlock
from .preview import CatalogPreview
from .querysets import CopyQuerySet

BODY_FEATURES = ["h3", "bold", "italic", "ul", "ol", "link"]


class Copy(TranslatableMixin, models.Model):
    """The texts of one thing in one language. ``locale`` is no form field: ``clean`` checks it."""

    objects = CopyQuerySet.as_manager()

    # The name of the foreign key to the thing that the texts describe.
    subject_field: str

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def clean(self):
        super().clean()
        subject_id = getattr(self, f"{self.subject_field}_id")
        if subject_id and self.locale_id:
            twin = (
                type(self)
                .objects.filter(**{self.subject_field: subject_id}, locale_id=self.locale_id)
                .exclude(pk=self.pk)
            )
            if twin.exists():
                raise ValidationError(_("There is already a text for this in this language."))


class DraftableCopy(PreviewableMixin, DraftStateMixin, LockableMixin, RevisionMixin, Copy):
    """Texts with an address (slug), drafted and published like a page."""

    slug = models.SlugField(
        _("Address"),
        max_length=160,
        allow_unicode=False,
        help_text=_(
            "The last part of the web address. Leave it empty to create it from the title."
        ),
        blank=True,
    )
    seo_title = models.CharField(_("Title for search engines"), max_length=120, blank=True)
    seo_description = models.CharField(
        _("Description for search engines"), max_length=320, blank=True
    )

    class Meta(Copy.Meta):
        abstract = True

    def clean(self):
        super().clean()
        if self.slug and self.locale_id:
            taken = type(self).objects.filter(slug=self.slug, locale_id=self.locale_id)
            if taken.exclude(pk=self.pk).exists():
                raise ValidationError({"slug": _("This address is already used in this language.")})

    def with_content_json(self, content):
        # The locale and the subject are facts, not drafts.
        draft = super().with_content_json(content)
        setattr(draft, f"{self.subject_field}_id", getattr(self, f"{self.subject_field}_id"))
        return draft


class ProductCopy(CatalogPreview, DraftableCopy):
    """The texts of a product in one language."""

    subject_field = "product"

    product = models.ForeignKey(
        "catalogue.Product",
        verbose_name=_("Product"),
        related_name="copies",
        on_delete=models.CASCADE,
    )
    title = models.CharField(_("Title"), max_length=120)
    summary = models.CharField(
        _("Summary"), max_length=160, blank=True, help_text=_("One line: what it does.")
    )
    description = RichTextField(_("Description"), features=BODY_FEATURES, blank=True)
    how_to_use = RichTextField(_("How to use"), features=BODY_FEATURES, blank=True)
    ingredients = RichTextField(_("Ingredients"), features=BODY_FEATURES, blank=True)
    tags = models.CharField(
        _("Search tags"),
        max_length=255,
        blank=True,
        help_text=_("Words people search for, separated by commas. Not shown."),
    )
    material = StreamField(MaterialBlock(), verbose_name=_("Extra material"), blank=True)

    translatable_fields = [
        SynchronizedField("product"),
        TranslatableField("title"),
        TranslatableField("summary"),
        TranslatableField("description"),
        TranslatableField("how_to_use"),
        TranslatableField("ingredients"),
        TranslatableField("tags"),
        TranslatableField("material"),
        TranslatableField("seo_title"),
        TranslatableField("seo_description"),
    ]
    panels = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("summary"),
        FieldPanel("description"),
        FieldPanel("how_to_use"),
        FieldPanel("ingredients"),
        FieldPanel("material"),
        FieldPanel("tags"),
        FieldPanel("seo_title"),
        FieldPanel("seo_description"),
    ]

    class Meta(DraftableCopy.Meta):
        verbose_name = _("Product texts")
        verbose_name_plural = _("Product texts")
        constraints = [
            models.UniqueConstraint(fields=["product", "locale"], name="product_copy_per_language"),
            models.UniqueConstraint(fields=["locale", "slug"], name="product_copy_address_once"),
        ]

    def __str__(self) -> str:
        return self.title


class CategoryCopy(CatalogPreview, DraftableCopy):
    """The texts of a category in one language."""

    subject_field = "category"

    category = models.ForeignKey(
        "catalogue.Category",
        verbose_name=_("Category"),
        related_name="copies",
        on_delete=models.CASCADE,
    )
    title = models.CharField(_("Name"), max_length=120)
    summary = models.CharField(_("Summary"), max_length=200, blank=True)
    description = RichTextField(_("Description"), features=BODY_FEATURES, blank=True)

    translatable_fields = [
        SynchronizedField("category"),
        TranslatableField("title"),
        TranslatableField("summary"),
        TranslatableField("description"),
        TranslatableField("seo_title"),
        TranslatableField("seo_description"),
    ]
    panels = [
        FieldPanel("title"),
        FieldPanel("slug"),
        FieldPanel("summary"),
        FieldPanel("description"),
        FieldPanel("seo_title"),
        FieldPanel("seo_description"),
    ]

    class Meta(DraftableCopy.Meta):
        verbose_name = _("Category texts")
        verbose_name_plural = _("Category texts")
        constraints = [
            models.UniqueConstraint(
                fields=["category", "locale"], name="category_copy_per_language"
            ),
            models.UniqueConstraint(fields=["locale", "slug"], name="category_copy_address_once"),
        ]

    def __str__(self) -> str:
        return self.title


class AttributeCopy(Copy):
    """The name of an attribute (colour, size) in one language."""

    subject_field = "attribute"

    attribute = models.ForeignKey(
        "catalogue.ProductAttribute",
        verbose_name=_("Attribute"),
        related_name="copies",
        on_delete=models.CASCADE,
    )
    name = models.CharField(_("Name"), max_length=80)

    translatable_fields = [SynchronizedField("attribute"), TranslatableField("name")]
    panels = [FieldPanel("name")]

    class Meta(Copy.Meta):
        verbose_name = _("Attribute name")
        verbose_name_plural = _("Attribute names")
        constraints = [
            models.UniqueConstraint(
                fields=["attribute", "locale"], name="attribute_copy_per_language"
            )
        ]

    def __str__(self) -> str:
        return self.name


class OptionCopy(Copy):
    """The name of an attribute's value (terracotta, 30 ml) in one language."""

    subject_field = "option"

    option = models.ForeignKey(
        "catalogue.AttributeOption",
        verbose_name=_("Option"),
        related_name="copies",
        on_delete=models.CASCADE,
    )
    name = models.CharField(_("Name"), max_length=80)

    translatable_fields = [SynchronizedField("option"), TranslatableField("name")]
    panels = [FieldPanel("name")]

    class Meta(Copy.Meta):
        verbose_name = _("Option name")
        verbose_name_plural = _("Option names")
        constraints = [
            models.UniqueConstraint(fields=["option", "locale"], name="option_copy_per_language")
        ]

    def __str__(self) -> str:
        return self.name
