"""A customer's address book, in the account. Somebody else's address is 404."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from commerce.policies.lookup import policy_of
from markets.lookup import all_markets
from markets.names import country_name
from people.portal import page

from . import formats
from .book import (
    COLUMNS,
    MOST,
    AlreadySaved,
    TooMany,
    delete_address,
    make_usual,
    save_address,
    saved_address,
    saved_addresses,
    usual_of,
)
from .forms import AddressForm

NAMES = ("first_name", "last_name")


def tile_summary(request) -> str:
    count = len(saved_addresses(request.user))
    return (
        ngettext("%(count)d address", "%(count)d addresses", count) % {"count": count}
        if count
        else ""
    )


def usual_panel(person, request) -> str:
    """For the account's overview: where the next order goes."""
    rows = saved_addresses(request.user)
    usual = usual_of(rows)
    context = {"address": _shown(usual) if usual else None, "others": len(rows) - bool(usual)}
    return render_to_string("addresses/panel.html", context, request)


def _own(request, pk: int):
    row = saved_address(request.user, pk)
    if row is None:
        raise Http404
    return row


def _shown(row) -> dict:
    """An address as the pages read it."""
    country = row.country_id
    phone = str(row.phone_number or "")
    return {
        "pk": row.pk,
        "lines": formats.address_lines(row),
        "country": next(
            (country_name(market) for market in all_markets() if market.country == country),
            row.country.printable_name,
        ),
        "phone": formats.show_phone(phone, country) if phone else "",
        "is_usual": row.is_default_for_shipping,
        # What tells buttons of two addresses apart when they are read out.
        "name": ", ".join(part for part in (row.line1, row.line4) if part),
    }


@page("addresses")
@require_safe
def index(request):
    rows = saved_addresses(request.user)
    return render(
        request,
        "addresses/list.html",
        {"addresses": [_shown(row) for row in rows], "is_full": len(rows) >= MOST},
    )


@page("addresses")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request):
    """In the market's country, or in ``?country=`` of another market."""
    market = next(
        (market for market in all_markets() if market.country == request.GET.get("country")),
        request.market,
    )
    person = request.person
    initial = {"first_name": person.first_name, "last_name": person.last_name}
    if person.phone:
        initial["phone"] = formats.show_phone(person.phone, market.country)
    form = AddressForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        country=market.country,
        phone_required=policy_of(market.code).phone_required,
    )
    others = [
        {"code": other.country, "name": country_name(other)}
        for other in all_markets()
        if other.country != market.country
    ]
    return _save(
        request,
        form,
        {
            "country": country_name(market),
            "others": others,
            "title": _("New address"),
        },
    )


@page("addresses")
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request, pk: int):
    row = _own(request, pk)
    country = row.country_id
    initial = {name: getattr(row, name) for name in (*NAMES, *COLUMNS)}
    if row.phone_number:
        initial["phone"] = formats.show_phone(str(row.phone_number), country)
    form = AddressForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        country=country,
        phone_required=_phone_required(country),
    )
    return _save(
        request,
        form,
        {"country": _shown(row)["country"], "title": _("Edit address")},
        row=row,
    )


def _phone_required(country: str) -> bool:
    """As the checkout of the country's market asks for it."""
    codes = [market.code for market in all_markets() if market.country == country]
    return any(policy_of(code).phone_required for code in codes)


def _save(request, form, context: dict, *, row=None):
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        fields = {name: data[name] for name in (*NAMES, "phone")} | form.address
        try:
            save_address(user=request.user, country=form.country, fields=fields, row=row)
        except AlreadySaved:
            form.add_error(None, _("You've already saved this address."))
        except TooMany:
            form.add_error(None, _("Your address book is full. Delete an address you don't use."))
        else:
            messages.success(request, _("Address saved."))
            return redirect("addresses:list")
    return render(request, "addresses/form.html", {"form": form, **context})


@page("addresses")
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request, pk: int):
    row = _own(request, pk)
    if request.method != "POST":
        return render(request, "addresses/delete.html", {"address": _shown(row)})
    delete_address(row=row)
    messages.success(request, _("Address deleted. Past orders keep it."))
    return redirect("addresses:list")


@page("addresses")
@require_POST
def usual(request, pk: int):
    make_usual(row=_own(request, pk))
    messages.success(request, _("This is now your default address."))
    return redirect("addresses:list")
