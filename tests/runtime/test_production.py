"""Production's settings, in a process of their own: they cannot be loaded twice."""

import os
import subprocess
import sys

from django.conf import settings

SECRETS = {
    "SECRET_KEY": "fifty-characters-of-no-worth-that-are-long-enough-0123456789",
    "ALLOWED_HOSTS": "shop.example.com",
    "PUBLIC_URL": "https://shop.example.com",
    "EMAIL_URL": "smtp+tls://user:none@mail.example.com:587",
    "DEFAULT_FROM_EMAIL": "hola@example.com",
}
PROXIES = {"TRUSTED_PROXY_COUNT": "1"}


def manage(
    *words: str, start: tuple[str, ...] = ("manage.py",), **environment: str
) -> subprocess.CompletedProcess:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return subprocess.run(
        [sys.executable, *start, *words],
        cwd=settings.ROOT,
        env={
            **kept,
            "DJANGO_SETTINGS_MODULE": "config.settings.production",
            "VITRINA_VAR": str(settings.TEST_HOME / "production"),
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_everything_that_is_missing_is_named_at_once():
    answer = manage("check")
    assert answer.returncode
    for name in SECRETS:
        assert name in answer.stderr


def test_with_its_secrets_production_is_in_order():
    answer = manage("check", "--deploy", "--fail-level", "WARNING", **SECRETS, **PROXIES)
    assert answer.returncode == 0, answer.stderr


def test_what_would_be_dangerous_is_refused_all_at_once():
    dangerous = {
        "vitrina.E002": {"PUBLIC_URL": "http://shop.example.com"},
        "vitrina.W001": {"WEB_CONCURRENCY": "4"},
        "vitrina.E006": {},
        "vitrina.E010": {"MERCADOPAGO_ACCESS_TOKEN_CO": "APP_USR-1"},
        "security.W008": {"SECURE_SSL_REDIRECT": "off"},
        "security.W009": {"SECRET_KEY": "short"},
    }
    environment = dict(SECRETS)
    for wrong in dangerous.values():
        environment |= wrong
    answer = manage("check", "--deploy", "--fail-level", "WARNING", **environment)
    assert answer.returncode
    assert not [complaint for complaint in dangerous if complaint not in answer.stderr]


def test_the_demo_company_is_not_needed_and_not_there():
    """As in the production image, which has no such folder."""
    without = (
        "import runpy, sys; sys.modules['demo'] = None; sys.argv = ['manage.py', *sys.argv[1:]]; "
        "runpy.run_path('manage.py', run_name='__main__')"
    )

    def manage_without(*words: str):
        return manage(*words, start=("-c", without), **SECRETS, **PROXIES)

    assert manage_without("check", "--deploy").returncode == 0
    assert "Unknown command: 'demo'" in manage_without("demo").stderr
