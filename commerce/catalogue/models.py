"""The catalogue's models are Oscar's. A product is edited as one with its photos and texts.

Columns stay exactly Oscar's: ``class Meta(AbstractProduct.Meta)`` and no field of our own, or
``makemigrations`` would want to write into the installed package.
"""

from modelcluster.models import ClusterableModel
from oscar.apps.catalogue.abstract_models import AbstractProduct
from wagtail.search import index


class Product(index.Indexed, ClusterableModel, AbstractProduct):
    """What is sold. Its words are ``copy.ProductCopy``, its prices ``pricing.Price``."""

    search_fields = [
        index.SearchField("title"),
        index.AutocompleteField("title"),
        index.SearchField("upc"),
        index.AutocompleteField("upc"),
        index.FilterField("structure"),
        index.FilterField("is_public"),
        index.FilterField("product_class"),
    ]

    class Meta(AbstractProduct.Meta):
        pass


from oscar.apps.catalogue.models import *  # noqa: E402, F403
