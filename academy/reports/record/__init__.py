"""A learner's own record as PDF: their courses and certificates."""

from pathlib import Path

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from academy.progress.own_courses import OwnCourse, courses_of
from cms.frame.mails import brand_frame
from commerce.typesetting.pdf import typeset
from markets.dates import format_day
from markets.lookup import language_of
from people.models import Person

PAPER = Path(__file__).with_name("record.typ")


def record_pdf(person: Person, edition: str) -> bytes:
    """In the language of an edition, whose request this is. Raises NotTypeset."""
    with override(edition):
        return typeset(PAPER, _data(person, edition))


def _data(person: Person, edition: str) -> dict:
    brand = brand_frame(edition)["brand"]
    language = language_of(edition)
    return {
        "brand": brand["name"],
        "accent": brand["accent"],
        "language": language,
        "document": _("My courses"),
        "name": person.name,
        "day": format_day(timezone.localdate(), edition),
        "heads": [_("Course"), _("Started"), _("Finished"), _("Done")],
        "courses": [_course(one, edition) for one in courses_of(person)],
        "certificates_label": _("Certificates"),
        "certificate_heads": [_("Certificate"), _("Issued"), _("Valid until"), _("Number")],
        "certificates": [
            [
                one.words_in(language).get("title") or one.course.title,
                format_day(one.issued_at, edition),
                _("Withdrawn") if one.is_withdrawn else _day(one.expires_on, edition),
                one.number,
            ]
            for one in person.certificates.select_related("course")
        ],
    }


def _course(one: OwnCourse, edition: str) -> list[str]:
    row = one.enrolment
    return [
        one.title,
        _day(row.started_at, edition),
        _day(row.finished_at, edition),
        f"{row.percent} %",
    ]


def _day(value, edition: str) -> str:
    return format_day(value, edition) if value else "–"
