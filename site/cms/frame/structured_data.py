"""What search engines read about the company and the page (JSON-LD, schema.org)."""

import json

from django.utils.safestring import SafeString, mark_safe

from markets.lookup import html_language
from markets.storefront_urls import absolute, canonical

# As in Django's json_script: nothing in it can end the element or start another one.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def organization(storefront) -> dict:
    brand = storefront.brand
    data = {
        "@type": "Organization",
        "@id": absolute("/#organization"),
        "name": brand.name,
        "url": absolute("/"),
    }
    if brand.legal_name:
        data["legalName"] = brand.legal_name
    if brand.tagline:
        data["slogan"] = brand.tagline
    if brand.logo_url:
        data["logo"] = absolute(brand.logo_url)
    if brand.social:
        data["sameAs"] = [link.url for link in brand.social]
    return data


def website(storefront) -> dict:
    data = {
        "@type": "WebSite",
        "@id": canonical("/", storefront.edition) + "#website",
        "url": canonical("/", storefront.edition),
        "name": storefront.brand.name,
        "inLanguage": html_language(storefront.edition),
        "publisher": {"@id": absolute("/#organization")},
    }
    if storefront.search_url:
        target = canonical(storefront.search_url, storefront.edition)
        data["potentialAction"] = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{target}?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        }
    return data


def breadcrumb_list(storefront) -> dict | None:
    """The way from home to the page; None where there is none to tell."""
    crumbs = storefront.breadcrumb
    if len(crumbs) < 2:
        return None
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": label,
                "item": storefront.public_address(path, storefront.edition),
            }
            for position, (label, path) in enumerate(crumbs, start=1)
        ],
    }


def script(storefront) -> SafeString:
    """All of it as the text of one ``<script type="application/ld+json">``."""
    graph = [organization(storefront), website(storefront)]
    if crumbs := breadcrumb_list(storefront):
        graph.append(crumbs)
    return as_json({"@context": "https://schema.org", "@graph": graph})


def as_json(data: dict) -> SafeString:
    """Data as JSON that may stand inside a script element. For other areas' data too."""
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(ESCAPES))
