"""Where a page may load things from (Content-Security-Policy).

The shop is strict. Only the back office is not: Wagtail's page editor has inline scripts.
"""

from collections.abc import Sequence
from urllib.parse import urlsplit

from csp.constants import NONE, SELF, UNSAFE_INLINE

# Players that set no cookie before somebody presses play (cms.content.blocks.media).
VIDEO_PLAYERS = ("https://www.youtube-nocookie.com", "https://player.vimeo.com")


def storefront_policy(
    *, media_url: str = "/media/", static_url: str = "/static/", payment_origins: Sequence[str] = ()
) -> dict:
    """The shop's directives. Files kept on another host are allowed from that host only.

    ``payment_origins``: where payment providers have their pages (``https://pay.example``).
    Browsers ask ``form-action`` about the redirect that follows a form as well.
    """
    hosts = [origin for url in (media_url, static_url) if (origin := _origin(url))]
    own = [SELF, *hosts]
    return {
        "default-src": [SELF],
        "script-src": own,
        "style-src": own,
        "img-src": [*own, "data:"],
        "font-src": own,
        "media-src": own,
        "connect-src": [SELF],
        "frame-src": [SELF, *VIDEO_PLAYERS],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF, *payment_origins],
        "frame-ancestors": [SELF],
    }


def back_office_policy(*, media_url: str = "/media/", static_url: str = "/static/") -> dict:
    """The shop's directives, with the inline scripts and styles that Wagtail's editor has."""
    policy = storefront_policy(media_url=media_url, static_url=static_url)
    policy["script-src"] = [*policy["script-src"], UNSAFE_INLINE]
    policy["style-src"] = [*policy["style-src"], UNSAFE_INLINE]
    policy["img-src"] = [*policy["img-src"], "blob:"]
    return policy


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
