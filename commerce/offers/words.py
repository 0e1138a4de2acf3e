"""Messages for shoppers: why a coupon does not apply, and hints of offers within reach."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from markets.dates import format_day
from markets.lookup import market_of
from markets.money import format_money
from markets.names import country_names

from .engine.applying import Missing


def last_day(ends_at: datetime) -> datetime:
    """A moment within the last day of an offer that ends then: midnight is the day before."""
    return ends_at - timedelta(seconds=1)


def refusal_text(
    refusal: str,
    *,
    edition: str,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    markets: Iterable[str] = (),
) -> str:
    """Why a coupon does not apply, in the reader's language."""
    if refusal == "not_yet" and starts_at:
        return _("This coupon is valid from %(day)s.") % {"day": format_day(starts_at, edition)}
    if refusal == "expired" and ends_at:
        day = format_day(last_day(ends_at), edition)
        return _("This coupon expired on %(day)s.") % {"day": day}
    if refusal == "other_country" and markets:
        return _("This coupon is for another country: %(countries)s.") % {
            "countries": country_names(markets)
        }
    plain = {
        "empty": _("Enter your coupon code."),
        "unknown": _("We don't recognize this code. Check the spelling."),
        "already": _("This coupon is already in your cart."),
        "same_offer": _("Another code for the same offer is already in your cart."),
        "too_many": _("This order already has the maximum number of coupons. Remove one first."),
        "too_often": _("You've tried too many codes. Wait an hour and try again."),
        "not_yet": _("This coupon isn't valid yet."),
        "expired": _("This coupon has expired."),
        "other_country": _("This coupon is for another country."),
        "used_up": _("This coupon is no longer available."),
        "used_by_you": _("You've already used this coupon."),
        "sign_in": _("This coupon is for customers with an account. Sign in first."),
        "other_group": _("This coupon isn't valid for your account."),
        "not_together": _("This coupon can't be combined with another offer on the same items."),
        "empty_cart": _("Add something to your cart first."),
    }
    return plain.get(refusal, _("This coupon can't be used right now."))


def lacks_text(lacks: Missing, *, edition: str) -> str:
    """What a cart lacks for a coupon, in the reader's language."""
    if lacks.amount:
        return _("Add %(amount)s more to use this coupon.") % {"amount": _money(lacks, edition)}
    if lacks.units:
        return ngettext(
            "Add %(count)d more eligible item to use this coupon.",
            "Add %(count)d more eligible items to use this coupon.",
            lacks.units,
        ) % {"count": lacks.units}
    return _("Nothing in your cart is eligible for this coupon.")


def hint_text(lacks: Missing, *, edition: str) -> str:
    """A hint of an offer within reach: ``Add 1 more to get “3 for 2”``."""
    name = {"offer": lacks.offer.name}
    if lacks.amount:
        words = _("Add %(amount)s more to get “%(offer)s”.")
        return words % {"amount": _money(lacks, edition), **name}
    if lacks.different:
        words = ngettext(
            "Add %(count)d different product to get “%(offer)s”.",
            "Add %(count)d different products to get “%(offer)s”.",
            lacks.units,
        )
        return words % {"count": lacks.units, **name}
    if lacks.units:
        words = ngettext(
            "Add one more to get “%(offer)s”.",
            "Add %(count)d more to get “%(offer)s”.",
            lacks.units,
        )
        return words % {"count": lacks.units, **name}
    return _("Add an eligible product to get “%(offer)s”.") % name


def _money(lacks: Missing, edition: str) -> str:
    return format_money(lacks.amount, market_of(edition).currency, edition)
