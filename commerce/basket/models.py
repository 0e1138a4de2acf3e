"""Oscar's tables as they are: a fork that borrows migrations changes no field."""

from oscar.apps.basket.models import *  # noqa: F403
