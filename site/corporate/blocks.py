from django.utils.translation import gettext_lazy as _

from cms.content import blocks as cms_blocks
from commerce.product_lists.blocks import CarouselBlock

from .product_block import ProductCardsBlock


class ContentBlocks(cms_blocks.GeneralBlocks):
    """Everything that a corporate page can be made of."""

    pages = "company"

    products = ProductCardsBlock(group=_("More"))
    carousel = CarouselBlock(group=_("More"))
    form = cms_blocks.FormBlock(group=_("More"))
