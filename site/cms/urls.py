"""Addresses of the content: ``outside`` for the whole host, ``urlpatterns`` in an edition."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern

from people import captcha

from . import views
from .addresses import sitemaps
from .web import visitor

outside = [
    path("brand/<str:digest>.css", views.brand_css, name="brand-css"),
    path("robots.txt", sitemaps.robots_txt, name="robots"),
    path("sitemap.xml", sitemaps.sitemap_index, name="sitemap"),
    path("sitemaps/<str:edition>-<int:number>.xml", sitemaps.sitemap, name="sitemap-edition"),
]

urlpatterns = [
    path("", views.serve_page, name="home"),
    path("visitor/", visitor.visitor, name="visitor"),
    path("captcha/", captcha.challenge, name="captcha"),
]

# After everything else: whatever is left is a page.
pages = [re_path(serve_pattern, views.serve_page, name="wagtail_serve")]
