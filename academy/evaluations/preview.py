"""How a question or an evaluation looks before it is published: a page with nothing else."""

from random import Random
from types import SimpleNamespace

from django.shortcuts import render

from cms.content.edition_preview import EditionPreview

from .showing import Card, freeze, pictures_of


class DrawnAlone(EditionPreview):
    def preview_path(self, edition) -> str:
        return "/"

    def serve_preview(self, request, mode_name):
        request.is_preview = True
        return render(request, "evaluations/preview.html", self.preview_context())

    def preview_context(self) -> dict:
        """``title``, ``intro`` and ``parts``: cards, or plain lines of what is drawn."""
        raise NotImplementedError


def cards_of(questions) -> list[Card]:
    """What would be shown of questions, those left out that have no answers yet."""
    ready = [one for one in questions if one is not None and one.block is not None]
    frozen = [SimpleNamespace(**freeze(one, rng=Random(0), shuffled=False)) for one in ready]
    pictures = pictures_of(frozen)
    return [Card(one, position, pictures) for position, one in enumerate(frozen, start=1)]
