"""People in the back office: list, detail with history, edit, export, erase."""

import json

from django import forms
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View
from wagtail.admin import messages
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import registry as log_registry

from markets.names import edition_choices, edition_name

from . import services
from .fields import PhoneField
from .filters import PersonFilterSet
from .models import Person
from .panels import person_panels
from .private import private_view
from .undeletable import UndeletableViewSet


class PersonForm(WagtailAdminModelForm):
    """What staff may change. An address that is a way in is changed by its owner only."""

    phone = PhoneField()

    class Meta:
        model = Person
        fields = ["first_name", "last_name", "email", "phone", "edition"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        label = self.fields["edition"].label
        self.fields["edition"] = forms.ChoiceField(label=label, choices=edition_choices())
        if self.instance.user_id:
            self.fields["email"].disabled = True
            self.fields["email"].help_text = _(
                "This person signs in with it, so it is changed under Settings, Users."
            )


class PersonIndexView(generic.IndexView):
    def get_base_queryset(self):
        return super().get_base_queryset().select_related("user")


class PersonCreateView(generic.CreateView):
    def save_instance(self):
        data = self.form.cleaned_data
        email = data.pop("email")
        if not email:
            person = Person.objects.create(source=Person.Source.BACKOFFICE, **data)
            services.record(person, "people.create", by=self.request.user)
            return person
        return services.person_for_email(email, source=Person.Source.BACKOFFICE, **data)


class PersonEditView(generic.EditView):
    def get_object(self, queryset=None):
        person = super().get_object(queryset)
        if person.erased_at:
            raise Http404
        return person

    def save_instance(self):
        data = self.form.cleaned_data
        person = Person.objects.get(pk=self.object.pk)
        changed = {name: data[name] for name in self.form.changed_data}
        return services.update_person(person, by=self.request.user, **changed)


class PersonInspectView(generic.InspectView):
    page_title = gettext_lazy("Person")

    def get_user_display_value(self):
        user = self.object.user
        if user is None:
            return _("Guest, without an account")
        return user.email if user.is_active else _("Closed")

    def get_edition_display_value(self):
        return edition_name(self.object.edition)

    def get_context_data(self, **kwargs):
        entries = log_registry.get_logs_for_instance(self.object).select_related("user")
        user, person = self.request.user, self.object
        kept = person.erased_at is None
        return super().get_context_data(
            person=person,
            entries=entries[:50],
            panels=person_panels.shown(person, self.request),
            export_url=reverse("person:export", args=[person.pk])
            if kept and user.has_perm("people.export_person")
            else "",
            erase_url=reverse("person:erase", args=[person.pk])
            if kept and user.has_perm("people.erase_person")
            else "",
            **kwargs,
        )

    @property
    def header_more_buttons(self):
        edit_url = None if self.object.erased_at else self.get_edit_url()
        if not edit_url:
            return []
        return [Button(_("Edit"), url=edit_url, icon_name="edit", priority=10)]


class PersonActionView(View):
    """One action on one person, with a permission of its own."""

    permission = ""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.has_perm(self.permission):
            raise PermissionDenied
        self.person = get_object_or_404(Person.objects.kept(), pk=unquote(str(kwargs["pk"])))
        return super().dispatch(request, *args, **kwargs)


@private_view
class PersonExportView(PersonActionView):
    """Everything kept about the person, as a JSON file, for an answer to their request."""

    permission = "people.export_person"
    http_method_names = ["post"]

    def post(self, request, pk):
        export = services.export_person(self.person, by=request.user)
        content = json.dumps(export, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
        response = HttpResponse(content, content_type="application/json; charset=utf-8")
        name = f"person-{self.person.pseudonym}.json"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


@private_view
class PersonEraseView(PersonActionView, WagtailAdminTemplateMixin, TemplateView):
    permission = "people.erase_person"
    template_name = "people/admin/confirm_erase.html"
    page_title = gettext_lazy("Erase")
    header_icon = "bin"

    def get_page_subtitle(self):
        return str(self.person)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("person:index"), "label": _("People")},
            {"url": reverse("person:inspect", args=[self.person.pk]), "label": str(self.person)},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(person=self.person, **kwargs)

    def post(self, request, pk):
        try:
            services.erase_person(self.person, by=request.user)
        except services.CannotErase as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("The person is erased."))
        return redirect("person:inspect", self.person.pk)


class PersonViewSet(UndeletableViewSet):
    """Nobody is deleted: a person is erased."""

    model = Person
    name = "person"
    url_prefix = "people"
    icon = "group"
    menu_label = gettext_lazy("People")
    # The group of the menu (cms.back_office.menu), which stands above people.
    menu_hook = "register_sales_menu_item"
    menu_order = 20
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = PersonIndexView
    add_view_class = PersonCreateView
    edit_view_class = PersonEditView
    inspect_view_class = PersonInspectView
    inspect_template_name = "people/admin/inspect.html"
    filterset_class = PersonFilterSet
    search_fields = ["first_name", "last_name", "email", "phone"]
    search_backend_name = None
    list_per_page = 50
    ordering = "-created_at"
    list_display = [
        "__str__",
        Column("email", label=gettext_lazy("Email"), sort_key="email"),
        Column("get_source_display", label=gettext_lazy("Source"), sort_key="source"),
        Column(
            lambda person: edition_name(person.edition),
            label=gettext_lazy("Language and market"),
            sort_key="edition",
        ),
        Column(
            lambda person: _("Guest") if person.is_guest else _("Account"),
            label=gettext_lazy("Kind"),
        ),
        DateColumn("created_at", label=gettext_lazy("Created"), sort_key="created_at"),
    ]
    inspect_view_fields = [
        "first_name",
        "last_name",
        "email",
        "phone",
        "edition",
        "source",
        "user",
        "terms_accepted_at",
        "created_at",
        "updated_at",
        "erased_at",
    ]

    def get_form_class(self, for_update=False):
        return PersonForm

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("export/<int:pk>/", PersonExportView.as_view(), name="export"),
            path("erase/<int:pk>/", PersonEraseView.as_view(), name="erase"),
        ]
