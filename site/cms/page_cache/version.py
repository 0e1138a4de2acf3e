import uuid

from django.db import models

from . import freshness
from .prepared import PreparedQuery


class StorefrontVersion(models.Model):
    """One row with the version of what is on every page: brand, menus, footer, names, addresses.

    Each process caches what it built under the token (``page_cache.versioned``) and reads the
    token once per request: an edit shows everywhere at once, without a shared cache. The token is
    random and not a number: after a rollback a number could come a second time.
    """

    token = models.UUIDField(default=uuid.uuid4, editable=False)

    SINGLE = 1

    def __str__(self) -> str:
        return self.token.hex

    @classmethod
    def current(cls) -> str:
        """The present token; "" where there is none. One query."""
        for (token,) in _current.rows():
            # PostgreSQL returns a UUID, SQLite its digits.
            return str(token).replace("-", "")
        return ""

    @classmethod
    def renew(cls) -> None:
        """Change the version: every process rebuilds menus, brand and addresses at its next
        request. Invalidates the page cache as well."""
        cls.objects.update_or_create(pk=cls.SINGLE, defaults={"token": uuid.uuid4()})
        freshness.invalidate()


_current = PreparedQuery(
    lambda: StorefrontVersion.objects.filter(pk=StorefrontVersion.SINGLE).values_list("token")
)
