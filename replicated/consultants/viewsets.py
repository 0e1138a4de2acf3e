"""Back-office views of consultants (RS-07): list, create, edit, open and close their sites."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import registry as log_registry

from cms.back_office import menu
from markets.lookup import get_market
from markets.sellers import address_at
from people.models import Person
from people.services import person_for_email
from people.undeletable import UndeletableViewSet

from . import services
from .filters import ConsultantFilterSet
from .forms import ConsultantCreateForm, ConsultantEditForm
from .models import Consultant
from .panels import consultant_panels


def site_address(consultant: Consultant) -> str:
    """The absolute URL of a site's home page in its own market."""
    edition = get_market(consultant.market).default_edition
    return address_at(f"/@{consultant.alias}", "/", edition)


class ConsultantIndexView(generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("person")

    def search_queryset(self, queryset):
        return queryset.matching(self.search_query) if self.search_query else queryset


class ConsultantCreateView(generic.CreateView):
    def save_instance(self):
        data = self.form.cleaned_data
        person = person_for_email(
            data["email"],
            edition=data["edition"],
            source=Person.Source.BACKOFFICE,
            first_name=data["first_name"],
            last_name=data["last_name"],
        )
        return services.create_consultant(
            person=person,
            market=data["market"],
            alias=data["alias"],
            code=data["code"],
            site_type=data["site_type"],
            site_active=data["site_active"],
            by=self.request.user,
        )

    def form_valid(self, form):
        self.form = form
        try:
            return super().form_valid(form)
        except (services.AliasTaken, services.AlreadyConsultant):
            # Someone else took it between validation and saving.
            form.add_error(None, services.AliasTaken.message)
            return self.form_invalid(form)

    def log_action(self, *args, **kwargs):
        """Nothing: ``create_consultant`` has written the audit log."""


class ConsultantEditView(generic.EditView):
    def save_instance(self):
        data, user = self.form.cleaned_data, self.request.user
        consultant = Consultant.objects.get(pk=self.object.pk)
        if data["alias"] != consultant.alias:
            services.rename_site(consultant=consultant, alias=data["alias"], by=user)
        services.set_hosts(consultant=consultant, hosts=data["hosts"], by=user)
        return services.set_site(
            consultant=consultant,
            state=data["state"],
            site_type=data["site_type"],
            site_active=data["site_active"],
            by=user,
        )

    def form_valid(self, form):
        self.form = form
        try:
            return super().form_valid(form)
        except services.AliasTaken as taken:
            form.add_error("alias", taken.message)
            return self.form_invalid(form)

    def log_action(self, *args, **kwargs):
        """Nothing: the services have written the audit log."""


class ConsultantInspectView(generic.InspectView):
    page_title = gettext_lazy("Consultant")

    def get_context_data(self, **kwargs):
        consultant = self.object
        entries = log_registry.get_logs_for_instance(consultant).select_related("user")
        return super().get_context_data(
            consultant=consultant,
            site_address=site_address(consultant),
            former=[
                row.alias
                for row in consultant.aliases.order_by("-created_at")
                if row.alias != consultant.alias
            ],
            hosts=consultant.hosts.order_by("host"),
            panels=consultant_panels.shown(consultant, self.request),
            entries=entries[:50],
            **kwargs,
        )

    @property
    def header_more_buttons(self):
        buttons = []
        if self.object.has_open_site:
            buttons.append(
                Button(_("See the site"), url=site_address(self.object), icon_name="view")
            )
        if edit_url := self.get_edit_url():
            buttons.append(Button(_("Edit"), url=edit_url, icon_name="edit", priority=10))
        return buttons


class ConsultantViewSet(UndeletableViewSet):
    """Consultants. They can be ended, but not deleted."""

    model = Consultant
    name = "consultant"
    url_prefix = "consultants"
    icon = "group"
    menu_label = gettext_lazy("Consultants")
    menu_hook = menu.SELLERS
    menu_order = 10
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = ConsultantIndexView
    add_view_class = ConsultantCreateView
    edit_view_class = ConsultantEditView
    inspect_view_class = ConsultantInspectView
    inspect_template_name = "consultants/admin/inspect.html"
    filterset_class = ConsultantFilterSet
    search_fields = ["code", "alias"]
    search_backend_name = None
    list_per_page = 50
    ordering = "-created_at"
    list_display = [
        "name",
        Column("code", label=gettext_lazy("Code"), sort_key="code"),
        Column(
            lambda consultant: f"@{consultant.alias}",
            label=gettext_lazy("Site name"),
            sort_key="alias",
        ),
        Column("get_site_type_display", label=gettext_lazy("Kind of site"), sort_key="site_type"),
        Column("get_state_display", label=gettext_lazy("State"), sort_key="state"),
        BooleanColumn("site_active", label=gettext_lazy("Open"), sort_key="site_active"),
        DateColumn("created_at", label=gettext_lazy("Since"), sort_key="created_at"),
    ]
    inspect_view_fields = ["code", "alias", "market", "state", "site_type", "site_active"]

    def get_form_class(self, for_update=False):
        return ConsultantEditForm if for_update else ConsultantCreateForm
