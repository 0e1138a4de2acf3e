"""Personal data in certificates: export and erasure, for ``people.privacy``."""


def certificates_of(person) -> list[dict]:
    return [
        {
            "number": row.number,
            "course": row.course.title,
            "holder": row.holder,
            "shows_name": row.shows_name,
            "issued": row.issued_at.isoformat(),
            "valid_until": row.expires_on and row.expires_on.isoformat(),
            "withdrawn": row.withdrawn_at and row.withdrawn_at.isoformat(),
            "reason": row.reason,
        }
        for row in person.certificates.select_related("course")
    ]


def forget_certificates(person) -> None:
    """They go, and whoever checks a number finds none."""
    person.certificates.all().delete()
