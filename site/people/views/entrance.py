"""Ways in that go by mail: sign-up, sign-in with a code, a new password, proving an address.

They share one page for typing the code. What the pages say never depends on the address.
"""

from allauth.account.mixins import RedirectAuthenticatedUserMixin
from allauth.account.utils import get_next_redirect_url
from django.contrib.auth.decorators import login_not_required, login_required
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from markets.lookup import current_edition, current_market
from markets.sellers import base_of

from .. import (
    access,
    captcha,
    code_purposes,
    codes,
    known_browsers,
    lockout,
    provenance,
    registration,
    services,
)
from ..forms import CodeForm, EmailForm, SignUpForm
from ..models import Person
from ..private import private
from .new_password import let_choose_password

SESSION_KEY = "people_code"


def begin(request, email: str, purpose: str, *, payload=None, then: str | None = None):
    """Mail a code and lead to the page that asks for it. Raises codes.TooManyCodes.

    ``then`` is where the visitor goes once they are in (a safe path, or None).
    """
    token = codes.send_code(
        email,
        purpose,
        current_edition(),
        ip=lockout.client_ip(request),
        payload=payload,
        base=base_of(request),
        known=known_browsers.knows(request, email),
    )
    request.session[SESSION_KEY] = {
        "token": token,
        "purpose": purpose,
        "email": email,
        "next": then,
    }
    return redirect("account_code")


@method_decorator([private, sensitive_post_parameters("password")], name="dispatch")
class MailedView(RedirectAuthenticatedUserMixin, FormView):
    """A form that ends in a mailed code."""

    purpose = code_purposes.SIGN_IN
    form_class = EmailForm

    def get_initial(self):
        return {"email": self.request.GET.get("email", "")[:254].replace("\x00", "")}

    def get_success_url(self):
        return get_next_redirect_url(self.request)

    def get_context_data(self, **kwargs):
        then = get_next_redirect_url(self.request)
        return super().get_context_data(next=then or "", **kwargs)

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        if captcha.provider().is_on:
            form.question_without_script = captcha.Question.new()
        return form

    def payload(self, form) -> dict:
        return {}

    def form_valid(self, form):
        email = form.cleaned_data["email"]
        if lockout.is_locked(self.request, email):
            return lockout.response(self.request)
        if not captcha.lets_pass(self.request.POST, form):
            return self.form_invalid(form)
        try:
            return begin(
                self.request,
                email,
                self.purpose,
                payload=self.payload(form),
                then=get_next_redirect_url(self.request),
            )
        except codes.TooManyCodes as error:
            form.add_error(None, error.message)
            return self.render_to_response(self.get_context_data(form=form), status=429)


class CodeRequestView(MailedView):
    template_name = "account/request_code.html"


class PasswordResetView(MailedView):
    purpose = code_purposes.RESET
    template_name = "account/password_reset.html"


class SignUpView(MailedView):
    """Where the company closed registration (``people.registration``) it says so instead."""

    purpose = code_purposes.SIGN_UP
    form_class = SignUpForm
    template_name = "account/signup.html"

    def dispatch(self, request, *args, **kwargs):
        if not registration.is_open(request):
            return render(request, "account/signup_closed.html", status=404)
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        asks = provenance.asks_for_code(self.request)
        return {**super().get_form_kwargs(), "market": current_market(), "asks_for_code": asks}

    def payload(self, form) -> dict:
        data = form.cleaned_data
        return {
            "first_name": data["first_name"],
            "last_name": data["last_name"],
            "phone": data["phone"],
            "password_hash": form.password_hash(),
            "source": (
                Person.Source.REPLICATED if base_of(self.request) else Person.Source.CORPORATE
            ).value,
            "provenance": provenance.collect(self.request, code_claim=data.get("code")),
            "terms_accepted_at": timezone.now().isoformat(),
        }


@method_decorator(private, name="dispatch")
@method_decorator(login_not_required, name="dispatch")
class CodeView(FormView):
    """Types the code in, whatever it is for. Without a pending code there is nothing here."""

    form_class = CodeForm
    template_name = "account/code.html"

    def dispatch(self, request, *args, **kwargs):
        self.pending = request.session.get(SESSION_KEY)
        if not self.pending:
            return redirect("account_request_login_code")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        minutes = int(codes.LIFETIME.total_seconds() // 60)
        context = {"email": self.pending["email"], "purpose": self.pending["purpose"]}
        return super().get_context_data(minutes=minutes, **context, **kwargs)

    def post(self, request, *args, **kwargs):
        if lockout.is_locked(request, self.pending["email"]):
            return lockout.response(request)
        if "resend" in request.POST:
            return self.resend()
        return super().post(request, *args, **kwargs)

    def resend(self):
        try:
            token = codes.resend_code(
                self.pending["token"],
                ip=lockout.client_ip(self.request),
                known=known_browsers.knows(self.request, self.pending["email"]),
            )
        except (codes.CodeRefused, codes.TooManyCodes) as error:
            form = CodeForm({"code": ""})
            form.errors.clear()
            form.add_error(None, error.message)
            return self.render_to_response(self.get_context_data(form=form), status=429)
        self.request.session[SESSION_KEY] = {**self.pending, "token": token}
        return HttpResponseRedirect(f"{self.request.path}?sent=1")

    def form_valid(self, form):
        try:
            verified = codes.verify_code(
                self.pending["token"], form.cleaned_data["code"], purpose=self.pending["purpose"]
            )
        except codes.CodeRefused as refused:
            if refused.reason != "expired":
                lockout.record_failure(self.request, self.pending["email"])
            form.add_error("code", refused.message)
            return self.form_invalid(form)
        del self.request.session[SESSION_KEY]
        answer = getattr(self, f"after_{verified.purpose.replace('-', '_')}")(verified)
        known_browsers.remember(self.request, answer, verified.email)
        return answer

    def after_sign_in(self, verified):
        user = access.user_for(verified)
        if user is None:  # the person was erased within these ten minutes
            return redirect("account_signup")
        return access.sign_in(self.request, user, redirect_url=self.pending["next"])

    def after_sign_up(self, verified):
        user = access.sign_up(verified)
        return access.sign_in(self.request, user, redirect_url=self.pending["next"])

    def after_reset(self, verified):
        user = access.user_for(verified)
        if user is None:
            return redirect("account_signup")
        return let_choose_password(self.request, user, then=self.pending["next"])

    def after_confirm(self, verified):
        user = self.request.user
        if user.is_authenticated and user.email == verified.email:
            services.mark_verified(user)
            services.link_user(user)
        return redirect("account")


@private
@login_required
@require_POST
def confirm_address(request):
    """Mail a code to the address of whoever is signed in, so that they can prove it is theirs."""
    try:
        return begin(request, request.user.email, code_purposes.CONFIRM)
    except codes.TooManyCodes as error:
        return render(request, "account/too_many.html", {"message": error.message}, status=429)
