"""Under an edition: the public page (``public``) and the consultant's inbox in the account."""

from django.urls import path, register_converter
from django.utils.translation import gettext_lazy as _

from . import portal_views, views


class ActionConverter:
    regex = "|".join(portal_views.ACTIONS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(ActionConverter, "inbox_action")

public = [
    path(_("write/"), views.write, name="write_to_consultant"),
    path(_("write/code/"), views.code, name="write_to_consultant_code"),
]

app_name = "inbox"
urlpatterns = [
    path("", portal_views.inbox, name="list"),
    path("<uuid:public_id>/", portal_views.detail, name="detail"),
    path("<uuid:public_id>/<inbox_action:action>/", portal_views.act, name="act"),
]
