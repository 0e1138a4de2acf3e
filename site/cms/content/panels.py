from json import dumps

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from .typefaces import STACKS


class ContrastPanel(Panel):
    """A sample of the shop in the brand's colours and faces, and how well they can be told apart,
    with pairs that fail AA marked. It follows the form as it is filled in (without JavaScript: as
    it was sent or saved last); nothing of it is public before the form is saved.
    """

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Preview and contrast"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "cms/admin/contrast_panel.html"

        class Media:
            css = {"all": ["admin-shop/brand.css"]}
            js = ["admin-shop/brand.js"]

        @property
        def media(self):
            return super().media + forms.Media(self.Media)

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            context["verdicts"] = self.instance.verdicts()
            context["names"] = " ".join(self.instance.COLOURS)
            context["faces"] = dumps({str(face.value): stack for face, stack in STACKS.items()})
            return context
