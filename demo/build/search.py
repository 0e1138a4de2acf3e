"""What the company has taught its search, as the merchandiser's screen writes it."""

from django.db import transaction

from commerce.search.models import BestBet, Synonym
from demo.company.search import BEST_BETS, SYNONYMS


@transaction.atomic
def build_search(pages: dict[str, dict]) -> None:
    """Synonyms and best bets, where there are none yet. ``pages``: by language and key."""
    if Synonym.objects.exists() or BestBet.objects.exists():
        return
    for seed in SYNONYMS:
        synonym = Synonym(
            language=seed.language, typed=seed.typed, meant=seed.meant, both_ways=seed.both_ways
        )
        synonym.full_clean()
        synonym.save()
    for seed in BEST_BETS:
        bet = BestBet(
            language=seed.language,
            searches=seed.searches,
            skus=", ".join(seed.skus),
            page=pages[seed.language].get(seed.page),
            text=seed.text,
        )
        bet.full_clean()
        bet.save()
