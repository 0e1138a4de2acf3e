from .address import AddressForm
from .favourites import FavouritesForm, FindForm, Row
from .review import RefusalForm
from .site import SiteForm

__all__ = ["AddressForm", "FavouritesForm", "FindForm", "RefusalForm", "Row", "SiteForm"]
