from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from markets.finding import MOST_WORDS, matches

from . import paths

# Never the email: a leader who searches would find out whose it is.
NAMES = ("consultant__person__first_name", "consultant__person__last_name", "consultant__alias")


class PositionQuerySet(models.QuerySet):
    """Places in the network. Whoever wants a team asks ``downline.downline_of``."""

    def below(self, position, *, levels: int | None = None):
        """The team of a place, as many levels down as asked for; all of it without a number."""
        team = self.filter(path__gt=position.path, path__lt=paths.after(position.path))
        return team if levels is None else team.filter(depth__lte=position.depth + levels)

    def above(self, position, *, levels: int | None = None):
        """The leaders of a place, the sponsor first."""
        keys = paths.keys_on(position.path)[:-1]
        if levels is not None:
            keys = keys[len(keys) - min(levels, len(keys)) :]
        return self.filter(pk__in=keys).order_by("-depth")

    def for_names(self):
        """With what showing a place needs: its consultant, sponsor and zone."""
        return self.select_related("consultant__person", "sponsor__consultant__person", "zone")

    def with_direct_team(self):
        """Adds ``direct_team``: how many they sponsor themselves."""
        sponsored = (
            self.model.objects.filter(sponsor=OuterRef("pk"))
            .order_by()
            .values("sponsor")
            .annotate(number=Count("pk"))
        )
        return self.annotate(direct_team=Coalesce(Subquery(sponsored.values("number")), 0))

    def matching(self, text: str):
        """Those in whose name or alias every word stands. A code is found whole. Who was erased
        kept an alias, which must not give their name back.
        """
        found = self
        for word in text.split()[:MOST_WORDS]:
            somewhere = matches(self.model, word.lstrip("@"), NAMES)
            somewhere &= Q(consultant__person__erased_at=None)
            found = found.filter(somewhere | Q(consultant__code__iexact=word))
        return found
