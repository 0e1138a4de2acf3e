"""What a page of the academy says after a form was sent from it: by the address, since the page is
cached and the same for everybody. ``?said=saved``."""

from django.utils.translation import gettext_lazy as _

PARAMETER = "said"

# {code: (kind of notice, words)}
NOTICES = {
    "todo": ("warning", _("Something in this lesson is still to be done.")),
    "order": ("warning", _("Finish the lessons before this one first.")),
    "before": ("warning", _("Finish the courses first that come before this one.")),
    "invited": ("warning", _("This course is by invitation. Ask who invites you.")),
    "finished": ("success", _("You finished the course. Well done.")),
    "saved": ("success", _("Your note is saved.")),
    "confirmed": ("success", _("Confirmed. Thank you.")),
    "unchecked": ("warning", _("Check the box to confirm.")),
}


def notice_in(request) -> dict | None:
    """``kind`` and ``text`` of what the address says; None where it says nothing that we know."""
    found = NOTICES.get(request.GET.get(PARAMETER, ""))
    return {"kind": found[0], "text": found[1]} if found else None


def saying(address: str, code: str) -> str:
    """The address of a page that says it."""
    return f"{address}?{PARAMETER}={code}"
