"""Tables of the search: synonyms and best bets, the vocabulary, and search statistics."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from markets.fields import MarketField, MarketsField
from markets.lookup import content_languages
from markets.text import references_of

from .query import clean_query


def language_choices() -> list[tuple[str, str]]:
    from wagtail.coreutils import get_content_languages

    return list(get_content_languages().items())


def default_language_code() -> str:
    return content_languages()[0]


class LanguageField(models.CharField):
    """The content language of a row."""

    def __init__(self, *args, **kwargs):
        kwargs = {"verbose_name": _("Language"), "max_length": 8, **kwargs}
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        from django import forms

        return forms.TypedChoiceField(
            choices=language_choices, label=self.verbose_name, required=not self.blank
        )


def phrases_of(text: str, language: str) -> list[str]:
    """The normalized phrases of a text, separated by commas or lines."""
    found = (clean_query(part, language).phrase for part in text.replace("\n", ",").split(","))
    return list(dict.fromkeys(phrase for phrase in found if phrase))


class Synonym(models.Model):
    """Words that visitors type for what the shop calls otherwise. In effect once saved."""

    language = LanguageField(default=default_language_code)
    typed = models.CharField(
        _("What people type"),
        max_length=255,
        help_text=_("One or more words, separated by commas: “labial, barra de labios”."),
    )
    meant = models.CharField(
        _("What is also searched for"),
        max_length=255,
        help_text=_("As the shop writes it, separated by commas: “pintalabios”."),
    )
    both_ways = models.BooleanField(
        _("Both ways"),
        default=True,
        help_text=_("All these words find each other. Otherwise only the first find the second."),
    )

    class Meta:
        verbose_name = pgettext_lazy("of a search", "Synonym")
        verbose_name_plural = pgettext_lazy("of a search", "Synonyms")
        ordering = ["language", "typed"]

    def __str__(self) -> str:
        return f"{self.typed} → {self.meant}"

    def clean(self):
        super().clean()
        for name in ("typed", "meant"):
            if getattr(self, name) and not phrases_of(getattr(self, name), self.language):
                raise ValidationError({name: _("There are no words in this.")})

    def pairs(self) -> dict[str, list[str]]:
        """The phrases that each phrase also finds."""
        typed, meant = (phrases_of(text, self.language) for text in (self.typed, self.meant))
        if not self.both_ways:
            return {phrase: meant for phrase in typed}
        everything = list(dict.fromkeys([*typed, *meant]))
        return {phrase: [other for other in everything if other != phrase] for phrase in everything}


class BestBet(models.Model):
    """Products and links on top of the results of certain searches. In effect once saved."""

    language = LanguageField(default=default_language_code)
    searches = models.TextField(
        _("Searches"),
        max_length=1000,
        help_text=_("One per line, or separated by commas: “gift”, “gift for mom”."),
    )
    markets = MarketsField()
    title = models.CharField(
        _("Title"),
        max_length=120,
        blank=True,
        help_text=_("Of the page or address; of a page its own, if left empty."),
    )
    text = models.CharField(_("Text"), max_length=200, blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("Page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    url = models.CharField(
        _("Address"),
        max_length=500,
        blank=True,
        help_text=_("Within the shop, like /catalogo/regalos/, or beginning with https://."),
    )
    # In display order. SKUs, not keys, as they outlive a product's row.
    skus = models.CharField(
        _("Products"),
        max_length=500,
        blank=True,
        help_text=_("SKUs in the order in which they are shown: RZ-101, RZ-205."),
    )

    class Meta:
        verbose_name = _("Best bet")
        verbose_name_plural = _("Best bets")
        ordering = ["language", "searches"]

    def __str__(self) -> str:
        return ", ".join(self.searches.replace("\n", ",").split(",")[:3])

    @property
    def references(self) -> list[str]:
        return references_of(self.skus)

    def clean(self):
        super().clean()
        if self.searches and not phrases_of(self.searches, self.language):
            raise ValidationError({"searches": _("There are no words in this.")})
        if not (self.page_id or self.url or self.references):
            raise ValidationError(_("Choose products, a page or an address."))
        if self.url:
            if not (self.url.startswith("https://") or self._is_within()):
                raise ValidationError({"url": _("Begin with / or with https://.")})
            if not self.title:
                raise ValidationError({"title": _("An address needs a title.")})

    def _is_within(self) -> bool:
        return self.url.startswith("/") and not self.url.startswith(("//", "/\\"))

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        self.phrases.all().delete()
        BestBetPhrase.objects.bulk_create(
            BestBetPhrase(bet=self, language=self.language, phrase=phrase[:200])
            for phrase in phrases_of(self.searches, self.language)
        )


class BestBetPhrase(models.Model):
    """A normalized query of a best bet, indexed for lookup. Written by ``BestBet.save``."""

    bet = models.ForeignKey(BestBet, related_name="phrases", on_delete=models.CASCADE)
    language = models.CharField(max_length=8)
    phrase = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["language", "phrase"])]

    def __str__(self) -> str:
        return self.phrase


class Term(models.Model):
    """A word of the vocabulary of a market and language. Derived from what is for sale."""

    market = models.CharField(max_length=8)
    language = models.CharField(max_length=8)
    # Folded (without accents); `stem` is what is indexed, `shown` the shop's spelling.
    term = models.CharField(max_length=60)
    stem = models.CharField(max_length=60)
    shown = models.CharField(max_length=60)
    # The first two letters: prefix searches filter by equality.
    head = models.CharField(max_length=2)
    # The number of documents with the word.
    frequency = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["market", "language", "term"], name="search_term_once")
        ]
        indexes = [
            models.Index(fields=["market", "language", "head", "-frequency"]),
            models.Index(fields=["market", "language", "stem"]),
        ]

    def __str__(self) -> str:
        return self.shown


class TermNeighbour(models.Model):
    """A lookup key for typos: a term with one letter left out (and the term itself). Derived.

    Two words that differ by one wrong, missing, extra or transposed letter share a key, so that
    corrections are found by equality for any number of terms.
    """

    language = models.CharField(max_length=8)
    key = models.CharField(max_length=60)
    term = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["language", "key", "term"], name="search_term_neighbour_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.term}"


class SearchCount(models.Model):
    """How often a query was searched on one day in one market and language.

    No personal data: neither the visitor nor the place nor the hour is stored.
    """

    day = models.DateField(_("Day"))
    market = MarketField()
    language = models.CharField(_("Language"), max_length=8)
    phrase = models.CharField(_("What was searched"), max_length=200)
    searches = models.PositiveIntegerField(_("Searches"), default=0)
    # Searches without results.
    empty = models.PositiveIntegerField(_("Found nothing"), default=0)
    # The number of results of the latest search.
    found = models.PositiveIntegerField(_("Results"), default=0)

    class Meta:
        verbose_name = _("Search report")
        verbose_name_plural = _("Searches")
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["day", "market", "language", "phrase"], name="search_count_once"
            )
        ]

    def __str__(self) -> str:
        return self.phrase
