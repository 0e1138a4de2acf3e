"""Saved cards, in the account of whose they are."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from commerce.gateways.base import GatewayUnavailable
from commerce.gateways.registry import all_gateways
from markets.lookup import current_market, get_market
from markets.names import country_name
from people.portal import page

from .cards import remove_card, saved_cards
from .models import StripeCustomer

BRANDS = {
    "amex": "American Express",
    "diners": "Diners Club",
    "discover": "Discover",
    "jcb": "JCB",
    "mastercard": "Mastercard",
    "unionpay": "UnionPay",
    "visa": "Visa",
}


def may_have_cards(request) -> bool:
    """Where Stripe takes cards; elsewhere whoever saved one before."""
    gateway = all_gateways().get("stripe")
    if gateway is None:
        return False
    serves = gateway.serves(current_market())
    return serves or StripeCustomer.objects.filter(user=request.user.pk).exists()


def _away(request) -> None:
    messages.error(request, _("The payment service isn't responding. Try again in a minute."))


@page("saved_cards")
@require_safe
def index(request):
    is_away, cards = False, []
    try:
        cards = saved_cards(request.user)
    except GatewayUnavailable:
        is_away = True
    several = len({card.market for card in cards}) > 1
    shown = [
        {
            "key": card.key,
            "brand": BRANDS.get(card.brand, _("Card")),
            "last4": card.last4,
            "expires": f"{card.month:02}/{card.year}",
            "country": country_name(get_market(card.market)) if several else "",
        }
        for card in cards
    ]
    context = {"cards": shown, "is_away": is_away}
    return render(request, "stripe_cards/list.html", context, status=503 if is_away else 200)


@page("saved_cards")
@require_POST
def remove(request):
    try:
        removed = remove_card(request.user, request.POST.get("card", ""))
    except GatewayUnavailable:
        _away(request)
    else:
        if removed is not None:
            messages.success(request, _("The card was removed from your account."))
    return redirect("cards:list")
