"""Starting a thread, changing a post, reporting one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people.private import private

from .. import services
from ..access import Viewer
from ..forms import EditForm, ReportForm, ThreadForm
from ..services.writing import may_edit
from .acting import ask_for_name
from .finding import (
    address_of,
    address_of_post,
    board_by_slug,
    crumbs,
    led_home,
    post_by_key,
)
from .sending import limited, send_form

REPORTS_AN_HOUR = 20
EDITS_AN_HOUR = 60


@private
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@led_home
def new_thread(request, slug: str):
    board, viewer = board_by_slug(request, slug), Viewer.of(request)
    request.storefront_robots = "noindex, follow"
    data = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ThreadForm(*data, viewer=viewer)
    status = 200
    if request.method == "POST":

        def write(**written):
            return services.open_thread(by=viewer, board=board, **written)

        made = send_form(request, viewer, form, write)
        if made is not None:
            return redirect(address_of(made))
        status = form.status
    board_url = reverse("forum:board", args=[board.slug])
    trail = crumbs(request, (board.title, board_url), (_("New thread"), request.path))
    context = {"board": board, "form": form, "crumbs": trail, "viewer": viewer}
    return render(request, "forum/new_thread.html", context, status=status)


@private
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@led_home
def edit(request, pk: int):
    post, viewer = post_by_key(request, pk), Viewer.of(request)
    request.storefront_robots = "noindex, follow"
    if request.method != "POST" and not may_edit(post, viewer):
        messages.error(request, _("A post can be changed for 30 minutes. Write another one below."))
        return redirect(address_of_post(post))
    form = EditForm(request.POST if request.method == "POST" else None, post=post)
    status = 200
    if form.is_bound and form.is_valid():
        if viewer.person and limited(request, viewer, "edit", EDITS_AN_HOUR):
            form.add_error(None, _("You've written a lot within an hour. Try again later."))
            status = 429
        else:
            try:
                post = services.edit_post(by=viewer, post=post, **form.cleaned_data)
                return redirect(address_of_post(post))
            except services.NotPossible as refused:
                form.add_error(None, refused.message)
                status = 403
    trail = crumbs(
        request, (post.thread.title, address_of_post(post)), (_("Change your post"), request.path)
    )
    context = {"post": post, "thread": post.thread, "form": form, "crumbs": trail}
    return render(request, "forum/edit.html", context, status=status)


@private
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@led_home
def report(request, pk: int):
    post, viewer = post_by_key(request, pk), Viewer.of(request)
    request.storefront_robots = "noindex, follow"
    if viewer.member is None:
        return ask_for_name(request, address_of_post(post))
    form = ReportForm(request.POST if request.method == "POST" else None)
    status = 200
    if form.is_bound and form.is_valid():
        if limited(request, viewer, "report", REPORTS_AN_HOUR):
            form.add_error(None, _("You've reported a lot within an hour. Try again later."))
            status = 429
        else:
            try:
                services.report(by=viewer, post=post, **form.cleaned_data)
                messages.success(request, _("Thank you. A moderator will look at this post."))
                return redirect(address_of_post(post))
            except services.NotPossible as refused:
                form.add_error(None, refused.message)
                status = 403
    trail = crumbs(
        request, (post.thread.title, address_of_post(post)), (_("Report a post"), request.path)
    )
    context = {"post": post, "thread": post.thread, "form": form, "crumbs": trail}
    return render(request, "forum/report.html", context, status=status)
