"""Stripe: cards, wallets and what else the account has, in Stripe's own form on our page.

What only Stripe knows stays in this package; nothing else in the project imports ``stripe``.
Set up, tried out and watched as docs/payments.md says.
"""
