"""Whom limits count, behind the proxies that there are."""

import pytest
from django.test import override_settings

from people.lockout import client_ip

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "6.6.6.6", "10.0.0.1"),
        (1, "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        (2, "6.6.6.6, 203.0.113.9, 10.0.0.2", "203.0.113.9"),
        # past a proxy that should have written something: what is known, and no error
        (2, "203.0.113.9", "10.0.0.1"),
        (1, "", "10.0.0.1"),
    ],
)
def test_the_visitor_is_who_our_own_proxies_say(rf, proxies, forwarded, address):
    request = rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded)
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=proxies):
        assert client_ip(request) == address
