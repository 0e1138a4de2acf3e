from django.urls import path

from . import path_views, team_views, views

app_name = "learning"
urlpatterns = [
    path("paths/<uuid:key>/begin/", path_views.begin, name="begin_path"),
    path("paths/<uuid:key>/state/", path_views.state, name="path_state"),
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
account_urlpatterns = [
    path("courses/", views.my_courses, name="my_courses"),
    path("team/courses/", team_views.courses, name="team_courses"),
    path("team/courses/<uuid:key>/", team_views.course, name="team_course"),
    path("team/courses/<uuid:key>/assign/", team_views.assign_course, name="team_course_assign"),
    path("team/courses/<uuid:key>/remind/", team_views.remind_team, name="team_course_remind"),
]
