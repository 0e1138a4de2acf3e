"""Going through rows that wait for something, so that none of them keeps the others waiting."""

import logging
from collections.abc import Callable, Iterable

logger = logging.getLogger(__name__)


class SweepIncomplete(Exception):
    """Some rows failed; the others were dealt with. The log has each failure."""


def for_each(
    rows: Iterable,
    act: Callable,
    *,
    expected: tuple[type[Exception], ...] = (),
    unexpected: tuple[type[Exception], ...] = (),
) -> None:
    """Call ``act`` with each row. One that fails is logged, and the next one has its turn.

    ``expected`` failures pass by themselves (a provider that does not answer) and are warnings;
    ``unexpected`` names those of their subclasses that do not. After any other failure raises
    SweepIncomplete at the end, so that the job counts as failed and the health check tells.
    """
    failed = 0
    for row in list(rows):
        try:
            act(row)
        except Exception as error:
            if isinstance(error, expected) and not isinstance(error, unexpected):
                logger.warning("%s: %r must wait: %s", act.__name__, row, type(error).__name__)
                continue
            logger.exception("%s: %r failed", act.__name__, row)
            failed += 1
    if failed:
        raise SweepIncomplete(f"{act.__qualname__}: {failed} failed")
