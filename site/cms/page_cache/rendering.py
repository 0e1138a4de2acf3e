"""``cache_page_for_everyone``: the decorator of views whose pages may be cached."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse

from . import slots


def cache_page_for_everyone(view: Callable) -> Callable:
    """Mark a view whose pages are the same for every anonymous visitor: they are cached.

    A ``TemplateResponse`` is rendered at once. Where ``PageCacheMiddleware`` wants one body for all
    consultants' sites, the view runs with ``AnySeller`` for a seller; if it turns out to look at
    who that is, it runs again for the real one and its page is not cached for others.
    """

    @wraps(view)
    def drawn(request, *args, **kwargs):
        wanted = getattr(request, "page_to_cache", None)
        if wanted is None:
            return view(request, *args, **kwargs)
        if wanted.for_any_seller:
            try:
                with slots.open_slots(request):
                    response = _draw(view, request, args, kwargs)
            except slots.LooksAtSeller:
                # A page about the seller, such as the start page: rendered for this one alone.
                return view(request, *args, **kwargs)
            response.has_open_slots = True
        else:
            response = _draw(view, request, args, kwargs)
        response.cacheable = True
        return response

    return drawn


def _draw(view: Callable, request, args, kwargs) -> HttpResponse:
    response = view(request, *args, **kwargs)
    if hasattr(response, "render") and not response.is_rendered:
        response.render()
    return response
