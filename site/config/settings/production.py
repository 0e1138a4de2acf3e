"""In production everything comes from the environment, and what is missing fails loudly."""

import os

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import env

REQUIRED = {
    "SECRET_KEY": "50 random characters that nobody else has",
    "ALLOWED_HOSTS": "the host names that are served, with commas between them",
    "PUBLIC_URL": "the address that mails and canonical links carry: https://shop.example.com",
    "EMAIL_URL": "how mail leaves: smtp+tls://user:password@host:587",
    "DEFAULT_FROM_EMAIL": "who mail comes from",
}
missing = [name for name in REQUIRED if not os.environ.get(name)]
if missing:
    raise ImproperlyConfigured(
        "Production needs more from the environment (docs/running.md):\n"
        + "\n".join(f"  {name}: {REQUIRED[name]}" for name in missing)
    )

SECRET_KEY = env("SECRET_KEY")
COMPANY_HOSTS = env.list("ALLOWED_HOSTS")
PUBLIC_URL = env("PUBLIC_URL")
WAGTAILADMIN_BASE_URL = PUBLIC_URL
EMAIL_CONFIG = env.email("EMAIL_URL")
vars().update(EMAIL_CONFIG)

# A load balancer asks without TLS whether the process is well.
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31536000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
OSCAR_BASKET_COOKIE_SECURE = True
# A second factor guards the back office.
VITRINA_ADMIN_REQUIRES_SECOND_FACTOR = env.bool(
    "VITRINA_ADMIN_REQUIRES_SECOND_FACTOR", default=True
)
# X-Frame-Options is SAMEORIGIN on purpose: the admin's preview panel frames the site.
SILENCED_SYSTEM_CHECKS = ["security.W019"]
