"""What the screens of one order share."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from people.private import private_view

from ..access import AllowedOnly
from ..dossier import Dossier, load_order


@private_view
class OrderScreen(AllowedOnly, WagtailAdminTemplateMixin, View):
    """A page about one order. A number that nobody has is 404."""

    header_icon = "tasks"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.number = kwargs["number"].upper()

    @cached_property
    def order(self):
        order = load_order(self.number)
        if order is None:
            raise Http404
        return order

    @cached_property
    def dossier(self) -> Dossier:
        return Dossier(self.order, user=self.request.user)

    def reload(self):
        """After a refusal: what the order is now."""
        for name in ("order", "dossier"):
            self.__dict__.pop(name, None)
        return self.order

    @property
    def detail_url(self) -> str:
        return reverse("order_desk:detail", args=[self.order.number])

    def get_page_title(self):
        return _("Order %(number)s") % {"number": self.order.number}

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("order_desk:index"), "label": _("Orders")},
            {"url": "", "label": self.get_page_title()},
        ]

    def render(self, *, status: int = 200, **context):
        return TemplateResponse(
            self.request,
            self.template_name,
            self.get_context_data(order=self.dossier, **context),
            status=status,
        )
