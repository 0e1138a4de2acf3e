"""Who reads the differences, and who settles them."""

from django.core.exceptions import PermissionDenied

from commerce.books.ways import may_settle

READ = "books.view_difference"


def may_read(user) -> bool:
    return user.has_perm(READ) or may_settle(user)


class ReadersOnly:
    """A view for whoever may read the differences; a POST is for whoever may settle them."""

    def dispatch(self, request, *args, **kwargs):
        allowed = may_settle if request.method == "POST" else may_read
        if not allowed(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
