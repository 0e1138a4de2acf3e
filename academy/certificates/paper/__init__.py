"""A certificate as PDF, and as a picture to share."""

from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import override

from cms.frame.mails import brand_frame
from commerce.typesetting.pdf import typeset
from markets.dates import format_day
from markets.lookup import edition_for_language

from ..models import Certificate

PAPER, PICTURE = (Path(__file__).with_name(name) for name in ("certificate.typ", "picture.typ"))


def certificate_pdf(certificate: Certificate, *, address: str, qr: bytes) -> bytes:
    """``address``: where it can be checked, as text; ``qr``: the same as a picture (SVG). Raises
    NotTypeset."""
    return typeset(PAPER, _data(certificate, address) | {"qr": qr.decode()})


def certificate_picture(certificate: Certificate) -> bytes:
    """1200 × 630 pixels, for shared links. Without a name, unless its holder shows it. Raises
    NotTypeset."""
    data = _data(certificate, "")
    if not certificate.shows_name:
        data["holder"] = ""
    return typeset(PICTURE, data, kind="png")


def _data(certificate: Certificate, address: str) -> dict:
    words = certificate.words_in(certificate.language)
    edition = edition_for_language(certificate.language)
    brand = brand_frame(edition)["brand"]
    with override(edition):
        return {
            "brand": brand["name"],
            "accent": brand["accent"],
            "language": certificate.language,
            "document": _("Certificate"),
            "holder": certificate.holder,
            "given_to": _("This certifies that"),
            "title": words.get("title", ""),
            "text": words.get("text", ""),
            "signer": words.get("signer", ""),
            "course": words.get("course", ""),
            "course_label": _("has finished the course"),
            "facts": [
                [_("Issued"), format_day(certificate.issued_at, edition)],
                *(
                    [[_("Valid until"), format_day(certificate.expires_on, edition)]]
                    if certificate.expires_on
                    else []
                ),
                [_("Number"), certificate.number],
            ],
            "check": _("Check it at"),
            "address": address,
        }
