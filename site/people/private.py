"""Responses for one visitor only: neither a shared cache nor the browser may store them.

``Cache-Control: private, no-store``, for a function and for a class-based view.
"""

from django.utils.decorators import method_decorator
from django.views.decorators.cache import cache_control

private = cache_control(private=True, no_store=True)
private_view = method_decorator(private, name="dispatch")
