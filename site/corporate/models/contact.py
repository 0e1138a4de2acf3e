from urllib.parse import urlencode

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from cms.content.blocks.base import SMALL_TEXT_FEATURES
from cms.models import InContentPlan, StorefrontPage
from cms.page_cache import freshness
from cms.web.throttle import over_limit
from commerce.policies.lookup import asks_for_phone
from markets.lookup import current_edition, market_of
from markets.reference_numbers import is_number, new_number
from markets.sellers import base_of
from people import captcha
from people.services import proven_person

from ..forms import ContactForm
from ..services import receive_message

MESSAGES_AN_HOUR = 5


class ContactPage(InContentPlan, StorefrontPage):
    """How to write to the company. What is written is kept, mailed and answered."""

    template = "corporate/contact_page.html"
    parent_page_types = ["corporate.HomePage", "corporate.ContentPage"]
    allowed_http_methods = ["GET", "HEAD", "OPTIONS", "POST"]

    intro = RichTextField(_("Introduction"), blank=True, features=SMALL_TEXT_FEATURES)
    subjects = models.TextField(
        _("Subjects"), blank=True, help_text=_("One per line. Empty: people write their own.")
    )
    consent_text = RichTextField(
        _("Consent"),
        features=["link"],
        help_text=_("What the box that must be checked says, with a link to the privacy page."),
    )
    thanks = models.TextField(_("Thanks"), blank=True)
    mail_to = models.EmailField(
        _("Email messages to"), blank=True, help_text=_("Messages are saved in any case.")
    )

    content_panels = [
        *StorefrontPage.content_panels,
        FieldPanel("intro"),
        MultiFieldPanel(
            [FieldPanel("subjects"), FieldPanel("consent_text"), FieldPanel("thanks")],
            heading=_("Form"),
        ),
        FieldPanel("mail_to"),
    ]
    promote_panels = [InContentPlan.plan_panel, *StorefrontPage.promote_panels]

    class Meta:
        verbose_name = _("Contact page")
        verbose_name_plural = _("Contact pages")

    @property
    def subject_choices(self) -> list[str]:
        return [line.strip() for line in self.subjects.splitlines() if line.strip()]

    def respond(self, request, *args, **kwargs):
        if request.method == "POST":
            return self.take_message(request)
        return super().respond(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        edition = getattr(request, "edition", None) or current_edition()
        context["form"] = self.contact_form(edition, order=request.GET.get("order", ""))
        context["sent"] = "sent" in request.GET
        context["number"] = number_in(request)
        return context

    def contact_form(self, edition: str, data=None, *, order: str = "") -> ContactForm:
        """The form as the market has it: whether a phone is asked for is one setting for every
        form by which somebody can be called back. ``order``: the number of the order that they
        write about; nothing else is taken for one."""
        required = asks_for_phone(market_of(edition).code)
        initial = {}
        if is_number(order):
            # A page for each number is not worth keeping.
            freshness.do_not_cache()
            initial["message"] = gettext("About order %(number)s:") % {"number": order} + "\n\n"
        return ContactForm(data, page=self, phone_required=required, initial=initial)

    def take_message(self, request: HttpRequest) -> HttpResponse:
        """Kept and confirmed, or back with what was typed and what is wrong."""
        form = self.contact_form(request.edition, request.POST)
        status = 200
        if form.is_valid():
            if form.is_trapped:
                # A robot learns nothing from a difference.
                return received(request, new_number())
            email = form.cleaned_data["email"]
            if not captcha.lets_pass(request.POST, form):
                pass  # it says what is missing
            elif over_limit(request, "contact", MESSAGES_AN_HOUR) or over_limit(
                request, "contact", MESSAGES_AN_HOUR, by=email
            ):
                form.add_error(None, gettext("You've sent several messages. Try again in an hour."))
                status = 429
            else:
                contact = receive_message(
                    page=self,
                    name=form.cleaned_data["name"],
                    email=email,
                    phone=form.cleaned_data["phone"],
                    subject=form.cleaned_data["subject"],
                    message=form.cleaned_data["message"],
                    consent_text=self.consent_text,
                    edition=request.edition,
                    base=base_of(request),
                    writer=proven_person(request.user),
                )
                return received(request, contact.number)
        context = self.get_context(request)
        context.update(form=form, sent=False)
        response = TemplateResponse(request, self.get_template(request), context, status=status)
        response["Cache-Control"] = "private, no-store"
        return response


def received(request: HttpRequest, number: str) -> HttpResponse:
    """The page that says so, with the number to name it by."""
    return HttpResponseRedirect(f"{request.path}?{urlencode({'sent': number})}")


def number_in(request: HttpRequest) -> str:
    """The number in the address, "" where it is none: nobody else's words stand on our page."""
    number = request.GET.get("sent", "")
    if not is_number(number):
        return ""
    freshness.do_not_cache()
    return number
