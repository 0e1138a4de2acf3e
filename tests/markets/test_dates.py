from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from markets.dates import format_day, format_moment

MOMENT = datetime(2026, 11, 22, 3, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("edition", "zone", "day", "clock"),
    [
        ("es-co", "America/Bogota", "21 de noviembre de 2026", "10:20"),
        ("en-us", "America/New_York", "November 21, 2026", "10:20\u00a0PM EST"),
        ("es-us", "America/Chicago", "21 de noviembre de 2026", "9:20\u00a0p.m. CST"),
        ("es-mx", "America/Mexico_City", "21 de noviembre de 2026", "9:20"),
    ],
)
def test_dates_are_written_as_people_there_do(edition, zone, day, clock):
    with timezone.override(ZoneInfo(zone)):
        assert format_day(MOMENT, edition) == day
        written = format_moment(MOMENT, edition)
        assert clock in written
        # The clock is named only where a country has several that people know by their letters.
        assert written.endswith("ST") == (edition in ("en-us", "es-us"))
