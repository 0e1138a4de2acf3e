"""The catalogue's pages. They read no session and no user, and write nothing."""

from functools import wraps
from urllib.parse import urlencode

from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from cms.page_cache import cache_page_for_everyone
from cms.page_cache.versioned import pinned_version
from commerce.copy.models import CategoryCopy
from commerce.copy.paths import index_path
from commerce.copy.tree import category_tree
from commerce.projection.building import draft_listing
from markets.lookup import language_of, market_of
from markets.storefront_urls import in_edition, neutral

from . import presentation
from .category_page import CategorySummary, ListingPage, find_photo, find_summary
from .product_page import ProductPage, find_page


def framed(view):
    """One question for the storefront's version in the whole request."""

    @wraps(view)
    def held(request, *args, **kwargs):
        with pinned_version():
            return view(request, *args, **kwargs)

    return require_safe(cache_page_for_everyone(held))


def _moved(request, path: str, *, permanent: bool = True):
    """Redirect to a neutral path, with the same query string."""
    query = request.META.get("QUERY_STRING", "")
    target = in_edition(path) + (f"?{query}" if query else "")
    return HttpResponsePermanentRedirect(target) if permanent else HttpResponseRedirect(target)


@framed
def index(request):
    """All products of the market."""
    return _listing(request, None, CategorySummary())


@framed
def entry(request, path: str):
    """A category or a product, by the last part of the path.

    The parts before it are not needed: a wrong or old path redirects to the right one, so that
    renaming or moving a category breaks no link below it.
    """
    slug = path.rstrip("/").rsplit("/", 1)[-1]
    language = language_of(request.edition)
    tree = category_tree(language)
    if node := tree.find(slug):
        if neutral(request.path_info) != node.path:
            return _moved(request, node.path)
        return _category(request, node)
    if page := find_page(slug, request.edition):
        return product(request, page)
    if node := _category_elsewhere(tree, slug):
        return _moved(request, node.path)
    raise Http404(f"no category or product at {path}")


def _category_elsewhere(tree, slug: str):
    """The category that has this address in another language."""
    pks = CategoryCopy.objects.live().filter(slug=slug).values_list("category_id", flat=True)
    return next((tree.nodes[pk] for pk in pks if pk in tree.nodes), None)


@framed
def foreign(request, path: str = ""):
    """An address of another language's catalogue: somebody replaced the country in it."""
    if not path:
        return _moved(request, index_path(language_of(request.edition)))
    return entry(request, path=path)


# --- Categories -------------------------------------------------------------------------


def _category(request, node):
    return _listing(request, node, find_summary(node, market_of(request.edition).code))


def category_preview(request, words):
    """The category's page with a draft of its texts (``commerce.copy``)."""
    node = category_tree(language_of(request.edition)).nodes.get(words.category_id)
    return _listing(request, node, CategorySummary(words, find_photo(node) if node else None))


def _listing(request, node, summary: CategorySummary):
    tree = category_tree(language_of(request.edition))
    listing = ListingPage(tree, node, request.edition, request.GET)
    status = 200
    sold_in = []
    if listing.is_beyond:
        status = 404
    elif not listing.filters.total:
        sold_in = listing.sold_in()
        # As for a product: what this country does not sell is not found in this country.
        status = 404 if sold_in else 200
    context = presentation.listing_context(request, listing, summary, sold_in=sold_in)
    template = "catalogue/category.html"
    return render(request, template, context, status=status)


# --- Products ---------------------------------------------------------------------------


def product(request, page: ProductPage):
    if page.listing is None:
        if not page.listings:
            raise Http404("not sold anywhere")
        return render(
            request,
            "catalogue/not_sold_here.html",
            presentation.not_sold_context(request, page),
            status=404,
        )
    if neutral(request.path_info) != page.listing.path:
        return _moved(request, page.listing.path)
    if "show" in request.GET:
        # Without a script: the options as radios, answered with the variant's own address.
        unit = page.unit_with_options(request.GET.dict())
        query = urlencode({"variant": unit.sku}) if unit and unit.sku else ""
        return HttpResponseRedirect(
            in_edition(f"{page.listing.path}?{query}" if query else page.listing.path)
        )
    context = presentation.product_context(request, page)
    return render(request, "catalogue/product.html", context)


def product_preview(request, words):
    """The product's page with a draft of its texts (``commerce.copy``)."""
    page = ProductPage(words, request.edition)
    page.listing = draft_listing(words, page.market, page.language)
    if page.listing is None:
        return render(
            request, "catalogue/not_sold_here.html", presentation.not_sold_context(request, page)
        )
    return render(request, "catalogue/product.html", presentation.product_context(request, page))
