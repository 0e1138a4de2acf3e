from django import template
from django.template.base import TextNode
from django.templatetags.static import static
from django.utils.safestring import mark_safe
from wagtail.images.shortcuts import get_rendition_or_not_found

from markets.lookup import current_edition
from markets.storefront_urls import absolute, in_edition
from people import captcha

from ..content import blocks as cms_blocks
from ..content import rich_text
from ..content.blocks.block_cache import block_key, find_html, is_cacheable
from ..content.form_blocks import FORM_ID, build_form
from ..frame import parts, site_frame
from ..page_cache import slots

register = template.Library()

# For each place a picture can stand in: the widths that are made of it, and its shape.
PLACES = {
    "hero": ("width-640", "width-1024", "width-1600"),
    "wide": ("width-640", "width-1024", "width-1600"),
    "text": ("width-480", "width-800", "width-1280"),
    "half": ("width-480", "width-800", "width-1200"),
    "square": ("fill-400x400", "fill-800x800"),
    "feature": ("fill-480x360", "fill-800x600"),
    "portrait": ("fill-112x112",),
    "poster": ("fill-800x450", "fill-1280x720"),
}
# What other sites show beside a shared link: one size, in a format that all of them read.
SHARE_SPEC = "fill-1200x630|format-jpeg"


@register.simple_tag
def picture(image, place: str = "text", alt: str = ""):
    """What the components call an image: src, srcset, width, height, alt; None without one.

    ``{% picture value.image "hero" value.alt as image %}``. Renditions are WebP.
    """
    if not image:
        return None
    specs = [f"{size}|format-webp" for size in PLACES[place]]
    renditions = [get_rendition_or_not_found(image, spec) for spec in specs]
    # Wagtail never enlarges: a small original gives the same file for two widths.
    unique = {rendition.width: rendition for rendition in renditions}
    middle = renditions[min(1, len(renditions) - 1)]
    return {
        "src": middle.url,
        "srcset": ", ".join(f"{one.url} {width}w" for width, one in sorted(unique.items()))
        if len(unique) > 1
        else "",
        "width": middle.width,
        "height": middle.height,
        "alt": alt,
    }


@register.simple_tag(takes_context=True)
def company(context):
    """The company as the frame knows it, also in the back office: name, logo, icon. One query a
    request."""
    request = context.get("request")
    found = getattr(request, "company_brand", None)
    if found is None:
        found = site_frame.current().frame(current_edition()).brand
        if request is not None:
            request.company_brand = found
    return found


@register.tag
def icon_sprite(parser, token) -> TextNode:
    """The address of the icons: words of the template, since only a release changes it."""
    return TextNode(static("icons.svg"))


@register.simple_tag
def captcha_is_on() -> bool:
    """Whether public forms send a proof (``people.captcha``)."""
    return captcha.provider().is_on


@register.simple_tag(takes_context=True)
def frame_part(context, template_name: str):
    """A part of the frame that is kept: ``{% frame_part "components/header.html" %}``."""
    keep = not context.template.engine.debug
    return parts.draw(template_name, context.get("storefront"), keep=keep)


@register.simple_tag(takes_context=True)
def body_blocks(context, page):
    """The blocks of a page's ``body``. Of those that are kept not even the values are read.

    A block of the page's ``openings`` that is not the first one has no h1: the page has one
    already.
    """
    openings = getattr(page, "openings", ("hero",))
    request, storefront = context.get("request"), context.get("storefront")
    keeps = is_cacheable(page, request)
    drawn = []
    for number, raw in enumerate(page.body.raw_data):
        heading = "h2" if number and raw["type"] in openings else None
        html = None
        if keeps:
            kind = page.body.stream_block.child_blocks[raw["type"]]
            html = find_html(kind, storefront, block_key(page, raw["id"], heading))
        if html is None:
            block = page.body[number]
            with context.push(block_id=block.id, **({"heading": heading} if heading else {})):
                html = block.render_as_block(context.flatten())
        drawn.append(html)
    return mark_safe("\n".join(drawn))


@register.simple_tag(takes_context=True)
def seller_part(context, template_name: str):
    """Ribbon and contact card (``parts.render_seller_part``); left open in a page that
    serves every consultant.
    """
    if slots.are_open():
        return mark_safe(slots.part_slot(template_name))
    keep = not context.template.engine.debug
    return parts.render_seller_part(template_name, context["storefront"], keep=keep)


@register.simple_tag
def share_picture(image) -> str:
    """The absolute address of a picture for shared links, "" without one."""
    return absolute(get_rendition_or_not_found(image, SHARE_SPEC).url) if image else ""


@register.filter(name="absolute")
def absolute_address(address: str) -> str:
    """The address for other sites of a path on this one; what is absolute stays."""
    return absolute(address) if address.startswith("/") else address


@register.simple_tag
def crumb_list(storefront) -> list[dict]:
    """The breadcrumb as its component takes it."""
    return [{"label": label, "url": in_edition(path)} for label, path in storefront.breadcrumb]


@register.simple_tag
def picture_from(value, place: str = "text"):
    """The picture of a block that has ``image`` and ``alt``."""
    return picture(value.get("image"), place, value.get("alt") or "")


@register.filter
def storefront_text(text):
    """Words from the editor, their links in this edition: ``{{ value.text|storefront_text }}``."""
    return rich_text.expand(text)


@register.filter
def link_url(link) -> str:
    """Where a link block leads, on this page: ``{{ value.link|link_url }}``."""
    return cms_blocks.link_url(link)


@register.simple_tag
def button_list(actions) -> list[dict]:
    """Action blocks as the components take them; those that lead nowhere are left out."""
    found = []
    for action in actions or []:
        url = action.url
        if action.get("label") and url:
            kind = "secondary" if found else ""
            found.append({"label": action["label"], "url": url, "kind": kind})
    return found


@register.simple_tag
def feature_list(items) -> list[dict]:
    """Feature blocks as ``components/feature_row.html`` takes them."""
    return [
        {
            "icon": item["icon"],
            "image": picture_from(item, "feature"),
            "title": item["title"],
            "text": item["text"],
            "url": item["action"].url if item["action"].get("label") else "",
            "label": item["action"].get("label"),
        }
        for item in items
    ]


@register.simple_tag
def accordion_list(items, block_id: str) -> list[dict]:
    """Accordion blocks as ``components/accordion.html`` takes them."""
    return [
        {
            "title": item["title"],
            "body": rich_text.expand(item["text"]),
            "id": f"a{block_id[:8]}-{number}",
        }
        for number, item in enumerate(items, start=1)
    ]


@register.simple_tag
def film(value) -> dict:
    """A video block's own film: address, kind and subtitles; empty where it has none."""
    if not value["film"]:
        return {}
    subtitles = value["subtitles"]
    return {
        "src": value["film"][0].value.url if value["film"][0].value else "",
        "captions": subtitles[0].value.url if subtitles and subtitles[0].value else "",
    }


@register.simple_tag(takes_context=True)
def block_form(context, value, block_id: str):
    """The form of a form block: what was typed where it was refused, else an empty one."""
    request = context.get("request")
    answered = getattr(request, "answered_forms", {})
    return answered.get(block_id) or build_form(block_id, value)


@register.simple_tag
def form_id_field() -> str:
    return FORM_ID


@register.simple_tag(takes_context=True)
def was_sent(context, block_id: str) -> bool:
    request = context.get("request")
    return bool(request) and request.GET.get("sent") == block_id
