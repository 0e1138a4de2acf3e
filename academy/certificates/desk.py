"""The back office's view to withdraw a certificate."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from people.private import private_view

from .forms import WithdrawForm
from .models import Certificate
from .services import withdraw


@private_view
class WithdrawView(WagtailAdminTemplateMixin, View):
    """Withdraw a certificate, with a reason."""

    header_icon = "undo"

    def dispatch(self, request, *args, pk, **kwargs):
        if not request.user.has_perm("certificates.withdraw_certificate"):
            raise PermissionDenied
        rows = Certificate.objects.select_related("person", "course")
        self.certificate = get_object_or_404(rows, pk=pk)
        self.back_url = reverse("certificate_list:inspect", args=[pk])
        self.page_subtitle = self.certificate.number
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("Withdraw a certificate")

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": self.back_url, "label": self.page_subtitle},
            {"url": "", "label": self.get_page_title()},
        ]

    def get(self, request):
        return self._show(WithdrawForm())

    def post(self, request):
        form = WithdrawForm(request.POST)
        if not form.is_valid():
            return self._show(form)
        withdraw(self.certificate, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("The certificate is withdrawn."))
        return HttpResponseRedirect(self.back_url)

    def _show(self, form):
        context = self.get_context_data(
            form=form, back_url=self.back_url, certificate=self.certificate
        )
        return TemplateResponse(self.request, "certificates/admin/withdraw.html", context)
