"""The demo company's pictures, drawn by code.

Everything is layered SVG, rasterised with resvg and the two typefaces in ``fonts``; nothing is
read from the network or the system, and the same arguments return the same bytes. No Django.
"""

from .brand import favicon_svg, logo_svg
from .pictures import CATALOGUE_SHAPES, product_picture
from .portraits import portrait
from .scenes import SCENES, scene
from .sharing import og_card

__all__ = [
    "CATALOGUE_SHAPES",
    "SCENES",
    "favicon_svg",
    "logo_svg",
    "og_card",
    "portrait",
    "product_picture",
    "scene",
]
