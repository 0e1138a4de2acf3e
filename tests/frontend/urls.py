"""The pattern pages alone: they need nothing of the shop's data."""

from django.urls import include, path

urlpatterns = [path("patterns/", include("patterns.urls"))]
