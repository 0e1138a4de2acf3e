"""Changes that approvers requested on pages, for their authors."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, WorkflowState

from people.models import shown_name_of


@dataclass(frozen=True)
class Remark:
    who: str
    text: str


def remarks_on(pages: Iterable[Page]) -> dict[int, Remark]:
    """The requested changes and who requested them, by page id, for pages that were rejected."""
    states = WorkflowState.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id__in=[str(page.pk) for page in pages],
        status=WorkflowState.STATUS_NEEDS_CHANGES,
    ).select_related("current_task_state__finished_by")
    return {
        int(state.object_id): Remark(
            shown_name_of(state.current_task_state.finished_by), state.current_task_state.comment
        )
        for state in states
        if state.current_task_state and state.current_task_state.comment
    }
