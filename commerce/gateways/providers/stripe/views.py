"""Saved cards: in the account, and whether the card of a payment is to be saved."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from oscar.core.loading import get_model

from commerce.gateways.base import GatewayUnavailable
from commerce.gateways.of_order import payments_of
from commerce.gateways.registry import all_gateways
from markets.lookup import current_market, get_market
from markets.names import country_name
from people.portal import page
from people.private import private

from .cards import remove_card, save_card, saved_cards
from .models import StripeCustomer

Order = get_model("order", "Order")

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


@page("payment_methods")
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


@page("payment_methods")
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


@private
@require_POST
def save(request, number: str):
    """Whether the card that pays an order of theirs is to be saved. Nobody else's order, and no
    guest's: whoever may see an order need not be its owner."""
    mine = Order.objects.filter(number=number, user=request.user.pk, placement__isnull=False)
    order = mine.select_related("placement", "user").first() if request.user.pk else None
    payment = payments_of(order).open if order is not None else None
    if payment is None or payment.gateway != "stripe" or not payment.provider_reference:
        raise Http404
    try:
        save_card(payment, wanted=bool(request.POST.get("save")))
    except GatewayUnavailable:
        _away(request)
    return redirect("checkout:form", number=number)
