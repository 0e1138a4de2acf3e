from django.urls import path

from . import paying, review, views

app_name = "checkout"
urlpatterns = [
    path("", views.index, name="index"),
    path("guest/", views.guest, name="guest"),
    path("address/", views.AddressStep.as_view(), name="address"),
    path("methods/", views.MethodsStep.as_view(), name="methods"),
    path("more/<slug:name>/", views.AddedStepView.as_view(), name="added"),
    path("review/", review.ReviewStep.as_view(), name="review"),
    path("pay/<slug:number>/", paying.pay, name="pay"),
    path("pay/<slug:number>/form/", paying.payment_form, name="form"),
    path("pay/<slug:number>/method/", paying.another_method, name="method"),
    path("return/<slug:number>/", paying.come_back, name="return"),
]
