"""What the layers above show on a product's page."""

from people.panels import PanelBoard

product_panels = PanelBoard()
"""Below the product, each over the whole width and given the ``ProductPage`` and the request. The
page is kept for everybody, so what they show is true for whoever asks, and names its tags
(``cms.page_cache.freshness``); what is one visitor's own is asked for after the page has loaded
(``cms.web.visitor``)."""
