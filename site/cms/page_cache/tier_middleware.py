"""Says of each visitor's page whose prices it shows, before it is looked for among those kept."""

import re
from importlib import import_module

from django.conf import settings
from django.contrib import auth
from django.db import InterfaceError, OperationalError
from django.utils.cache import patch_cache_control
from django.utils.crypto import constant_time_compare

from markets.storefront_urls import split
from people.customer_groups.current_group import CurrentGroup, current_group_of
from people.models import User

from . import freshness, tier
from .tier import Tier

# What Django makes; anything else opens no session.
SESSION_KEY = re.compile(r"[a-z0-9]{8,40}")


class TierMiddleware:
    """Stands before ``PageCacheMiddleware``. Nobody without a session costs anything; with one the
    token answers, and where it does not the database: three queries, once. A preview, and a shop
    whose database is away, show everybody's prices."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not split(request.path_info).edition or getattr(request, "is_dummy", False):
            return self.get_response(request)
        token = request.COOKIES.get(tier.COOKIE, "")
        session_key = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
        if not SESSION_KEY.fullmatch(session_key):
            response = self.get_response(request)
            if token:
                response.delete_cookie(tier.COOKIE)
                patch_cache_control(response, private=True)
            return response
        verified = tier.read_token(token, session_key) if token else None
        shown, fresh = (verified.tier, "") if verified else _ask(session_key)
        with tier.override(shown):
            response = self.get_response(request)
        if shown is not None:
            # Not even this browser keeps it: after signing out its "back" would show it.
            patch_cache_control(response, private=True, no_store=True)
        if fresh:
            patch_cache_control(response, private=True)
            _set(response, fresh)
        return response


def _ask(session_key: str) -> tuple[Tier | None, str]:
    """Whose prices the session's user gets, with a token that says so from now on; "" where
    nobody could check it later."""
    # Before memberships are read: what changes meanwhile makes the token worthless.
    position = freshness.position()
    try:
        user_id = _user_of(import_module(settings.SESSION_ENGINE).SessionStore(session_key))
        current = current_group_of(user_id) if user_id else CurrentGroup()
    except (InterfaceError, OperationalError):
        return None, ""  # kept pages are shown all the same
    group = current.group
    shown = Tier(group.pk, group.code, group.name) if group else None
    if not position:
        return shown, ""
    token = tier.make_token(
        shown, user_id=user_id, session_key=session_key, position=position, until=current.changes_at
    )
    return shown, token


def _user_of(session) -> int:
    """Who is signed in, 0 for nobody. As Django finds it, but never writes: this is no place to
    give the session another key."""
    user_id = session.get(auth.SESSION_KEY)
    user = User.objects.filter(pk=user_id, is_active=True).first() if user_id else None
    known = session.get(auth.HASH_SESSION_KEY) or ""
    if user is None or not constant_time_compare(known, user.get_session_auth_hash()):
        return 0
    return user.pk


def _set(response, token: str) -> None:
    response.set_cookie(
        tier.COOKIE,
        token,
        max_age=int(tier.LONGEST.total_seconds()),
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
    )
