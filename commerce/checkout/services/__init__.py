"""Placing an order."""
