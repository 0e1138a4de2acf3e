"""What the forms on pages keep about a person, for ``people.privacy``."""

from django.db.models import Q

from .models import FormSubmission


def answers_of(person) -> list[dict]:
    """What they answered in forms: not what somebody typed with their address."""
    return [
        {
            "received": submission.created_at.isoformat(),
            "form": submission.form_title,
            "answers": submission.answers,
        }
        for submission in FormSubmission.objects.filter(person=person)
    ]


def forget_answers(person) -> None:
    """Answers are no ledger: they go, also those that only give their address."""
    theirs = Q(person=person)
    if person.email:
        theirs |= Q(person=None, email=person.email.lower())
    FormSubmission.objects.filter(theirs).delete()
