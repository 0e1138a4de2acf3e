"""What the web server calls."""

import os

from django.core.wsgi import get_wsgi_application

from config.garbage import search_less_often

search_less_often()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
_django = get_wsgi_application()


def application(environ, start_response):
    """Django, told nothing of character sets: all text is UTF-8 here.

    Whatever Python can decode may be named in ``Content-Type``, also what is no text at all
    (``rot13``), and Django reads the query by it while it makes the request: too early for any
    middleware, and a bare error.
    """
    kind = environ.get("CONTENT_TYPE", "")
    if "charset" in kind.lower():
        kept = [piece for piece in kind.split(";") if "charset" not in piece.lower()]
        environ["CONTENT_TYPE"] = ";".join(kept)
    return _django(environ, start_response)
