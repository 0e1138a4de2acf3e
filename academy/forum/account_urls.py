"""The forum's page in the account."""

from django.urls import path

from .views import mine

urlpatterns = [
    path("", mine.mine, name="forum_mine"),
    path("mails/", mine.mails_about_me, name="forum_mine_mails"),
    path("read/", mine.read_all, name="forum_mine_read"),
]
