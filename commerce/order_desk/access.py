"""Who may look at orders and who may act on them. Each question is one function. Those about
differences and statements are asked of ``commerce.books``."""

from django.core.exceptions import PermissionDenied

LOOK = "order.view_order"
ACT = "order.change_order"


def may_look(user) -> bool:
    """Lists, details, paper. Whoever may act may look."""
    return user.has_perm(LOOK) or may_act(user)


def may_act(user) -> bool:
    """Everything that changes an order, notes included."""
    return user.has_perm(ACT)


class AllowedOnly:
    """A view for whoever ``may_look``; ``acts``, or a POST, makes it one for whoever ``may_act``.
    Both are questions about a user, and about orders unless the view says otherwise."""

    may_look = staticmethod(may_look)
    may_act = staticmethod(may_act)
    acts = False

    def dispatch(self, request, *args, **kwargs):
        allowed = self.may_act if self.acts or request.method == "POST" else self.may_look
        if not allowed(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
