"""Which labels a listing has at a moment, as the plain values that cards show.

``{"kind", "code", "text", "colour", "ink", "until"?}``, the highest priority first. A label that
has not begun is left out; one that ends has the moment in ``until``, so that pages expire then.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.utils import translation

from markets.days import beginning, end
from markets.lookup import content_languages, get_market
from markets.registry import Market

from .inks import ink_on
from .kinds import FOREVER, Facts, LabelKind, kind_of, worked_out
from .models import Label, LabelCopy, Newness


@dataclass
class Rule:
    """A label with all that is needed to decide whether a product has it, and to write its text."""

    label: Label
    kind: LabelKind
    texts: dict[str, str]
    categories: frozenset[int]
    options: frozenset[int]

    def span(self, market: Market) -> tuple[datetime | None, datetime | None]:
        """From when to when the label applies in a market; None is no limit."""
        first, last = self.label.starts_on, self.label.ends_on
        return (
            beginning(first, market) if first else None,
            end(last, market) if last else None,
        )


@dataclass
class ManualLabels:
    """Labels that staff put on single products, and until when products are new."""

    # {product id: ids of labels}
    labels: dict[int, set[int]] = field(default_factory=dict)
    new_until: dict[int, date] = field(default_factory=dict)

    @classmethod
    def read(cls, product_ids) -> "ManualLabels":
        """Two queries."""
        days = Newness.objects.filter(product__in=product_ids)
        manual = cls(new_until=dict(days.values_list("product_id", "until")))
        named = Label.products.through.objects.filter(product__in=product_ids)
        for product_id, label_id in named.values_list("product_id", "label_id"):
            manual.labels.setdefault(product_id, set()).add(label_id)
        return manual


@dataclass
class LabelRules:
    """The rules of all active labels, read once for all products of a run."""

    rules: list[Rule] = field(default_factory=list)
    # {code of a kind: what its ``read`` returned}
    known: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls) -> "LabelRules":
        """A handful of queries, however many products."""
        texts = {
            language: LabelCopy.objects.by_subject(language) for language in content_languages()
        }
        rules = [
            Rule(
                label=label,
                kind=kind_of(label.kind),
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
        return cls(rules=rules, known={kind.code: kind.read() for kind in worked_out()})

    def labels(
        self, facts: Facts, manual: ManualLabels, *, market: str, language: str, at: datetime
    ) -> list[dict]:
        """The labels of a product at a moment, ready to show. No query."""
        country = get_market(market)
        if day := manual.new_until.get(facts.product_id):
            facts = replace(facts, new_until=day)
        found = []
        for rule in self.rules:
            label = rule.label
            if label.markets and market not in label.markets:
                continue
            starts, ends = rule.span(country)
            if (starts and at < starts) or (ends and at >= ends):
                continue
            known = self.known.get(rule.kind.code)
            over = rule.kind.until(facts, known=known, market=country, at=at)
            if over is None and not self._is_named(rule, facts, manual):
                continue
            if over is not None and over < FOREVER:
                ends = min(over, ends) if ends else over
            found.append(self._value(rule, facts, language, ends))
        return found

    def _is_named(self, rule: Rule, facts: Facts, manual: ManualLabels) -> bool:
        """Whether staff put the label on the product, on one of its categories or on an option."""
        return rule.kind.takes_products and (
            rule.label.pk in manual.labels.get(facts.product_id, ())
            or bool(rule.categories & facts.categories)
            or bool(rule.options & facts.options)
        )

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
        if rule.kind.has_words and language in rule.texts:
            return rule.texts[language]
        with translation.override(language):
            return rule.kind.words(facts, language) or rule.label.code
