from .storefront import Storefront


def storefront(request):
    """``storefront`` in every template: the page's frame (``frame.storefront``), built on use."""
    return {"storefront": Storefront(request)}
