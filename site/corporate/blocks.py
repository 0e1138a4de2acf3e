from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from cms import blocks as cms_blocks

from .product_block import ProductCardsBlock


class ContentBlocks(blocks.StreamBlock):
    """Everything that a corporate page can be made of."""

    hero = cms_blocks.HeroBlock(group=_("Opening"))
    banner = cms_blocks.BannerBlock(group=_("Opening"))
    call_to_action = cms_blocks.CallToActionBlock(group=_("Opening"))
    text = cms_blocks.TextBlock(group=pgettext_lazy("what editors write", "Words"))
    quote = cms_blocks.QuoteBlock(group=pgettext_lazy("what editors write", "Words"))
    features = cms_blocks.FeaturesBlock(group=pgettext_lazy("what editors write", "Words"))
    accordion = cms_blocks.AccordionBlock(group=pgettext_lazy("what editors write", "Words"))
    image = cms_blocks.ImageBlock(group=_("Pictures"))
    gallery = cms_blocks.GalleryBlock(group=_("Pictures"))
    video = cms_blocks.VideoBlock(group=_("Pictures"))
    products = ProductCardsBlock(group=_("More"))
    form = cms_blocks.FormBlock(group=_("More"))
