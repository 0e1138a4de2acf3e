"""What the back office writes for a field that is only read, in every area."""

from django.db.models import BooleanField, DateTimeField, Field
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.fields import register_display_class

from markets.dates import staff_moment

NOTHING = "\u2013"


def yes_or_no(value) -> str:
    return NOTHING if value is None else _("Yes") if value else _("No")


def install() -> None:
    """Moments on the reader's clock, yes and no in words, a dash for what is not there: Wagtail
    writes UTC, "True" and "None". Fields that Wagtail shows by themselves (pictures) stay.
    """
    # The registry asks a function, given the field, for what writes its value.
    register_display_class(Field, display_class=lambda field: _or_nothing)
    register_display_class(BooleanField, display_class=lambda field: yes_or_no)
    register_display_class(DateTimeField, display_class=lambda field: _moment)
    # Fields of a form that may only be read say the same.
    shown = FieldPanel.format_value_for_display

    def format_value_for_display(self, value):
        if isinstance(self.db_field, BooleanField):
            return yes_or_no(value)
        if isinstance(self.db_field, DateTimeField):
            return _moment(value)
        return NOTHING if value is None else shown(self, value)

    FieldPanel.format_value_for_display = format_value_for_display


def _or_nothing(value):
    return NOTHING if value is None else value


def _moment(value) -> str:
    return staff_moment(value) or NOTHING
