"""People of the company, for tests of the back office."""

from django.contrib.auth.models import Group, Permission

from people.models import User

PASSWORD = "una clave de prueba"


def make_staff(role: str | None = None, *permissions: str, email: str = "", **fields) -> User:
    """A user with one role, or none; ``permissions`` ("people.view_person") on top."""
    name = (role or "-".join(permissions) or "nobody").lower().replace(" ", "-").replace(".", "-")
    user = User.objects.create_user(
        email or f"{name}@example.com",
        PASSWORD,
        **{"first_name": "Rosa", "last_name": name, **fields},
    )
    if role:
        user.groups.add(Group.objects.get(name=role))
    for permission in permissions:
        app, codename = permission.split(".")
        user.user_permissions.add(
            Permission.objects.get(content_type__app_label=app, codename=codename)
        )
    return user
