from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from .base import (
    RICH_TEXT_FEATURES,
    SMALL_TEXT_FEATURES,
    LineBlock,
    PictureBlock,
    Section,
    TextareaBlock,
)
from .block_cache import UNTIL_PUBLISHED
from .link import ActionBlock

TONES = [
    ("plain", _("Paper")),
    ("blush", _("Blush")),
    ("sand", _("Sand")),
    ("sage", _("Sage")),
]


class ToneBlock(blocks.ChoiceBlock):
    """The ground a section stands on, one of the brand's."""

    choices = TONES

    def __init__(self, **kwargs):
        # Not in Meta: a ChoiceBlock hands its own ``default=None`` over it.
        kwargs.setdefault("default", "plain")
        super().__init__(**kwargs)

    class Meta:
        label = _("Ground")


class HeroBlock(Section):
    """The opening of a page: one picture, one promise, at most two buttons."""

    eyebrow = LineBlock(required=False, max_length=60, label=_("Small line above"))
    title = LineBlock(max_length=120, label=_("Title"))
    text = TextareaBlock(required=False, max_length=400, label=_("Text"))
    actions = blocks.ListBlock(ActionBlock(), min_num=0, max_num=2, default=[], label=_("Buttons"))
    image = PictureBlock(required=False, label=_("Image"))
    alt = LineBlock(required=False, max_length=255, label=_("Alternative text"))
    tone = ToneBlock()

    class Meta:
        cached = UNTIL_PUBLISHED
        icon = "pick"
        label = _("Hero")
        template = "cms/blocks/hero.html"


class TextBlock(Section):
    text = blocks.RichTextBlock(features=RICH_TEXT_FEATURES, label=_("Text"))

    class Meta:
        cached = UNTIL_PUBLISHED
        icon = "pilcrow"
        label = _("Text")
        template = "cms/blocks/text.html"


class QuoteBlock(Section):
    quote = TextareaBlock(max_length=600, label=_("Quote"))
    author = LineBlock(required=False, max_length=120, label=_("Who says it"))
    role = LineBlock(required=False, max_length=120, label=_("Who they are"))
    image = PictureBlock(required=False, label=_("Portrait"))
    alt = LineBlock(required=False, max_length=255, label=_("Alternative text"))

    class Meta:
        cached = UNTIL_PUBLISHED
        icon = "openquote"
        label = _("Quote")
        template = "cms/blocks/quote.html"


# Ids of ``static/icons.svg``.
ICONS = [
    ("leaf", _("Leaf")),
    ("sprout", _("Sprout")),
    ("flower", _("Flower")),
    ("droplet", _("Drop")),
    ("hand-heart", _("Hand with a heart")),
    ("users", _("People")),
    ("message", _("Conversation")),
    ("phone", _("Phone")),
    ("mail", _("Letter")),
    ("package", _("Package")),
    ("truck", _("Shipping")),
    ("return", _("Return")),
    ("gift", _("Gift")),
    ("wallet", _("Wallet")),
    ("lock", pgettext_lazy("a sign", "Lock")),
]


class FeatureBlock(blocks.StructBlock):
    icon = blocks.ChoiceBlock(choices=ICONS, required=False, label=_("Icon"))
    image = PictureBlock(required=False, label=_("Or a picture"))
    alt = LineBlock(required=False, max_length=255, label=_("Alternative text"))
    title = LineBlock(max_length=80, label=_("Title"))
    text = TextareaBlock(required=False, max_length=300, label=_("Text"))
    action = ActionBlock(required=False)

    class Meta:
        icon = "tick"
        label = _("Feature")


class FeaturesBlock(Section):
    title = LineBlock(required=False, max_length=120, label=_("Title"))
    text = TextareaBlock(required=False, max_length=400, label=_("Text"))
    items = blocks.ListBlock(FeatureBlock(), min_num=1, max_num=12, label=_("Features"))
    tone = ToneBlock()

    class Meta:
        cached = UNTIL_PUBLISHED
        icon = "list-ul"
        label = _("Features")
        template = "cms/blocks/features.html"


class AccordionItemBlock(blocks.StructBlock):
    title = LineBlock(max_length=160, label=_("Question"))
    text = blocks.RichTextBlock(features=SMALL_TEXT_FEATURES + ["ul", "ol"], label=_("Reply"))

    class Meta:
        icon = "help"


class AccordionBlock(Section):
    title = LineBlock(required=False, max_length=120, label=_("Title"))
    items = blocks.ListBlock(AccordionItemBlock(), min_num=1, label=_("Questions"))

    class Meta:
        cached = UNTIL_PUBLISHED
        icon = "list-ol"
        label = _("Accordion")
        template = "cms/blocks/accordion.html"


class CallToActionBlock(Section):
    title = LineBlock(max_length=120, label=_("Title"))
    text = TextareaBlock(required=False, max_length=400, label=_("Text"))
    actions = blocks.ListBlock(ActionBlock(), min_num=1, max_num=2, label=_("Buttons"))
    tone = ToneBlock(default="blush")

    class Meta:
        cached = UNTIL_PUBLISHED
        icon = "pick"
        label = _("Call to action")
        template = "cms/blocks/call_to_action.html"


class BannerBlock(Section):
    """Picture and words side by side, on either side."""

    title = LineBlock(max_length=120, label=_("Title"))
    text = TextareaBlock(required=False, max_length=600, label=_("Text"))
    action = ActionBlock(required=False)
    image = PictureBlock(label=_("Image"))
    alt = LineBlock(required=False, max_length=255, label=_("Alternative text"))
    side = blocks.ChoiceBlock(
        choices=[("start", _("Picture first")), ("end", _("Text first"))],
        default="start",
        label=_("Side of the picture"),
    )
    tone = ToneBlock()

    class Meta:
        cached = UNTIL_PUBLISHED
        icon = "image"
        label = _("Banner")
        template = "cms/blocks/banner.html"
