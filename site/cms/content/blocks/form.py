from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .base import SMALL_TEXT_FEATURES, LineBlock, Section, TextareaBlock

FIELD_KINDS = [
    ("line", _("One line")),
    ("text", _("Several lines")),
    ("email", _("Email")),
    ("phone", _("Phone")),
    ("number", _("Number")),
    ("date", _("Date")),
    ("choice", _("One of a list")),
    ("choices", _("Several of a list")),
    ("consent", _("Checkbox")),
]


class FormFieldBlock(blocks.StructBlock):
    kind = blocks.ChoiceBlock(choices=FIELD_KINDS, default="line", label=_("Kind"))
    label = LineBlock(max_length=120, label=_("Label"))
    help = LineBlock(required=False, max_length=200, label=_("Help"))
    required = blocks.BooleanBlock(required=False, default=True, label=_("Required"))
    options = TextareaBlock(
        required=False, label=_("Options"), help_text=_("One per line, for lists only.")
    )

    class Meta:
        icon = "form"
        label = _("Field")


class FormBlock(Section):
    """A form whose answers are kept and mailed. It posts to the page that it stands on."""

    title = LineBlock(max_length=120, label=_("Title"))
    text = blocks.RichTextBlock(required=False, features=SMALL_TEXT_FEATURES, label=_("Text"))
    fields = blocks.ListBlock(FormFieldBlock(), min_num=1, max_num=30, label=_("Fields"))
    button = LineBlock(max_length=40, label=_("Button text"))
    thanks = TextareaBlock(max_length=400, label=_("Thanks"))
    mail_to = blocks.EmailBlock(
        required=False,
        label=_("Email answers to"),
        help_text=_("Answers are saved in any case."),
    )

    class Meta:
        icon = "form"
        label = _("Form")
        template = "cms/blocks/form.html"
