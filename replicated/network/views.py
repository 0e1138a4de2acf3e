"""The back-office view to place a consultant."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from people.private import private_view
from replicated.consultants.models import Consultant

from .downline import downline_of
from .forms import PlaceForm
from .models import Position
from .services import NotPlaced, place


@private_view
class PlaceView(WagtailAdminTemplateMixin, View):
    """Place a consultant, with their team, below a sponsor and in a zone."""

    header_icon = "group"

    def dispatch(self, request, *args, pk, **kwargs):
        if not request.user.has_perm("network.place_consultant"):
            raise PermissionDenied
        people = Consultant.objects.select_related("person")
        self.consultant = get_object_or_404(people, pk=pk)
        places = Position.objects.for_names()
        self.position = places.filter(pk=pk).first()
        self.back_url = reverse("consultant:inspect", args=[pk])
        self.page_subtitle = str(self.consultant)
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self):
        return _("Place in the network")

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": self.back_url, "label": self.page_subtitle},
            {"url": "", "label": self.get_page_title()},
        ]

    def get(self, request):
        return self._show(self._form())

    def post(self, request):
        form = self._form(request.POST)
        if not form.is_valid():
            return self._show(form)
        try:
            placed = place(
                consultant=self.consultant,
                sponsor=form.cleaned_data["sponsor"],
                zone=form.cleaned_data["zone"],
                why=form.cleaned_data["why"],
                by=request.user,
            )
        except NotPlaced as refused:
            form.add_error(refused.field, refused.message)
            return self._show(form)
        sponsor = placed.sponsor
        messages.success(
            request,
            _("%(name)s stands below %(sponsor)s now.")
            % {"name": self.consultant.name, "sponsor": sponsor.consultant.name}
            if sponsor
            else _("%(name)s stands at the top of the network now.")
            % {"name": self.consultant.name},
        )
        return HttpResponseRedirect(self.back_url)

    def _form(self, data=None) -> PlaceForm:
        return PlaceForm(data, consultant=self.consultant, position=self.position)

    def _show(self, form):
        team = downline_of(self.position).count() if self.position else 0
        return TemplateResponse(
            self.request,
            "network/admin/place.html",
            self.get_context_data(
                form=form,
                back_url=self.back_url,
                position=self.position,
                team=ngettext(
                    "The whole team comes along: %(number)d person.",
                    "The whole team comes along: %(number)d people.",
                    team,
                )
                % {"number": team}
                if team
                else "",
            ),
        )
