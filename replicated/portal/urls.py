from django.urls import path

from . import views

app_name = "portal"
urlpatterns = [
    path("consultant/", views.consultant, name="consultant"),
    path("customers/", views.customers, name="customers"),
    path("customers/<uuid:public_id>/", views.customer, name="customer"),
    path("sales/", views.sales, name="sales"),
    path("visits/", views.visits, name="visits"),
]
