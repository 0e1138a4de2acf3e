"""Sample values for the pattern pages, in the shapes that the components document."""

from django.template.loader import get_template
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import mark_safe


def picture(name, alt="", width=800, height=1000):
    """An image in the shape that every component takes."""
    return {
        "src": static(f"patterns/{name}.svg"),
        "srcset": "",
        "alt": alt,
        "width": width,
        "height": height,
    }


def page(name):
    """The address of a composition."""
    return reverse("patterns:composition", args=[name])


def storefront():
    """What the context processor gives, with the pattern pages' own addresses."""
    care = ["Serums", "Creams", "Cleansers", "Masks", "Oils", "Sun care"]
    body = ["Body oils", "Hand care", "Soaps"]
    listing = page("listing")
    return {
        "brand": {
            "name": "Raíz",
            "tagline": "Botanical care from small farms, shared by people who use it.",
            "logo_url": "",
            "og_image": "",
        },
        "brand_css_url": reverse("patterns:brand_css"),
        "announcement": {"text": "Free shipping on orders over $45", "url": page("content")},
        "menu": [
            {
                "label": "Face",
                "url": listing,
                "current": True,
                "children": [{"label": label, "url": listing} for label in care],
                "image_url": static("patterns/hero.svg"),
                "image_alt": "",
            },
            {
                "label": "Body",
                "url": listing,
                "children": [{"label": label, "url": listing} for label in body],
                "image_url": static("patterns/field.svg"),
                "image_alt": "",
            },
            {"label": "Color", "url": listing, "children": []},
            {"label": "Our story", "url": page("content"), "children": []},
            {"label": "Become a consultant", "url": page("contact"), "children": []},
        ],
        "footer": {
            "contact": [
                {"label": "hello@example.com", "url": "mailto:hello@example.com"},
                {"label": "1 800 555 0142", "url": "tel:+18005550142"},
            ],
            "social": [
                {"name": "Instagram", "url": "#main", "icon": "instagram"},
                {"name": "Facebook", "url": "#main", "icon": "facebook"},
                {"name": "WhatsApp", "url": "#main", "icon": "whatsapp"},
                {"name": "YouTube", "url": "#main", "icon": "youtube"},
                {"name": "TikTok", "url": "#main", "icon": "tiktok"},
            ],
            "columns": [
                {
                    "title": title,
                    "links": [{"label": label, "url": page("content")} for label in labels],
                }
                for title, labels in (
                    ("Shop", ["Face", "Body", "Color", "Gifts"]),
                    ("Company", ["Our story", "Ingredients", "Stores", "Become a consultant"]),
                    ("Help", ["Contact", "Shipping", "Returns", "Questions"]),
                )
            ],
            "legal": [
                {"label": "Privacy", "url": page("content")},
                {"label": "Terms", "url": page("content")},
            ],
            "copyright": "© 2026 Raíz",
        },
        "switch": {
            "current_label": "United States · English",
            "countries": [
                {
                    "code": code,
                    "name": name,
                    "currency": currency,
                    "editions": [
                        {
                            "code": f"{lang}-{code}",
                            "lang": lang,
                            "label": {"en": "English", "es": "Español"}[lang],
                            "url": f"?variant={lang}-{code}",
                            "current": f"{lang}-{code}" == "en-us",
                        }
                        for lang in langs
                    ],
                }
                for code, name, currency, langs in (
                    ("co", "Colombia", "COP $", ["es"]),
                    ("mx", "México", "MXN $", ["es"]),
                    ("us", "United States", "USD $", ["en", "es"]),
                )
            ],
        },
        "market": {"code": "us", "country_name": "United States", "currency": "USD"},
        "home_url": page("home"),
        "search_url": page("search"),
        "suggest_url": reverse("patterns:suggestions"),
        "cart_url": page("cart"),
        "cart_drawer_url": reverse("patterns:cart_drawer"),
        "account_url": page("account"),
        "sign_in_url": page("sign-in"),
        "catalogue_url": listing,
        "visitor_url": reverse("patterns:visitor"),
    }


def cards(heading="h3"):
    """Twelve product cards, one of each state, drawn."""
    draw = get_template("components/product_card.html").render
    return [{"html": draw({"card": values, "heading": heading})} for values in _card_values()]


def _card_values():
    rows = [
        (
            "Night serum",
            "serum",
            "texture-oil",
            "Three drops for skin that had a long day",
            "$38.00",
        ),
        (
            "Calendula cream",
            "cream",
            "texture-cream",
            "Calms, with an hour of cool weather",
            "$29.00",
        ),
        ("Clay cleanser", "tube", "texture-leaf", "Cleans without pulling", "$18.00"),
        ("Cacao lip balm", "balm", None, "A little color, much butter", "$9.50"),
    ]
    found = []
    for number in range(12):
        title, front, second, summary, price = rows[number % 4]
        found.append(
            {
                "title": title if number < 4 else f"{title} {['', 'no. 2', 'no. 3'][number // 4]}",
                "url": page("product"),
                "summary": summary,
                "image": picture(front, alt=f"{title}, front of the package"),
                "image_hover": picture(second) if second else None,
                "price": price,
                "compare_at": "$45.00" if number == 0 else "",
                "price_label": "From" if number == 3 else "",
                "labels": {
                    0: [{"text": "−15 %", "kind": "discount"}],
                    1: [{"text": "New", "kind": "new"}],
                    2: [
                        {
                            "text": "Refillable",
                            "kind": "custom",
                            "colour": "#3e6a74",
                            "ink": "light",
                        }
                    ],
                    6: [{"text": "Made in May", "kind": ""}, {"text": "New", "kind": "new"}],
                }.get(number, []),
                "swatches": [
                    {"hex": hex_, "label": label, "url": page("product")}
                    for hex_, label in (
                        ("#8c2f2a", "Cacao"),
                        ("#c9705a", "Guava"),
                        ("#e8b7a4", "Rose"),
                    )
                ]
                if number % 4 == 3
                else [],
                "stock_state": "out" if number == 5 else "in",
            }
        )
    return found


def product():
    """A product with a color and a size, in the shape of buy_box.html."""
    colors = [
        ("cacao", "Cacao", "#8c2f2a"),
        ("guava", "Guava", "#c9705a"),
        ("rose", "Rose", "#e8b7a4"),
    ]
    sizes = [("15", "15 ml", "$38.00"), ("30", "30 ml", "$62.00")]
    photos = {"cacao": "photo-1", "guava": "photo-2", "rose": "photo-3"}
    variants = [
        {
            "id": f"{color}-{size}",
            "sku": f"RZ-{color[:2].upper()}-{size}",
            "values": {"color": color, "size": size},
            "price": price,
            "compare_at": "$45.00" if size == "15" else "",
            "available": (color, size) != ("rose", "30"),
            "stock_text": "Sold out" if (color, size) == ("rose", "30") else "In stock",
            "stock_state": "out" if (color, size) == ("rose", "30") else "in",
            "max_quantity": 6,
            "photo": photos[color],
            "url": f"?color={color}&size={size}",
        }
        for color, _, _ in colors
        for size, _, price in sizes
    ]
    return {
        "title": "Night serum",
        "summary": "Three drops for skin that had a long day. Absorbs in a minute, without shine.",
        "url": page("product"),
        "price": "$38.00",
        "compare_at": "$45.00",
        "tax_note": "Sales tax is added at checkout",
        "stock_text": "In stock",
        "stock_state": "in",
        "available": True,
        "max_quantity": 6,
        "options": [
            {
                "name": "color",
                "label": "Color",
                "kind": "swatch",
                "values": [
                    {
                        "value": value,
                        "label": label,
                        "hex": hex_,
                        "checked": value == "cacao",
                        "available": True,
                    }
                    for value, label, hex_ in colors
                ],
            },
            {
                "name": "size",
                "label": "Size",
                "kind": "size",
                "values": [
                    {"value": value, "label": label, "checked": value == "15", "available": True}
                    for value, label, _ in sizes
                ],
            },
        ],
        "buying_terms": [
            {"icon": "truck", "text": "Arrives in 2 to 4 days, free over $45"},
            {"icon": "return", "text": "Free returns within 30 days", "url": "#"},
            {"icon": "leaf", "text": "No synthetic fragrance, tested on people only"},
        ],
        "photos": [
            {
                "id": f"photo-{number}",
                **picture(name, alt=alt),
                "thumb": static(f"patterns/{name}.svg"),
            }
            for number, (name, alt) in enumerate(
                (
                    ("serum", "Amber glass bottle with a dropper"),
                    ("balm", "The stick of the same color, open"),
                    ("texture-oil", "The oil spread on a plate"),
                    ("cream", "The cream of the same ritual"),
                ),
                start=1,
            )
        ],
        "variants": {"options": ["color", "size"], "variants": variants},
        "details": [
            {
                "title": "Benefits",
                "open": True,
                "body": mark_safe(
                    "<ul><li>Softer skin after seven nights</li><li>Less tightness after washing"
                    "</li><li>A scent of green cacao that leaves with the night</li></ul>"
                ),
            },
            {
                "title": "How to use",
                "body": mark_safe(
                    "<p>At night, on clean and slightly damp skin: three drops in your palms, "
                    "press, do not rub. Wait a minute before cream.</p>"
                ),
            },
            {
                "title": "Ingredients",
                "body": mark_safe(
                    "<p>Theobroma cacao seed oil, calendula extract, tocopherol.</p>"
                ),
            },
        ],
    }


def cart():
    """A cart with two lines, one of which has something to say."""
    lines = []
    for number, (title, name, options, total, was, message) in enumerate(
        (
            ("Night serum", "serum", "Cacao · 15 ml", "$38.00", "$45.00", ""),
            ("Calendula cream", "cream", "50 ml", "$58.00", "", "Only 2 are left: we changed it."),
        ),
        start=1,
    ):
        lines.append(
            {
                "id": number,
                "title": title,
                "url": page("product"),
                "options_text": options,
                "image": picture(name),
                "quantity": number,
                "min": 1,
                "max": 6,
                "total": total,
                "amount": total,
                "was_total": was,
                "message": message,
                "update_url": reverse("patterns:cart_drawer"),
                "remove_url": reverse("patterns:cart_drawer"),
            }
        )
    return {
        "lines": lines,
        "count": 3,
        "free_shipping": {"text": "$9.00 more for free shipping", "value": 36, "max": 45},
        "rows": [
            {"label": "Subtotal", "amount": "$96.00"},
            {"label": "Discount", "amount": "−$7.00", "note": "SPRING"},
            {"label": "Shipping", "amount": "$5.00"},
        ],
        "total": {"label": "Total", "amount": "$94.00", "note": "USD"},
        "url": page("cart"),
        "checkout_url": page("checkout"),
    }
