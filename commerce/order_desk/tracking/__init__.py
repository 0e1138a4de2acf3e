"""The screen that ships many orders by a file (``commerce.orders.tracking_files``)."""
