"""Mails once more, and notes."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from commerce.orders import services

from .. import forms
from ..dossier import mail_name
from .base import Action


class Resend(Action):
    slug = "resend"
    label = gettext_lazy("Resend an email")
    icon = "mail"
    compares = False
    form_class = forms.ResendForm

    def is_possible(self, order):
        return bool(services.resendable_mails(order))

    def consequences(self, dossier):
        return [_("It goes to %(email)s.") % {"email": dossier.email}]

    def perform(self, *, order, data, by):
        services.resend_mail(order=order, kind=data["mail"], by=by)
        return _("%(mail)s: sent again.") % {"mail": mail_name(data["mail"])}


class Note(Action):
    slug = "note"
    label = gettext_lazy("Add a note")
    icon = "comment"
    compares = False
    form_class = forms.NoteForm

    def is_possible(self, order):
        return True

    def perform(self, *, order, data, by):
        services.add_note(order=order, message=data["message"], by=by)
        return _("The note is added.")
