from django.db import models
from django.utils.translation import gettext_lazy as _

from markets.dates import staff_moment


class FormSubmission(models.Model):
    """The answers to a form that an editor put on a page, as they were asked."""

    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("Page"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # The block's id: it stays when the form is reworded.
    form_id = models.CharField(max_length=64, editable=False, db_index=True)
    form_title = models.CharField(_("Form"), max_length=120)
    # [[label, answer], …] in the order of the form.
    answers = models.JSONField(_("Answers"), default=list)
    # Who answered, if they proved that: a typed address is nobody's.
    person = models.ForeignKey(
        "people.Person",
        verbose_name=_("Person"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="form_submissions",
    )
    # The first address that the answers give, in lower case: by it answers are forgotten.
    email = models.EmailField(_("Email"), blank=True, editable=False, db_index=True)
    edition = models.CharField(_("Language and market"), max_length=12)
    created_at = models.DateTimeField(_("Received"), auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("Form answer")
        verbose_name_plural = _("Form answers")

    def __str__(self) -> str:
        return f"{self.form_title} · {staff_moment(self.created_at)}"

    @property
    def summary(self) -> str:
        """The answers in one line, for lists."""
        return " · ".join(str(answer) for _label, answer in self.answers if answer)[:160]
