"""Permissions for offers and coupons in the back office."""

EDIT = "offer.change_conditionaloffer"


def may_edit(user) -> bool:
    """Whether a user may edit offers and coupons, and use the dry run."""
    return user.has_perm(EDIT)
