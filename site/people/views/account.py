"""What somebody who signed in sees and does with their own account."""

import json

from allauth.account.views import LogoutView as AllauthLogoutView
from allauth.account.views import PasswordChangeView as AllauthPasswordChangeView
from allauth.account.views import PasswordSetView as AllauthPasswordSetView
from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.contrib.auth import logout
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_POST

from markets.lookup import EDITION_COOKIE
from markets.storefront_urls import in_edition

from .. import overview, portal, services
from ..forms import EraseForm, ProfileForm
from ..private import private

logout_view = private(AllauthLogoutView.as_view())
change_password = private(AllauthPasswordChangeView.as_view())
set_password = private(AllauthPasswordSetView.as_view())


@portal.page()
def dashboard(request):
    """What waits for them, what they sell, what they bought and who they are, in this order."""
    tiles = portal.tiles_for(request)
    context = {
        "person": request.person,
        "tiles": tiles,
        "figures": [group for group in portal.grouped(tiles) if group["as_figures"]],
    }
    if request.person is not None:
        context["waiting"] = overview.reminders_for(request)
        context["panels"] = overview.panels.shown(request.person, request)
    return render(request, "account/dashboard.html", context)


def _save(form, person, *, by) -> bool:
    try:
        services.update_person(person, by=by, **form.cleaned_data)
    except ValidationError as refused:
        form.add_error("first_name", refused)
        person.refresh_from_db()
        return False
    return True


@portal.page("profile")
def profile(request):
    person = request.person
    fields = ("first_name", "last_name", "phone", "edition")
    initial = {name: getattr(person, name) for name in fields}
    form = ProfileForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and _save(form, person, by=request.user):
        with override(person.edition):
            messages.success(request, _("Profile saved."))
        # On in the language that was chosen, and under the same seller's name.
        response = HttpResponseRedirect(in_edition(reverse("account"), person.edition))
        response.set_cookie(EDITION_COOKIE, person.edition, max_age=365 * 24 * 3600, samesite="Lax")
        return response
    return render(request, "account/profile.html", {"form": form})


@portal.page("security")
def security(request):
    context = {
        "has_password": request.user.has_usable_password(),
        "has_second_factor": is_mfa_enabled(request.user),
    }
    return render(request, "account/security.html", context)


@portal.page("privacy")
def privacy(request):
    return render(request, "account/privacy.html", {"form": EraseForm(user=request.user)})


@require_POST
@portal.page("privacy")
def export(request):
    """Everything kept about whoever asks, as a JSON file."""
    content = json.dumps(
        services.export_person(request.person, by=request.user),
        cls=DjangoJSONEncoder,
        ensure_ascii=False,
        indent=2,
    )
    response = HttpResponse(content, content_type="application/json; charset=utf-8")
    today = timezone.localdate().isoformat()
    response["Content-Disposition"] = f'attachment; filename="my-data-{today}.json"'
    return response


@portal.page("privacy")
def erase(request):
    if request.method != "POST":
        return redirect("account_privacy")
    form = EraseForm(request.POST, user=request.user)
    if form.is_valid():
        try:
            services.erase_person(request.person, by=request.user)
        except services.CannotErase as error:
            form.add_error(None, str(error))
        else:
            logout(request)
            return render(request, "account/erased.html")
    return render(request, "account/privacy.html", {"form": form})
