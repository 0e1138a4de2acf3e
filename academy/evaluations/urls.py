"""Under an edition: taking an evaluation. An attempt is known by its number, which is its owner's:
there is no address for somebody else's."""

from django.urls import path

from . import views

app_name = "evaluations"
urlpatterns = [
    path("<uuid:key>/", views.start, name="start"),
    path("<uuid:key>/<int:number>/", views.attempt, name="attempt"),
    path("<uuid:key>/<int:number>/save/<int:position>/", views.save, name="save"),
    path("<uuid:key>/<int:number>/hand-in/", views.hand_in, name="hand_in"),
    path("<uuid:key>/<int:number>/result/", views.result, name="result"),
]
