"""How questions work, for whoever writes them: how hard they are, and whom they tell apart."""

from dataclasses import dataclass
from math import sqrt
from uuid import UUID

from django.db.models import Count, F, FloatField, Max, Min, OuterRef, Subquery, Sum
from django.db.models.functions import Cast, NullIf

from .models import Attempt, AttemptQuestion

# Below this a correlation says nothing.
FEWEST = 5


@dataclass(frozen=True)
class ItemStatistics:
    """``difficulty``: the mean score, from 0 (nobody knows) to 1 (everybody does).
    ``discrimination``: the correlation of the score with that of the rest of the attempt, from -1
    to 1; None where there are too few answers, or all are the same."""

    question_key: UUID
    prompt: str
    kind: str
    answers: int
    difficulty: float
    discrimination: float | None


def item_statistics(evaluation_key: UUID) -> list[ItemStatistics]:
    """Of every question that an evaluation showed, by each person's first attempt with a score: who
    tries again knows more. One query, whatever the number of attempts.
    """
    firsts = (
        Attempt.objects.at(evaluation_key)
        .real()
        .graded()
        .filter(person=OuterRef("attempt__person"))
        .order_by("number")
    )
    share = Cast(F("score"), FloatField())
    mine = share * Cast(F("points"), FloatField())
    earned = Cast(F("attempt__earned"), FloatField())
    others = Cast(F("attempt__points") - F("points"), FloatField())
    rows = (
        AttemptQuestion.objects.scored()
        .filter(attempt__evaluation_key=evaluation_key)
        .filter(attempt_id=Subquery(firsts.values("pk")[:1]))
        .annotate(x=share, y=(earned - mine) / NullIf(others, 0.0))
        .order_by()
        .values("question_key")
        .annotate(
            count=Count("pk"),
            compared=Count("y"),
            place=Min("position"),
            asked=Max("prompt"),
            of_kind=Max("kind"),
            sx=Sum("x"),
            sy=Sum("y"),
            sxx=Sum(F("x") * F("x")),
            syy=Sum(F("y") * F("y")),
            sxy=Sum(F("x") * F("y")),
        )
        .order_by("place", "asked")
    )
    return [
        ItemStatistics(
            question_key=row["question_key"],
            prompt=row["asked"],
            kind=row["of_kind"],
            answers=row["count"],
            difficulty=row["sx"] / row["count"],
            discrimination=_correlation(row),
        )
        for row in rows
    ]


def _correlation(row: dict) -> float | None:
    n = row["compared"]
    if n < FEWEST or n != row["count"]:
        return None
    spread_x = n * row["sxx"] - row["sx"] ** 2
    spread_y = n * row["syy"] - row["sy"] ** 2
    if spread_x <= 1e-9 or spread_y <= 1e-9:
        return None
    return max(-1.0, min(1.0, (n * row["sxy"] - row["sx"] * row["sy"]) / sqrt(spread_x * spread_y)))
