from django.urls import path

from . import views

app_name = "orders"
urlpatterns = [
    path("find/", views.find, name="find"),
    path("find/code/", views.code, name="code"),
    path("history/", views.history, name="history"),
    path("<slug:number>/", views.detail, name="detail"),
    path("<slug:number>/print/", views.receipt, name="receipt"),
]
