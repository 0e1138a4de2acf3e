import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def marketer(db):
    """Somebody of the marketing team."""
    user = get_user_model().objects.create_user("marta@example.com", "a long pass phrase")
    user.groups.add(Group.objects.get(name="Marketer"))
    return user


@pytest.fixture
def admin_client_of(client):
    """``admin_client_of(user)`` → a browser in which the user is signed in."""

    def sign_in(user):
        client.force_login(user)
        return client

    return sign_in
