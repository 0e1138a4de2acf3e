"""The frame of every mail: the brand, as editors set it."""

from typing import Any

from markets.storefront_urls import absolute

from . import site_frame

# The largest size of a logo in a mail, in pixels.
LOGO_BOX = (160, 56)


def _logo_size(width: int, height: int) -> dict[str, int]:
    """The logo's size in a mail, for its attributes: mail programs ignore style sheets."""
    if not (width and height):
        return {"logo_width": width, "logo_height": height}
    scale = min(1, LOGO_BOX[0] / width, LOGO_BOX[1] / height)
    return {"logo_width": round(width * scale), "logo_height": round(height * scale)}


def brand_frame(edition: str) -> dict[str, Any]:
    """The context that ``mail/base.html`` reads, with absolute addresses."""
    frame = site_frame.current().frame(edition)
    brand = frame.brand
    logo = brand.logo_url
    return {
        "site_name": brand.name,
        "legal_line": frame.footer.small_print or brand.legal_name,
        "brand": {
            "name": brand.name,
            "tagline": brand.tagline,
            "logo_url": absolute(logo) if logo.startswith("/") else logo,
            **_logo_size(brand.logo_width, brand.logo_height),
            "accent": brand.accent,
            "on_accent": brand.on_accent,
        },
    }
