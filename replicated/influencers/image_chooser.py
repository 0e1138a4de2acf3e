"""Image chooser for influencers, without the tags of other people's images."""

from wagtail.images.views import chooser

from . import access


class OwnTagsImageChooseView(chooser.ImageChooseView):
    """Wagtail's view; influencers are not shown the library's popular tags."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if access.curation_of(self.request.user) is not None:
            context["popular_tags"] = ()
        return context


def replace() -> None:
    """Replace Wagtail's view. Must be called before the admin's URLs are loaded."""
    chooser.viewset.choose_view_class = OwnTagsImageChooseView
