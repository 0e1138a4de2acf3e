"""Registry of panels that layers above add to the customer's page of an order."""

from people.panels import PanelBoard

own_order_panels = PanelBoard()
"""Below the details, each given the order and the request: of whoever is signed in or, with a code,
of a guest."""
