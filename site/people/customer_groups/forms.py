"""How staff write groups and who is in them."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateTimeInput

from people.models import CustomerGroup, GroupMembership, Person


class CustomerGroupForm(WagtailAdminModelForm):
    """The code stays what it is: other systems know the group by it."""

    class Meta:
        model = CustomerGroup
        fields = ["name", "code", "priority"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _(
            "Other systems know the group by it. It cannot be changed later."
        )
        if self.instance.pk:
            self.fields["code"].disabled = True


class MembershipForm(WagtailAdminModelForm):
    """A person by their address, a group, and the time. Who is in it already gets these dates."""

    email = forms.EmailField(label=_("Email of the person"))

    class Meta:
        model = GroupMembership
        fields = ["group", "starts_at", "ends_at"]
        widgets = {"starts_at": AdminDateTimeInput, "ends_at": AdminDateTimeInput}

    field_order = ["email", "group", "starts_at", "ends_at"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ends_at"].help_text = _("Empty: until someone ends it.")
        if self.instance.pk:
            self.initial["email"] = self.instance.person.email
            self.fields["email"].disabled = self.fields["group"].disabled = True

    def clean_email(self):
        if self.instance.pk:
            return self.cleaned_data["email"]
        person = Person.objects.with_email(self.cleaned_data["email"]).first()
        if person is None:
            raise ValidationError(_("No one is known by this email. Add them under People first."))
        self.instance.person = person
        return person.email
