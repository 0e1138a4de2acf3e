"""``/<edition>/account/my-site/…`` and the code of the site that is being read."""

from django.urls import path, re_path

from .views import portal, qr_codes

urlpatterns = [
    path("account/my-site/", portal.my_site, name="my_site"),
    path("account/my-site/preview/", portal.preview, name="my_site_preview"),
    path("account/my-site/favorites/", portal.favourites, name="my_site_favourites"),
    path("account/my-site/name/", portal.address, name="my_site_address"),
    path("account/my-site/share/", portal.share, name="my_site_share"),
    re_path(
        r"^account/my-site/share/code\.(?P<kind>svg|png)$", qr_codes.of_my_site, name="my_site_code"
    ),
    re_path(r"^site-code\.(?P<kind>svg|png)$", qr_codes.of_site, name="site_code"),
]
