"""An order on paper: packing slips and order sheets as PDF, in the order's language.

``sheets`` reads the orders; the ``.typ`` files here are the look (``commerce.typesetting``).
"""
