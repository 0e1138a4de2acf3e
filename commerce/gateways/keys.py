"""Whether providers take our keys.

Keys are revoked, rolled and mistyped. To whoever pays it looks like a provider that does not
answer, and it never passes by itself: so each account is asked by the clock, and the operator hears
of it once in the log, and from the health check until the keys are taken again.
"""

import logging
from collections.abc import Iterator

from background.health import Warned
from markets.lookup import all_markets

from .base import Gateway, GatewayUnavailable, KeysRefused, RequestRefused
from .models import RefusedKeys
from .registry import all_gateways

logger = logging.getLogger(__name__)


def served() -> Iterator[tuple[Gateway, object]]:
    """Each gateway with each market that it has keys for."""
    for gateway in all_gateways().values():
        for market in all_markets():
            if gateway.serves(market):
                yield gateway, market


def look_at_keys() -> None:
    """Ask every account with its keys, and note which are refused. One that does not answer now is
    neither."""
    asked = set()
    for gateway, market in served():
        asked.add((gateway.code, market.code))
        try:
            gateway.try_keys(market)
        except KeysRefused as refused:
            _note(gateway.code, market.code, str(refused))
        except GatewayUnavailable as error:
            if isinstance(error, RequestRefused):
                logger.exception("The keys of %s for market %s", gateway.code, market.code)
        except Exception:
            # One account that is set up wrongly leaves the others to be asked.
            logger.exception("The keys of %s for market %s", gateway.code, market.code)
        else:
            _forget(gateway.code, market.code)
    for row in RefusedKeys.objects.all():
        if (row.gateway, row.market) not in asked:
            row.delete()  # it has no keys there any more


def _note(gateway: str, market: str, said: str) -> None:
    _row, is_news = RefusedKeys.objects.get_or_create(gateway=gateway, market=market)
    if is_news:
        logger.error(
            "%s refuses the keys of market %s: nobody can pay there, and nothing is refunded. Put "
            "valid keys into the environment and restart. It said: %s",
            gateway,
            market,
            said,
        )


def _forget(gateway: str, market: str) -> None:
    done, _rows = RefusedKeys.objects.filter(gateway=gateway, market=market).delete()
    if done:
        logger.warning("%s takes the keys of market %s again", gateway, market)


def keys_are_taken() -> None:
    """Warns while a provider refuses keys."""
    if rows := RefusedKeys.objects.order_by("gateway", "market")[:5]:
        raise Warned("keys are refused: " + ", ".join(str(row) for row in rows))
