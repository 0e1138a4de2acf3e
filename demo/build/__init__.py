"""Builds the demo company from its words and pictures, through the services.

Every builder finds what is there and adds what is missing: what somebody changed in the back
office stays as they left it.
"""
