"""What Stripe.js does in a browser, as plain pages: it cannot be loaded without a network.

The shop's payment page posts a card number here; the answer leads back to the shop, on to 3-D
Secure, or to a voucher. Nothing here needs a script.
"""

from html import escape
from urllib.parse import urlencode, urlsplit

from .server import Reply, route
from .stripe_cards import card_of

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<link rel="icon" href="data:,">
<style>body{{font:16px/1.5 system-ui;max-width:26rem;margin:12vh auto;padding:0 1rem}}
button{{font:inherit;padding:.6rem 1rem;margin:.25rem .5rem .25rem 0}}</style>
<main><h1>{title}</h1><p>{text}</p><form method="post">{buttons}</form>{more}</main></html>"""
LOCAL = ("127.0.0.1", "localhost", "::1", "testserver")


def page(title: str, text: str, buttons: dict[str, str], more: str = "") -> Reply:
    shown = "".join(
        f'<button name="decision" value="{value}">{escape(label)}</button>'
        for value, label in buttons.items()
    )
    return Reply(body=PAGE.format(title=escape(title), text=escape(text), buttons=shown, more=more))


def to(url: str) -> Reply:
    return Reply(303, "", {"Location": url})


class StandIn:
    """A part of ``stripe_server.StripeServer``."""

    def secure_url(self, intent: dict) -> str:
        return f"{self.url}/stand-in/{intent['id']}/secure"

    def _back(self, intent: dict) -> Reply:
        status = {"succeeded": "succeeded", "requires_action": "pending"}
        told = {
            "payment_intent": intent["id"],
            "redirect_status": status.get(intent["status"], "failed"),
        }
        return_url = self.books.get("returns", intent["id"])["url"]
        return to(f"{return_url}{'&' if '?' in return_url else '?'}{urlencode(told)}")

    @route("POST", r"/stand-in/(pi_\w+)")
    def confirm_on_page(self, request, key):
        form = request.form()
        intent = self.books.get("intents", key)
        if intent is None or form.get("client_secret") != intent["client_secret"]:
            return Reply(403, "Wrong client secret")
        if urlsplit(form["return_url"]).hostname not in LOCAL:
            return Reply(400, "Only shops on this machine")
        self.books.put("returns", key, {"url": form["return_url"]})
        if intent["status"] in ("succeeded", "canceled", "processing"):
            return self._back(intent)
        if form.get("method") == "oxxo":
            self.make_voucher(intent)
            return to(f"/stand-in/{key}/voucher")
        intent = self.pay_in_form(intent, form)
        if intent["status"] == "requires_action":
            return to(self.secure_url(intent))
        return self._back(intent)

    @route("GET", r"/stand-in/(pi_\w+)/secure")
    def show_secure(self, request, key):
        buttons = {"authorise": "Authorise", "refuse": "Refuse", "leave": "Go back undecided"}
        return page("3-D Secure", "Your bank asks whether it is you who pays.", buttons)

    @route("POST", r"/stand-in/(pi_\w+)/secure")
    def decide_secure(self, request, key):
        decision = request.form().get("decision")
        intent = self.books.get("intents", key)
        if intent["status"] == "requires_action":
            number = self.books.get("methods", intent["payment_method"])["number"]
            if decision == "authorise":
                intent = self.ask_bank(intent, card_of(number))
            elif decision == "refuse":
                intent = self.decline(intent, "payment_intent_authentication_failure")
        return self._back(intent)

    @route("GET", r"/stand-in/(pi_\w+)/voucher")
    def show_voucher(self, request, key):
        intent = self.books.get("intents", key)
        if intent["status"] != "requires_action":
            return page("OXXO", f"This voucher is {intent['status']}.", {"leave": "Go back"})
        number = intent["next_action"]["oxxo_display_details"]["number"]
        buttons = {"pay": "Pay at the counter now", "leave": "Go back, pay later"}
        return page("OXXO", f"Show this at the counter: {number}", buttons)

    @route("POST", r"/stand-in/(pi_\w+)/voucher")
    def decide_voucher(self, request, key):
        intent = self.books.get("intents", key)
        if request.form().get("decision") == "pay" and intent["status"] == "requires_action":
            intent = self.succeed(intent, card_of("4242424242424242"))
        return self._back(intent)

    @route("GET", r"/payments/(pi_\w+)")
    def show_payment(self, request, key):
        """What staff see at Stripe."""
        intent = self.books.get("intents", key)
        if intent is None:
            return Reply(404, "No such payment")
        rows = [f"{intent['status']}: {intent['amount']} {intent['currency'].upper()}"]
        rows += [
            f"refund {one['status']}: {one['amount']}"
            for one in self.books.all("refunds")
            if one["payment_intent"] == key
        ]
        listed = "".join(f"<li>{escape(row)}</li>" for row in rows)
        return page(f"Payment {key}", intent["description"] or "", {}, f"<ul>{listed}</ul>")
