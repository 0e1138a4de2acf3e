"""One of several answers, several of them, true or false."""

from decimal import Decimal
from random import Random
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.content.blocks.base import LineBlock, TextareaBlock

from ..kinds import FULL, NOT_SHOWN, NOTHING, QuestionKind, one_of


class OptionBlock(blocks.StructBlock):
    text = LineBlock(max_length=300, label=_("Answer"))
    is_right = blocks.BooleanBlock(required=False, label=_("It is right"))
    feedback = TextareaBlock(
        required=False, max_length=500, label=_("Feedback to whoever chooses it")
    )

    class Meta:
        icon = "radio-full"
        label = _("Answer")


class OptionsBlock(blocks.StructBlock):
    options = blocks.ListBlock(OptionBlock(), min_num=2, max_num=12, label=_("Answers"))

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation:
            right = sum(bool(option["is_right"]) for option in cleaned["options"])
            if problem := self.problem_with(right):
                raise blocks.StructBlockValidationError(
                    block_errors={"options": ValidationError(problem)}
                )
        return cleaned

    def problem_with(self, right: int):
        return None if right else _("Mark at least one answer as right.")


class OneOptionBlock(OptionsBlock):
    def problem_with(self, right: int):
        return None if right == 1 else _("Mark exactly one answer as right.")

    class Meta:
        icon = "radio-full"
        label = _("One right answer")


class SeveralOptionsBlock(OptionsBlock):
    class Meta:
        icon = "tick"
        label = _("Several right answers")


def key_by_source(items, numbered) -> dict:
    """The key of options: by the number that is shown, which one it is and what is true of it."""
    return {
        number: {
            "source": item.id,
            "right": bool(item.value["is_right"]),
            "feedback": item.value["feedback"],
        }
        for number, item in zip(numbered, items, strict=True)
    }


def rekeyed(items, key: dict) -> dict:
    """The same options with what is true of them now; one that was taken out is wrong."""
    now = {item.id: item.value for item in items}
    return {
        number: {
            "source": old["source"],
            "right": old["source"] in now and bool(now[old["source"]]["is_right"]),
            "feedback": now.get(old["source"], old)["feedback"],
        }
        for number, old in key.items()
    }


class Options(QuestionKind):
    """What the two kinds with a list of answers share."""

    def show(self, value, *, rng: Random, shuffled: bool):
        items = list(value["options"].bound_blocks)
        if shuffled:
            rng.shuffle(items)
        numbers = [str(number) for number in range(1, len(items) + 1)]
        shown = [
            {"id": number, "text": item.value["text"]}
            for number, item in zip(numbers, items, strict=True)
        ]
        return {"options": shown}, {"options": key_by_source(items, numbers)}

    def rekey(self, value, *, shown, key):
        return {"options": rekeyed(value["options"].bound_blocks, key["options"])}

    def _texts(self, shown: dict) -> dict[str, str]:
        return {option["id"]: option["text"] for option in shown["options"]}

    def _chosen(self, answer: Any) -> list[str]:
        raise NotImplementedError

    def describe(self, answer, *, shown):
        chosen = self._chosen(answer)
        return [text for number, text in self._texts(shown).items() if number in chosen]

    def right(self, *, shown, key):
        return [
            text for number, text in self._texts(shown).items() if key["options"][number]["right"]
        ]

    def feedback(self, answer, *, shown, key):
        said = [key["options"][number]["feedback"] for number in self._chosen(answer)]
        return [text for text in said if text]

    def context(self, answer, *, shown):
        chosen = self._chosen(answer)
        return {
            "options": [option | {"checked": option["id"] in chosen} for option in shown["options"]]
        }


class One(Options):
    code, name, icon = "one", _("One right answer"), "radio-full"
    template_name = "evaluations/kinds/one.html"

    def block(self):
        return OneOptionBlock()

    def clean(self, answer, *, shown):
        if answer in ("", None):
            return None
        return one_of(answer, self._texts(shown))

    def score(self, answer, *, shown, key):
        if answer is None:
            return NOTHING
        return FULL if key["options"][answer]["right"] else NOTHING

    def _chosen(self, answer):
        return [answer] if answer else []


class Several(Options):
    """Each right answer that is chosen gives its share, each wrong one takes its share away."""

    code, name, icon = "several", _("Several right answers"), "tick"
    template_name = "evaluations/kinds/several.html"

    def block(self):
        return SeveralOptionsBlock()

    def read(self, data, name):
        return data.getlist(name)

    def clean(self, answer, *, shown):
        if answer in ("", None):
            return None
        if not isinstance(answer, list) or len(answer) > len(shown["options"]):
            raise ValidationError(NOT_SHOWN)
        texts = self._texts(shown)
        chosen = {one_of(one, texts) for one in answer}
        return sorted(chosen, key=int) or None

    def score(self, answer, *, shown, key):
        chosen = set(answer or ())
        right = {number for number, option in key["options"].items() if option["right"]}
        wrong = key["options"].keys() - right
        if not right:
            return FULL if not chosen else NOTHING
        score = Decimal(len(chosen & right)) / len(right)
        if wrong:
            score -= Decimal(len(chosen & wrong)) / len(wrong)
        return max(score, NOTHING)

    def _chosen(self, answer):
        return answer or []


class TrueFalseBlock(blocks.StructBlock):
    is_true = blocks.ChoiceBlock(
        choices=[("true", _("True")), ("false", _("False"))],
        default="true",
        label=_("The statement is"),
    )
    feedback_true = TextareaBlock(
        required=False, max_length=500, label=_("Feedback to whoever says true")
    )
    feedback_false = TextareaBlock(
        required=False, max_length=500, label=_("Feedback to whoever says false")
    )

    class Meta:
        icon = "check"
        label = _("True or false")


class TrueFalse(QuestionKind):
    code, name, icon = "true_false", _("True or false"), "check"
    template_name = "evaluations/kinds/one.html"

    def block(self):
        return TrueFalseBlock()

    def show(self, value, *, rng, shuffled):
        return {}, self._key(value)

    def rekey(self, value, *, shown, key):
        return self._key(value)

    def _key(self, value) -> dict:
        return {
            "right": value["is_true"],
            "feedback": {"true": value["feedback_true"], "false": value["feedback_false"]},
        }

    def _names(self) -> dict[str, str]:
        return {"true": gettext("True"), "false": gettext("False")}

    def clean(self, answer, *, shown):
        if answer in ("", None):
            return None
        return one_of(answer, ("true", "false"))

    def score(self, answer, *, shown, key):
        return FULL if answer is not None and answer == key["right"] else NOTHING

    def describe(self, answer, *, shown):
        return [self._names()[answer]] if answer else []

    def right(self, *, shown, key):
        return [self._names()[key["right"]]]

    def feedback(self, answer, *, shown, key):
        said = key["feedback"].get(answer or "", "")
        return [said] if said else []

    def context(self, answer, *, shown):
        return {
            "options": [
                {"id": code, "text": text, "checked": code == answer}
                for code, text in self._names().items()
            ]
        }
