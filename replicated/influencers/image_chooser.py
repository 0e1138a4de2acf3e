"""Choosing pictures, without the words that others put on theirs."""

from wagtail.images.views import chooser

from . import access


class OwnTagsImageChooseView(chooser.ImageChooseView):
    """Wagtail's own, for everybody; influencers are not shown the whole library's tags."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if access.curation_of(self.request.user) is not None:
            context["popular_tags"] = ()
        return context


def replace() -> None:
    """Have the admin serve it. Called before its addresses are read."""
    chooser.viewset.choose_view_class = OwnTagsImageChooseView
