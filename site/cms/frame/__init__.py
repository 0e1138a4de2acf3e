"""What is the same on every page: brand, menu, footer, announcement, country switch.

``site_frame`` keeps it, ``storefront`` is one request's view of it, ``parts`` draws it. It is
told by ``cms.content.frame_builder`` what editors arranged.
"""
