"""Requests: same-origin checks, rate limits, security policy, and the visitor's own data.

Knows neither pages nor addresses.
"""
