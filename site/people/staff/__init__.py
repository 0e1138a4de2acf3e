"""Whoever works in the back office, as others there make, change and remove them.

``authority`` is the rule; Wagtail's screens for users and groups (``users``, ``groups``,
``bulk``) follow it, and so does whatever else hands out rights.
"""
