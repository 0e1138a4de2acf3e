"""Answers to forms on pages, for ``people.privacy``: exporting and erasing them."""

from django.db.models import Q

from .models import FormSubmission


def answers_of(person) -> list[dict]:
    """For the export: answers of the person; not those where somebody only typed their address."""
    return [
        {
            "received": submission.created_at.isoformat(),
            "form": submission.form_title,
            "answers": submission.answers,
        }
        for submission in FormSubmission.objects.filter(person=person)
    ]


def forget_answers(person) -> None:
    """Erase the person's answers, and those where somebody typed their address."""
    theirs = Q(person=person)
    if person.email:
        theirs |= Q(person=None, email=person.email.lower())
    FormSubmission.objects.filter(theirs).delete()
