"""The link in a mail that ends such mails. It works without signing in, and by the one POST that a
reader's mail program sends (RFC 8058)."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from people.private import private

from .. import services
from ..models import Board, Thread
from ..stopping import read_token


@private
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request, token: str):
    """A GET changes nothing: programs open links to look at them."""
    request.storefront_robots = "noindex, nofollow"
    subject = read_token(token)
    if subject is None:
        raise Http404("Not one of our links.")
    if request.method == "POST":
        services.end_mails(subject)
    context = {
        "kind": subject.kind,
        # The title stood in the mail that the link came with.
        "title": _title(subject),
        "is_ended": request.method == "POST",
    }
    return render(request, "forum/stop.html", context)


def _title(subject) -> str:
    model = {"thread": Thread, "board": Board}.get(subject.kind)
    if model is None:
        return ""
    return model.objects.filter(pk=subject.pk).values_list("title", flat=True).first() or ""
