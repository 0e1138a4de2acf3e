from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from cms.throttle import over_limit
from commerce.checkout.policy import policy_of
from markets.lookup import market_of
from markets.sellers import base_of

from .forms import ContactForm
from .services import receive_message

MESSAGES_AN_HOUR = 5


def contact_form(page, variant: str, data=None) -> ContactForm:
    """The form as the market has it: whether a phone is asked for is one setting for every form
    by which somebody can be called back."""
    policy = policy_of(market_of(variant).code)
    return ContactForm(data, page=page, phone_required=policy.phone_required)


def answer_contact(request, page):
    """Take a message: kept and confirmed, or back with what was typed and what is wrong."""
    form = contact_form(page, request.variant, request.POST)
    status = 200
    if form.is_valid():
        if form.is_trapped:
            # A robot learns nothing from a difference.
            return HttpResponseRedirect(f"{request.path}?sent")
        email = form.cleaned_data["email"]
        if over_limit(request, "contact", MESSAGES_AN_HOUR) or over_limit(
            request, "contact", MESSAGES_AN_HOUR, by=email
        ):
            form.add_error(None, _("You've sent several messages. Try again in an hour."))
            status = 429
        else:
            receive_message(
                page=page,
                name=form.cleaned_data["name"],
                email=email,
                phone=form.cleaned_data["phone"],
                subject=form.cleaned_data["subject"],
                message=form.cleaned_data["message"],
                consent_text=page.consent_text,
                variant=request.variant,
                base=base_of(request),
            )
            return HttpResponseRedirect(f"{request.path}?sent")
    context = page.get_context(request)
    context.update(form=form, sent=False)
    response = TemplateResponse(request, page.get_template(request), context, status=status)
    response["Cache-Control"] = "private, no-store"
    return response
