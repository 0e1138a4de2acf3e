import pytest

from tests.staff import make_staff


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def marketer(db):
    """Somebody of the marketing team."""
    return make_staff("Marketer", email="marta@example.com")


@pytest.fixture
def admin_client_of(client):
    """``admin_client_of(user)`` → a browser in which the user is signed in."""

    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in
