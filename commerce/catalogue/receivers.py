from oscar.apps.catalogue import receivers  # noqa: F401
