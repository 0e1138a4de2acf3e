"""What shoppers read of offers: why a coupon does not hold, and what one more would bring."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from markets.dates import format_day
from markets.lookup import get_market, market_of
from markets.money import format_money
from markets.names import country_name

from .engine.applying import Missing


def last_day(ends_at: datetime) -> datetime:
    """A moment of the last day of what ends then: midnight belongs to the day before."""
    return ends_at - timedelta(seconds=1)


def refusal_text(
    refusal: str,
    *,
    variant: str,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    markets: Iterable[str] = (),
) -> str:
    """Why a coupon does not hold, in the reader's language."""
    if refusal == "not_yet" and starts_at:
        return _("This coupon can be used from %(day)s.") % {"day": format_day(starts_at, variant)}
    if refusal == "expired" and ends_at:
        day = format_day(last_day(ends_at), variant)
        return _("This coupon ended on %(day)s.") % {"day": day}
    if refusal == "other_country" and markets:
        names = ", ".join(country_name(get_market(code)) for code in markets)
        return _("This coupon is for another country: %(countries)s.") % {"countries": names}
    plain = {
        "empty": _("Type the code of your coupon."),
        "unknown": _("We do not know this code. Check how it is written."),
        "already": _("This coupon is in your cart already."),
        "same_offer": _("Another code of the same offer is in your cart already."),
        "too_many": _("No more coupons fit in one order. Remove one first."),
        "too_often": _("Too many codes were tried. Wait an hour and try again."),
        "not_yet": _("This coupon cannot be used yet."),
        "expired": _("This coupon has ended."),
        "other_country": _("This coupon is for another country."),
        "used_up": _("This coupon has been used up."),
        "used_by_you": _("You have used this coupon already."),
        "sign_in": _("This coupon is for customers with an account: sign in first."),
        "other_group": _("This coupon is not for your account."),
        "not_together": _("It cannot be combined with another offer on the same goods."),
        "empty_cart": _("Put something in your cart first."),
    }
    return plain.get(refusal, _("This coupon cannot be used at the moment."))


def lacks_text(lacks: Missing, *, variant: str) -> str:
    """What a cart lacks for a coupon."""
    if lacks.amount:
        return _("It needs goods for %(amount)s more.") % {"amount": _money(lacks, variant)}
    if lacks.units:
        return ngettext(
            "It needs %(count)d more item of what it is for.",
            "It needs %(count)d more items of what it is for.",
            lacks.units,
        ) % {"count": lacks.units}
    return _("Nothing of what it is for is in your cart.")


def hint_text(lacks: Missing, *, variant: str) -> str:
    """What one more would bring: ``Add 1 more to get “3 for 2”``."""
    name = {"offer": lacks.offer.name}
    if lacks.amount:
        words = _("Add goods for %(amount)s more to get “%(offer)s”.")
        return words % {"amount": _money(lacks, variant), **name}
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
    return _("Add something it holds for to get “%(offer)s”.") % name


def _money(lacks: Missing, variant: str) -> str:
    return format_money(lacks.amount, market_of(variant).currency, variant)
