from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from markets.finding import MOST_WORDS, matches

from . import paths

# Without the email address: a leader's search would reveal whose it is.
NAMES = ("consultant__person__first_name", "consultant__person__last_name", "consultant__alias")


class PositionQuerySet(models.QuerySet):
    """Queries for positions in the network. For teams use ``downline.downline_of``."""

    def below(self, position, *, levels: int | None = None):
        """The team below a position, ``levels`` down; all levels by default."""
        team = self.filter(path__gt=position.path, path__lt=paths.after(position.path))
        return team if levels is None else team.filter(depth__lte=position.depth + levels)

    def above(self, position, *, levels: int | None = None):
        """The leaders above a position, the sponsor first."""
        keys = paths.keys_on(position.path)[:-1]
        if levels is not None:
            keys = keys[len(keys) - min(levels, len(keys)) :]
        return self.filter(pk__in=keys).order_by("-depth")

    def for_names(self):
        """Join the rows for display: consultant, sponsor and zone."""
        return self.select_related("consultant__person", "sponsor__consultant__person", "zone")

    def with_direct_team(self):
        """Annotate ``direct_team``: the number of directly sponsored consultants."""
        sponsored = (
            self.model.objects.filter(sponsor=OuterRef("pk"))
            .order_by()
            .values("sponsor")
            .annotate(number=Count("pk"))
        )
        return self.annotate(direct_team=Coalesce(Subquery(sponsored.values("number")), 0))

    def matching(self, text: str):
        """Positions whose name or alias has every word of the text, or whose code is the text.

        Erased persons are not found by their alias, which would reveal their name.
        """
        found = self
        for word in text.split()[:MOST_WORDS]:
            somewhere = matches(self.model, word.lstrip("@"), NAMES)
            somewhere &= Q(consultant__person__erased_at=None)
            found = found.filter(somewhere | Q(consultant__code__iexact=word))
        return found
