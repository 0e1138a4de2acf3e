"""A course beside its pages: what learners' rows name."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class Course(models.Model):
    """One course in all its languages. It stays where its pages are deleted: learners have it on
    record.

    ``key`` is the ``translation_key`` of its pages.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    # As its first language has it, for lists of the back office.
    title = models.CharField(_("Title"), max_length=255)
    created_at = models.DateTimeField(_("Created"), auto_now_add=True)

    class Meta:
        verbose_name = _("Course")
        verbose_name_plural = _("Courses")
        default_permissions = ("view",)
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class CourseVersion(models.Model):
    """The outline of a course as it was published at a moment (``outline.Outline.as_json``).
    Never changed."""

    course = models.ForeignKey(
        Course, verbose_name=_("Course"), related_name="versions", on_delete=models.CASCADE
    )
    number = models.PositiveIntegerField(_("Version"))
    outline = models.JSONField(_("Outline"))
    created_at = models.DateTimeField(_("Published"), auto_now_add=True)

    class Meta:
        verbose_name = _("Version of a course")
        verbose_name_plural = _("Versions of courses")
        default_permissions = ("view",)
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["course", "number"], name="courses_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.course} {self.number}"


class LessonProduct(models.Model):
    """A lesson shows a product, so the product's page leads to it. Derived from the lessons
    (``services.publish_outline``)."""

    course = models.ForeignKey(Course, related_name="products", on_delete=models.CASCADE)
    lesson = models.UUIDField()
    product = models.ForeignKey("catalogue.Product", related_name="+", on_delete=models.CASCADE)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["lesson", "product"], name="courses_product_of_lesson_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.lesson} {self.product_id}"
