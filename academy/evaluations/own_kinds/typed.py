"""What is typed and scored by the machine: a number, a short text."""

import re
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.content.blocks.base import LineBlock, TextareaBlock
from markets.folding import fold

from ..kinds import FULL, NOTHING, QuestionKind

MOST_CHARACTERS = 200
TOO_LONG = _("Write at most %(count)d characters.")
NUMBER = re.compile(r"[+-]?\d[\d.,]*")
# A separator with three digits behind each may part thousands.
THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}([.,]\d{3})+")


def clean_text(answer, most: int) -> str | None:
    """A text without NUL and ends; None where nothing is left. Raises ValidationError."""
    if answer is None:
        return None
    if not isinstance(answer, str):
        raise ValidationError(_("Enter a text."))
    # A script sends a line's end in another way than a form does.
    text = answer.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").strip()
    if len(text) > most:
        raise ValidationError(TOO_LONG % {"count": most})
    return text or None


def readings(text: str) -> set[Decimal]:
    """All numbers that somebody may mean: ``1.500`` is one and a half in one country and fifteen
    hundred in another. Empty where it is no number."""
    plain = re.sub(r"[\s\u00a0\u202f'’]", "", text).replace("−", "-")
    if len(plain) > 40 or not NUMBER.fullmatch(plain) or not plain.isascii():
        return set()
    found = set()
    last = max(plain.rfind("."), plain.rfind(","))
    if last < 0 or plain.count(plain[last]) == 1:
        whole, part = (plain, "") if last < 0 else (plain[:last], plain[last + 1 :])
        if re.fullmatch(r"[+-]?\d+", whole) or THOUSANDS.fullmatch(whole):
            found.add(f"{re.sub(r'[.,]', '', whole)}.{part or 0}")
    if THOUSANDS.fullmatch(plain) and len(set(re.findall(r"[.,]", plain))) == 1:
        found.add(re.sub(r"[.,]", "", plain))
    try:
        return {Decimal(one) for one in found}
    except InvalidOperation:
        return set()


class NumberBlock(blocks.StructBlock):
    number = blocks.DecimalBlock(max_digits=20, decimal_places=8, label=_("Right number"))
    tolerance = blocks.DecimalBlock(
        min_value=0,
        max_digits=20,
        decimal_places=8,
        default=Decimal(0),
        label=_("Tolerance"),
        help_text=_("How far above or below is still right."),
    )
    unit = LineBlock(
        required=False, max_length=20, label=_("Unit"), help_text=_("Shown after the field: ml, %.")
    )

    class Meta:
        icon = "decimal"
        label = _("Number")


class Number(QuestionKind):
    code, name, icon = "number", _("Number"), "decimal"
    is_typed = True
    template_name = "evaluations/kinds/line.html"

    def block(self):
        return NumberBlock()

    def show(self, value, *, rng, shuffled):
        return {"unit": value["unit"]}, self._key(value)

    def rekey(self, value, *, shown, key):
        return self._key(value)

    def _key(self, value) -> dict:
        return {
            "number": str(Decimal(str(value["number"])).normalize()),
            "tolerance": str(abs(Decimal(str(value["tolerance"] or 0))).normalize()),
        }

    def clean(self, answer, *, shown):
        return clean_text(answer, MOST_CHARACTERS)

    def warning(self, answer):
        if answer is None or readings(answer):
            return ""
        return gettext("Enter a number, such as 12 or 2.5.")

    def score(self, answer, *, shown, key):
        number, tolerance = Decimal(key["number"]), Decimal(key["tolerance"])
        near = any(abs(one - number) <= tolerance for one in readings(answer or ""))
        return FULL if near else NOTHING

    def describe(self, answer, *, shown):
        return [f"{answer} {shown['unit']}".strip()] if answer else []

    def right(self, *, shown, key):
        number, tolerance = (f"{Decimal(key[name]):f}" for name in ("number", "tolerance"))
        spread = "" if tolerance == "0" else f" ± {tolerance}"
        return [f"{number}{spread} {shown['unit']}".strip()]

    def context(self, answer, *, shown):
        return {"answer": answer or "", "unit": shown["unit"], "inputmode": "decimal"}


class AcceptedBlock(blocks.StructBlock):
    text = LineBlock(max_length=MOST_CHARACTERS, label=_("Answer"))
    credit = blocks.IntegerBlock(
        min_value=0,
        max_value=100,
        default=100,
        label=_("Credit in percent"),
        help_text=_("100 is right, 0 a mistake that you have feedback for."),
    )
    feedback = TextareaBlock(required=False, max_length=500, label=_("Feedback"))

    class Meta:
        icon = "edit"
        label = _("Answer")


class ShortTextBlock(blocks.StructBlock):
    answers = blocks.ListBlock(
        AcceptedBlock(),
        min_num=1,
        max_num=20,
        label=_("Answers, the best first"),
        help_text=_("Capitals, accents and spaces do not matter."),
    )

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and all(
            answer["credit"] < 100 for answer in cleaned["answers"]
        ):
            problem = ValidationError(_("Give at least one answer a credit of 100 percent."))
            raise blocks.StructBlockValidationError(block_errors={"answers": problem})
        return cleaned

    class Meta:
        icon = "edit"
        label = _("Short text")


class ShortText(QuestionKind):
    code, name, icon = "short_text", _("Short text"), "edit"
    is_typed = True
    template_name = "evaluations/kinds/line.html"

    def block(self):
        return ShortTextBlock()

    def show(self, value, *, rng, shuffled):
        return {}, self._key(value)

    def rekey(self, value, *, shown, key):
        return self._key(value)

    def _key(self, value) -> dict:
        return {"answers": [dict(answer) for answer in value["answers"]]}

    def clean(self, answer, *, shown):
        return clean_text(answer, MOST_CHARACTERS)

    def _found(self, answer: str | None, key: dict) -> dict | None:
        """The best of the accepted answers that this is."""
        said = fold(answer or "")
        same = [one for one in key["answers"] if said and fold(one["text"]) == said]
        return max(same, key=lambda one: one["credit"]) if same else None

    def score(self, answer, *, shown, key):
        found = self._found(answer, key)
        return Decimal(found["credit"]) / 100 if found else NOTHING

    def describe(self, answer, *, shown):
        return [answer] if answer else []

    def right(self, *, shown, key):
        return [one["text"] for one in key["answers"] if one["credit"] == 100]

    def feedback(self, answer, *, shown, key):
        found = self._found(answer, key)
        return [found["feedback"]] if found and found["feedback"] else []
