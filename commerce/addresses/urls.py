from django.urls import path

from . import views as address_views

app_name = "addresses"
urlpatterns = [
    path("", address_views.index, name="list"),
    path("add/", address_views.add, name="add"),
    path("<int:pk>/", address_views.edit, name="edit"),
    path("<int:pk>/delete/", address_views.delete, name="delete"),
    path("<int:pk>/usual/", address_views.usual, name="usual"),
]
