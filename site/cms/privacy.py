"""What the forms on pages keep about a person, for ``people.privacy``."""

from django.db.models import Q

from .models import FormSubmission


def _of(person):
    """Answers tied to the person, and those that give their address and came before they did."""
    mine = Q(person=person)
    if person.email:
        mine |= Q(person=None, email=person.email.lower())
    return FormSubmission.objects.filter(mine)


def answers_of(person) -> list[dict]:
    """What they answered in forms."""
    return [
        {
            "received": submission.created_at.isoformat(),
            "form": submission.form_title,
            "answers": submission.answers,
        }
        for submission in _of(person)
    ]


def forget_answers(person) -> None:
    """Answers are no ledger: they go."""
    _of(person).delete()
