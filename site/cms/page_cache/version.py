import uuid

from django.db import models

from . import freshness
from .prepared import PreparedQuery


class StorefrontVersion(models.Model):
    """One row whose token changes whenever something that frames every page does.

    Each process keeps what it built under the token (``page_cache.versioned``) and asks for the
    token once per request: an edit shows everywhere at once, with no shared cache. The token is
    random, not a count, so that a rolled-back edit cannot leave a number that comes again.
    """

    token = models.UUIDField(default=uuid.uuid4, editable=False)

    SINGLE = 1

    def __str__(self) -> str:
        return self.token.hex

    @classmethod
    def current(cls) -> str:
        """The token of now. One query."""
        for (token,) in _current.rows():
            # PostgreSQL gives a UUID, SQLite its digits.
            return str(token).replace("-", "")
        return ""

    @classmethod
    def renew(cls) -> None:
        """Make every process rebuild menus, brand and addresses at its next request."""
        cls.objects.update_or_create(pk=cls.SINGLE, defaults={"token": uuid.uuid4()})
        freshness.invalidate()


_current = PreparedQuery(
    lambda: StorefrontVersion.objects.filter(pk=StorefrontVersion.SINGLE).values_list("token")
)
