from django.db.models import Count, Min
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from cms.content.blocks import WITH_THE_MARKET, LineBlock, PictureBlock, Section
from cms.content.blocks.base import RICH_TEXT_FEATURES
from cms.page_cache import freshness
from corporate.product_block import ProductBlock, chosen_cards

from .models import EVENINGS_TAG, Guest


class EveningBlock(Section):
    """An invitation: how many come, and what is shown there."""

    title = LineBlock(max_length=120)
    image = PictureBlock(required=False)
    text = blocks.RichTextBlock(features=RICH_TEXT_FEATURES)
    products = blocks.ListBlock(ProductBlock(), default=[], max_num=4)

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context=parent_context)
        freshness.depends_on(EVENINGS_TAG)
        coming = Guest.objects.filter(at__gt=timezone.now()).aggregate(Count("pk"), Min("at"))
        freshness.expires_at(coming["at__min"])
        context["coming"] = coming["pk__count"]
        context["cards"] = chosen_cards(value["products"], (parent_context or {}).get("page"))
        return context

    class Meta:
        cached = WITH_THE_MARKET
        icon = "calendar-alt"
        label = _("Evening")
        template = "our_company/blocks/evening.html"
