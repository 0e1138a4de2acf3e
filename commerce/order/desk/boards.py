"""What the layers above show on an order's page at the desk."""

from people.panels import PanelBoard

order_panels = PanelBoard()
