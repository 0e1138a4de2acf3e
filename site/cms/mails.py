"""What frames every mail: the brand, as editors set it."""

from typing import Any

from markets.storefront_urls import absolute

from . import chrome


def brand_frame(variant: str) -> dict[str, Any]:
    """The context that ``mail/base.html`` reads, with absolute addresses."""
    frame = chrome.current().frame(variant)
    face, settings = frame.brand, chrome.current().brand
    logo = face.logo_url
    return {
        "site_name": face.name,
        "legal_line": frame.footer.small_print or face.legal_name,
        "brand": {
            "name": face.name,
            "tagline": face.tagline,
            "logo_url": absolute(logo) if logo.startswith("/") else logo,
            "logo_width": face.logo_width,
            "logo_height": face.logo_height,
            "accent": settings.accent,
            "on_accent": settings.on_accent,
        },
    }
