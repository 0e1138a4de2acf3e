"""Pages of one visitor: neither a shared cache nor the browser may store them."""

from django.views.decorators.cache import cache_control

private = cache_control(private=True, no_store=True)
