from django.urls import path

from . import views

app_name = "checkout"
urlpatterns = [
    path("", views.index, name="index"),
    path("guest/", views.guest, name="guest"),
    path("address/", views.AddressStep.as_view(), name="address"),
    path("methods/", views.MethodsStep.as_view(), name="methods"),
    path("review/", views.ReviewStep.as_view(), name="review"),
    path("pay/<slug:number>/", views.pay, name="pay"),
    path("return/<slug:number>/", views.come_back, name="return"),
]
