from wagtail import hooks

from .choosers import product_chooser


@hooks.register("register_admin_viewset")
def product_chooser_viewset():
    return product_chooser
