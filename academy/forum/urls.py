"""The forum, under an edition. Fixed words come in pairs (``post/7/``): no board hides them."""

from django.urls import path, register_converter
from django.utils.translation import gettext_lazy as _

from .views import acting, boards, files, stopping, threads, writing


class KeyConverter:
    """A primary key that a database can look for."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class _Action:
    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class PostActionConverter(_Action):
    regex = "|".join(acting.POST_ACTIONS)


class ThreadActionConverter(_Action):
    regex = "|".join(acting.THREAD_ACTIONS)


register_converter(KeyConverter, "forum_key")
register_converter(PostActionConverter, "forum_post_action")
register_converter(ThreadActionConverter, "forum_thread_action")

app_name = "forum"
urlpatterns = [
    path("", boards.index, name="index"),
    path("stop/<str:token>/", stopping.stop, name="stop"),
    path("pictures/<uuid:public_id>.webp", files.picture, name="picture"),
    path("names/<forum_key:pk>/", files.names, name="names"),
    path(_("post/<forum_key:pk>/"), threads.post, name="post"),
    path(_("post/<forum_key:pk>/edit/"), writing.edit, name="edit"),
    path(_("post/<forum_key:pk>/report/"), writing.report, name="report"),
    path("post/<forum_key:pk>/<forum_post_action:action>/", acting.on_post, name="on_post"),
    path("thread/<forum_key:pk>/follow/", acting.follow_thread, name="follow_thread"),
    path("thread/<forum_key:pk>/<forum_thread_action:action>/", acting.on_thread, name="on_thread"),
    path("thread/<forum_key:pk>/move/", acting.move, name="move"),
    path("board/<forum_key:pk>/follow/", acting.follow_board, name="follow_board"),
    path("<slug:slug>/", boards.board, name="board"),
    path(_("<slug:slug>/new/"), writing.new_thread, name="new_thread"),
    path("<slug:board>/<forum_key:pk>-<slug:slug>/", threads.thread, name="thread"),
]
