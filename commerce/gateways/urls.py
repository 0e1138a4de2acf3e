from django.urls import path

from . import views

app_name = "gateways"
urlpatterns = [path("<uuid:reference>/", views.demo_bank, name="demo")]
