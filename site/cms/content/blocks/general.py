"""The blocks that every kind of page offers; what a kind adds comes after them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .media import GalleryBlock, ImageBlock, VideoBlock
from .pages import PageBlocks
from .sections import (
    AccordionBlock,
    BannerBlock,
    CallToActionBlock,
    FeaturesBlock,
    HeroBlock,
    QuoteBlock,
    TextBlock,
)


class GeneralBlocks(PageBlocks):
    """Nothing in them knows prices, visitors or sellers."""

    hero = HeroBlock(group=_("Opening"))
    banner = BannerBlock(group=_("Opening"))
    call_to_action = CallToActionBlock(group=_("Opening"))
    text = TextBlock(group=pgettext_lazy("what editors write", "Texts"))
    quote = QuoteBlock(group=pgettext_lazy("what editors write", "Texts"))
    features = FeaturesBlock(group=pgettext_lazy("what editors write", "Texts"))
    accordion = AccordionBlock(group=pgettext_lazy("what editors write", "Texts"))
    image = ImageBlock(group=_("Pictures"))
    gallery = GalleryBlock(group=_("Pictures"))
    video = VideoBlock(group=_("Pictures"))
