from django.urls import path

from . import views

urlpatterns = [
    path("certificates/<str:number>/", views.check, name="certificate"),
    path("certificates/<str:number>/picture.png", views.picture, name="certificate_picture"),
]
account_urlpatterns = [
    path("certificates/", views.own, name="certificates"),
    path("certificates/<int:pk>/pdf/", views.pdf, name="certificate_pdf"),
    path("certificates/<int:pk>/name/", views.show_name, name="certificate_name"),
    path("certificates/<int:pk>/again/", views.again, name="certificate_again"),
]
