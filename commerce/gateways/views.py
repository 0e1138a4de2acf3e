"""The demo gateway's "bank": the page on the provider's side of the border."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from markets.money import format_money
from people.private import private

from .models import DemoCharge
from .registry import all_gateways

DECISIONS = {"pay": DemoCharge.State.PAID, "decline": DemoCharge.State.DECLINED}


@private
@require_http_methods(["GET", "HEAD", "POST"])
def demo_bank(request, reference):
    """Play the bank: pay, decline, or go back without either. Development settings only."""
    if "demo" not in all_gateways():
        raise Http404
    charge = get_object_or_404(DemoCharge, reference=reference)
    if request.method == "POST":
        decision = DECISIONS.get(request.POST.get("decision", ""))
        if decision:
            # One statement decides, whatever the shop asks for at the same moment.
            DemoCharge.objects.filter(pk=charge.pk, state=DemoCharge.State.OPEN).update(
                state=decision, moved_at=timezone.now()
            )
        return redirect(charge.return_url)
    return render(
        request,
        "gateways/demo_bank.html",
        {"charge": charge, "amount": format_money(charge.amount, charge.currency)},
    )
