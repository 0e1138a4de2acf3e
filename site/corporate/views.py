from urllib.parse import urlencode

from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from cms.page_cache import freshness
from cms.web.throttle import over_limit
from commerce.checkout.policy import asks_for_phone
from markets.lookup import market_of
from markets.reference_numbers import is_number, new_number
from markets.sellers import base_of
from people import captcha
from people.services import proven_person

from .forms import ContactForm
from .services import receive_message

MESSAGES_AN_HOUR = 5


def contact_form(page, variant: str, data=None, *, order: str = "") -> ContactForm:
    """The form as the market has it: whether a phone is asked for is one setting for every form
    by which somebody can be called back. ``order``: the number of the order that they write
    about; nothing else is taken for one."""
    required = asks_for_phone(market_of(variant).code)
    initial = {}
    if is_number(order):
        # A page for each number is not worth keeping.
        freshness.keep_out()
        initial["message"] = _("About order %(number)s:") % {"number": order} + "\n\n"
    return ContactForm(data, page=page, phone_required=required, initial=initial)


def answer_contact(request, page):
    """Take a message: kept and confirmed, or back with what was typed and what is wrong."""
    form = contact_form(page, request.variant, request.POST)
    status = 200
    if form.is_valid():
        if form.is_trapped:
            # A robot learns nothing from a difference.
            return _received(request, new_number())
        email = form.cleaned_data["email"]
        if not captcha.lets_pass(request.POST, form):
            pass  # it says what is missing
        elif over_limit(request, "contact", MESSAGES_AN_HOUR) or over_limit(
            request, "contact", MESSAGES_AN_HOUR, by=email
        ):
            form.add_error(None, _("You've sent several messages. Try again in an hour."))
            status = 429
        else:
            contact = receive_message(
                page=page,
                name=form.cleaned_data["name"],
                email=email,
                phone=form.cleaned_data["phone"],
                subject=form.cleaned_data["subject"],
                message=form.cleaned_data["message"],
                consent_text=page.consent_text,
                variant=request.variant,
                base=base_of(request),
                writer=proven_person(request.user),
            )
            return _received(request, contact.number)
    context = page.get_context(request)
    context.update(form=form, sent=False)
    response = TemplateResponse(request, page.get_template(request), context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


def _received(request, number: str):
    """The page that says so, with the number to name it by."""
    return HttpResponseRedirect(f"{request.path}?{urlencode({'sent': number})}")


def shown_number(request) -> str:
    """The number in the address, "" where it is none: nobody else's words stand on our page."""
    number = request.GET.get("sent", "")
    if not is_number(number):
        return ""
    freshness.keep_out()
    return number
