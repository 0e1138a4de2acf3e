"""QR codes of personal links, made by segno without any external service."""

from io import BytesIO

import segno


def svg(address: str) -> bytes:
    """An SVG, black on transparent, without a fixed size."""
    buffer = BytesIO()
    _code(address).save(
        buffer, kind="svg", border=2, omitsize=True, xmldecl=True, dark="#1e2721", light="#ffffff"
    )
    return buffer.getvalue()


def png(address: str) -> bytes:
    """A PNG of about 1,000 pixels, for printing."""
    code = _code(address)
    scale = max(1, 1000 // code.symbol_size(border=4)[0])
    buffer = BytesIO()
    code.save(buffer, kind="png", border=4, scale=scale)
    return buffer.getvalue()


def _code(address: str) -> segno.QRCode:
    # Error correction level Q: a quarter of the code may be damaged.
    return segno.make_qr(address, error="q", boost_error=False)
