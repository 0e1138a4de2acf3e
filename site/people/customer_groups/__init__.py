"""Groups of customers: who is in one, and which one decides their prices."""
