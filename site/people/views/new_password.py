"""Choosing a password after a proof: a mailed code, or the link of an invitation."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from .. import access, codes, invitations, services
from ..forms import NewPasswordForm
from ..models import User
from ..private import private

SESSION_KEY = "people_reset"


def let_choose_password(request, user: User, *, then: str | None):
    """On to the page where somebody who proved their address chooses a password: in this browser
    only, within ten minutes. ``then`` is where they go afterwards.
    """
    request.session.cycle_key()
    request.session[SESSION_KEY] = {
        "user": user.pk,
        "email": user.email,
        # Once a password is chosen, here or in another browser, this ends.
        "before": user.get_session_auth_hash(),
        "until": (timezone.now() + codes.LIFETIME).timestamp(),
        "next": then,
    }
    return redirect("account_reset_password_choose")


@private
@login_not_required
def accept_invitation(request, token: str):
    """The link of an invitation (``people.invitations``). The page that it leads to does not
    have it in its address, and whoever only looks at the link uses nothing up.
    """
    user = invitations.user_of(token)
    if user is None:
        return render(request, "account/invitation_expired.html", status=410)
    staff = user.has_perm("wagtailadmin.access_admin")
    return let_choose_password(request, user, then=reverse("wagtailadmin_home") if staff else None)


@method_decorator([private, sensitive_post_parameters("password")], name="dispatch")
@method_decorator(login_not_required, name="dispatch")
class NewPasswordView(FormView):
    """After the right code or an invitation: choose a password. Every other session ends."""

    form_class = NewPasswordForm
    template_name = "account/password_choose.html"

    def dispatch(self, request, *args, **kwargs):
        pending = request.session.get(SESSION_KEY)
        self.user = None
        if pending and pending["until"] > timezone.now().timestamp():
            proven = {"pk": pending["user"], "email": pending.get("email", "")}
            user = User.objects.filter(is_active=True, **proven).first()
            if user and constant_time_compare(
                pending.get("before", ""), user.get_session_auth_hash()
            ):
                self.user = user
        if self.user is None:
            request.session.pop(SESSION_KEY, None)
            return render(request, "account/password_expired.html", status=410)
        self.then = pending["next"]
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.user}

    def form_valid(self, form):
        del self.request.session[SESSION_KEY]
        services.mark_verified(self.user)
        services.set_password(self.user, form.cleaned_data["password"])
        return access.sign_in(self.request, self.user, redirect_url=self.then)
