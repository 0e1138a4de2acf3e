"""Finding a place on a picture. Spots are numbered, so that nobody needs to see or to point."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.content.blocks.base import LineBlock, PictureBlock, TextareaBlock

from ..kinds import FULL, NOTHING, QuestionKind, one_of
from .choosing import key_by_source, rekeyed


class SpotBlock(blocks.StructBlock):
    x = blocks.IntegerBlock(min_value=0, max_value=100, label=_("From the left, in percent"))
    y = blocks.IntegerBlock(min_value=0, max_value=100, label=_("From the top, in percent"))
    text = LineBlock(
        required=False,
        max_length=120,
        label=_("What is there"),
        help_text=_("For whoever cannot see the picture. It must not give the answer away."),
    )
    is_right = blocks.BooleanBlock(required=False, label=_("It is right"))
    feedback = TextareaBlock(
        required=False, max_length=500, label=_("Feedback to whoever chooses it")
    )

    class Meta:
        icon = "crosshairs"
        label = _("Spot")


class PictureSpotsBlock(blocks.StructBlock):
    image = PictureBlock(label=_("Image"))
    alt = LineBlock(max_length=255, label=_("Alternative text"))
    spots = blocks.ListBlock(SpotBlock(), min_num=2, max_num=20, label=_("Spots"))

    def clean(self, value):
        cleaned = super().clean(value)
        if not self.is_deferred_validation and not any(one["is_right"] for one in cleaned["spots"]):
            problem = ValidationError(_("Mark at least one spot as right."))
            raise blocks.StructBlockValidationError(block_errors={"spots": problem})
        return cleaned

    class Meta:
        icon = "image"
        label = _("Spot on a picture")


class PictureSpots(QuestionKind):
    code, name, icon = "picture_spots", _("Spot on a picture"), "image"
    template_name = "evaluations/kinds/spots.html"
    review_template_name = "evaluations/kinds/spots_picture.html"

    def block(self):
        return PictureSpotsBlock()

    def show(self, value, *, rng, shuffled):
        spots = list(value["spots"].bound_blocks)
        numbers = [str(number) for number in range(1, len(spots) + 1)]
        shown = [
            {"id": number, "text": spot.value["text"], "x": spot.value["x"], "y": spot.value["y"]}
            for number, spot in zip(numbers, spots, strict=True)
        ]
        image = value["image"]
        shown = {"image": image and image.pk, "alt": value["alt"], "spots": shown}
        return shown, {"options": key_by_source(spots, numbers)}

    def rekey(self, value, *, shown, key):
        return {"options": rekeyed(value["spots"].bound_blocks, key["options"])}

    def clean(self, answer, *, shown):
        if answer in ("", None):
            return None
        return one_of(answer, {spot["id"] for spot in shown["spots"]})

    def score(self, answer, *, shown, key):
        return FULL if answer and key["options"][answer]["right"] else NOTHING

    def describe(self, answer, *, shown):
        return [self._name(spot) for spot in shown["spots"] if spot["id"] == answer]

    def right(self, *, shown, key):
        options = key["options"]
        return [self._name(spot) for spot in shown["spots"] if options[spot["id"]]["right"]]

    def _name(self, spot: dict) -> str:
        number = gettext("Spot %(number)s") % {"number": spot["id"]}
        return f"{number}: {spot['text']}" if spot["text"] else number

    def feedback(self, answer, *, shown, key):
        said = key["options"][answer]["feedback"] if answer else ""
        return [said] if said else []

    def context(self, answer, *, shown):
        spots = [
            spot | {"checked": spot["id"] == answer, "name": self._name(spot)}
            for spot in shown["spots"]
        ]
        return {"spots": spots, "alt": shown["alt"], "image": shown["image"]}
