"""The offers engine: which offers apply to a cart, and their discounts, computed in memory."""
