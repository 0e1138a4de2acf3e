"""Middleware: ``request.basket``, read lazily so that pages stay cacheable.

Oscar's own middleware reads ``request.user`` on every page, which makes every page
``Vary: Cookie``. Here nothing is read until a view uses ``request.basket``; the cookie is set
once an anonymous basket has been saved.
"""

from django.conf import settings
from django.utils.functional import SimpleLazyObject, empty

from .services import basket_for, sign_basket


class LazyBasketMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.cookies_to_delete = []
        request.basket = SimpleLazyObject(lambda: basket_for(request))
        response = self.get_response(request)
        if request.basket._wrapped is not empty:
            self._write_cookie(request, response)
        return response

    def _write_cookie(self, request, response):
        name = settings.OSCAR_BASKET_COOKIE_OPEN
        if request.user.is_authenticated or name in request.cookies_to_delete:
            if name in request.COOKIES:
                response.delete_cookie(name)
        elif request.basket.pk and request.COOKIES.get(name) != sign_basket(request.basket.pk):
            response.set_cookie(
                name,
                sign_basket(request.basket.pk),
                max_age=settings.OSCAR_BASKET_COOKIE_LIFETIME,
                secure=settings.OSCAR_BASKET_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
