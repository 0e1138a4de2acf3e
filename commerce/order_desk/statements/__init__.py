"""Screens of the bank's statements (``commerce.books.statements``)."""
