from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from people.models import CustomerGroup


def customer_group_choices() -> list[tuple[int, str]]:
    return list(CustomerGroup.objects.order_by("name").values_list("pk", "name"))


def validate_group_keys(value) -> None:
    """Raises ValidationError unless the value is a list of primary keys."""
    if not isinstance(value, list) or not all(type(key) is int for key in value):
        raise ValidationError(_("Choose customer groups."))


class CustomerGroupsField(models.JSONField):
    """Customer groups, as a list of their keys: a draft keeps its own choice, and translations
    share it. The key of a deleted group stays, and nobody is in it.
    """

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("verbose_name", _("Customer groups"))
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, validate_group_keys]

    def formfield(self, **kwargs):
        return forms.TypedMultipleChoiceField(
            choices=customer_group_choices,
            coerce=int,
            required=False,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )
