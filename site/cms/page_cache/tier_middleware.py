"""Says of each visitor's page whose prices it shows and which audiences they are in, before it is
looked for among those kept."""

import re
from importlib import import_module

from django.conf import settings
from django.contrib import auth
from django.db import InterfaceError, OperationalError
from django.utils.cache import patch_cache_control
from django.utils.crypto import constant_time_compare

from markets.storefront_urls import split
from people.audiences import audiences_of, with_audiences
from people.customer_groups.current_group import CurrentGroup, current_group_of
from people.models import User

from . import audience, freshness, tier
from .tier import Tier, Verified

# What Django makes; anything else opens no session.
SESSION_KEY = re.compile(r"[a-z0-9]{8,40}")


class TierMiddleware:
    """Stands before ``PageCacheMiddleware``. Nobody without a session costs anything; with one the
    token answers, and where it does not the database: three queries, once. A preview, and a shop
    whose database is away, show what everybody gets."""

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
        verified, fresh = (verified, "") if verified else _ask(session_key)
        with tier.override(verified.tier), audience.override(verified.audiences) as visitor:
            response = self.get_response(request)
        if verified.tier is not None or visitor.was_told:
            # Not even this browser keeps it: after signing out its "back" would show it.
            patch_cache_control(response, private=True, no_store=True)
        if fresh:
            patch_cache_control(response, private=True)
            _set(response, fresh)
        return response


def _ask(session_key: str) -> tuple[Verified, str]:
    """What holds for the session's user, with a token that says so from now on; "" where nobody
    could check it later."""
    # Before memberships are read: what changes meanwhile makes the token worthless.
    position = freshness.position()
    try:
        user = _user_of(import_module(settings.SESSION_ENGINE).SessionStore(session_key))
        current = current_group_of(user.pk) if user else CurrentGroup()
        codes = audiences_of(user, current.groups)
    except (InterfaceError, OperationalError):
        return Verified(None), ""  # kept pages are shown all the same
    group = current.group
    shown = Tier(group.pk, group.code, group.name) if group else None
    verified = Verified(shown, codes)
    if not position:
        return verified, ""
    token = tier.make_token(
        shown,
        user_id=user.pk if user else 0,
        session_key=session_key,
        position=position,
        audiences=codes,
        until=current.changes_at,
    )
    return verified, token


def _user_of(session) -> User | None:
    """Who is signed in. As Django finds it, but never writes: this is no place to give the session
    another key."""
    user_id = session.get(auth.SESSION_KEY)
    users = with_audiences(User.objects.filter(pk=user_id, is_active=True))
    user = users.first() if user_id else None
    known = session.get(auth.HASH_SESSION_KEY) or ""
    if user is None or not constant_time_compare(known, user.get_session_auth_hash()):
        return None
    return user


def _set(response, token: str) -> None:
    response.set_cookie(
        tier.COOKIE,
        token,
        max_age=int(tier.LONGEST.total_seconds()),
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
    )
