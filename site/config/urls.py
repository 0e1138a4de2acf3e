"""All addresses. Everything a shopper sees lies under an edition (`/es-co/…`)."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from academy.certificates import urls as certificate_urls
from academy.progress import urls as learning_urls
from academy.reports import urls as academy_report_urls
from cms import urls as cms_urls
from cms.content.uploads.serving import document, media
from commerce.cart import urls as cart_urls
from commerce.orders.webhooks import notification
from config.health import health, live
from markets.views import to_edition
from people.urls import back_office_urlpatterns
from replicated.inbox import urls as inbox_urls

urlpatterns = [
    path("health/", health),
    path("health/live/", live),
    path("admin/", include(back_office_urlpatterns)),
    path("admin/", include(wagtailadmin_urls)),
    re_path(r"^documents/(\d+)/(.*)$", document, name="wagtaildocs_serve"),
    path("documents/", include(wagtaildocs_urls)),
    *cms_urls.outside,
    path("webhooks/<slug:gateway>/", notification, name="webhook"),
    path("", to_edition, name="root"),
    re_path(
        rf"^(?P<language>{'|'.join(code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES)})"
        r"(?:/(?P<rest>.*))?$",
        to_edition,
        name="bare-language",
    ),
]

if settings.DEBUG:
    if settings.MEDIA_URL.startswith("/"):
        # In production a proxy does it (docs/running.md).
        urlpatterns.append(path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", media))
    # Every component alone, and sample pages: for whoever works on the front end.
    urlpatterns.append(path("patterns/", include("patterns.urls")))

urlpatterns += i18n_patterns(
    # Shop, account and checkout come before the pages that editors make.
    path("", include("commerce.catalogue.urls")),
    path("", include("commerce.product_lists.urls")),
    path("", include("commerce.search.urls")),
    path("", include("replicated.storefronts.urls")),
    path("account/addresses/", include("commerce.addresses.urls")),
    path("account/cards/", include("commerce.gateways.providers.stripe.urls")),
    path("account/messages/", include("replicated.inbox.urls")),
    path("account/forum/", include("academy.forum.account_urls")),
    path("account/", include("replicated.portal.urls")),
    path("account/", include(learning_urls.account_urlpatterns)),
    path("account/", include(certificate_urls.account_urlpatterns)),
    path("account/", include(academy_report_urls.account_urlpatterns)),
    path("account/", include("people.urls")),
    path("learning/", include(learning_urls)),
    path("learning/", include(certificate_urls)),
    *inbox_urls.public,
    path(_("forum/"), include("academy.forum.urls")),
    path("cart/", include("commerce.cart.urls")),
    path("checkout/", include("commerce.checkout.urls")),
    *cart_urls.from_orders,
    path("orders/", include("commerce.orders.urls")),
    path("demo-bank/", include("commerce.gateways.urls")),
    path("learning/evaluations/", include("academy.evaluations.urls")),
    *cms_urls.urlpatterns,
    *cms_urls.pages,
    path("", include(wagtail_urls)),
)

handler400 = "cms.views.bad_request"
handler404 = "cms.views.page_not_found"
handler500 = "config.unavailable.server_error"
