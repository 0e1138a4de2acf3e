"""How uploaded files are answered: so that a browser runs nothing of them here.

A proxy in front of the site says the same (docs/running.md).
"""

from pathlib import PurePath

from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.static import serve
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve as serve_by_wagtail

from people.audiences import codes_of

from ...page_cache import audience
from .. import restricted
from .pieces import piece_of

PICTURES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}
# Folders of the storage that nobody is answered from: documents and pictures of the forum have
# views, which ask who may read them, and half-finished uploads have none.
NOT_BY_PATH = ("documents/", "forum/", "uploaded_documents/", "uploaded_images/")
NOTHING_RUNS = "sandbox; default-src 'none'"


def media(request, path: str):
    """A stored file by its path, in development; in production a proxy does it. Pictures are
    shown, whatever else lies there is downloaded, documents are not there."""
    if path.lower().startswith(NOT_BY_PATH):
        raise Http404("Documents are answered under /documents/.")
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    shown_as = PICTURES.get(PurePath(path).suffix.lower())
    if shown_as is None:
        response["Content-Disposition"] = "attachment"
    response["Content-Type"] = shown_as or "application/octet-stream"
    return _harmless(response)


def document(request, document_id: str, document_filename: str):
    """A document, by Wagtail's view, for who may read a page that has it. A PDF is opened by the
    browser's reader, which refuses to work in a sandbox; it is known to be one, so that Wagtail's
    own policy is enough there. A film is answered in pieces, so that one can go on within it."""
    # A number with more digits than any key would not even be taken as a question.
    if len(document_id) > 18:
        raise Http404("No such document.")
    found = get_object_or_404(get_document_model(), pk=document_id)
    with audience.override(codes_of(request.user)) as visitor:
        if not restricted.may_open(found):
            raise Http404("No such document.")
    response = serve_by_wagtail(request, document_id, document_filename)
    if visitor.was_told:
        response["Cache-Control"] = "private, no-store"
    if response.headers.get("Content-Type") == "application/pdf":
        return response
    return _harmless(piece_of(response, request, found.file))


def _harmless(response):
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = NOTHING_RUNS
    return response
