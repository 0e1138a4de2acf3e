"""Placing an order, settling it, and moving it on."""
