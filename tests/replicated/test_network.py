"""Who stands below whom: placing, moving, and asking for a team."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from people.models import User
from people.services import erase_person, export_person
from replicated.consultants.models import Consultant
from replicated.network import paths
from replicated.network.agreement import Circle, agreement, paths_from, rebuild_paths
from replicated.network.downline import downline_of, upline_of
from replicated.network.models import Move, Position
from replicated.network.services import (
    ReasonMissing,
    TooDeep,
    WouldBeCircle,
    load_network,
    place,
    share_contact,
)
from tests.prepared import fresh

from .factories import make_consultant, make_person
from .network_factories import make_member, make_zone, spot

pytestmark = [pytest.mark.django_db, pytest.mark.every_engine]


@pytest.fixture
def tree():
    """Ana over Bea and Carla; Bea over Dora; Dora over Eva."""
    ana = make_member("Ana")
    bea = make_member("Bea", under=ana)
    carla = make_member("Carla", under=ana)
    dora = make_member("Dora", under=bea)
    eva = make_member("Eva", under=dora)
    return {"ana": ana, "bea": bea, "carla": carla, "dora": dora, "eva": eva}


def names(positions) -> list[str]:
    return [position.consultant.person.first_name for position in positions.for_names()]


class TestTeams:
    def test_a_team_is_everybody_below_in_the_order_of_the_tree(self, tree):
        assert names(downline_of(tree["ana"])) == ["Bea", "Dora", "Eva", "Carla"]
        assert names(downline_of(tree["bea"])) == ["Dora", "Eva"]
        assert names(downline_of(tree["eva"])) == []

    def test_as_many_levels_down_as_asked_for(self, tree):
        assert names(downline_of(tree["ana"], levels=1)) == ["Bea", "Carla"]
        assert names(downline_of(tree["ana"], levels=2)) == ["Bea", "Dora", "Carla"]

    def test_in_one_zone_only(self, tree):
        zone = make_zone()
        place(consultant=tree["eva"], sponsor=tree["dora"], zone=zone, why="Se mudó")
        assert names(downline_of(tree["ana"], zone=zone)) == ["Eva"]
        assert names(downline_of(tree["ana"], levels=2, zone=zone)) == []

    def test_leaders_are_found_from_the_sponsor_up(self, tree):
        assert names(upline_of(tree["eva"])) == ["Dora", "Bea", "Ana"]
        assert names(upline_of(tree["eva"], levels=2)) == ["Dora", "Bea"]
        assert names(upline_of(tree["ana"])) == []
        assert names(upline_of(tree["ana"], levels=2)) == []

    def test_whoever_was_never_placed_leads_nobody(self, tree):
        stranger = make_consultant("Zoe", registered=False)
        assert not downline_of(stranger).exists() and not upline_of(stranger).exists()

    def test_what_comes_out_narrows_whatever_knows_a_consultant(self, tree):
        team = Consultant.objects.filter(pk__in=downline_of(tree["bea"]).values("pk"))
        assert set(team) == {tree["dora"], tree["eva"]}

    def test_the_cost_does_not_grow_with_the_team(self, tree, django_assert_num_queries):
        position = spot(tree["ana"])
        with django_assert_num_queries(1):
            list(downline_of(position, levels=3))
        with django_assert_num_queries(2):
            list(downline_of(tree["ana"]))
        with django_assert_num_queries(1):
            names(downline_of(position).with_direct_team())
        lowest = spot(tree["eva"])
        with django_assert_num_queries(1):
            list(upline_of(lowest))

    def test_how_many_somebody_sponsors_themselves(self, tree):
        found = {
            position.pk: position.direct_team for position in Position.objects.with_direct_team()
        }
        assert [found[tree[name].pk] for name in ("ana", "bea", "carla")] == [2, 1, 0]


class TestPlacing:
    def test_a_move_takes_the_whole_team_along(self, tree):
        place(consultant=tree["bea"], sponsor=tree["carla"], zone=None, why="Vive más cerca")
        assert names(downline_of(tree["ana"])) == ["Carla", "Bea", "Dora", "Eva"]
        assert names(upline_of(tree["eva"])) == ["Dora", "Bea", "Carla", "Ana"]
        assert spot(tree["eva"]).depth == 5
        assert agreement().holds

    def test_a_move_keeps_who_when_and_why(self, tree):
        clerk = User.objects.create_user(email="desk@example.com")
        place(
            consultant=tree["bea"], sponsor=tree["carla"], zone=None, why=" Más  cerca ", by=clerk
        )
        move = Move.objects.first()
        assert (move.former_sponsor, move.sponsor) == (tree["ana"], tree["carla"])
        assert (move.why, move.team, move.decided_by) == ("Más cerca", 2, clerk)

    def test_to_the_top(self, tree):
        place(consultant=tree["bea"], sponsor=None, zone=None, why="Su propia red")
        assert spot(tree["bea"]).depth == 1
        assert names(downline_of(tree["ana"])) == ["Carla"]
        assert names(downline_of(tree["bea"])) == ["Dora", "Eva"]

    def test_a_sponsor_whom_nobody_placed_comes_to_the_top(self):
        lili, ana = make_consultant(registered=False), make_consultant("Ana", registered=False)
        place(consultant=ana, sponsor=lili, zone=None)
        assert spot(lili).depth == 1 and spot(ana).sponsor == spot(lili)
        assert Move.objects.count() == 2

    @pytest.mark.parametrize("below", ["bea", "dora", "eva"])
    def test_nobody_stands_below_themselves(self, tree, below):
        before = dict(Position.objects.values_list("pk", "path"))
        with pytest.raises(WouldBeCircle):
            place(consultant=tree["bea"], sponsor=tree[below], zone=None, why="x")
        assert dict(Position.objects.values_list("pk", "path")) == before
        assert Move.objects.count() == 5

    def test_nor_does_somebody_new(self):
        lili = make_consultant(registered=False)
        with pytest.raises(WouldBeCircle):
            place(consultant=lili, sponsor=lili, zone=None)
        assert not Position.objects.exists()

    def test_the_database_refuses_to_sponsor_oneself(self, tree):
        with pytest.raises(IntegrityError), transaction.atomic():
            Position.objects.filter(pk=tree["bea"].pk).update(sponsor=tree["bea"].pk)

    def test_a_move_needs_a_reason_and_the_same_place_is_no_move(self, tree):
        with pytest.raises(ReasonMissing):
            place(consultant=tree["bea"], sponsor=tree["carla"], zone=None, why="  ")
        place(consultant=tree["bea"], sponsor=tree["ana"], zone=None)
        assert Move.objects.count() == 5

    def test_a_zone_alone_moves_nobody_below(self, tree):
        zone = make_zone()
        place(consultant=tree["bea"], sponsor=tree["ana"], zone=zone, why="Se mudó")
        assert spot(tree["bea"]).zone == zone and spot(tree["dora"]).zone is None
        assert Move.objects.first().team == 0

    def test_below_the_last_level_there_is_none(self, monkeypatch, tree):
        monkeypatch.setattr(paths, "MOST_LEVELS", 4)
        with pytest.raises(TooDeep) as refused:
            place(consultant=tree["bea"], sponsor=tree["carla"], zone=None, why="x")
        assert "4" in refused.value.message
        assert spot(tree["bea"]).depth == 2

    def test_a_placing_costs_the_same_however_large_the_network_is(
        self, tree, django_assert_max_num_queries
    ):
        with django_assert_max_num_queries(16):
            place(consultant=tree["bea"], sponsor=tree["carla"], zone=None, why="x")


def test_the_deepest_path_there_can_be_is_kept_and_sorts_as_a_team():
    keys = range(1, paths.MOST_LEVELS + 1)
    path = ""
    for key in keys:
        path = paths.path_below(path, key)
    assert len(path) == paths.LONGEST and paths.keys_on(path) == list(keys)
    nine = paths.path_below("", 9)
    assert nine < paths.path_below(nine, 1) < paths.after(nine) <= paths.path_below("", 10)


class TestAgreement:
    def test_a_wrong_path_is_found_and_written_anew(self, tree):
        Position.objects.filter(pk=tree["dora"].pk).update(path="1", depth=9)
        # One wrong path may stand where another one's right one belongs.
        right = spot(tree["carla"]).path
        Position.objects.filter(pk=tree["carla"].pk).update(path="2")
        Position.objects.filter(pk=tree["eva"].pk).update(path=right)
        with pytest.raises(CommandError, match="3 of 5"):
            call_command("check_network")
        call_command("check_network", rebuild=True, stdout=StringIO())
        assert agreement().holds
        assert names(downline_of(tree["ana"])) == ["Bea", "Dora", "Eva", "Carla"]

    def test_a_circle_is_told_and_nothing_is_written(self, tree):
        Position.objects.filter(pk=tree["bea"].pk).update(sponsor=tree["eva"].pk)
        found = agreement()
        assert found.circles == sorted(tree[name].pk for name in ("bea", "dora", "eva"))
        with pytest.raises(CommandError, match="circle"):
            call_command("check_network", rebuild=True)
        with pytest.raises(Circle):
            rebuild_paths()

    def test_what_hangs_below_a_circle_is_lost_with_it(self):
        places = paths_from({1: 2, 2: 1, 3: 2, 4: None})
        assert places.circles == [1, 2, 3] and set(places.paths) == {4}


class TestLoading:
    def test_many_at_once_in_any_order(self):
        made = [make_consultant("Ana", registered=False) for _number in range(4)]
        a, b, c, d = (consultant.pk for consultant in made)
        assert load_network([(d, c, None), (b, a, None), (c, b, None), (a, None, None)]) == 4
        assert agreement().holds
        assert [position.pk for position in downline_of(made[0])] == [b, c, d]

    def test_below_those_who_are_there(self, tree):
        zoe = make_consultant("Zoe", registered=False)
        load_network([(zoe.pk, tree["eva"].pk, None)])
        assert spot(zoe).depth == 5 and agreement().holds

    def test_a_circle_fails_the_whole_load(self):
        a, b, c = (make_consultant("Ana", registered=False).pk for _number in range(3))
        with pytest.raises(Circle):
            load_network([(c, None, None), (a, b, None), (b, a, None)])
        assert not Position.objects.exists()


NUMBER = 9


@pytest.fixture(scope="module")
def _people(prepare):
    return prepare(lambda: [make_consultant("Ana", registered=False) for _n in range(NUMBER)])


@pytest.fixture
def nine(db, _people):
    return [fresh(consultant) for consultant in _people]


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    moves=st.lists(
        st.tuples(st.integers(0, NUMBER - 1), st.one_of(st.none(), st.integers(0, NUMBER - 1))),
        max_size=25,
    )
)
def test_random_placings_keep_truth_and_path_in_agreement_and_never_make_a_circle(nine, moves):
    with transaction.atomic():
        sponsors: dict[int, int | None] = {}
        for who, under in moves:
            try:
                place(
                    consultant=nine[who],
                    sponsor=None if under is None else nine[under],
                    zone=None,
                    why="x",
                )
            except WouldBeCircle:
                at = under
                while at is not None and at != who:
                    at = sponsors[at]
                assert at == who  # refused only where it would have been one
                continue
            if under is not None:
                sponsors.setdefault(under, None)
            sponsors[who] = under
        assert agreement().holds
        for who, under in sponsors.items():
            below = {position.pk for position in downline_of(nine[who])}
            expected, grown = {who}, True
            while grown:
                more = {one for one, leader in sponsors.items() if leader in expected} - expected
                grown = bool(more)
                expected |= more
            assert below == {nine[one].pk for one in expected - {who}}
            assert spot(nine[who]).sponsor_id == (None if under is None else nine[under].pk)
        transaction.set_rollback(True)


class TestPrivacy:
    def test_an_export_says_where_they_stand_and_why(self, tree):
        zone = make_zone()
        place(consultant=tree["bea"], sponsor=tree["carla"], zone=zone, why="Se mudó")
        share_contact(consultant=tree["bea"], shares=True)
        section = export_person(tree["bea"].person)["network"]
        assert section["sponsor"] == tree["carla"].code and section["zone"] == "Bogotá norte"
        assert section["shows_email_and_phone_to_leaders"] is True
        assert [move["why"] for move in section["moves"]] == ["", "Se mudó"]
        assert export_person(make_person("Otra"))["network"] is None

    def test_who_is_erased_stays_a_place_without_a_name(self, tree):
        place(consultant=tree["bea"], sponsor=tree["carla"], zone=None, why="Pelea con Ana")
        share_contact(consultant=tree["bea"], shares=True)
        erase_person(tree["bea"].person, by=None)
        assert names(upline_of(tree["eva"])) == ["Dora", "", "Carla", "Ana"]
        assert not spot(tree["bea"]).shares_contact
        assert not Move.objects.filter(position=spot(tree["bea"])).exclude(why="").exists()
