"""Registry of panels that other areas add to the back office's page of a consultant."""

from people.panels import PanelBoard

consultant_panels = PanelBoard()
