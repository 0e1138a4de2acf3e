"""Views of "My site" in the consultant's account: texts, favorites, alias, sharing."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from cms.web.throttle import is_over_limit, over_limit
from commerce.catalogue.models import Product
from commerce.listings.models import Listing
from markets.folding import fold
from markets.lookup import (
    content_languages,
    current_edition,
    edition_for_language,
    get_market,
    language_of,
)
from markets.names import language_name
from markets.storefront_urls import in_edition
from people import portal
from replicated.consultants.access import current_consultant
from replicated.consultants.services import AliasTaken, rename_site

from .. import photos, presentation, services
from ..forms import AddressForm, FavouritesForm, FindForm, SiteForm
from ..models import SitePolicy, SiteProfile
from ..resolving import seller_from
from ..staging import draw

MOST_FOUND = 12
RENAMES_A_DAY = 5
DAY = 24 * 3600


def summary(request) -> str:
    """The text of the account's tile: the state of the site."""
    consultant = current_consultant(request)
    state = SiteProfile.objects.filter(consultant=consultant).values_list("state", flat=True)
    return str(SiteProfile.State(state.first() or SiteProfile.State.DRAFT).label)


def _frame(request, profile: SiteProfile, tab: str) -> dict:
    """The shared context of all pages of "My site"."""
    consultant = profile.consultant
    names = (
        ("my_site", _("My page")),
        ("my_site_favourites", _("My favorites")),
        ("my_site_address", _("Site name")),
        ("my_site_share", _("Share")),
    )
    return {
        "profile": profile,
        "consultant": consultant,
        "tabs": [
            {"url": reverse(name), "label": label, "current": name == tab} for name, label in names
        ],
        "link": presentation.personal_link(seller_from(consultant)),
        "must_be_approved": SitePolicy.load().approval_required,
        "previews": _previews(consultant),
        "preview_url": reverse("my_site_preview"),
    }


def _previews(consultant) -> list[dict]:
    """Links to previews of the draft in each language, in the consultant's market if possible."""
    home = get_market(consultant.market)
    own = current_edition()
    found = []
    for language in content_languages():
        edition = (
            own if language_of(own) == language else edition_for_language(language, prefer=home)
        )
        url = in_edition(reverse("my_site_preview"), edition)
        found.append({"label": language_name(language), "url": url, "lang": language})
    return found


@require_http_methods(["GET", "HEAD", "POST"])
@portal.page("my_site")
def my_site(request):
    consultant = current_consultant(request)
    profile = services.profile_of(consultant)
    if request.method == "POST":
        form = _form(consultant, profile.draft, request.POST, request.FILES)
        valid = form.is_valid()
        # Save a valid photo even if other fields have errors.
        profile = _take_photo(request, consultant, form, told=not valid) or profile
        if valid:
            services.save_draft(consultant=consultant, **form.parts())
            if request.POST.get("action") == "publish":
                _publish(request, consultant)
            else:
                messages.success(request, _("Your draft is saved. No one sees it yet."))
            return HttpResponseRedirect(reverse("my_site"))
    else:
        form = _form(consultant, profile.draft)
    image = photos.find(profile.draft.get("photo"))
    return render(
        request,
        "storefronts/my_site/page.html",
        {
            **_frame(request, profile, "my_site"),
            "form": form,
            "photo": photos.picture(image, alt=profile.draft.get("name", "")) if image else None,
        },
    )


def _form(consultant, content, *data) -> SiteForm:
    return SiteForm(*data, content=content, region=get_market(consultant.market).country)


def _take_photo(request, consultant, form, *, told: bool) -> SiteProfile | None:
    photo = form.cleaned_data.get("photo")
    if photo is None and not form.cleaned_data.get("remove_photo"):
        return None
    profile = services.set_photo(consultant=consultant, photo=photo, by=request.user)
    profile.consultant = consultant
    if told and photo is not None:
        messages.info(request, _("Your photo is saved. Correct what is marked below."))
    return profile


def _publish(request, consultant) -> None:
    profile = services.publish(consultant=consultant, by=request.user)
    if profile.is_waiting:
        text = _("Submitted. We'll review it and email you. Until then, your site stays as it is.")
    else:
        text = _("Your site is live.")
    messages.success(request, text)


@require_http_methods(["GET", "HEAD", "POST"])
@portal.page("my_site")
def preview(request):
    """Preview of the draft or, by POST, of the valid values of the form as typed."""
    consultant = current_consultant(request)
    content = services.profile_of(consultant).draft
    if request.method == "POST":
        form = _form(consultant, content, request.POST)
        form.is_valid()
        content = content | form.parts()
    return draw(request, consultant=consultant, content=content, edition=current_edition())


@require_http_methods(["GET", "HEAD", "POST"])
@portal.page("my_site")
def favourites(request):
    consultant = current_consultant(request)
    profile = services.profile_of(consultant)
    query = request.POST if request.method == "POST" else request.GET
    if request.method == "POST":
        form = FavouritesForm(request.POST, content=profile.draft)
        action = request.POST.get("action", "save")
        if action == "enter":
            # Enter was pressed in a field: in the search field it searches.
            action = "find" if request.POST.get("q") else "save"
        if form.is_valid and action != "find":
            known = set(
                Product.objects.filter(pk__in=[row.product for row in form.rows], is_public=True)
                .exclude(structure="child")
                .values_list("pk", flat=True)
            )
            chosen = form.favourites(known=known)
            services.save_draft(consultant=consultant, favourites=chosen)
            if action == "publish":
                _publish_favourites(request, consultant)
            else:
                messages.success(request, _("Your draft is saved. No one sees it yet."))
            return HttpResponseRedirect(reverse("my_site_favourites"))
    else:
        form = FavouritesForm(content=profile.draft)
    find = FindForm({"q": query.get("q", "")})
    return render(
        request,
        "storefronts/my_site/favourites.html",
        {
            **_frame(request, profile, "my_site_favourites"),
            "form": form,
            "rows": _shown(form.rows, consultant),
            "find": find,
            "found": _found(find, consultant, {row.product for row in form.rows}),
        },
    )


def _publish_favourites(request, consultant) -> None:
    try:
        _publish(request, consultant)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))


def _shown(rows, consultant) -> list[dict]:
    """Each row with its product, or a note that it is not sold any more."""
    language = language_of(current_edition())
    listings = Listing.objects.for_cards().filter(product_id__in=[row.product for row in rows])
    best: dict[int, tuple] = {}
    for listing in listings:
        rank = (listing.market == consultant.market, listing.language == language)
        if rank >= best.get(listing.product_id, ((False, False), None))[0]:
            best[listing.product_id] = (rank, listing)
    return [
        {"row": row, "listing": best[row.product][1] if row.product in best else None}
        for row in rows
    ]


def _found(find: FindForm, consultant, chosen: set[int]):
    """Products that match all words of the search; featured ones without a search."""
    if not find.is_valid():
        return []
    rows = Listing.objects.in_market(consultant.market, language_of(current_edition())).for_cards()
    if not rows.exists():
        rows = Listing.objects.in_market(
            consultant.market, get_market(consultant.market).languages[0]
        )
        rows = rows.for_cards()
    for word in fold(find.cleaned_data["q"]).split()[:6]:
        rows = rows.filter(search_text__contains=word)
    return rows.exclude(product_id__in=chosen).order_by("-featured", "title", "pk")[:MOST_FOUND]


@require_http_methods(["GET", "HEAD", "POST"])
@portal.page("my_site")
def address(request):
    consultant = current_consultant(request)
    profile = services.profile_of(consultant)
    form = AddressForm(request.POST or None, initial={"alias": consultant.alias})
    if request.method == "POST" and form.is_valid() and _rename(request, consultant, form):
        messages.success(
            request, _("Your site has its new name. Links with the old one still work.")
        )
        return HttpResponseRedirect(reverse("my_site_address"))
    return render(
        request,
        "storefronts/my_site/address.html",
        {**_frame(request, profile, "my_site_address"), "form": form},
    )


def _rename(request, consultant, form: AddressForm) -> bool:
    alias = form.cleaned_data["alias"]
    who = str(consultant.pk)
    # Rate limit for new aliases, as each stays reserved forever. Refused ones, and former ones of
    # the same site, do not count.
    is_new = not consultant.aliases.filter(alias=alias).exists()
    if is_new and is_over_limit(request, "rename-site", RENAMES_A_DAY, by=who):
        form.add_error("alias", _("You've tried many names today. Try again tomorrow."))
        return False
    try:
        rename_site(consultant=consultant, alias=alias, by=request.user)
    except AliasTaken as error:
        form.add_error("alias", error.message)
    except ValidationError as error:
        form.add_error("alias", error)
    else:
        if is_new:
            over_limit(request, "rename-site", RENAMES_A_DAY, by=who, seconds=DAY)
        return True
    return False


@require_safe
@portal.page("my_site")
def share(request):
    consultant = current_consultant(request)
    profile = services.profile_of(consultant)
    return render(
        request,
        "storefronts/my_site/share.html",
        {**_frame(request, profile, "my_site_share"), "seller": seller_from(consultant)},
    )
