from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm

from ..drawing_lots import problems
from ..models import AttemptQuestion
from ..models.regrading import RegradingRule


class EvaluationForm(WagtailAdminModelForm):
    """Refuses to publish what nobody could take; a draft may wait for its questions."""

    def clean(self):
        cleaned = super().clean()
        if not self.is_deferred_validation and cleaned.get("sections"):
            locale = self.instance.locale
            if locale and (found := problems(cleaned["sections"], locale.language_code)):
                self.add_error(None, ValidationError(found))
        return cleaned


class GradeForm(forms.Form):
    """Points for each criterion of an answer's rubric, and a remark to whoever wrote it."""

    remark = forms.CharField(
        label=gettext_lazy("Remark"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("The learner reads it in the review."),
    )

    def __init__(self, data=None, *, answer: AttemptQuestion):
        given = {number: one["given"] for number, one in enumerate(answer.rubric)}
        super().__init__(
            data, prefix=f"answer-{answer.position}", initial={"remark": answer.remark}
        )
        for number, criterion in enumerate(answer.key.get("rubric", [])):
            self.fields[f"points_{number}"] = forms.DecimalField(
                label=f"{criterion['text']} ({_('at most %d') % criterion['points']})",
                min_value=0,
                max_value=criterion["points"],
                max_digits=5,
                decimal_places=2,
                initial=given.get(number),
            )
        # The remark is written after one has looked at each criterion.
        self.order_fields([*(name for name in self.fields if name != "remark"), "remark"])

    @property
    def points(self) -> list:
        names = [name for name in self.fields if name.startswith("points_")]
        return [self.cleaned_data[name] for name in names]


class RegradeForm(forms.Form):
    rule = forms.ChoiceField(
        label=gettext_lazy("How to score"),
        choices=RegradingRule.choices,
        initial=RegradingRule.NEW_KEY,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Correct the question and publish it first: what it says is right now counts."
        ),
    )
    keeps_points = forms.BooleanField(
        label=gettext_lazy("No one loses points"),
        required=False,
        initial=True,
        help_text=gettext_lazy("Whoever has more points for it by the old key keeps them."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("It is kept with what was changed. Only staff read it."),
    )
