from django.urls import path

from . import views

app_name = "cart"
urlpatterns = [
    path("", views.summary, name="summary"),
    path("drawer/", views.drawer, name="drawer"),
    path("add/", views.add, name="add"),
    path("lines/<int:line_id>/", views.update, name="update"),
    path("lines/<int:line_id>/remove/", views.remove, name="remove"),
    path("coupon/", views.add_coupon, name="coupon"),
    path("coupon/<int:voucher_id>/remove/", views.remove_coupon, name="coupon-remove"),
]

# Under the addresses of orders, which stand below the cart and cannot import it.
from_orders = [path("orders/<slug:number>/again/", views.again, name="buy-again")]
