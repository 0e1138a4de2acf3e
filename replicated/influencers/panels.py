"""The influencers' panel on the back office's start page."""

from wagtail.admin.ui.components import Component

from .access import Curation
from .remarks import remarks_on


class OwnPagesPanel(Component):
    """The influencer's pages by language, with their states and requested changes."""

    name = "own_pages"
    template_name = "influencers/admin/own_pages_panel.html"
    order = 10

    def __init__(self, curation: Curation):
        self.curation = curation

    def get_context_data(self, parent_context):
        pages = list(self.curation.pages().select_related("locale").order_by("path").specific())
        remarks = remarks_on(pages)
        rows = [(page, remarks.get(page.pk)) for page in pages]
        return {"rows": rows, "request": parent_context["request"]}
