"""Template contexts of the catalogue's pages."""

from urllib.parse import quote, urlencode

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model

from cms.content import rich_text
from cms.frame import site_frame
from cms.page_cache import cached_html
from commerce.copy.paths import index_path
from commerce.copy.tree import CategoryNode, category_tree
from commerce.labels.presentation import on_card
from commerce.listings.facets import LABEL
from commerce.listings.tags import list_tag, product_tag
from markets.lookup import content_languages, get_market
from markets.names import country_name
from markets.sellers import address_at, base_of
from markets.storefront_urls import canonical, in_edition

from . import structured_data
from .boards import product_panels
from .buying_terms import buying_terms
from .cards import render_cards
from .category_page import CategorySummary, ListingPage
from .product_page import ProductPage


def _crumbs(language: str, trail: list[CategoryNode], last: str = "", path: str = "") -> list:
    """(label, neutral path) from home to the page."""
    crumbs = [(_("Home"), "/"), (_("All products"), index_path(language))]
    crumbs += [(node.title, node.path) for node in trail]
    if last:
        crumbs.append((last, path))
    return crumbs


def _links(crumbs: list) -> list[dict]:
    return [{"label": label, "url": in_edition(path)} for label, path in crumbs]


def _countries(markets: list[str], paths: dict[str, str], language: str) -> list[dict]:
    """The countries where something is sold: links to it there, the reader's language first."""
    found = []
    for code in markets:
        market = get_market(code)
        spoken = language if language in market.languages else market.languages[0]
        path = paths.get(spoken) or next(iter(paths.values()), "/")
        found.append(
            {
                "name": country_name(market, language),
                "url": in_edition(path, market.edition(spoken)),
                "lang": spoken,
            }
        )
    return found


def listing_context(
    request, listing: ListingPage, summary: CategorySummary, *, sold_in: list[str]
) -> dict:
    """The context of ``catalogue/category.html``; sets the page's alternates on the request."""
    node, language, words = listing.node, listing.language, summary.words
    trail = listing.tree.trail(node.pk) if node else []
    crumbs = _crumbs(language, trail)
    # Its path in each language, and the languages that it is translated into.
    places, paths = {}, {}
    for other in content_languages():
        if node is None:
            places[other] = paths[other] = index_path(other)
        elif twin := category_tree(other).nodes.get(node.pk):
            places[other] = twin.path
            if twin.language == other:
                paths[other] = twin.path
    request.storefront_alternates = paths
    request.storefront_breadcrumb = crumbs
    if listing.page.number > 1:
        request.storefront_canonical = listing.path(listing.page.number)
    if listing.filters.is_filtered:
        # One canonical page for search engines, whatever the filters.
        request.storefront_canonical = listing.path(1)
    if not listing.count or listing.is_beyond or listing.filters.is_filtered:
        request.storefront_robots = "noindex, follow"
    title = words.title if words else (node.title if node else _("All products"))
    number = listing.page.number
    cards = render_cards(listing.keys, heading="h2", wanted=listing.wanted)
    return {
        "title": title,
        "theme_title": listing.theme_title,
        "seo_title": (words.seo_title if words else "") or title,
        "description": (words.seo_description or words.summary) if words else "",
        "lead": words.summary if words else "",
        "intro": rich_text.expand(words.description) if words else "",
        "breadcrumb": _links(crumbs),
        "photo": summary.photo if listing.asked.page == 1 else None,
        "chips": [
            {"label": child.title, "url": in_edition(child.path)}
            for child in listing.subcategories()
        ],
        "cards": cards,
        "filter_column": _filter_column(listing),
        "listing": listing,
        "page": listing.page,
        "page_range": listing.page_range,
        "query": listing.filters.query,
        "previous_url": canonical(listing.path(number - 1)) if listing.page.has_previous() else "",
        "next_url": canonical(listing.path(number + 1)) if listing.page.has_next() else "",
        "last_page_url": f"?{listing.filters.query}page={listing.paginator.num_pages}",
        "all_url": in_edition(index_path(language)),
        "countries": _countries(
            [code for code in sold_in if code != listing.market],
            places,
            language,
        ),
        "item_list": structured_data.list_data(
            cards,
            edition=listing.edition,
            first=listing.page.start_index() if cards else 1,
        ),
        "crumb_data": structured_data.breadcrumb_data(crumbs, listing.edition),
    }


def _filter_column(listing: ListingPage) -> str:
    """The filter column's HTML, "" where there is no list; cached while no filter is chosen."""
    column = listing.filters
    if listing.is_beyond or not column.total:
        return ""

    def draw() -> str:
        column.expire_with_labels()
        return render_to_string("catalogue/filter_column.html", {"column": column})

    if column.is_filtered:
        return draw()
    place = listing.node.pk if listing.node else None
    key = ("filters", place, listing.edition, listing.asked.sort)
    depends_on = [list_tag(listing.market, place)]
    return cached_html(listing.market, key, draw, depends_on=depends_on)


def _frame_product(request, page: ProductPage) -> list:
    """Set the product's alternates on the request; returns its breadcrumb."""
    request.storefront_alternates = page.paths
    request.storefront_markets = page.sold_in
    # In a market where it is not sold, its page says so and names those where it is.
    request.storefront_says_where = True
    path = page.listing.path if page.listing else ""
    crumbs = _crumbs(page.language, page.trail, page.words.title, path or "/")
    request.storefront_breadcrumb = crumbs
    return crumbs


def product_context(request, page: ProductPage) -> dict:
    """The context of ``catalogue/product.html``: the chosen variant and everything around it."""
    crumbs = _frame_product(request, page)
    chosen = page.unit_with_sku(request.GET.get("variant", "")) or page.default_unit()
    url = in_edition(page.listing.path)
    words = page.words
    photos = page.photos(chosen)
    # Links to share keep the seller's prefix; canonical addresses never have it.
    shared_url = address_at(base_of(request), page.listing.path, page.edition)
    product = {
        "title": words.title,
        "summary": words.summary,
        "url": url,
        "options": [],
        "available": False,
    }
    if page.listing.labels:
        index = in_edition(index_path(page.language))
        product["labels"] = [
            label | {"url": f"{index}?{urlencode({LABEL: label['code']})}"}
            for label in on_card(page.listing.labels, page.market.code)
        ]
    if chosen is not None:
        product |= {
            "sku": chosen.sku,
            "price": page.money(chosen.amount),
            "compare_at": page.money(chosen.struck_through),
            "tier": page.tier_name,
            "tier_hidden": chosen.everybody is None,
            "regular": chosen.is_regular,
            "per_unit": page.per_unit(chosen),
            "has_per_unit": any(page.per_unit(unit) for unit in page.units),
            "tax_note": page.tax_note,
            "stock_text": chosen.stock_text,
            "stock_state": chosen.stock_state,
            "available": chosen.available,
            "max_quantity": chosen.most or 1,
            "options": page.picker(chosen),
            "buying_terms": buying_terms(page.edition),
        }
    source = words.locale.language_code
    return {
        "product": product,
        "panels": product_panels.shown(page, request),
        "variant_id": chosen.pk if chosen else "",
        "variants": page.variants_data(url),
        "action": reverse("cart:add"),
        "photos": photos,
        "gallery": _gallery(page, photos),
        "words": words,
        "words_lang": source if source != page.language else "",
        "seo_title": words.seo_title or words.title,
        "description": words.seo_description or words.summary,
        "sections": [
            {"title": title, "body": rich_text.expand(html), "open": opened}
            for title, html, opened in (
                (_("Benefits"), words.description, True),
                (_("How to use"), words.how_to_use, False),
                # Of a cream, of a robe.
                (_("Ingredients and materials"), words.ingredients, False),
            )
            if html
        ],
        "details": page.details,
        **_material(words),
        "breadcrumb": _links(crumbs),
        "recommendations": _recommendations(page),
        "share_url": shared_url,
        "whatsapp_url": f"https://wa.me/?text={quote(f'{words.title} {shared_url}')}",
        # Listings from before have no picture for it.
        "og_image": (photos[0].get("share") or photos[0]["src"]) if photos else "",
        "product_data": structured_data.product_data(
            page, brand=site_frame.current().frame(page.edition).brand.name
        ),
        "crumb_data": structured_data.breadcrumb_data(crumbs, page.edition),
    }


def _gallery(page: ProductPage, photos: list[dict]) -> str:
    """The gallery's HTML, photos in this order; cached for a published product."""

    def draw() -> str:
        return render_to_string("components/gallery.html", {"photos": photos, "aside": True})

    if not photos or not page.is_published:
        return draw() if photos else ""
    key = ("gallery", page.words.product_id, page.edition, *(photo["id"] for photo in photos))
    return cached_html(page.market.code, key, draw, depends_on=_own_tags(page))


def _recommendations(page: ProductPage) -> str:
    """The HTML of the related products; cached for a published product."""

    def draw() -> str:
        goes_with, also = page.recommendations()
        found = render_cards([*goes_with, *also], heading="h3", eager=0)
        values = {
            "goes_with": [card for card in found if card.listing in goes_with],
            "related": [card for card in found if card.listing in also],
            "related_url": in_edition(page.trail[-1].path) if page.trail else "",
        }
        return render_to_string("catalogue/recommendations.html", values)

    if not page.is_published:
        return draw()
    key = ("recommendations", page.words.product_id, page.edition)
    return cached_html(page.market.code, key, draw, depends_on=_own_tags(page))


def _own_tags(page: ProductPage) -> list[str]:
    return [product_tag(page.market.code, page.words.product_id)]


def _material(words) -> dict[str, list[dict]]:
    """``documents`` and ``videos`` of the words' extra material, in one query for all of them."""
    found = {"documents": [], "videos": []}
    rows = [
        (row["type"], row["value"]["title"], row["value"].get(row["type"]))
        for row in words.material.raw_data
    ]
    files = get_document_model().objects.in_bulk([pk for _kind, _title, pk in rows if pk])
    for kind, title, pk in rows:
        if file := files.get(pk):
            found[f"{kind}s"].append(
                {
                    "title": title,
                    "url": file.url,
                    "extension": file.file_extension.upper(),
                    "size": file.file_size,
                }
            )
    return found


def not_sold_context(request, page: ProductPage) -> dict:
    """The context of ``catalogue/not_sold_here.html``: where it is sold instead."""
    crumbs = _frame_product(request, page)
    request.storefront_robots = "noindex, follow"
    shown = page.listings[0] if page.listings else None
    return {
        "title": page.words.title,
        "summary": page.words.summary,
        "country": country_name(page.market, page.language),
        "countries": _countries(
            page.sold_in, {row.language: row.path for row in page.listings}, page.language
        ),
        "photo": shown.images[0] if shown and shown.images else None,
        "breadcrumb": _links(crumbs),
        "all_url": in_edition(index_path(page.language)),
        "related": render_cards(page.recommendations()[1], heading="h3"),
    }
