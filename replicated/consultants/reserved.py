"""Refuse site names that impersonate the company: its names, brands and words of authority.

A name is taken for the company's if nothing is left of it without the brand, words of authority,
countries and numbers ("raiz-oficial", "raizcolombia", "raiz2"), or if it has a word of authority
("soporte-marta"). Both are refused as an alias and as the displayed name. An alias must not have a
brand among its words either ("marta-raiz"), unless the word is the seller's own name, as
"Marta Raíz" may be a person.
"""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.db.models import Value
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from cms.models import BrandSettings
from markets.lookup import all_markets, content_languages
from markets.names import country_name
from people.models import Person

from . import aliases
from .aliases import plain, skeleton
from .models import Consultant, NamePolicy

# Words of authority, refused as a word of a name; those below also as part of a word
# ("oficialmarta").
AUTHORITY = frozenset(
    """
    admin administracion administrador administradora administrator atencion ceo corporate
    corporativo director directora gerencia moderador moderadora moderator oficial oficiales
    official representante sac soporte staff support verificada verificado verified webmaster
    """.split()  # noqa: SIM905
)
AUTHORITY_ANYWHERE = (
    "administrador", "moderador", "moderator", "oficial", "official", "servicioalcliente",
    "soporte", "support", "webmaster",
)  # fmt: skip
# Legal forms and joining words, which are ignored when names are compared.
FILLERS = frozenset("sas sa ltda llc inc cv co corp de del la las los el the y and by".split())  # noqa: SIM905

AUTHORITY_SKELETONS = frozenset(skeleton(word) for word in AUTHORITY)
AUTHORITY_PARTS = tuple(skeleton(part) for part in AUTHORITY_ANYWHERE)
FILLER_SKELETONS = frozenset(skeleton(word) for word in FILLERS)
# A brand shorter than this is only refused as a whole word ("ana" is in "susana").
JOINED = 5


def _message():
    return _("This name belongs to the company. Choose another one.")


def alias_of(text: str, *, owner_name: str = "") -> str:
    """Validate and normalize a requested alias. ``owner_name`` is the person's own name.

    Raises ValidationError with the reason. Whether it is free is checked when it is saved
    (``services.rename_site``).
    """
    alias = aliases.clean(text)
    own = set(words_of(owner_name))
    brands = brands_now()
    if stands_for_company(alias, brands) or _has_brand(alias, brands, own):
        raise ValidationError(_message())
    return alias


def refuse_name(name: str) -> None:
    """Raise ValidationError for a displayed name that readers would take for the company's, also if
    it is written with look-alike letters of another script."""
    if stands_for_company(name, brands_now()) or _mixes_scripts(name):
        raise ValidationError(_message())


def refuse_sellers_name(person: Person, name: str) -> None:
    """``refuse_name`` for a seller's own name, which the site shows until they publish another."""
    if Consultant.objects.filter(person=person).exists():
        refuse_name(name)


def words_of(text: str, *, with_numbers: bool = False) -> list[str]:
    """The words of a name or an alias, as skeletons (``aliases.skeleton``). Numbers at the end of
    words are dropped, or kept (``with_numbers``), as they may stand for letters ("oficia1")."""
    found = re.findall(r"[^\W_]+", plain(text))
    kept = found if with_numbers else [re.sub(r"\d+\Z", "", word) for word in found]
    return [skeleton(word) for word in kept if word]


def _readings(text: str) -> list[list[str]]:
    return [words_of(text), words_of(text, with_numbers=True)]


def _mixes_scripts(name: str) -> bool:
    """Whether a word has Latin letters and others ("Rаíz" with a Cyrillic "а")."""
    for word in re.findall(r"[^\W\d_]+", name):
        scripts = {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
        if "LATIN" in scripts and len(scripts - {"FEMININE", "MASCULINE", "MODIFIER"}) > 1:
            return True
    return False


def brands_now() -> list[tuple[str, ...]]:
    """The company's name and the names that staff reserved, as lists of words. One query."""
    rows = BrandSettings.objects.values_list("name", "legal_name").union(
        NamePolicy.objects.values_list("reserved", Value("")), all=True
    )
    lines = [line for row in rows for text in row for line in text.splitlines()]
    brands = set()
    for line in lines:
        words = words_of(line)
        # "Raíz Botánica S.A.S.": drop the letters of the legal form.
        while words and (words[-1] in FILLER_SKELETONS or len(words[-1]) == 1):
            words.pop()
        if words:
            brands.add(tuple(words))
    return sorted(brands, key=len, reverse=True)


def stands_for_company(name: str, brands: list[tuple[str, ...]]) -> bool:
    return any(_stands_for_company(words, brands) for words in _readings(name))


def _stands_for_company(words: list[str], brands: list[tuple[str, ...]]) -> bool:
    joined = "".join(words)
    if AUTHORITY_SKELETONS & {*words, joined} or any(part in joined for part in AUTHORITY_PARTS):
        return True
    return bool(words) and _is_nothing_else(words, joined, brands)


def _is_nothing_else(words: list[str], joined: str, brands: list[tuple[str, ...]]) -> bool:
    """Whether a name has a brand, and besides it nothing that distinguishes it from the company."""
    common = aliases.RESERVED_SKELETONS | FILLER_SKELETONS | _countries()
    for brand in brands:
        left, found = _without(words, brand)
        if found and all(word in common for word in left):
            return True
        whole = "".join(brand)
        if whole in joined and not any(rest and rest not in common for rest in joined.split(whole)):
            return True
    return False


def _has_brand(alias: str, brands: list[tuple[str, ...]], own: set[str]) -> bool:
    return any(_holds_brand(words, brands, own) for words in _readings(alias))


def _holds_brand(words: list[str], brands: list[tuple[str, ...]], own: set[str]) -> bool:
    joined = "".join(words)
    for brand in brands:
        # "marta-raiz" of Marta Raíz, and not her "raiz-ofertas".
        if own.issuperset(brand) and (set(words) - set(brand)) & own:
            continue
        whole = "".join(brand)
        if _without(words, brand)[1] or (len(whole) >= JOINED and whole in joined):
            return True
    return False


def _without(words: list[str], brand: tuple[str, ...]) -> tuple[list[str], bool]:
    """The words without the consecutive words of a brand; and whether the brand was found."""
    for start in range(len(words) - len(brand) + 1):
        if tuple(words[start : start + len(brand)]) == brand:
            return words[:start] + words[start + len(brand) :], True
    return words, False


def _countries() -> frozenset[str]:
    found = set()
    for language in content_languages():
        with translation.override(language):
            names = [country_name(market) for market in all_markets()]
        found |= {skeleton("".join(words_of(name))) for name in names}
        found |= {word for name in names for word in words_of(name)}
    return frozenset(found | {skeleton(market.code) for market in all_markets()})
