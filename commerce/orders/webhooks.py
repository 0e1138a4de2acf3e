"""Where providers knock. A notification only makes us look again."""

import logging

from django.http import HttpResponse, HttpResponseBadRequest
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from commerce.gateways import services as gateways
from commerce.gateways.base import GatewayUnavailable, InvalidSignature, UnreadableNotification

from .tasks import handle_notification

logger = logging.getLogger(__name__)


@csrf_exempt
@require_POST
def notification(request, gateway: str):
    """Verified by the gateway's own signature: 400 for what it did not sign, and for what cannot be
    read. 503 makes the provider come again."""
    try:
        event = gateways.take_notification(
            gateway_code=gateway,
            body=request.body,
            headers=request.headers,
            query=request.GET,
        )
    except (InvalidSignature, UnreadableNotification) as refused:
        logger.info("Gateway %s: a notification is refused: %s", gateway, refused)
        return HttpResponseBadRequest()
    if event is None:
        return HttpResponse(status=200)
    try:
        if not handle_notification(event):
            # Another shop's, or another account's than our keys are of: it stays open, and is
            # looked at again without a word (tasks.sweep_notifications).
            logger.error(
                "Gateway %s: event %s names no payment that we and our keys know of",
                gateway,
                event.event_id,
            )
    except GatewayUnavailable:
        logger.warning("Gateway %s notified and then did not answer", gateway)
        return HttpResponse(status=503)
    return HttpResponse(status=200)
