"""The demo company's pictures, drawn by code.

Everything is layered SVG, rasterised with resvg and the two typefaces in ``fonts``; nothing is
read from the network or the system, and the same arguments return the same bytes. No Django.
"""

from .brand import favicon_svg, logo_svg
from .pictures import CATALOGUE_SHAPES, product_picture

__all__ = [
    "CATALOGUE_SHAPES",
    "favicon_svg",
    "logo_svg",
    "product_picture",
]
