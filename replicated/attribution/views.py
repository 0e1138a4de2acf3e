"""Back-office view to reassign credits."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from oscar.core.loading import get_model
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from people.models import Person
from people.private import private_view

from .forms import ReassignForm
from .models import Credit
from .services import reassign


@private_view
class ReassignView(WagtailAdminTemplateMixin, View):
    """Reassign an order or a customer to another consultant, with a reason."""

    header_icon = "group"

    def dispatch(self, request, *args, kind, pk, **kwargs):
        if not request.user.has_perm("attribution.reassign_credit"):
            raise PermissionDenied
        if kind == "order":
            order = get_object_or_404(get_model("order", "Order"), pk=pk)
            self.subject = {"order": order}
            self.back_url = reverse("order_desk:detail", args=[order.number])
            self.page_subtitle = order.number
        else:
            person = get_object_or_404(Person.objects.kept(), pk=pk)
            self.subject = {"person": person}
            self.back_url = reverse("person:inspect", args=[person.pk])
            self.page_subtitle = str(person)
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("Give to someone else")

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": self.back_url, "label": self.page_subtitle},
            {"url": "", "label": self.get_page_title()},
        ]

    def get(self, request):
        return self._show(ReassignForm())

    def post(self, request):
        form = ReassignForm(request.POST)
        if not form.is_valid():
            return self._show(form)
        credit = reassign(
            **self.subject,
            consultant=form.cleaned_data["consultant"],
            why=form.cleaned_data["why"],
            by=request.user,
        )
        name = credit.consultant.name if credit.consultant else _("The company itself")
        messages.success(request, _("It is credited to: %(name)s") % {"name": name})
        return HttpResponseRedirect(self.back_url)

    def _show(self, form):
        current = (
            Credit.objects.current()
            .filter(**self.subject)
            .select_related("consultant__person")
            .first()
        )
        seller = current.consultant if current else None
        return TemplateResponse(
            self.request,
            "attribution/admin/reassign.html",
            self.get_context_data(
                form=form,
                back_url=self.back_url,
                now=seller.name if seller else _("The company itself"),
            ),
        )
