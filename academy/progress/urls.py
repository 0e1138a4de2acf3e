from django.urls import path

from . import views

app_name = "learning"
urlpatterns = [
    path("courses/<uuid:key>/begin/", views.begin, name="begin"),
    path("courses/<uuid:key>/state/", views.state, name="state"),
    path("courses/<uuid:key>/events/", views.events, name="events"),
    path("courses/<uuid:key>/lessons/<uuid:lesson>/done/", views.done, name="done"),
    path("courses/<uuid:key>/lessons/<uuid:lesson>/note/", views.note, name="note"),
    path(
        "courses/<uuid:key>/lessons/<uuid:lesson>/confirm/<uuid:part>/",
        views.confirm,
        name="confirm",
    ),
]
account_urlpatterns = [path("courses/", views.my_courses, name="my_courses")]
