from django.db import models

from markets.finding import MOST_WORDS, matches
from markets.text import as_seen

NAMES = ("person__first_name", "person__last_name", "person__email", "alias")


class ConsultantQuerySet(models.QuerySet):
    """Queries for consultants. ``for_names`` joins the rows that their names need."""

    def active(self):
        """Active consultants: they can be credited, and open their part of the account."""
        return self.filter(state=self.model.State.ACTIVE, person__erased_at=None)

    def with_open_site(self):
        return self.active().filter(site_active=True)

    def for_names(self):
        return self.select_related("person")

    def known_as(self, text: str):
        """The consultant with this code, alias (with or without @) or email address; None if there
        is none."""
        text = as_seen(text).lower()
        if not text:
            return None
        ways = ({"code__iexact": text}, {"alias": text.lstrip("@")}, {"person__email": text})
        return next((found for way in ways if (found := self.filter(**way).first())), None)

    def matching(self, text: str):
        """Consultants whose name, email, alias (with or without @) or code have every word of the
        text. Codes must match as a whole, as parts of them would match half of the company."""
        found = self
        for word in text.split()[:MOST_WORDS]:
            somewhere = matches(self.model, word.lstrip("@"), NAMES)
            found = found.filter(somewhere | models.Q(code__iexact=word))
        return found
