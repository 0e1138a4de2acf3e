"""Back-office forms to create and edit consultants."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.http.request import validate_host
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.models import WagtailAdminModelForm

from markets.names import edition_choices
from people.models import Person

from . import aliases, reserved
from .models import Consultant, SiteAlias, SiteHost

HOST = RegexValidator(
    r"\A(?=.{4,200}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]\Z",
    _("Enter host names such as shop.example.com, one per line."),
)


class ConsultantCreateForm(WagtailAdminModelForm):
    """A new consultant and, if nobody has the email address yet, a new person."""

    email = forms.EmailField(
        label=_("Email"),
        max_length=254,
        help_text=_("Of someone we know, or of someone new."),
    )
    first_name = forms.CharField(label=_("First name"), max_length=120)
    last_name = forms.CharField(label=_("Last name"), max_length=120)
    edition = forms.ChoiceField(label=_("Language and market"))
    code = forms.RegexField(
        r"\A[A-Za-z0-9-]{3,16}\Z",
        label=_("Code"),
        required=False,
        help_text=_("Letters and digits, 3 to 16. Leave it empty to get one."),
    )
    alias = forms.CharField(
        label=_("Site name"),
        required=False,
        help_text=_(
            "The end of the address: /@lili-gomez. Leave it empty to create one from the name."
        ),
    )

    class Meta:
        model = Consultant
        fields = ["market", "site_type", "site_active"]

    field_order = ["email", "first_name", "last_name", "edition", "market", "code", "alias"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["edition"].choices = edition_choices()
        self.order_fields(self.field_order)

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if Consultant.objects.filter(person__email=email).exists():
            raise ValidationError(_("This person is already a consultant."))
        return email

    def clean_code(self):
        code = self.cleaned_data["code"]
        if code and Consultant.objects.filter(code__iexact=code).exists():
            raise ValidationError(_("Another consultant has this code."))
        return code

    def clean_alias(self):
        alias = self.cleaned_data["alias"]
        if not alias.strip():
            return ""
        known = Person.objects.with_email(self.cleaned_data.get("email", "")).first()
        typed = (
            f"{self.cleaned_data.get('first_name', '')} {self.cleaned_data.get('last_name', '')}"
        )
        owner_name = (known.name if known else "") or typed
        return _free(reserved.alias_of(alias, owner_name=owner_name))


def _free(alias: str, *, owner: Consultant | None = None) -> str:
    taken = SiteAlias.objects.filter(skeleton=aliases.skeleton(alias))
    if owner is not None:
        taken = taken.exclude(consultant=owner)
    if taken.exists():
        raise ValidationError(
            _("This name, or one that looks like it, is taken. Choose another one.")
        )
    return alias


class ConsultantEditForm(WagtailAdminModelForm):
    """A consultant's state, and the site's kind, alias and host names."""

    alias = forms.CharField(
        label=_("Site name"),
        help_text=_("The end of the address: /@lili-gomez. The old name leads to the new one."),
    )
    hosts = forms.CharField(
        label=_("Own host names"),
        required=False,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("One per line. Each must point to this server and needs its own certificate."),
    )

    class Meta:
        model = Consultant
        fields = ["state", "site_type", "site_active"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("alias", self.instance.alias)
        self.initial.setdefault(
            "hosts", "\n".join(self.instance.hosts.order_by("host").values_list("host", flat=True))
        )

    def clean_alias(self):
        alias = aliases.clean(self.cleaned_data["alias"])
        if self.instance.aliases.filter(alias=alias).exists():
            return alias
        reserved.alias_of(alias, owner_name=self.instance.person.name)
        return _free(alias, owner=self.instance)

    def clean_hosts(self):
        hosts = sorted({line.strip().lower() for line in self.cleaned_data["hosts"].split()})
        for host in hosts:
            HOST(host)
            if "*" not in settings.COMPANY_HOSTS and validate_host(host, settings.COMPANY_HOSTS):
                raise ValidationError(_("%(host)s is the company's own.") % {"host": host})
        others = SiteHost.objects.filter(host__in=hosts).exclude(consultant=self.instance)
        if taken := others.first():
            raise ValidationError(_("%(host)s is another consultant's.") % {"host": taken.host})
        return hosts
