"""A company's own app, as docs/extending.md tells to write it: gift wrapping with a card."""
