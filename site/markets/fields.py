from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from .lookup import all_markets


def market_choices() -> list[tuple[str, str]]:
    from .names import country_name

    return [(market.code, country_name(market)) for market in all_markets()]


class MarketField(models.CharField):
    """The code of one market. Choices follow the configuration, so they are in no migration."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("verbose_name", _("Market"))
        kwargs.setdefault("max_length", 8)
        kwargs.setdefault("choices", market_choices)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        return name, path, args, kwargs


def validate_markets(value) -> None:
    """Raises ValidationError unless the value is a list of codes of markets."""
    known = {market.code for market in all_markets()}
    if not isinstance(value, list) or not set(value) <= known:
        raise ValidationError(_("Choose markets that the company sells in."))


class MarketsField(models.JSONField):
    """The markets that something is for, as a list of codes; empty means all of them."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("verbose_name", _("Markets"))
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("help_text", _("Leave empty for every market."))
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, validate_markets]

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=market_choices,
            required=False,
            label=self.verbose_name,
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )


def is_for_market(markets, code: str) -> bool:
    """Whether something with this ``markets`` value is for the market ``code``."""
    return not markets or code in markets
