"""What search tests look for."""

from django.core.management import call_command

from commerce.search.models import BestBet, Synonym
from tests import factories as make


def index_everything() -> None:
    call_command("rebuild_index", interactive=False, verbosity=0)


def sold(*titles: str, **fields) -> list:
    """Products with these Spanish titles, in the index."""
    products = [make.product(title, None, photos=0, **fields) for title in titles]
    make.listed(*products)
    index_everything()
    return products


def synonym(typed: str, meant: str, *, language: str = "es", both_ways: bool = True) -> Synonym:
    return Synonym.objects.create(language=language, typed=typed, meant=meant, both_ways=both_ways)


def best_bet(searches: str, *, language: str = "es", **fields) -> BestBet:
    bet = BestBet(language=language, searches=searches, **fields)
    bet.full_clean()
    bet.save()
    return bet
