"""What the template asks an influencer is no content: it has to be answered or taken out.

A prompt is a text in a page of the template that waits as a draft, and that asks something
("How did it begin?"). Whoever submits or publishes a page with one left in it is shown where.
"""

from collections.abc import Mapping
from html import unescape

from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from . import tree

NAME = "{name}"
# What takes a page on its way to the public; saving a draft asks nothing.
ON_ITS_WAY = (
    "action-submit",
    "action-publish",
    "action-restart-workflow",
    "action-workflow-action",
)


def is_on_its_way(data: Mapping) -> bool:
    """Whether a form of the editor submits or publishes what it saves."""
    return any(action in data for action in ON_ITS_WAY)


def refuse_prompts(page, body) -> None:
    """Raises ValidationError, beside each block of ``body`` that is still the template's question.

    What the template asked before counts too: sites are copied from it once.
    """
    prompts = _prompts_for(page)
    if not prompts:
        return
    asked = ValidationError(_("This is the template's question. Answer it, or delete the block."))
    errors = {
        number: StructBlockValidationError(block_errors={"text": asked})
        for number, block in enumerate(body)
        if block.block_type == "text" and _seen(str(block.value["text"])) in prompts
    }
    if errors:
        raise StreamBlockValidationError(block_errors=errors)


def _prompts_for(page) -> set[str]:
    from .models import InfluencerPage

    template = InfluencerPage.objects.filter(
        url_path__contains=f"/{tree.TEMPLATE_SLUG}/",
        depth__gt=tree.HOME_DEPTH,
        locale=page.locale,
        kind=page.kind,
        live=False,
    ).exclude(kind=InfluencerPage.Kind.OTHER)
    name = page.consultant.name if page.consultant else NAME
    return {
        text.replace(NAME, name)
        for source in template
        for revision in source.revisions.all()
        for block in revision.as_object().body
        if block.block_type == "text" and "?" in (text := _seen(str(block.value["text"])))
    }


def _seen(html: str) -> str:
    return " ".join(unescape(strip_tags(html)).split())
