from django.urls import path

from . import team_views, views

app_name = "portal"
urlpatterns = [
    path("consultant/", views.consultant, name="consultant"),
    path("customers/", views.customers, name="customers"),
    path("customers/<uuid:public_id>/", views.customer, name="customer"),
    path("sales/", views.sales, name="sales"),
    path("team/", team_views.team, name="team"),
    path("team/contact/", team_views.share, name="share_contact"),
    path("visits/", views.visits, name="visits"),
]
