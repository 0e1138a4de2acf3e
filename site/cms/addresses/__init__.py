"""From an address to a page and back: finding, translations, redirects, sitemaps, named links.

Other areas tell here what they serve (``named_links``, ``link_targets``, ``sitemaps``,
``routing``). Nothing here knows which types of pages there are.
"""
