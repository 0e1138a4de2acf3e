"""The personal link as a code to scan (segno draws it; nothing leaves this machine)."""

from io import BytesIO

import segno


def svg(address: str) -> bytes:
    """Black on nothing, to stand on any light ground; as large as its place."""
    buffer = BytesIO()
    _code(address).save(
        buffer, kind="svg", border=2, omitsize=True, xmldecl=True, dark="#1e2721", light="#ffffff"
    )
    return buffer.getvalue()


def png(address: str) -> bytes:
    """Some 1,000 pixels wide, for a card or a poster."""
    code = _code(address)
    scale = max(1, 1000 // code.symbol_size(border=4)[0])
    buffer = BytesIO()
    code.save(buffer, kind="png", border=4, scale=scale)
    return buffer.getvalue()


def _code(address: str) -> segno.QRCode:
    # A quarter of it may be hidden or worn off.
    return segno.make_qr(address, error="q", boost_error=False)
