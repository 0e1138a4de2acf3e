"""The order desk: what staff see of orders in the Wagtail admin, and do with them."""
