"""Forms that editors put on pages: from the block to a Django form, and from there to a row."""

from django import forms
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from background.outbox import queue
from people import captcha
from people.models import Person
from people.services import proven_person

from ..web.throttle import over_limit
from .form_mails import mail_submission
from .models import FormSubmission

HONEYPOT = "website"
FORM_ID = "form_id"


def build_form(block_id: str, value, data=None) -> forms.Form:
    """The Django form of a ``FormBlock`` value. Fields are named by position and block, so that
    two forms on a page do not meet.
    """
    form = forms.Form(data, prefix=f"f{block_id[:8]}")
    form.use_required_attribute = True
    for position, field in enumerate(value["fields"]):
        form.fields[f"field{position}"] = _field(field)
    form.fields[HONEYPOT] = forms.CharField(
        required=False,
        label=_("Leave this empty"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )
    return form


def _field(field) -> forms.Field:
    options = [line.strip() for line in (field["options"] or "").splitlines() if line.strip()]
    common = {
        "label": field["label"],
        "help_text": field["help"],
        "required": field["required"],
    }
    match field["kind"]:
        case "text":
            return forms.CharField(max_length=5000, widget=forms.Textarea({"rows": 5}), **common)
        case "email":
            widget = forms.EmailInput({"autocomplete": "email"})
            return forms.EmailField(max_length=254, widget=widget, **common)
        case "phone":
            widget = forms.TextInput({"type": "tel", "autocomplete": "tel"})
            return forms.CharField(max_length=32, widget=widget, **common)
        case "number":
            return forms.DecimalField(max_digits=20, **common)
        case "date":
            return forms.DateField(widget=forms.DateInput({"type": "date"}), **common)
        case "choice":
            choices = [("", "—"), *((option, option) for option in options)]
            return forms.ChoiceField(choices=choices, **common)
        case "choices":
            choices = [(option, option) for option in options]
            return forms.MultipleChoiceField(
                choices=choices, widget=forms.CheckboxSelectMultiple, **common
            )
        case "consent":
            return forms.BooleanField(**common)
        case _:
            return forms.CharField(max_length=500, **common)


def answers_of(form: forms.Form) -> list[list[str]]:
    """The cleaned answers with their labels, as text, in the order of the form."""
    answers = []
    for name, field in form.fields.items():
        if name == HONEYPOT:
            continue
        value = form.cleaned_data[name]
        if isinstance(value, bool):
            value = str(_("Yes")) if value else str(_("No"))
        elif isinstance(value, list):
            value = ", ".join(value)
        answers.append([str(field.label), "" if value is None else str(value)])
    return answers


def _address_in(form: forms.Form) -> str:
    """The first mail address among the answers, in lower case; "" where none is asked."""
    fields = (name for name, field in form.fields.items() if isinstance(field, forms.EmailField))
    return next((form.cleaned_data[name].lower() for name in fields if form.cleaned_data[name]), "")


@transaction.atomic
def keep_answers(
    *, page, block_id: str, value, form: forms.Form, edition: str, writer: Person | None = None
) -> FormSubmission:
    """Store the answers and mail them once that is certain. ``writer`` is whoever is signed in and
    proved their address (``people.services.proven_person``): whose answers they are.
    """
    email = _address_in(form)
    submission = FormSubmission.objects.create(
        page=page,
        form_id=block_id,
        form_title=value["title"],
        answers=answers_of(form),
        email=email,
        person=writer,
        edition=edition,
    )
    if value["mail_to"]:
        queue(mail_submission, submission_id=submission.pk, to=value["mail_to"])
    return submission


class AnswersForms:
    """A page with a ``body`` whose form blocks post to the page itself."""

    allowed_http_methods = ["GET", "HEAD", "OPTIONS", "POST"]

    def form_blocks(self) -> dict[str, object]:
        return {block.id: block.value for block in self.body if block.block_type == "form"}

    def respond(self, request, *args, **kwargs):
        request.answered_forms = {}
        if request.method == "POST":
            return self._answer(request)
        return super().respond(request, *args, **kwargs)

    def _answer(self, request):
        block_id = request.POST.get(FORM_ID, "")
        value = self.form_blocks().get(block_id)
        if value is None:
            # The form was taken off the page meanwhile: the page says what there is.
            return HttpResponseRedirect(request.path)
        form = build_form(block_id, value, request.POST)
        status = 200
        if form.is_valid():
            if form.cleaned_data[HONEYPOT]:
                return self._sent(request, block_id)
            if not captcha.lets_pass(request.POST, form):
                pass  # it says what is missing
            elif over_limit(request, "form", 10):
                form.add_error(None, _("You've sent several messages. Try again in an hour."))
                status = 429
            else:
                keep_answers(
                    page=self,
                    block_id=block_id,
                    value=value,
                    form=form,
                    edition=request.edition,
                    writer=proven_person(request.user),
                )
                return self._sent(request, block_id)
        request.answered_forms = {block_id: form}
        response = TemplateResponse(
            request, self.get_template(request), self.get_context(request), status=status
        )
        response["Cache-Control"] = "private, no-store"
        return response

    def _sent(self, request, block_id: str):
        return HttpResponseRedirect(f"{request.path}?sent={block_id}#form-{block_id}")
