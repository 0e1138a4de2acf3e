"""What influencers find when they come into the back office."""

from wagtail.admin.ui.components import Component

from .access import Curation


class OwnPagesPanel(Component):
    """Their pages with what state each is in, by language."""

    name = "own_pages"
    template_name = "influencers/admin/own_pages_panel.html"
    order = 10

    def __init__(self, curation: Curation):
        self.curation = curation

    def get_context_data(self, parent_context):
        pages = self.curation.pages().select_related("locale").order_by("path")
        return {"pages": pages.specific(), "request": parent_context["request"]}
