"""The pattern pages: every component of the shop seen alone, and whole pages made of them.

For those who build the shop; mounted at /patterns/ by development settings only.
"""
