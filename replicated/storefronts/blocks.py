"""Blocks of the consultants' page, which show the consultant of the current site."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail import blocks

from cms.content import blocks as cms_blocks
from cms.content.blocks.base import LineBlock, Section, TextareaBlock
from cms.content.blocks.sections import ToneBlock
from commerce.product_lists.blocks import CarouselBlock
from markets.sellers import seller_of

from . import presentation

NAME_HELP = _("{name} stands for the consultant's name, {first_name} for the first part of it.")


class AboutSeller(Section):
    """Base of sections about the site's consultant; rendered empty on the company's pages."""

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        request = (parent_context or {}).get("request")
        context["seller"] = seller_of(request) if request else None
        return context

    def render(self, value, context=None):
        request = (context or {}).get("request")
        if request is None or seller_of(request) is None:
            return ""
        return super().render(value, context=context)


class GreetingBlock(AboutSeller):
    """The opening of the page: photo, name and greeting."""

    eyebrow = LineBlock(
        required=False, max_length=60, label=_("Small line above"), help_text=NAME_HELP
    )
    title = LineBlock(max_length=120, default="{name}", label=_("Title"), help_text=NAME_HELP)
    greeting = TextareaBlock(
        required=False,
        max_length=400,
        label=_("Greeting for those who wrote none"),
        help_text=NAME_HELP,
    )
    tone = ToneBlock(default="blush")

    class Meta:
        icon = "user"
        label = _("Greeting")
        template = "storefronts/blocks/greeting.html"


class StoryBlock(AboutSeller):
    """The consultant's story; left out without one."""

    title = LineBlock(required=False, max_length=120, label=_("Title"), help_text=NAME_HELP)
    tone = ToneBlock()

    class Meta:
        icon = "pilcrow"
        label = _("Their story")
        template = "storefronts/blocks/story.html"


class ContactCardBlock(AboutSeller):
    """The contact details that the consultant agreed to show, and a link to write to them."""

    title = LineBlock(required=False, max_length=120, label=_("Title"), help_text=NAME_HELP)
    text = TextareaBlock(required=False, max_length=300, label=_("Text"), help_text=NAME_HELP)
    tone = ToneBlock(default="sand")

    class Meta:
        icon = "mail"
        label = _("Contact card")
        template = "storefronts/blocks/contact_card.html"


class FavouritesBlock(AboutSeller):
    """The consultant's favorite products with notes, of those that the market sells."""

    title = LineBlock(max_length=120, label=_("Title"), help_text=NAME_HELP)
    instead = blocks.ChoiceBlock(
        choices=[
            ("featured", _("The company's featured products")),
            ("nothing", pgettext_lazy("in place of products", "Nothing")),
        ],
        default="featured",
        label=_("For those who chose none"),
    )
    instead_title = LineBlock(
        required=False, max_length=120, label=_("Title of featured products"), help_text=NAME_HELP
    )

    class Meta:
        icon = "tag"
        label = _("Favorites")
        template = "storefronts/blocks/favourites.html"

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        seller = context["seller"]
        if seller.card.get("favourites"):
            context["cards"] = presentation.favourite_cards(seller)
            context["title"] = value["title"]
        elif value.get("instead") == "featured":
            context["cards"] = presentation.featured_cards()
            context["title"] = value.get("instead_title") or value["title"]
        return context


class JoinBlock(AboutSeller):
    """An invitation to register with this consultant."""

    title = LineBlock(max_length=120, label=_("Title"), help_text=NAME_HELP)
    text = TextareaBlock(required=False, max_length=400, label=_("Text"), help_text=NAME_HELP)
    label = LineBlock(max_length=60, label=pgettext_lazy("on a link", "Text"), default="")
    tone = ToneBlock(default="sage")

    class Meta:
        icon = "group"
        label = _("Join me")
        template = "storefronts/blocks/join.html"


class ShareBlock(AboutSeller):
    """The site's link to share, with a QR code."""

    title = LineBlock(max_length=120, label=_("Title"), help_text=NAME_HELP)
    text = TextareaBlock(required=False, max_length=300, label=_("Text"), help_text=NAME_HELP)

    class Meta:
        icon = "link"
        label = _("Share this site")
        template = "storefronts/blocks/share.html"


class ConsultantBlocks(cms_blocks.PageBlocks):
    """All blocks of the consultants' page."""

    pages = "consultant"

    greeting = GreetingBlock(group=_("About the consultant"))
    story = StoryBlock(group=_("About the consultant"))
    favourites = FavouritesBlock(group=_("About the consultant"))
    contact_card = ContactCardBlock(group=_("About the consultant"))
    join = JoinBlock(group=_("About the consultant"))
    share = ShareBlock(group=_("About the consultant"))
    hero = cms_blocks.HeroBlock(group=_("Opening"))
    banner = cms_blocks.BannerBlock(group=_("Opening"))
    call_to_action = cms_blocks.CallToActionBlock(group=_("Opening"))
    text = cms_blocks.TextBlock(group=pgettext_lazy("what editors write", "Texts"))
    quote = cms_blocks.QuoteBlock(group=pgettext_lazy("what editors write", "Texts"))
    features = cms_blocks.FeaturesBlock(group=pgettext_lazy("what editors write", "Texts"))
    accordion = cms_blocks.AccordionBlock(group=pgettext_lazy("what editors write", "Texts"))
    image = cms_blocks.ImageBlock(group=_("Pictures"))
    gallery = cms_blocks.GalleryBlock(group=_("Pictures"))
    video = cms_blocks.VideoBlock(group=_("Pictures"))
    carousel = CarouselBlock(group=_("More"))
