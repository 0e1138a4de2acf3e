"""Tiles and panels in the account, for consultants and for their customers."""

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from markets.storefront_urls import join, neutral
from people import overview
from people.overview import Reminder
from people.panels import Panel
from people.portal import Tile, register_tile
from replicated.consultants.access import current_consultant, is_consultant

from .customers import consultant_of_customer, customers_of
from .models import PortalPolicy
from .sales import this_month
from .team import current_position, has_position, visible_team
from .visits import visits_this_month


def customers_summary(request) -> str:
    count = customers_of(current_consultant(request)).count()
    if not count:
        return ""
    return ngettext("%(count)d customer", "%(count)d customers", count) % {"count": count}


def sales_summary(request) -> str:
    amounts = this_month(current_consultant(request), request.edition)
    if not amounts:
        return ""
    return gettext("%(amounts)s this month") % {"amounts": " · ".join(amounts)}


def visits_summary(request) -> str:
    count = visits_this_month(current_consultant(request))
    if not count:
        return ""
    return ngettext("%(count)d visit this month", "%(count)d visits this month", count) % {
        "count": count
    }


def team_summary(request) -> str:
    policy = PortalPolicy.load(request_or_site=request)
    count = visible_team(current_position(request), policy).count()
    if not count:
        return ""
    return ngettext("%(count)d person", "%(count)d people", count) % {"count": count}


def new_sponsor(request) -> list[Reminder]:
    """Reminder on the account's overview: a new sponsor, and what leaders see."""
    position = current_position(request)
    if position is None or position.notified_at or position.sponsor is None:
        return []
    sponsor = position.sponsor.consultant
    if sponsor.person.erased_at:
        return []  # no leader can see the consultant
    text = gettext("%(name)s is your sponsor now. Read what your leaders see of you.")
    return [
        Reminder(
            text=text % {"name": sponsor.name}, url=reverse("portal:team"), action=gettext("See")
        )
    ]


def consultant_of_visitor(request):
    """The consultant of the signed-in customer, cached on the request."""
    if not hasattr(request, "own_consultant"):
        request.own_consultant = consultant_of_customer(request.person)
    return request.own_consultant


def has_consultant_page(request) -> bool:
    """Whether to show the page "My consultant": to customers, and to consultants only if they are
    another one's customer."""
    return not is_consultant(request) or consultant_of_visitor(request) is not None


def consultant_summary(request) -> str:
    found = consultant_of_visitor(request)
    return found.name if found else ""


def consultant_panel(person, request) -> str:
    """Panel on the account's overview: the customer's consultant, with a link to write to them."""
    found = consultant_of_visitor(request)
    if found is None or found.state != found.State.ACTIVE:
        return ""
    write_url = ""
    if found.has_open_site:
        write_path = neutral(reverse("write_to_consultant"))
        write_url = join(edition=request.edition, alias=found.alias, rest=write_path)
    context = {"consultant": found, "write_url": write_url}
    return render_to_string("portal/panel.html", context, request)


def register_tiles() -> None:
    overview.panels.register(
        Panel(heading=_("Your consultant"), html=consultant_panel, icon="hand-heart", order=30)
    )
    register_tile(
        Tile(
            key="your-consultant",
            label=_("Your consultant"),
            url_name="portal:consultant",
            icon="hand-heart",
            order=25,
            group="buying",
            permission=has_consultant_page,
            summary=consultant_summary,
        )
    )
    for order, (key, label, icon, summary) in enumerate(
        (
            ("customers", _("My customers"), "users", customers_summary),
            ("sales", _("My sales"), "wallet", sales_summary),
            ("visits", _("Visits"), "eye", visits_summary),
        ),
        start=31,
    ):
        register_tile(
            Tile(
                key=key,
                label=label,
                url_name=f"portal:{key}",
                icon=icon,
                order=order,
                group="selling",
                permission=is_consultant,
                summary=summary,
            )
        )
    register_tile(
        Tile(
            key="team",
            label=_("My team"),
            url_name="portal:team",
            icon="sprout",
            order=34,
            group="selling",
            permission=has_position,
            summary=team_summary,
        )
    )
    overview.register_reminder("sponsor", new_sponsor)
