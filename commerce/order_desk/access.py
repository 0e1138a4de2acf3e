"""Who may look at orders and who may act on them. Each question is one function."""

from django.core.exceptions import PermissionDenied

LOOK = "order.view_order"
ACT = "order.change_order"


def may_look(user) -> bool:
    """Lists, details, paper. Whoever may act may look."""
    return user.has_perm(LOOK) or may_act(user)


def may_act(user) -> bool:
    """Everything that changes an order, notes included."""
    return user.has_perm(ACT)


class LookersOnly:
    """A view for whoever may look at orders; ``acts`` makes it one for whoever may act."""

    acts = False

    def dispatch(self, request, *args, **kwargs):
        allowed = may_act if self.acts else may_look
        if not allowed(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
