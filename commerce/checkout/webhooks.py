"""Where providers knock. A notification only makes us look again."""

import logging

from django.http import HttpResponse, HttpResponseBadRequest
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from commerce.gateways import services as gateways
from commerce.gateways.base import GatewayUnavailable, InvalidSignature
from commerce.gateways.models import Payment

from .services.settling import confirm_payment

logger = logging.getLogger(__name__)


@csrf_exempt
@require_POST
def notification(request, gateway: str):
    """Verified by the gateway's own signature. 503 makes the provider come again."""
    try:
        event = gateways.take_notification(
            gateway_code=gateway, body=request.body, headers=request.headers
        )
    except InvalidSignature:
        return HttpResponseBadRequest()
    if event is None:
        return HttpResponse(status=200)
    payment = (
        Payment.objects.filter(gateway=gateway, provider_reference=event.reference)
        .select_related("order")
        .first()
    )
    if payment is not None:
        try:
            confirm_payment(order=payment.order)
        except GatewayUnavailable:
            logger.warning("Gateway %s notified and then did not answer", gateway)
            return HttpResponse(status=503)
    gateways.close_notification(event)
    return HttpResponse(status=200)
