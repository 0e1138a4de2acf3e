"""Back-office views of consultants' sites: the list by state, and the chooser for previews."""

import django_filters
from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.chooser import (
    ChooseResultsView,
    ChooseView,
    ChosenMultipleView,
    ChosenView,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy, register_permission_policy

from cms.back_office import menu
from markets.finding import matches

from .models import SiteProfile
from .views.review import PreviewView, ReviewView

SHOWN = ("person__first_name", "person__last_name", "alias")


class OnlyDecided(ModelPermissionPolicy):
    """Sites are edited by consultants; staff only view and approve them."""

    def user_has_permission(self, user, action):
        return action in ("view", "change") and super().user_has_permission(user, action)


register_permission_policy(SiteProfile, OnlyDecided(SiteProfile))


class SiteProfileFilterSet(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=SiteProfile.State.choices, widget=forms.RadioSelect
    )

    class Meta:
        model = SiteProfile
        fields = []


class IndexView(generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().for_names()


class SiteProfileViewSet(ModelViewSet):
    model = SiteProfile
    name = "site_profiles"
    url_prefix = "consultant-sites"
    icon = "globe"
    menu_label = _("Sites to approve")
    menu_name = "site_profiles"
    menu_hook = menu.SELLERS
    menu_order = 40
    add_to_reference_index = False
    copy_view_enabled = False
    index_view_class = IndexView
    filterset_class = SiteProfileFilterSet
    search_fields = [f"consultant__{field}" for field in ("code", *SHOWN)]
    search_backend_name = None
    list_per_page = 50
    ordering = ["-submitted_at", "-pk"]
    form_fields = ["reason"]
    list_display = [
        TitleColumn("consultant", label=_("Consultant"), url_name="site_profiles:review"),
        Column(lambda profile: f"@{profile.consultant.alias}", label=_("Site name")),
        StatusTagColumn(
            "get_state_display",
            label=pgettext_lazy("of a consultant's site", "State"),
            primary=lambda profile: profile.is_waiting,
        ),
        DateColumn("submitted_at", label=_("Submitted"), sort_key="submitted_at"),
        DateColumn("published_at", label=_("Published"), sort_key="published_at"),
    ]

    def get_urlpatterns(self):
        # Sites are edited in "My site" only: no views to add, edit or delete.
        kept = [url for url in super().get_urlpatterns() if url.name in ("index", "index_results")]
        return [
            *kept,
            path("<int:pk>/", ReviewView.as_view(), name="review"),
            path("<int:pk>/preview/", PreviewView.as_view(), name="preview"),
        ]

    def get_common_view_kwargs(self, **kwargs):
        common = super().get_common_view_kwargs(**kwargs)
        for name in ("add", "edit", "delete", "copy", "inspect", "history", "usage"):
            common.pop(f"{name}_url_name", None)
        return common


class ConsultantFilterForm(BaseFilterForm):
    """Search consultants by what is public: name, code or alias."""

    q = forms.CharField(label=_("Search"), required=False, max_length=100)

    def filter(self, objects):
        objects = super().filter(objects)
        if words := self.cleaned_data.get("q"):
            self.is_searching, self.search_query = True, words
            somewhere = matches(objects.model, words.replace("@", ""), SHOWN)
            objects = objects.filter(somewhere | Q(code__iexact=words))
        return objects


class _PageWriters:
    """Permission for users who may edit pages: a consultant's name is public, the list is not."""

    def dispatch(self, request, *args, **kwargs):
        if not page_permission_policy.user_has_any_permission(request.user, {"add", "change"}):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class _Consultants(_PageWriters):
    filter_form_class = ConsultantFilterForm
    ordering = ["alias"]

    def get_object_list(self):
        return super().get_object_list().for_names()


class ConsultantChooseView(_Consultants, ChooseView):
    pass


class ConsultantChooseResultsView(_Consultants, ChooseResultsView):
    pass


class ConsultantChosenView(_PageWriters, ChosenView):
    pass


class ConsultantChosenMultipleView(_PageWriters, ChosenMultipleView):
    pass


class ConsultantChooserViewSet(ChooserViewSet):
    """Choose the consultant for the preview of the consultants' page."""

    model = "consultants.Consultant"
    icon = "user"
    choose_one_text = _("Choose a consultant")
    choose_another_text = _("Choose another consultant")
    choose_view_class = ConsultantChooseView
    choose_results_view_class = ConsultantChooseResultsView
    chosen_view_class = ConsultantChosenView
    chosen_multiple_view_class = ConsultantChosenMultipleView
    per_page = 20


site_profiles = SiteProfileViewSet()
consultant_chooser = ConsultantChooserViewSet("consultant_chooser", url_prefix="consultant-chooser")
