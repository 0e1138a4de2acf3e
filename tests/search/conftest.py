import shutil
from pathlib import Path

import haystack
import pytest
from django.conf import settings


@pytest.fixture
def empty_index(db):
    """An index of this test's own, in the place that the settings name."""
    folder = Path(settings.HAYSTACK_CONNECTIONS["default"]["PATH"])
    shutil.rmtree(folder, ignore_errors=True)
    haystack.connections.reload("default")
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
    haystack.connections.reload("default")
