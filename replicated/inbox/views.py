"""Views to write to the consultant of the current site. The form page is the same for everyone."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cms.web import same_origin
from cms.web.throttle import over_limit
from commerce.listings.models import Listing
from commerce.policies.lookup import asks_for_phone
from markets.lookup import content_languages, language_of
from markets.sellers import base_of, seller_of
from markets.storefront_urls import neutral
from people import captcha, codes
from people.lockout import client_ip
from people.models import MailCode, Person
from people.private import private
from people.services import proven_person

from .forms import CodeForm, WriteForm, consent_words, product_number
from .services import CODE_PURPOSE, ProofUsed, receive_message

MESSAGES_AN_HOUR = 5
SESSION_KEY = "consultant_message"
FIELDS = ("name", "email", "phone", "message")


def _seller(request):
    seller = seller_of(request)
    if seller is None:
        raise Http404
    return seller


@csrf_exempt
@same_origin.required
@require_http_methods(["GET", "HEAD", "POST"])
def write(request):
    seller = _seller(request)
    if request.method == "POST":
        return private(_answer)(request, seller)
    product = _product(request, product_number(request.GET.get("product", "")))
    form = _form(request, initial={"product": product.product_id if product else None})
    return _page(request, form, product)


def _form(request, data=None, **kwargs) -> WriteForm:
    market = request.market
    return WriteForm(
        data,
        market=market,
        seller_name=_seller(request).name,
        phone_required=asks_for_phone(market.code),
        **kwargs,
    )


def _product(request, pk: int | None) -> Listing | None:
    """The product that the message is about, if this market sells it. One query, or none."""
    if pk is None:
        return None
    shown = Listing.objects.in_market(request.market.code, language_of(request.edition))
    return shown.for_cards().filter(product_id=pk).first()


def _page(request, form, product, *, status: int = 200) -> HttpResponse:
    # The page exists on sellers' sites only, so search engines must not index it.
    request.storefront_robots = "noindex, follow"
    request.storefront_canonical = "/"
    request.storefront_alternates = _paths()
    sent = "sent" in request.GET and not form.is_bound
    seller = _seller(request)
    context = {"form": form, "product": product, "sent": sent, "seller": seller}
    return render(request, "inbox/write.html", context, status=status)


def _paths() -> dict[str, str]:
    """The page's path in each language, for the language switch."""
    found = {}
    for language in content_languages():
        with translation.override(language):
            found[language] = neutral(reverse("write_to_consultant"))
    return found


def _answer(request, seller) -> HttpResponse:
    """Handle the posted form: save the message, or mail a code first, or show the errors."""
    form = _form(request, request.POST)
    if not form.is_valid():
        return _page(request, form, _typed_product(request, form))
    if form.is_trapped:
        # The same response as for people, so that bots learn nothing.
        return redirect(f"{request.path}?sent")
    product = _product(request, form.cleaned_data["product"])
    email = form.cleaned_data["email"]
    if over_limit(
        request, "consultant-message", MESSAGES_AN_HOUR, by=client_ip(request) or ""
    ) or over_limit(request, "consultant-message", MESSAGES_AN_HOUR, by=email):
        form.add_error(None, _("You've sent several messages. Try again in an hour."))
        return _page(request, form, product, status=429)
    fields = {name: form.cleaned_data[name] for name in FIELDS} | {
        "product": product.product_id if product else None,
        "product_title": product.title if product else "",
        "consent_text": consent_words(seller.name),
        "edition": request.edition,
        "base": base_of(request),
    }
    try:
        proof = captcha.check(request.POST)
        if proof is None:
            return _mail_code(request, seller, fields)
        receive_message(
            consultant_id=seller.pk,
            fields=fields,
            proof=proof.id,
            writer=proven_person(request.user),
        )
    except (captcha.Refused, codes.TooManyCodes) as refused:
        form.add_error(None, refused.message)
    except ProofUsed:
        form.add_error(None, captcha.Refused.message)
    else:
        return redirect(f"{request.path}?sent")
    return _page(request, form, product)


def _typed_product(request, form) -> Listing | None:
    return _product(request, form.cleaned_data.get("product"))


def _mail_code(request, seller, fields) -> HttpResponse:
    """Without JavaScript (no captcha): mail a code to prove the email address."""
    token = codes.send_code(
        fields["email"],
        CODE_PURPOSE,
        request.edition,
        ip=client_ip(request),
        payload={"consultant": seller.pk, "fields": fields},
        base=fields["base"],
    )
    request.session[SESSION_KEY] = token
    return redirect("write_to_consultant_code")


@private
@require_http_methods(["GET", "HEAD", "POST"])
def code(request):
    """Enter the mailed code to send the message; resend the code or go back to the form."""
    seller = _seller(request)
    token = request.session.get(SESSION_KEY)
    pending = _pending(token, seller)
    if pending is None:
        return redirect("write_to_consultant")
    if "change" in request.POST:
        return _change(request, pending)
    if "resend" in request.POST:
        return _resend(request, token, pending)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            verified = codes.verify_code(token, form.cleaned_data["code"], purpose=CODE_PURPOSE)
        except codes.CodeRefused as refused:
            form.add_error("code", refused.message)
        else:
            del request.session[SESSION_KEY]
            payload = verified.payload
            receive_message(
                consultant_id=payload["consultant"],
                fields=payload["fields"],
                writer=Person.objects.with_email(verified.email).first(),
            )
            return redirect(f"{reverse('write_to_consultant')}?sent")
    return _code_page(request, form, pending)


def _pending(token, seller) -> MailCode | None:
    """The message to this seller that awaits its code in this session."""
    if not token:
        return None
    row = MailCode.objects.filter(token=token, purpose=CODE_PURPOSE, used_at=None).first()
    return row if row and row.payload.get("consultant") == seller.pk else None


def _code_page(request, form, pending, *, status: int = 200) -> HttpResponse:
    request.storefront_robots = "noindex, follow"
    request.storefront_canonical = "/"
    context = {
        "form": form,
        "email": pending.email,
        "minutes": int(codes.LIFETIME.total_seconds() // 60),
        "seller": _seller(request),
        "again": "again" in request.GET and not form.is_bound,
    }
    return render(request, "inbox/code.html", context, status=status)


def _resend(request, token, pending) -> HttpResponse:
    try:
        request.session[SESSION_KEY] = codes.resend_code(token, ip=client_ip(request))
    except (codes.CodeRefused, codes.TooManyCodes) as refused:
        form = CodeForm({"code": ""})
        form.errors.clear()
        form.add_error(None, refused.message)
        return _code_page(request, form, pending, status=429)
    return redirect(f"{reverse('write_to_consultant_code')}?again")


def _change(request, pending) -> HttpResponse:
    """Show the form again, with everything that was typed."""
    fields = pending.payload["fields"]
    form = _form(request, initial={**fields, "consent": True})
    return _page(request, form, _product(request, fields["product"]))
