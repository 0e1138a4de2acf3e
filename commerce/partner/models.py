"""Oscar's tables as they are: a fork that borrows migrations changes no field."""

from oscar.apps.partner.models import *  # noqa: F403
