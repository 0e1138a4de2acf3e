"""How a view's page is drawn so that it can be kept."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpResponse

from . import slots


def cache_page_for_everyone(view: Callable) -> Callable:
    """A view whose pages are the same for every anonymous visitor.

    They are drawn at once (also where the view gave a response that is drawn later) and, where
    ``PageCacheMiddleware`` asks for it, for any consultant's site instead of this one's.
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
                # Consultants' own front doors: drawn again, for this one alone.
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
