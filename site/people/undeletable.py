"""Screens of what is never deleted: it ends, closes or is erased, and others name it."""

from wagtail.admin.viewsets.model import ModelViewSet


class UndeletableViewSet(ModelViewSet):
    """A view set without an address and a button to delete."""

    def get_urlpatterns(self):
        return [url for url in super().get_urlpatterns() if url.name != "delete"]

    def get_common_view_kwargs(self, **kwargs):
        common = super().get_common_view_kwargs(**kwargs)
        common.pop("delete_url_name", None)
        return common
