"""What is the same on every page: brand, menu, footer, announcement, country switch.

``site_frame`` caches it, ``storefront`` is one request's view of it, ``parts`` renders it.
``cms.content.frame_builder`` builds it from what editors arranged.
"""
