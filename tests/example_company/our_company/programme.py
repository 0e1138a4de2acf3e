from django.shortcuts import render

from cms.addresses.link_targets import TargetSource
from cms.addresses.sitemaps import Entry
from markets.lookup import content_languages

KEY, PATH = "evenings:programme", "/evenings/"

PROGRAMME = TargetSource(
    prefix="evenings",
    choices=lambda: [(KEY, "Evenings: the programme")],
    paths=lambda keys, language: {KEY: PATH} if KEY in keys else {},
)


def sitemap_entries():
    yield Entry({language: PATH for language in content_languages()})


def programme(request):
    return render(request, "our_company/programme.html")
