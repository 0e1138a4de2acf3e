from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = _("People")

    def ready(self):
        from django.contrib.auth.models import Group

        from . import receivers  # noqa: F401
        from .audiences import register_own_audiences
        from .code_purposes import register_own_purposes
        from .overview import register_own_panels
        from .own_mails import register_own_mails
        from .portal import register_own_tiles
        from .privacy import register_own_sections
        from .roles import label_of, register_own_roles

        # Wagtail writes groups as text: in filters, in a user's form, in workflow tasks.
        Group.add_to_class("__str__", label_of)
        register_own_roles()
        register_own_purposes()
        register_own_mails()
        register_own_sections()
        register_own_tiles()
        register_own_panels()
        register_own_audiences()


class StaffConfig(WagtailUsersAppConfig):
    """Wagtail's users and groups, with the screens of ``people.staff``."""

    user_viewset = "people.staff.users.UserViewSet"
    group_viewset = "people.staff.groups.GroupViewSet"
