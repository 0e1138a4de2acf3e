class PermissionsPolicyMiddleware:
    """Says which of the browser's abilities the pages use: a place (stores near me), no more.

    The other security headers come from Django's and django-csp's middleware.
    """

    POLICY = (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(self), gyroscope=(), "
        "magnetometer=(), microphone=(), midi=(), payment=(self), usb=(), "
        "browsing-topics=(), interest-cohort=()"
    )

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", self.POLICY)
        return response
