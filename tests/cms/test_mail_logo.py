"""How large the brand's logo stands in a mail."""

import pytest

from cms.frame.mails import _logo_size

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize(
    "width, height, shown",
    [(391, 120, (160, 49)), (120, 40, (120, 40)), (200, 400, (28, 56)), (0, 0, (0, 0))],
)
def test_a_logo_keeps_its_shape_and_never_outgrows_the_message(width, height, shown):
    size = _logo_size(width, height)

    assert (size["logo_width"], size["logo_height"]) == shown
