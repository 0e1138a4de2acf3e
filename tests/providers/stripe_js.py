"""Stripe.js on this machine, as far as static/js/stripe.js calls it: a field for a card number,
the tick to save the card where a customer's session is given, and a confirmation that stays on the
page when the card is declined.
"""

from .server import Reply, route

PAYABLE = ("requires_payment_method", "requires_confirmation", "requires_action")
SCRIPT = """
window.Stripe = () => ({
  elements: ({ clientSecret, customerSessionClientSecret }) => ({
    clientSecret,
    customerSecret: customerSessionClientSecret,
    create() {
      const told = {};
      return {
        on: (name, handler) => (told[name] = handler),
        mount(place) {
          const field = (text, about) => {
            const label = document.createElement("label");
            label.textContent = text;
            label.append(Object.assign(document.createElement("input"), about));
            place.append(label);
          };
          field("Card number", { name: "number" });
          const save = { name: "save", type: "checkbox" };
          if (customerSessionClientSecret) field("Save my card", save);
          told.ready();
        },
      };
    },
  }),
  async confirmPayment({ elements, confirmParams }) {
    const [intent] = elements.clientSecret.split("_secret_");
    const { value } = document.querySelector("[name=number]");
    const fields = { client_secret: elements.clientSecret, number: value, ...confirmParams };
    if (document.querySelector("[name=save]:checked")) {
      Object.assign(fields, { save: "on", customer_secret: elements.customerSecret });
    }
    const body = new URLSearchParams(fields);
    const answer = await fetch(`SERVER/stand-in/${intent}/confirm`, { method: "POST", body });
    const told = await answer.json();
    if (told.error) return told;
    location.assign(told.url);
    return new Promise(() => {});
  },
});
"""


class StripeJs:
    """A part of ``stripe_server.StripeServer``."""

    @property
    def script_url(self) -> str:
        return f"{self.url}/stand-in/stripe.js"

    @route("GET", "/stand-in/stripe.js")
    def tell_script(self, request):
        headers = {"Content-Type": "text/javascript"}
        return Reply(body=SCRIPT.replace("SERVER", self.url), headers=headers)

    @route("POST", r"/stand-in/(pi_\w+)/confirm")
    def confirm_in_the_element(self, request, key):
        form = request.form()
        allowed = {"Access-Control-Allow-Origin": "*"}
        intent = self.books.get("intents", key)
        if intent is None or form.get("client_secret") != intent["client_secret"]:
            return Reply(403, {"error": {"type": "invalid_request_error"}}, allowed)
        self.books.put("returns", key, {"url": form["return_url"]})
        if intent["status"] not in PAYABLE:
            error = {"type": "invalid_request_error", "code": "payment_intent_unexpected_state"}
            return Reply(200, {"error": error}, allowed)
        intent = self.pay_in_form(intent, form)
        if error := intent["last_payment_error"]:
            return Reply(200, {"error": error}, allowed)
        asks = intent["status"] == "requires_action"
        url = self.secure_url(intent) if asks else self._back(intent).headers["Location"]
        return Reply(200, {"url": url}, allowed)


def plays_the_element(server, monkeypatch) -> None:
    """Have the payment page show Stripe's own form, with this script in place of Stripe's."""
    form = "commerce.gateways.providers.stripe.form"
    monkeypatch.setattr(f"{form}.local_server", lambda: "")
    monkeypatch.setattr(f"{form}.SCRIPT", server.script_url)
    sources = {"script-src": [server.url], "connect-src": [server.url]}
    monkeypatch.setattr(f"{form}.ELEMENT_SOURCES", sources)
