"""Screens of what providers' books and ours do not agree on (``commerce.books``)."""
