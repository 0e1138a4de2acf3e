"""Putting things in order, and matching them."""

from decimal import Decimal
from random import Random

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.content.blocks import LineBlock
from markets.folding import fold

from ..kinds import NOT_SHOWN, NOTHING, QuestionKind


def read_by_part(data, name: str) -> dict[str, str]:
    """``{"1": "3"}`` from fields called ``name-1``; empty ones left out."""
    start = f"{name}-"
    return {
        field[len(start) :]: value
        for field, value in data.items()
        if field.startswith(start) and value
    }


def clean_by_part(answer, parts, offered) -> dict[str, str] | None:
    """An answer that gives some of the parts one of what is offered. Raises ValidationError."""
    if answer in ("", None):
        return None
    if not isinstance(answer, dict) or not answer.keys() <= set(parts):
        raise ValidationError(NOT_SHOWN)
    given = {part: value for part, value in answer.items() if value not in ("", None)}
    if not all(isinstance(value, str) and value in offered for value in given.values()):
        raise ValidationError(NOT_SHOWN)
    return given or None


class OrderBlock(blocks.StructBlock):
    items = blocks.ListBlock(
        LineBlock(max_length=200, label=_("Step")),
        min_num=2,
        max_num=12,
        label=_("Steps, in the right order"),
    )

    class Meta:
        icon = "list-ol"
        label = _("Put in order")


class Order(QuestionKind):
    """Each thing that has its right place gives its share. Always shown shuffled."""

    code, name, icon = "order", _("Put in order"), "list-ol"
    template_name = "evaluations/kinds/parts.html"

    def block(self):
        return OrderBlock()

    def show(self, value, *, rng: Random, shuffled):
        items = list(value["items"].bound_blocks)
        mixed = list(items)
        rng.shuffle(mixed)
        number_of = {item.id: str(number) for number, item in enumerate(mixed, start=1)}
        shown = [{"id": number_of[item.id], "text": item.value} for item in mixed]
        key = {
            "order": [number_of[item.id] for item in items],
            "sources": {number: source for source, number in number_of.items()},
        }
        return {"items": shown}, key

    def rekey(self, value, *, shown, key):
        number_of = {source: number for number, source in key["sources"].items()}
        now = [item.id for item in value["items"].bound_blocks]
        return {"order": [number_of[one] for one in now if one in number_of]} | {
            "sources": key["sources"]
        }

    def read(self, data, name):
        return read_by_part(data, name)

    def clean(self, answer, *, shown):
        numbers = [item["id"] for item in shown["items"]]
        return clean_by_part(answer, numbers, numbers)

    def is_whole(self, answer, *, shown):
        return answer is not None and len(set(answer.values())) == len(shown["items"])

    def score(self, answer, *, shown, key):
        if not answer or not key["order"]:
            return NOTHING
        place_of = {one: int(answer[one]) for one in key["order"] if one in answer}
        right = 0
        for place, one in enumerate(key["order"]):
            if one in place_of:
                before = sum(other < place_of[one] for other in place_of.values())
                # Things left without a place come nowhere, so gaps count as they were chosen.
                whole = len(place_of) == len(key["order"])
                right += (before if whole else place_of[one] - 1) == place
        return Decimal(right) / len(key["order"])

    def describe(self, answer, *, shown):
        texts = {item["id"]: item["text"] for item in shown["items"]}
        placed = sorted((answer or {}).items(), key=lambda part: (int(part[1]), part[0]))
        return [f"{place}. {texts[number]}" for number, place in placed]

    def right(self, *, shown, key):
        texts = {item["id"]: item["text"] for item in shown["items"]}
        return [f"{place}. {texts[one]}" for place, one in enumerate(key["order"], start=1)]

    def context(self, answer, *, shown):
        places = [{"id": item["id"], "text": item["id"]} for item in shown["items"]]
        return parts_context(shown["items"], places, answer) | {"is_order": True}


class PairBlock(blocks.StructBlock):
    left = LineBlock(max_length=200, label=_("What is matched"))
    right = LineBlock(max_length=200, label=_("Its match"))

    class Meta:
        icon = "link"
        label = _("Pair")


class MatchBlock(blocks.StructBlock):
    pairs = blocks.ListBlock(PairBlock(), min_num=2, max_num=12, label=_("Pairs"))
    others = blocks.ListBlock(
        LineBlock(max_length=200, label=_("Text")),
        default=[],
        min_num=0,
        max_num=8,
        label=_("More to choose from, which match nothing"),
    )

    class Meta:
        icon = "link"
        label = _("Match")


class Match(QuestionKind):
    """Each thing that has its match gives its share. Matches are always shown shuffled."""

    code, name, icon = "match", _("Match"), "link"
    template_name = "evaluations/kinds/parts.html"

    def block(self):
        return MatchBlock()

    def show(self, value, *, rng: Random, shuffled):
        pairs = list(value["pairs"].bound_blocks)
        if shuffled:
            rng.shuffle(pairs)
        texts = {fold(text): text for text in value["others"]}
        texts |= {fold(pair.value["right"]): pair.value["right"] for pair in pairs}
        mixed = sorted(texts)
        rng.shuffle(mixed)
        number_of = {folded: str(number) for number, folded in enumerate(mixed, start=1)}
        lefts = [
            {"id": str(number), "text": pair.value["left"]}
            for number, pair in enumerate(pairs, start=1)
        ]
        rights = [{"id": number_of[folded], "text": texts[folded]} for folded in mixed]
        key = {
            "right": {
                left["id"]: number_of[fold(pair.value["right"])]
                for left, pair in zip(lefts, pairs, strict=True)
            },
            "sources": {left["id"]: pair.id for left, pair in zip(lefts, pairs, strict=True)},
        }
        return {"lefts": lefts, "rights": rights}, key

    def rekey(self, value, *, shown, key):
        """A pair that was taken out counts no more; of a match that was not shown the old one."""
        now = {pair.id: fold(pair.value["right"]) for pair in value["pairs"].bound_blocks}
        number_of = {fold(one["text"]): one["id"] for one in shown["rights"]}
        right = {
            number: number_of.get(now[source], key["right"].get(number))
            for number, source in key["sources"].items()
            if source in now
        }
        return {"right": right, "sources": key["sources"]}

    def read(self, data, name):
        return read_by_part(data, name)

    def clean(self, answer, *, shown):
        lefts = [one["id"] for one in shown["lefts"]]
        return clean_by_part(answer, lefts, {one["id"] for one in shown["rights"]})

    def is_whole(self, answer, *, shown):
        return answer is not None and len(answer) == len(shown["lefts"])

    def score(self, answer, *, shown, key):
        if not answer or not key["right"]:
            return NOTHING
        right = sum(answer.get(left) == match for left, match in key["right"].items())
        return Decimal(right) / len(key["right"])

    def describe(self, answer, *, shown):
        return self._lines(answer or {}, shown)

    def right(self, *, shown, key):
        return self._lines(key["right"], shown)

    def _lines(self, matches: dict, shown: dict) -> list[str]:
        texts = {one["id"]: one["text"] for one in shown["rights"]}
        return [
            f"{left['text']} → {texts[matches[left['id']]]}"
            for left in shown["lefts"]
            if matches.get(left["id"]) in texts
        ]

    def context(self, answer, *, shown):
        return parts_context(shown["lefts"], shown["rights"], answer)


def parts_context(parts, offered, answer) -> dict:
    """Each part with what it may be given, for the template."""
    answer = answer or {}
    return {
        "parts": [
            part
            | {
                "offered": [
                    one | {"checked": answer.get(part["id"]) == one["id"]} for one in offered
                ]
            }
            for part in parts
        ]
    }
