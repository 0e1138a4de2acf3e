"""Settings that hold everywhere. The environment decides the rest (docs/running.md)."""

import logging
from importlib import import_module
from zoneinfo import available_timezones

from config.logs import logging_settings

from .accounts import *  # noqa: F403
from .apps import INSTALLED_APPS  # noqa: F401
from .csp import back_office_policy, storefront_policy
from .environment import CACHE_DIR, ROOT, VAR, env  # noqa: F401
from .locks import LOCK_ORDER  # noqa: F401
from .shop import *  # noqa: F403
from .shop import OSCAR_FROM_EMAIL

# Where the company sells: a module, so that another company names its own (docs/markets.md).
_markets = import_module(env("VITRINA_MARKETS", default="config.settings.markets"))
MARKETS = _markets.MARKETS
CONTENT_LANGUAGES = _markets.CONTENT_LANGUAGES

DEBUG = False
SECRET_KEY = env("SECRET_KEY", default="")
# The company's host names. Django itself lets every name pass: sellers may have hosts of their
# own, which are looked up (replicated.storefronts.middleware); an unknown one is refused there.
COMPANY_HOSTS = env.list("ALLOWED_HOSTS", default=[])
ALLOWED_HOSTS = ["*"]
# The address that mails, canonical links and sitemaps carry, whatever Host was asked for.
PUBLIC_URL = env("PUBLIC_URL", default="http://localhost:8000")

# A fork that changes no table borrows Oscar's migrations (docs/decisions/0002). Such a label
# holds no new model and changes no field: `makemigrations` refuses to write outside the project.
MIGRATION_MODULES = {
    label: f"oscar.apps.{label}.migrations" for label in ("catalogue", "partner", "order", "basket")
}

MIDDLEWARE = [
    "config.middleware.NoBodyMiddleware",
    # Before all: what no browser and no proxy of ours sends, nobody behind has to expect.
    "config.middleware.PlainRequestMiddleware",
    # What stands behind it never sees an alias, and it decides which hosts are ours.
    "replicated.storefronts.middleware.StorefrontMiddleware",
    # Whose prices a page shows: a part of what it is kept under.
    "cms.page_cache.tier_middleware.TierMiddleware",
    # Right after: a kept page is answered before anybody looks at the visitor.
    "cms.page_cache.middleware.PageCacheMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.PermissionsPolicyMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
    "cms.web.csp.StorefrontCSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "markets.middleware.EditionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "commerce.cart.middleware.LazyBasketMiddleware",
    "people.middleware.SecondFactorMiddleware",
    "replicated.influencers.admin_allowlist.CurationMiddleware",
    # After it: whoever may not come in at all is not asked about files.
    "cms.back_office.admin_guard.AdminGuardMiddleware",
    "axes.middleware.AxesMiddleware",
    # Last: the first that hears of a view's error.
    "config.unavailable.UnavailableMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
                "cms.frame.context_processors.storefront",
            ],
        },
    }
]

# --- Data -----------------------------------------------------------------------------

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{VAR / 'vitrina.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # One writer at a time, readers never blocked: a shopper's read does not wait for an order.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        "PRAGMA cache_size=-32000; PRAGMA mmap_size=134217728;",
    }
else:
    # Needs psycopg, which only requirements-scale.txt installs.
    INSTALLED_APPS.append("django.contrib.postgres")
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# Opening a connection costs as much as several queries, on SQLite too (its PRAGMAs).
DATABASES["default"]["CONN_MAX_AGE"] = 60
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": env.cache("CACHE_URL", default="locmemcache://vitrina")}
if CACHES["default"]["BACKEND"] == "django.core.cache.backends.redis.RedisCache":
    # The shop goes on without it, slower.
    CACHES["default"]["BACKEND"] = "config.redis_cache.PatientRedisCache"

# Public pages are kept whole, in each process (cms.page_cache): so much of them at most, and
# none with 0. Where no cache is shared, processes tell each other of changes in this folder.
PAGE_CACHE_MEGABYTES = env.int("PAGE_CACHE_MEGABYTES", default=64)
PAGE_CHANGES = VAR / "pages" / "changes"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

SITE_ID = 1

# Whose an order is, the strongest reason first (replicated.attribution.reasons).
VITRINA_ATTRIBUTION = env.list("VITRINA_ATTRIBUTION", default=["bound", "code", "link", "asked"])
# What public forms ask of a browser: "altcha" (a proof of work) or "none" (people.captcha).
VITRINA_CAPTCHA = env("VITRINA_CAPTCHA", default="altcha")

# For how many days answers to evaluations are kept after an attempt was finished; its score stays.
VITRINA_EVALUATION_ANSWERS_DAYS = env.int("VITRINA_EVALUATION_ANSWERS_DAYS", default=730)

# --- Markets and languages -------------------------------------------------------------

USE_I18N = True
USE_TZ = True
TIME_ZONE = MARKETS[0].time_zone
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = CONTENT_LANGUAGES
# One Django language code says language and market: `es-co`. The bare languages carry the
# content (Wagtail maps the editions to them by itself).
LANGUAGES = [
    *(
        (f"{language}-{market.code}", f"{dict(CONTENT_LANGUAGES)[language]} ({market.country})")
        for market in MARKETS
        for language in market.languages
    ),
    *CONTENT_LANGUAGES,
]
LANGUAGE_CODE = MARKETS[0].default_edition
OSCAR_DEFAULT_CURRENCY = MARKETS[0].currency
# What we say comes before what we say in place of other packages.
LOCALE_PATHS = [ROOT / "locale", ROOT / "locale/packages"]

# --- Files ----------------------------------------------------------------------------

# Both start with a slash: a relative one would be frozen with the first script prefix seen.
STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ROOT / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.static_files.HashedFiles"},
}

# --- Wagtail --------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "Vitrina"
# An ñ in an address is %C3%B1 wherever a link is shared.
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILADMIN_BASE_URL = PUBLIC_URL
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Staff are people too: one login, one password reset, and an address that is proven.
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_REQUIRED = False
# Places, as browsers know them: a machine's own "localtime" and "Factory" are errors there.
WAGTAIL_USER_TIME_ZONES = sorted(
    name for name in available_timezones() if "/" in name or name == "UTC"
)
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_REDIRECTS_FILE_STORAGE = "cache"
# Documents are a few kinds, known by what is in them; pictures keep nothing but the picture
# (cms.content.uploads). Documents go through the view that asks who may read them, whatever the
# storage.
WAGTAILDOCS_EXTENSIONS = ["pdf", "mp4", "webm", "vtt", "mp3", "m4a"]
WAGTAILDOCS_CONTENT_TYPES = {
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "pdf": "application/pdf",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "vtt": "text/vtt",
}
WAGTAILDOCS_DOCUMENT_FORM_BASE = "cms.content.uploads.forms.DocumentForm"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.content.uploads.forms.PictureForm"
# Width × height × frames. What a phone takes fits; what unpacks to gigabytes does not.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_FORMAT_CONVERSIONS = {"png": "webp", "jpeg": "webp", "webp": "webp"}
WAGTAILEMBEDS_RESPONSIVE_HTML = True
# Otherwise submitting for translation publishes untranslated words at once.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILADMIN_PERMITTED_LANGUAGES = CONTENT_LANGUAGES
# Ours are stored without edition and match under all of them (cms.addresses.redirects).
WAGTAILREDIRECTS_AUTO_CREATE = False
# Off unless the environment names a machine translator of wagtail-localize, such as
# wagtail_localize.machine_translators.deepl.DeepLTranslator, and its options as JSON.
if MACHINE_TRANSLATOR := env("MACHINE_TRANSLATOR", default=""):
    WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": MACHINE_TRANSLATOR,
        "OPTIONS": env.json("MACHINE_TRANSLATOR_OPTIONS", default={}),
    }

# Searches say themselves what kind of thing they look for.
HAYSTACK_LIMIT_TO_REGISTERED_MODELS = False
HAYSTACK_CONNECTIONS = {
    "default": {
        "ENGINE": "commerce.search.whoosh_engine.WhooshEngine",
        "PATH": str(VAR / "search"),
        "INCLUDE_SPELLING": False,
    }
}

# How many seconds a process gathers what is searched for before it writes the sums; 0: never by
# itself (the search report then stays as it is).
VITRINA_SEARCHES_WRITTEN_EVERY = env.int("VITRINA_SEARCHES_WRITTEN_EVERY", default=30)

# --- Mail -----------------------------------------------------------------------------

EMAIL_CONFIG = env.email("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = OSCAR_FROM_EMAIL

# --- Logs -----------------------------------------------------------------------------

# Lines without personal data (config/logs.py); neither addresses nor who it was.
LOGGING = logging_settings(
    json=env.bool("LOG_JSON", default=True), level=env("LOG_LEVEL", default="INFO")
)
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False
DJANGO_STRUCTLOG_USER_ID_FIELD = ""
DJANGO_STRUCTLOG_STATUS_START_LOG_LEVEL = logging.DEBUG
DJANGO_STRUCTLOG_STATUS_4XX_LOG_LEVEL = logging.INFO

# --- Security -------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": storefront_policy(
        media_url=MEDIA_URL,
        static_url=STATIC_URL,
        # Providers that shoppers are sent to from the checkout's form.
        payment_origins=env.list("VITRINA_PAYMENT_ORIGINS", default=[]),
    )
}
BACK_OFFICE_SECURITY_POLICY = back_office_policy(media_url=MEDIA_URL, static_url=STATIC_URL)
X_FRAME_OPTIONS = "SAMEORIGIN"  # the admin's preview panel frames the site
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
