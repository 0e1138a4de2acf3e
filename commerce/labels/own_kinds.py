"""The kinds of labels that come with the shop."""

from datetime import timedelta
from decimal import Decimal

from babel.numbers import format_percent
from django.db.models import Min, Q
from django.utils.translation import gettext_lazy as _
from oscar.core.loading import get_model

from commerce.delivery.models import DeliveryMethod
from markets.days import end, today
from markets.locales import known_locale
from markets.lookup import all_markets

from .kinds import FOREVER, LabelKind
from .models import NEW_DAYS, LabelPolicy, Newness

Product = get_model("catalogue", "Product")


class Discount(LabelKind):
    """Where the price list has a compare-at price: the text is the discount."""

    code, name = "discount", _("Discount")
    slug, priority = "discount", 30
    has_words = False

    def until(self, facts, *, known, market, at):
        return FOREVER if facts.discount > 0 else None

    def words(self, facts, language):
        return format_percent(-facts.discount / 100, locale=known_locale(language))

    def listings(self, label):
        return Q(discount__gt=0)


class New(LabelKind):
    """For the days from the launch that the market's policy gives, or until the day that staff
    chose for the product."""

    code, name, text = "new", _("New"), _("New")
    slug, priority = "new", 20

    def read(self) -> dict[str, int]:
        days = dict(LabelPolicy.objects.values_list("market", "new_days"))
        return {market.code: days.get(market.code, NEW_DAYS) for market in all_markets()}

    def until(self, facts, *, known, market, at):
        if facts.new_until:
            over = end(facts.new_until, market)
        elif days := known[market.code]:
            over = facts.launched_at + timedelta(days=days)
        else:
            return None
        return over if at < over else None

    def products_to_relabel(self, since, now):
        found: set[int] = set()
        for days in set(self.read().values()):
            span = timedelta(days=days)
            launched = Product.objects.filter(
                parent=None, date_created__range=(since - span, now - span)
            )
            found.update(launched.values_list("pk", flat=True))
        for market in all_markets():
            # A day that was over in this market between the two.
            first, last = today(market, since) - timedelta(days=1), today(market, now)
            span = (first + timedelta(days=number) for number in range((last - first).days + 1))
            days = {day for day in span if since <= end(day, market) <= now}
            own = Newness.objects.filter(until__in=days)
            found.update(own.values_list("product_id", flat=True))
        return found


class FreeShipping(LabelKind):
    """On products whose price alone reaches free shipping in most of a market, and on those that
    staff choose."""

    code, name, text = "free", _("Free shipping"), _("Free shipping")
    slug, priority = "free-shipping", 10
    takes_products = True

    def read(self) -> dict[str, Decimal]:
        # Regions without free shipping are named on product pages (catalogue.buying_terms).
        for_most = DeliveryMethod.objects.for_most().filter(free_from__isnull=False)
        least = for_most.order_by().values("market").annotate(least=Min("free_from"))
        return dict(least.values_list("market", "least"))

    def until(self, facts, *, known, market, at):
        least = known.get(market.code)
        return FOREVER if least is not None and facts.price >= least else None


KINDS = (Discount(), New(), FreeShipping())
