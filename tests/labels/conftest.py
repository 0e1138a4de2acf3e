from tests.merchandising.conftest import (  # noqa: F401
    merchandiser,
    person_with,
    signed_in,
)
