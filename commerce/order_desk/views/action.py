"""Doing one thing with one order: it is said first, asked for, and refused in words."""

from django.http import Http404, HttpResponseRedirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin import messages

from commerce.gateways.base import GatewayUnavailable, RefundRefused
from commerce.orders.services import NotPossible

from ..actions import ACTIONS, PARCEL_ACTIONS, Action, state_seen
from .screen import OrderScreen


class OrderActionView(OrderScreen):
    """``<number>/<action>/``: GET says what happens, POST does it."""

    template_name = "order_desk/action.html"
    http_method_names = ["get", "head", "post"]
    acts = True

    @cached_property
    def action(self) -> Action:
        action = ACTIONS.get(self.kwargs["action"])
        if action is None:
            raise Http404
        return action

    def get_breadcrumbs_items(self):
        *above, own = super().get_breadcrumbs_items()
        return [
            *above,
            {"url": self.detail_url, "label": own["label"]},
            {"url": "", "label": str(self.action.label)},
        ]

    def get_page_title(self):
        return _("Order %(number)s") % {"number": self.order.number}

    def get_page_subtitle(self):
        return self.action.label

    def form(self, data=None):
        return self.action.form_class(
            data,
            order=self.order,
            initial=self.action.initial(self.order) | {"seen": state_seen(self.order)},
        )

    def get(self, request, number, action):
        if not self.action.is_possible(self.order):
            return self.back(self.too_late())
        return self.show(self.form())

    def post(self, request, number, action):
        if not self.action.is_possible(self.order):
            return self.back(self.too_late())
        form = self.form(request.POST)
        if self.action.compares and form.data.get("seen") != state_seen(self.order):
            return self.ask_again(self.too_late())
        if not form.is_valid():
            return self.show(form)
        before = self.order.status
        try:
            said = self.action.perform(order=self.order, data=form.cleaned_data, by=request.user)
        except NotPossible as refused:
            return self.ask_again(refused.message)
        except RefundRefused as refused:
            return self.refund_refused(refused, before)
        except GatewayUnavailable:
            return self.ask_again(
                _("The payment provider is not responding. Nothing was changed: try again later.")
            )
        messages.success(request, said)
        return HttpResponseRedirect(self.detail_url)

    def too_late(self) -> str:
        """Somebody else, or the customer, was faster."""
        return _(
            "The order changed in the meantime: it is now “%(state)s”, payment “%(payment)s”."
        ) % {
            "state": self.dossier.status_text,
            "payment": self.dossier.payment["state"],
        }

    def refund_refused(self, refused: RefundRefused, before: str):
        self.reload()
        text = _("The refund could not be issued: %(why)s.") % {"why": refused}
        if self.order.status != before:
            done = (
                _("The order is canceled.")
                if self.order.status == "cancelled"
                else _("What was still to be sent is canceled.")
            )
            messages.warning(self.request, f"{done} {text} " + _("Issue it manually."))
            return HttpResponseRedirect(self.detail_url)
        return self.ask_again(text)

    def ask_again(self, why: str):
        """With what was typed, as long as it can still be done; else back to the order."""
        self.reload()
        if not self.action.is_possible(self.order):
            return self.back(why)
        data = self.request.POST.copy()
        data["seen"] = state_seen(self.order)
        form = self.form(data)
        form.add_error(None, why)
        return self.show(form, status=409)

    def back(self, why: str):
        messages.error(self.request, why)
        return HttpResponseRedirect(self.detail_url)

    def show(self, form, *, status: int = 200):
        return self.render(
            status=status,
            action=self.action,
            consequences=self.action.consequences(self.dossier),
            form=form,
            media=form.media,
        )


class ParcelActionView(OrderActionView):
    """``<number>/parcels/<position>/<action>/``: the same for one parcel of the order."""

    @cached_property
    def action(self) -> Action:
        make = PARCEL_ACTIONS.get(self.kwargs["action"])
        parcel = self.order.parcels.filter(position=self.kwargs["position"]).first()
        if make is None or parcel is None:
            raise Http404
        return make(parcel)

    def reload(self):
        self.__dict__.pop("action", None)
        return super().reload()

    def get(self, request, number, position, action):
        return super().get(request, number, action)

    def post(self, request, number, position, action):
        return super().post(request, number, action)
