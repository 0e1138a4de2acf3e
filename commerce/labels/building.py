"""Which labels a listing carries at a moment, as the plain values that cards show.

``{"kind", "code", "text", "colour", "ink", "until"?}``, the highest priority first. What has
not begun is left out; what ends says when, so that nobody shows it longer.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal

from babel.numbers import format_percent
from django.db.models import Min
from django.utils import translation
from django.utils.translation import gettext as _

from commerce.delivery.models import DeliveryMethod
from markets.days import beginning, end
from markets.locales import known_locale
from markets.lookup import all_markets, content_languages, get_market
from markets.registry import Market

from .inks import ink_on
from .models import Label, LabelCopy, LabelPolicy, Newness


@dataclass
class Facts:
    """What labels hang on, of one product in one market."""

    product_id: int
    price: Decimal
    # Whole per cent off, 0 for none.
    discount: int
    launched_at: datetime
    # With those above them.
    categories: frozenset[int]
    options: frozenset[int]


@dataclass
class Rule:
    """A label with everything that it needs to be decided and written."""

    label: Label
    texts: dict[str, str]
    categories: frozenset[int]
    options: frozenset[int]

    def span(self, market: Market) -> tuple[datetime | None, datetime | None]:
        """From when to when it holds in a market; None is no limit."""
        first, last = self.label.starts_on, self.label.ends_on
        return (
            beginning(first, market) if first else None,
            end(last, market) if last else None,
        )


@dataclass
class Hands:
    """What people said about single products."""

    # {product id: ids of labels}
    labels: dict[int, set[int]] = field(default_factory=dict)
    new_until: dict[int, date] = field(default_factory=dict)

    @classmethod
    def read(cls, product_ids) -> "Hands":
        """Two queries."""
        hands = cls(new_until=dict(Newness.objects.filter(product__in=product_ids).values_list(
            "product_id", "until"
        )))  # fmt: skip
        named = Label.products.through.objects.filter(product__in=product_ids)
        for product_id, label_id in named.values_list("product_id", "label_id"):
            hands.labels.setdefault(product_id, set()).add(label_id)
        return hands


@dataclass
class LabelBook:
    """Every active label: the same for all products of a run."""

    rules: list[Rule] = field(default_factory=list)
    new_days: dict[str, int] = field(default_factory=dict)
    # {market: what goods must be worth to be delivered for nothing to most of it}
    free_from: dict[str, Decimal] = field(default_factory=dict)

    @classmethod
    def read(cls) -> "LabelBook":
        """A handful of queries, however many products."""
        texts = {
            language: LabelCopy.objects.by_subject(language) for language in content_languages()
        }
        rules = [
            Rule(
                label=label,
                texts={
                    language: found[label.pk].text
                    for language, found in texts.items()
                    if label.pk in found
                },
                categories=frozenset(row.pk for row in label.categories.all()),
                options=frozenset(row.pk for row in label.options.all()),
            )
            for label in Label.objects.active().prefetch_related("categories", "options")
        ]
        days = dict(LabelPolicy.objects.values_list("market", "new_days"))
        default = LabelPolicy._meta.get_field("new_days").default
        # Where it is not delivered for nothing, the product's page says so (catalogue.promises).
        for_most = DeliveryMethod.objects.for_most().filter(free_from__isnull=False)
        return cls(
            rules=rules,
            new_days={market.code: days.get(market.code, default) for market in all_markets()},
            free_from=dict(
                for_most.order_by()
                .values("market")
                .annotate(least=Min("free_from"))
                .values_list("market", "least")
            ),
        )

    def labels(
        self, facts: Facts, hands: Hands, *, market: str, language: str, at: datetime
    ) -> list[dict]:
        """The labels of a product at a moment, ready to show. No query."""
        country = get_market(market)
        found = []
        for rule in self.rules:
            label = rule.label
            if label.markets and market not in label.markets:
                continue
            starts, ends = rule.span(country)
            if (starts and at < starts) or (ends and at >= ends):
                continue
            if label.kind == Label.Kind.NEW:
                over = self._new_until(facts, hands, country)
                if over is None or at >= over:
                    continue
                ends = min(over, ends) if ends else over
            elif not self._applies(rule, facts, hands, market):
                continue
            found.append(self._value(rule, facts, language, ends))
        return found

    def _applies(self, rule: Rule, facts: Facts, hands: Hands, market: str) -> bool:
        kind = rule.label.kind
        if kind == Label.Kind.DISCOUNT:
            return facts.discount > 0
        if kind == Label.Kind.FREE:
            least = self.free_from.get(market)
            if least is not None and facts.price >= least:
                return True
        return (
            rule.label.pk in hands.labels.get(facts.product_id, ())
            or bool(rule.categories & facts.categories)
            or bool(rule.options & facts.options)
        )

    def _new_until(self, facts: Facts, hands: Hands, market: Market) -> datetime | None:
        if day := hands.new_until.get(facts.product_id):
            return end(day, market)
        days = self.new_days[market.code]
        return facts.launched_at + timedelta(days=days) if days else None

    def _value(self, rule: Rule, facts: Facts, language: str, ends: datetime | None) -> dict:
        label = rule.label
        value = {
            "kind": str(label.kind),
            "code": label.code,
            "text": self._text(rule, facts, language),
            "colour": label.colour,
            "ink": ink_on(label.colour) if label.colour else "",
        }
        if ends:
            value["until"] = ends.isoformat()
        return value

    def _text(self, rule: Rule, facts: Facts, language: str) -> str:
        if rule.label.kind == Label.Kind.DISCOUNT:
            return format_percent(-facts.discount / 100, locale=known_locale(language))
        if language in rule.texts:
            return rule.texts[language]
        with translation.override(language):
            words = {Label.Kind.NEW: _("New"), Label.Kind.FREE: _("Free shipping")}
            return words.get(rule.label.kind, rule.label.code)
