from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from config.urls import *
from config.urls import urlpatterns as ours

from .evenings import evenings
from .programme import programme

urlpatterns = [
    *i18n_patterns(
        path("account/evenings/", evenings, name="our_evenings"),
        path("evenings/", programme, name="our_programme"),
    ),
    *ours,
]
