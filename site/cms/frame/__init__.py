"""What is the same on every page: brand, menu, footer, announcement, country switch.

``chrome`` keeps it, ``storefront`` is one request's view of it, ``frame_parts`` draws it. It is
told by ``cms.content.framing`` what editors arranged.
"""
