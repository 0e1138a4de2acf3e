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
