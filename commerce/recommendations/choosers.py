from commerce.catalogue.choosers import ProductChooserViewSet

product_chooser = ProductChooserViewSet("shop_product_chooser")
