"""What other areas show on the back office's page about a consultant."""

from people.panels import PanelBoard

consultant_panels = PanelBoard()
