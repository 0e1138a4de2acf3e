from django.db import models


class ConsultantQuerySet(models.QuerySet):
    """Consultants by what they may do. ``for_names`` brings what showing a name needs."""

    def active(self):
        """Those who sell: who can be credited, and sign in to their pages."""
        return self.filter(state=self.model.State.ACTIVE, person__erased_at=None)

    def with_open_site(self):
        return self.active().filter(site_active=True)

    def for_names(self):
        return self.select_related("person")

    def matching(self, text: str):
        """Those whose name, address, code or alias has the text in it."""
        words = text.split()
        found = self
        for word in words:
            found = found.filter(
                models.Q(person__first_name__icontains=word)
                | models.Q(person__last_name__icontains=word)
                | models.Q(person__email__icontains=word)
                | models.Q(code__iexact=word)
                | models.Q(alias__icontains=word.lstrip("@"))
            )
        return found
