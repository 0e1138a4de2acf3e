"""Addresses of the pattern pages. Mount with `path("patterns/", include("patterns.urls"))`."""

from django.urls import path

from . import views

app_name = "patterns"

urlpatterns = [
    path("", views.index, name="index"),
    path("fragments/visitor.json", views.visitor, name="visitor"),
    path("fragments/suggestions/", views.suggestions, name="suggestions"),
    path("fragments/cart-drawer/", views.cart_drawer, name="cart_drawer"),
    path("fragments/brand.css", views.brand_css, name="brand_css"),
    path("mail/", views.mail, name="mail"),
    path("<slug:name>/", views.composition, name="composition"),
]
