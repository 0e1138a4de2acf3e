"""Who may work on offers and coupons. Each question is one function."""

EDIT = "offer.change_conditionaloffer"


def may_edit(user) -> bool:
    """Offers, their coupons, and trying them out."""
    return user.has_perm(EDIT)
