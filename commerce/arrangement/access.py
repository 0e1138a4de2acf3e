"""Permission to arrange the catalogue."""

ARRANGE = "arrangement.change_catalogueorder"


def may_arrange(user) -> bool:
    return user.has_perm(ARRANGE)
