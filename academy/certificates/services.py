"""Writing certificates: issue, withdraw, show or hide the holder's name."""

import secrets
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from academy.courses.models import CoursePage
from background.locks import locked
from background.outbox import queue
from markets.lookup import language_of
from people.customer_groups.querysets import valid_at
from people.customer_groups.services import join_group, leave_group
from people.models import CustomerGroup, GroupMembership, Person, User
from people.portal import forget_count
from people.services import record

from .models import Certificate, CertificateRule
from .signals import certificate_issued, certificate_withdrawn
from .tasks import ENDS_SOON, mail_certificate

TILE = "certificates"
# Without letters and digits that are taken for one another.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
# 31^12 numbers: nobody finds one by trying.
GROUPS, EACH = 3, 4


class NotPossible(Exception):
    """It cannot be done. ``str()`` says why, for the log."""


def new_number() -> str:
    """Such as ``7QKM-2XYZ-9BCD``."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(EACH)) for _ in range(GROUPS))


@transaction.atomic
def issue(*, person: Person, rule: CertificateRule, now: datetime | None = None) -> Certificate:
    """Issue a certificate, mail its holder and put them into the rule's group. Who holds one of the
    course that does not end soon keeps it and gets no second."""
    now = now or timezone.now()
    person = locked(Person.objects.filter(pk=person.pk)).get()
    there = person.certificates.filter(course=rule.course)
    kept = there.valid_on(timezone.localdate(now) + ENDS_SOON).first()
    if kept is not None:
        return kept
    certificate = Certificate.objects.create(
        person=person,
        course=rule.course,
        number=new_number(),
        holder=person.name,
        words=_words(rule),
        language=language_of(person.edition),
        issued_at=now,
        expires_on=_last_day(rule, now, there),
    )
    staff = person.group_memberships.filter(group=rule.group).exclude(
        source=GroupMembership.Source.RULE
    )
    if rule.group and not staff.filter(valid_at()).exists():
        join_group(
            person=person,
            group=rule.group,
            source=GroupMembership.Source.RULE,
            starts_at=now,
            ends_at=_end_of(certificate.expires_on),
        )
    record(person, "academy.certificate", number=certificate.number)
    forget_count(TILE, person)
    queue(mail_certificate, certificate_id=certificate.pk)
    certificate_issued.send(sender=Certificate, certificate=certificate)
    return certificate


@transaction.atomic
def withdraw(certificate: Certificate, *, by: User, reason: str) -> Certificate:
    """Take a certificate back, for a reason that everybody who checks it is not told. Again changes
    nothing. Raises NotPossible without a reason."""
    if not reason.strip():
        raise NotPossible("A certificate is withdrawn for a reason.")
    # As who issues one does: of a holder's certificates one thing happens at a time.
    locked(Person.objects.filter(pk=certificate.person_id)).get()
    certificate = Certificate.objects.select_related("person", "course").get(pk=certificate.pk)
    if certificate.is_withdrawn:
        return certificate
    certificate.withdrawn_at, certificate.withdrawn_by = timezone.now(), by
    certificate.reason = reason.strip()
    certificate.save(update_fields=["withdrawn_at", "withdrawn_by", "reason"])
    rule = CertificateRule.objects.filter(course=certificate.course).select_related("group").first()
    if rule and rule.group and _is_in_by_rule_alone(certificate.person, rule.group):
        leave_group(person=certificate.person, group=rule.group, by=by)
    record(certificate.person, "academy.withdraw", by=by, number=certificate.number)
    forget_count(TILE, certificate.person)
    certificate_withdrawn.send(sender=Certificate, certificate=certificate)
    return certificate


def show_name(certificate: Certificate, *, shows: bool) -> None:
    """Whether strangers who check the certificate see whose it is: the holder decides."""
    Certificate.objects.filter(pk=certificate.pk).update(shows_name=shows)


def _is_in_by_rule_alone(person: Person, group: CustomerGroup) -> bool:
    """Whether no valid certificate puts a person into a group, nor did staff."""
    valid = person.certificates.valid_on(timezone.localdate())
    by_rule = person.group_memberships.filter(group=group, source=GroupMembership.Source.RULE)
    return not valid.filter(course__certificate_rule__group=group).exists() and by_rule.exists()


def _words(rule: CertificateRule) -> dict[str, dict[str, str]]:
    pages = CoursePage.objects.live().filter(translation_key=rule.course.key, alias_of=None)
    titles = dict(pages.values_list("locale__language_code", "title"))
    return {
        copy.locale.language_code: {
            "title": copy.title,
            "text": copy.text,
            "signer": copy.signer,
            "course": titles.get(copy.locale.language_code, rule.course.title),
        }
        for copy in rule.copies.select_related("locale")
    }


def _last_day(rule: CertificateRule, now: datetime, earlier) -> date | None:
    """From now on, or from the end of one that is still valid: whoever is early loses nothing."""
    if rule.valid_months is None:
        return None
    today = timezone.localdate(now)
    ends = earlier.valid_on(today).aggregate(last=Max("expires_on"))["last"]
    return (ends or today) + relativedelta(months=rule.valid_months)


def _end_of(day: date | None) -> datetime | None:
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))
