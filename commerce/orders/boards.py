"""What the layers above show on an order's page, to whose order it is."""

from people.panels import PanelBoard

own_order_panels = PanelBoard()
"""Below the details, each given the order and the request: of whoever is signed in or, with a code,
of a guest."""
