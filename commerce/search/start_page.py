"""Start page panel: searches without results, for editors of synonyms and best bets."""

from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.back_office.start_page import StartPanel
from markets.fields import market_choices

from .models import SearchCount, language_choices

DAYS = 14
SHOWN = 8


class FailedSearchesPanel(StartPanel):
    """The searches of the last days that found nothing, the most frequent first."""

    code, order = "failed-searches", 40
    heading = _("Searches that found nothing")
    icon = "search"
    template_name = "search/start/failed_searches.html"

    def is_for(self, user):
        return user.has_perm("search.view_searchcount")

    def values(self, request):
        since = timezone.now().date() - timedelta(days=DAYS - 1)
        found = (
            SearchCount.objects.filter(day__gte=since, empty__gt=0)
            .order_by()
            .values("phrase", "market", "language")
            .annotate(times=Sum("empty"))
            .order_by("-times", "phrase", "market", "language")[:SHOWN]
        )
        query = urlencode({"outcome": "empty", "since": since.isoformat(), "ordering": "-nothing"})
        markets, languages = dict(market_choices()), dict(language_choices())
        return {
            "url": f"{reverse('search_report')}?{query}",
            "searches": [
                {
                    "phrase": row["phrase"],
                    "market": markets.get(row["market"], row["market"]),
                    "language": languages.get(row["language"], row["language"]),
                    "times": row["times"],
                }
                for row in found
            ],
        }
