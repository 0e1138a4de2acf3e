"""Who sells Raíz under their own name, in their own words. All of them are invented."""

from __future__ import annotations

from . import colombia, mexico, united_states
from .influencers import INFLUENCERS
from .seeds import ConsultantSeed

CONSULTANTS = (*colombia.CONSULTANTS, *mexico.CONSULTANTS, *united_states.CONSULTANTS)
"""A dozen consultants, in three countries."""

__all__ = ["CONSULTANTS", "INFLUENCERS", "ConsultantSeed"]
