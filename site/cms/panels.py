from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class ContrastPanel(Panel):
    """Shows how well the brand's colours can be told apart, and warns of pairs that fail AA. It
    shows the colours as last saved.
    """

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Contrast"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/contrast_panel.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["verdicts"] = self.instance.verdicts()
            return context
