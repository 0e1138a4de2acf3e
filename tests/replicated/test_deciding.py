"""Who is credited: the table of reasons, and what holds for any claims."""

from datetime import UTC, datetime, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.checks import reasons_of_attribution_are_known
from replicated.attribution import deciding, reasons
from replicated.attribution.deciding import HOUSE, Claim
from replicated.attribution.reasons import ASKED, BOUND, CODE, LINK, LINK_LIFETIME

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
LILI, MARTA, NORA = 1, 2, 3
PRECEDENCE = (BOUND, CODE, LINK, ASKED)


def decide(claims, *, now, precedence=PRECEDENCE):
    return deciding.decide(claims, now=now, precedence=precedence, lifetimes={LINK: LINK_LIFETIME})


def claim(reason, seller, *, days=0, eligible=True):
    return Claim(reason, seller, NOW - timedelta(days=days), eligible=eligible)


TABLE = [
    # what speaks for whom                                             who      why
    ([], None, HOUSE),
    ([claim(LINK, LILI)], LILI, LINK),
    ([claim(LINK, LILI, days=30)], LILI, LINK),
    ([claim(LINK, LILI, days=31)], None, HOUSE),
    ([claim(LINK, LILI, days=-1)], None, HOUSE),
    ([claim(LINK, LILI, days=3), claim(LINK, MARTA, days=1)], MARTA, LINK),
    ([claim(LINK, LILI, days=3), claim(LINK, MARTA, days=31)], LILI, LINK),
    ([claim(CODE, NORA), claim(LINK, LILI)], NORA, CODE),
    ([claim(CODE, NORA, days=2), claim(CODE, LILI)], LILI, CODE),
    ([claim(BOUND, MARTA, days=400), claim(CODE, NORA), claim(LINK, LILI)], MARTA, BOUND),
    ([claim(BOUND, MARTA, eligible=False), claim(LINK, LILI)], LILI, LINK),
    ([claim(CODE, NORA, eligible=False), claim(ASKED, LILI)], LILI, ASKED),
    ([claim(ASKED, NORA), claim(LINK, LILI, days=29)], LILI, LINK),
    ([claim(ASKED, NORA), claim(LINK, LILI, days=31)], NORA, ASKED),
    ([claim("cookie", LILI)], None, HOUSE),
    ([claim(LINK, LILI, eligible=False), claim(LINK, MARTA, days=20)], MARTA, LINK),
]


@pytest.mark.parametrize(("claims", "seller", "reason"), TABLE)
def test_the_order_of_reasons(claims, seller, reason):
    for arranged in permutations(claims):
        decision = decide(arranged, now=NOW)
        assert (decision.seller_id, decision.reason) == (seller, reason)
        assert len(decision.passed_over) == len(claims) - (seller is not None)


def test_a_company_can_choose_another_order():
    claims = [claim(BOUND, MARTA), claim(LINK, LILI)]
    assert decide(claims, now=NOW, precedence=(LINK, BOUND)).seller_id == LILI
    assert decide(claims, now=NOW, precedence=(CODE,)).reason == HOUSE


def test_the_shop_comes_with_these_reasons(settings):
    assert tuple(reason.code for reason in reasons.in_order()) == PRECEDENCE
    assert reasons.lifetimes() == {LINK: LINK_LIFETIME}
    assert reasons_of_attribution_are_known(None) == []
    settings.VITRINA_ATTRIBUTION = ["bound", "horoscope"]
    assert [error.id for error in reasons_of_attribution_are_known(None)] == ["vitrina.E005"]


CLAIMS = st.lists(
    st.builds(
        Claim,
        reason=st.sampled_from([*PRECEDENCE, "cookie", ""]),
        seller_id=st.integers(1, 5),
        at=st.datetimes(
            min_value=datetime(2026, 9, 1), max_value=datetime(2026, 12, 1), timezones=st.just(UTC)
        ),
        eligible=st.booleans(),
    ),
    max_size=8,
)


@given(CLAIMS, st.randoms())
def test_there_is_always_exactly_one_winner_whatever_the_order(claims, random):
    decision = decide(claims, now=NOW)
    shuffled = list(claims)
    random.shuffle(shuffled)
    again = decide(shuffled, now=NOW)
    assert (again.seller_id, again.reason) == (decision.seller_id, decision.reason)
    assert (decision.seller_id is None) == (decision.reason == HOUSE)

    def counts(one):
        fresh = one.reason != LINK or NOW - one.at <= LINK_LIFETIME
        return one.eligible and one.reason in PRECEDENCE and one.at <= NOW and fresh

    valid = [one for one in claims if counts(one)]
    if not valid:
        assert decision.reason == HOUSE
        return
    # It rests on a claim that counts, and none that counts has a better reason or is later.
    best = min(PRECEDENCE.index(one.reason) for one in valid)
    assert PRECEDENCE.index(decision.reason) == best
    rivals = [one for one in valid if one.reason == decision.reason]
    assert decision.seller_id in {
        one.seller_id for one in rivals if one.at == max(rival.at for rival in rivals)
    }


@given(CLAIMS, CLAIMS)
def test_what_does_not_count_changes_nothing(claims, noise):
    powerless = [Claim(one.reason, one.seller_id, one.at, eligible=False) for one in noise]
    plain, noisy = decide(claims, now=NOW), decide([*powerless, *claims], now=NOW)
    assert (plain.seller_id, plain.reason) == (noisy.seller_id, noisy.reason)
