"""What listings can be narrowed by: the names of the facets, and the steps of some."""

# Facets beside the attributes' codes. In stock is a fact of each unit: who chooses a color and
# "in stock" wants that color in stock.
CATEGORY, DISCOUNT, FEATURED, IN_STOCK = "category", "discount", "featured", "in_stock"
LABEL, PRICE, RATING = "label", "price", "rating"

YES = "1"
# What an attribute cannot be called in an address: names of facets, and of other parameters.
RESERVED = {CATEGORY, DISCOUNT, FEATURED, IN_STOCK, LABEL, PRICE, RATING}
RESERVED |= {"price_max", "price_min", "page", "sort", "q"}
RESERVED |= {"product", "quantity", "show", "variant"}
# "This much off, or more", in per cent; "this many stars, or more".
DISCOUNT_STEPS = ("1", "10", "20", "30", "50")
RATING_STEPS = ("4", "3", "2")


def facet_of(attribute_code: str) -> str:
    """The facet of an attribute: its code, as far as that is free."""
    return f"attribute_{attribute_code}" if attribute_code in RESERVED else attribute_code
