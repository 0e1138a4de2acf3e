import logging

from django.core.exceptions import DisallowedHost

from cms.views import address_too_long, bad_request

logger = logging.getLogger(__name__)


class PlainRequestMiddleware:
    """Comes first, and lets nothing through that a visitor's header could turn the shop with.

    - **A script name.** Addresses begin at the root; ``/@alias`` is put there by
      ``StorefrontMiddleware``, which comes after this. One that came with the request (a server
      or proxy that believes a ``SCRIPT_NAME`` header) would stand before every link of the page:
      refused with 400.
    - **A character set.** All text is UTF-8, whatever ``Content-Type`` says. Else the same
      address would mean something else with another header, and Django refuses such a form each
      time that anybody looks at it, error pages included.
    - **A host that is no host name**: 400 here, where nobody draws a page about it.
    - **An address longer than any of ours**: 414 in the reader's language. The server itself
      refuses still longer ones (``gunicorn.conf.py``), in English and without a way on.
    """

    LONGEST_ADDRESS = 6000

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.META.get("SCRIPT_NAME"):
            logger.warning("A request with a script name of its own was refused")
            return bad_request(request)
        try:
            request.get_host()
        except DisallowedHost:
            return bad_request(request)
        if len(request.META.get("QUERY_STRING", "")) + len(request.path) > self.LONGEST_ADDRESS:
            return address_too_long(request)
        if request.encoding and request.encoding.lower() not in ("utf-8", "utf8"):
            request.encoding = "utf-8"
        return self.get_response(request)


class NoBodyMiddleware:
    """Answers a HEAD with what a GET would say, and without its body: a server that is handed one
    drops it, and complains of it in its log each time.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if request.method == "HEAD":
            if response.streaming:
                response.streaming_content = ()
            else:
                response.headers.setdefault("Content-Length", str(len(response.content)))
                response.content = b""
        return response


class PermissionsPolicyMiddleware:
    """Says which of the browser's abilities the pages use: a place (stores near me), no more.

    Wallets pay in a frame of Stripe's, on the one page whose security policy lets such a frame in.
    The other security headers come from Django's and django-csp's middleware.
    """

    POLICY = (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), usb=(), "
        'payment=(self "https://js.stripe.com"), '
        "browsing-topics=(), interest-cohort=()"
    )

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", self.POLICY)
        return response
