from commerce.catalogue.choosers import ProductChooserViewSet

product_chooser = ProductChooserViewSet("corporate_product_chooser")
