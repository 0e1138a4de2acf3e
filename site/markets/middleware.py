from zoneinfo import ZoneInfo

from django.utils import timezone, translation

from .lookup import edition_for_language, market_of
from .storefront_urls import split


class EditionMiddleware:
    """Sets ``request.edition``, ``request.market``, language and clock from the path.

    Decides nothing and redirects nothing: a bare ``/es/…`` is a view's business, and a preview
    (whose path carries the bare language) must pass. Outside the storefront the language is
    the browser's and there is no market.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        path = split(request.path_info)
        if path.edition:
            request.edition = path.edition
        elif path.language:
            request.edition = edition_for_language(path.language)
        else:
            request.edition = None
        if request.edition:
            request.market = market_of(request.edition)
            language = request.edition
            timezone.activate(ZoneInfo(request.market.time_zone))
        else:
            request.market = None
            language = translation.get_language_from_request(request)
        translation.activate(language)
        request.LANGUAGE_CODE = translation.get_language()
        try:
            response = self.get_response(request)
        finally:
            timezone.deactivate()
        if request.edition:
            response.headers.setdefault("Content-Language", request.edition)
        return response
