"""What courses are about: product, brand, sales … as the company divides them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.fields import SynchronizedField, TranslatableField

from commerce.copy.models import Copy


class CourseCategory(models.Model):
    """One category. Courses name it, its words are in ``CourseCategoryCopy``."""

    code = models.SlugField(
        _("Code"),
        unique=True,
        max_length=40,
        help_text=_("Appears in addresses of filtered lists, such as product."),
    )
    order = models.SmallIntegerField(_("Place"), default=50, help_text=_("The lowest comes first."))

    class Meta:
        ordering = ["order", "code"]
        verbose_name = _("Course category")
        verbose_name_plural = _("Course categories")

    def __str__(self) -> str:
        return self.code


class CourseCategoryCopy(Copy):
    """The name of a category in one language."""

    subject_field = "category"

    category = models.ForeignKey(
        CourseCategory,
        verbose_name=_("Course category"),
        related_name="copies",
        on_delete=models.CASCADE,
    )
    name = models.CharField(_("Name"), max_length=60)

    translatable_fields = [SynchronizedField("category"), TranslatableField("name")]

    class Meta(Copy.Meta):
        verbose_name = _("Name of a course category")
        verbose_name_plural = _("Names of course categories")
        constraints = [
            models.UniqueConstraint(
                fields=["category", "locale"], name="courses_category_copy_per_language"
            )
        ]

    def __str__(self) -> str:
        return self.name
