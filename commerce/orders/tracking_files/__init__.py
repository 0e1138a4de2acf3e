"""Ship many orders by a file: order, carrier and tracking number in each line."""
