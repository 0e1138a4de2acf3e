from django.urls import path

from . import views

app_name = "cards"
urlpatterns = [
    path("", views.index, name="list"),
    path("remove/", views.remove, name="remove"),
]
