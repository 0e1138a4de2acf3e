"""The back office has no login of its own: it is the shop's, second factor and lockout included."""

from allauth.account.adapter import get_adapter
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from markets.lookup import preferred_edition
from markets.storefront_urls import in_edition

from ..private import private


@private
def login(request, *args, **kwargs):
    """``/admin/login/`` and ``/admin/password_reset/…`` lead to the shop's own pages.

    Whoever is signed in and has no business here is told so: sending them to a login that
    sends them back would never end.
    """
    then = request.GET.get("next", "")
    if not then or not get_adapter().is_safe_url(then):
        then = reverse("wagtailadmin_home")
    if request.user.is_authenticated:
        if request.user.has_perm("wagtailadmin.access_admin"):
            return HttpResponseRedirect(then)
        return render(request, "account/no_admin.html", status=403)
    url = in_edition(reverse("account_login"), preferred_edition(request))
    return HttpResponseRedirect(f"{url}?{urlencode({'next': then})}")
