"""The offers page of the shop: the address alone decides what it says."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cms.frame import chrome
from markets.lookup import content_languages
from markets.storefront_urls import neutral

from ..pages import live_offers, path_in


@require_safe
def offers(request):
    with chrome.held():
        request.storefront_canonical = neutral(reverse("offers"))
        request.storefront_alternates = {other: path_in(other) for other in content_languages()}
        return render(request, "offers/offers.html", {"offers": live_offers(request.variant)})
