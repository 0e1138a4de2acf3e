from django.db import models

from markets.finding import MOST_WORDS, matches
from markets.text import as_seen

NAMES = ("person__first_name", "person__last_name", "person__email", "alias")


class ConsultantQuerySet(models.QuerySet):
    """Consultants by what they may do. ``for_names`` brings what showing a name needs."""

    def active(self):
        """Those who sell: who can be credited, and sign in to their pages."""
        return self.filter(state=self.model.State.ACTIVE, person__erased_at=None)

    def with_open_site(self):
        return self.active().filter(site_active=True)

    def for_names(self):
        return self.select_related("person")

    def known_as(self, text: str):
        """The one whose code, site name (an @ may stand before it) or email somebody typed; None
        where nobody is called so."""
        text = as_seen(text).lower()
        if not text:
            return None
        ways = ({"code__iexact": text}, {"alias": text.lstrip("@")}, {"person__email": text})
        return next((found for way in ways if (found := self.filter(**way).first())), None)

    def matching(self, text: str):
        """Those in whose name, address, alias or code every word stands. A code is found whole:
        parts of it would find half of the company. An @ before an alias may stand."""
        found = self
        for word in text.split()[:MOST_WORDS]:
            somewhere = matches(self.model, word.lstrip("@"), NAMES)
            found = found.filter(somewhere | models.Q(code__iexact=word))
        return found
