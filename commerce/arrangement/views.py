"""The arranging screen: a page of a product list as a grid, to set the order."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from commerce.listings.models import PER_PAGE
from markets.fields import market_choices

from . import access, services
from .models import CatalogueOrder
from .screen import ListQuery, Screen


class ArrangeView(WagtailAdminTemplateMixin, View):
    """Show a list on any day, and save its catalogue order."""

    model = CatalogueOrder
    index_url_name = None
    header_icon = "grip"
    page_title = gettext_lazy("Catalog order")
    template_name = "arrangement/arrange.html"

    def dispatch(self, request, *args, **kwargs):
        if not access.may_arrange(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get(self, request):
        return self.render(Screen(ListQuery.read(request.GET)))

    def post(self, request):
        asked = ListQuery.read(request.GET)
        asked.day = None
        try:
            places = read_places(request.POST)
            services.arrange(
                market=asked.market.code,
                category=asked.category,
                places=places,
                per_page=PER_PAGE,
                revision=read_number(request.POST.get("revision")) or 0,
                by=request.user,
            )
        except services.Conflict:
            messages.error(
                request,
                _(
                    "Someone else arranged this list while you were working on it. Your "
                    "changes are not saved; below is the list as it is now."
                ),
            )
            return self.render(Screen(asked))
        except ValidationError as error:
            for message in error.messages:
                messages.error(request, message)
            return self.render(Screen(asked), typed=request.POST)
        messages.success(request, _("The order is saved. The shop shows it at once."))
        return HttpResponseRedirect(self.address(asked))

    def address(self, asked: ListQuery, **changes) -> str:
        values = {
            "market": asked.market.code,
            "category": asked.category.pk if asked.category else "",
            "day": asked.day.isoformat() if asked.day else "",
            "page": asked.page,
            "q": asked.words,
        } | changes
        query = urlencode({key: value for key, value in values.items() if value})
        return f"{reverse(self.index_url_name)}?{query}"

    def render(self, screen: Screen, *, typed=None):
        asked = screen.asked
        found = screen.found()
        tiles = [*screen.tiles, *found]
        for tile in tiles:
            name = f"place-{tile.listing.product_id}"
            page, sequence = tile.place or ("", "")
            tile.typed_page = typed.get(f"{name}-page", "") if typed else page
            tile.typed_sequence = typed.get(f"{name}-sequence", "") if typed else sequence
        mark_mistakes(tiles if typed else [])
        page = screen.page
        context = self.get_context_data(
            screen=screen,
            asked=asked,
            found=found,
            markets=market_choices(),
            per_page=PER_PAGE,
            action_url=self.address(asked),
            catalogue_order_url=self.address(asked, day=""),
            previous_url=self.address(asked, page=page.number - 1) if page.has_previous() else "",
            next_url=self.address(asked, page=page.number + 1) if page.has_next() else "",
        )
        return TemplateResponse(self.request, self.template_name, context)


def mark_mistakes(tiles) -> None:
    """Mark the tiles whose typed place is incomplete, not a number, or used twice."""
    typed = [(str(tile.typed_page).strip(), str(tile.typed_sequence).strip()) for tile in tiles]
    for tile, place in zip(tiles, typed, strict=True):
        half = any(place) and None in map(read_number, place)
        tile.is_mistaken = half or (all(place) and typed.count(place) > 1)


def read_number(text) -> int | None:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def read_places(data) -> dict[int, tuple[int, int] | None]:
    """The posted place (or None) of each product on the screen. Raises ValidationError."""
    places: dict[int, tuple[int, int] | None] = {}
    problems = []
    for key in data.getlist("shown"):
        pk = read_number(key)
        if pk is None:
            continue
        typed = [(data.get(f"place-{pk}-{part}") or "").strip() for part in ("page", "sequence")]
        if not any(typed):
            places[pk] = None
            continue
        page, sequence = map(read_number, typed)
        if page is None or sequence is None:
            problems.append(_("A place needs both a page and a number, in digits."))
            continue
        if (page, sequence) in places.values():
            problems.append(
                _("Two products were given number %(number)d of page %(page)d.")
                % {"number": sequence, "page": page}
            )
        places[pk] = (page, sequence)
    if problems:
        raise ValidationError(list(dict.fromkeys(problems)))
    return places
