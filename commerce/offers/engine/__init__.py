"""Which offers hold for a cart, and what they take off: in memory, from rows read before."""
