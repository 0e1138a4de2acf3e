"""The network changed from several sides at the same moment."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from replicated.network.agreement import agreement
from replicated.network.models import Position
from replicated.network.services import WouldBeCircle, place

from .factories import make_consultant
from .network_factories import make_member


def all_at_once(*functions) -> list:
    """What each got, or the exception it met."""

    def run(function):
        try:
            return function()
        except Exception as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(functions)) as pool:
        return list(pool.map(run, functions))


def test_two_below_each_other_at_once_make_no_circle(transactional_db):
    ana, bea = make_member("Ana"), make_member("Bea")
    found = all_at_once(
        lambda: place(consultant=ana, sponsor=bea, zone=None, why="x"),
        lambda: place(consultant=bea, sponsor=ana, zone=None, why="x"),
    )
    assert [type(one) for one in found if isinstance(one, Exception)] == [WouldBeCircle]
    assert agreement().holds


def test_who_joins_while_their_sponsor_moves_moves_along(transactional_db):
    """Each below the one before: where one is not seen by the other, a path would be old."""
    ana, bea = make_member("Ana"), make_member("Bea")
    new = [make_consultant("Nueva", registered=False) for _number in range(4)]
    found = all_at_once(
        lambda: place(consultant=bea, sponsor=ana, zone=None, why="x"),
        *(lambda one=one: place(consultant=one, sponsor=bea, zone=None) for one in new),
    )
    assert not [one for one in found if isinstance(one, Exception)]
    assert agreement().holds
    assert Position.objects.filter(depth=3).count() == 4


def test_the_first_two_places_of_all(transactional_db):
    ana, bea = (make_consultant(name, registered=False) for name in ("Ana", "Bea"))
    found = all_at_once(
        lambda: place(consultant=ana, sponsor=None, zone=None),
        lambda: place(consultant=bea, sponsor=ana, zone=None),
    )
    assert not [one for one in found if isinstance(one, Exception)], found
    assert agreement().holds
