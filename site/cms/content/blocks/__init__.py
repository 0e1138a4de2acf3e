"""The blocks that pages are made of. ``corporate.blocks`` composes them for its pages."""

from .base import KeyBlock, LineBlock, MarketsBlock, PageBlock, PictureBlock, Section
from .block_cache import UNTIL_PUBLISHED, WITH_THE_MARKET
from .form import FormBlock
from .general import GeneralBlocks
from .link import ActionBlock, LinkBlock, link_path, link_url
from .media import EmbedBlock, GalleryBlock, ImageBlock, VideoBlock
from .pages import PageBlocks, PageBlocksField
from .sections import (
    AccordionBlock,
    BannerBlock,
    CallToActionBlock,
    FeaturesBlock,
    HeroBlock,
    QuoteBlock,
    TextBlock,
)

__all__ = [
    "UNTIL_PUBLISHED",
    "WITH_THE_MARKET",
    "AccordionBlock",
    "ActionBlock",
    "BannerBlock",
    "CallToActionBlock",
    "EmbedBlock",
    "FeaturesBlock",
    "FormBlock",
    "GalleryBlock",
    "GeneralBlocks",
    "HeroBlock",
    "ImageBlock",
    "KeyBlock",
    "LineBlock",
    "LinkBlock",
    "MarketsBlock",
    "PageBlock",
    "PageBlocks",
    "PageBlocksField",
    "PictureBlock",
    "QuoteBlock",
    "Section",
    "TextBlock",
    "VideoBlock",
    "link_path",
    "link_url",
]
