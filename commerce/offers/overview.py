"""The row of an offer in the back office's list."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from commerce.backoffice.categories import reader_language
from markets.dates import format_day
from markets.lookup import edition_for_language, get_market
from markets.money import staff_money
from markets.names import country_names

from .models import OfferCopy
from .plain_words import sentence
from .words import last_day


@dataclass(frozen=True)
class OfferOverview:
    """The texts of a row. ``tone``: the class of Wagtail's status tag."""

    name: str
    terms: str
    markets: str
    days: str
    state: str
    tone: str
    used: str
    codes: str


def attach_overviews(offers) -> list:
    """Set ``overview`` on each offer. A few queries for all of them."""
    offers = list(offers)
    language = reader_language()
    names = OfferCopy.objects.filter(offer__in=offers).by_subject(language)
    for offer in offers:
        offer.overview = _overview(offer, names.get(offer.pk), language, timezone.now())
    return offers


def _overview(offer, words, language: str, now: datetime) -> OfferOverview:
    rows = list(offer.in_markets.all())
    market = get_market(rows[0].market) if rows else None
    edition = market.edition(language) if market else None
    state, tone = _state(offer, rows, now)
    given = ""
    if offer.num_orders and market:
        # Amounts in several currencies have no sum: shown for offers in one market only.
        amount = staff_money(offer.total_discount, market.currency, edition)
        given = f" · {amount}" if len(rows) == 1 else ""
    codes = [voucher.code for voucher in offer.vouchers.all()]
    return OfferOverview(
        name=words.name if words else offer.name,
        terms=sentence(offer, market=market.code, language=language) if market else "",
        markets=country_names(row.market for row in rows),
        days=_days(rows[0], edition_for_language(language)) if rows else "",
        state=state,
        tone=tone,
        used=f"{offer.num_orders}{given}",
        codes=codes[0] if len(codes) == 1 else str(len(codes)) if codes else "",
    )


def _state(offer, rows, now: datetime) -> tuple[str, str]:
    if offer.is_suspended:
        return _("Not active"), "secondary"
    if offer.get_max_applications() == 0:
        return _("Used up"), "secondary"
    if rows and all(row.ends_at and row.ends_at <= now for row in rows):
        return _("Is over"), "secondary"
    if rows and all(row.starts_at and row.starts_at > now for row in rows):
        return _("Begins later"), "secondary"
    return _("Live"), "primary"


def _days(row, edition: str) -> str:
    first = format_day(row.starts_at, edition) if row.starts_at else ""
    last = format_day(last_day(row.ends_at), edition) if row.ends_at else ""
    if first and last:
        return f"{first} – {last}"
    if first:
        return _("from %(day)s") % {"day": first}
    return _("until %(day)s") % {"day": last} if last else _("always")
