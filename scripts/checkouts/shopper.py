"""One shopper of the script: fills a cart, orders as a guest, and does one of many things then."""

import html
import http.client
import random
import re
import time
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

ADDRESS = {
    "first_name": "Ana",
    "last_name": "Gómez",
    "phone": "304 535 15 81",
    "line1": "Calle 72 # 10-07",
    "line2": "",
    "line3": "",
    "line4": "Bogotá",
    "state": "Bogotá",
    "postcode": "",
    "notes": "",
}
PATIENCE = 90  # seconds that a shopper goes on trying
# Stripe's test cards: one that pays, one whose bank declines, one that asks for 3-D Secure.
GOOD, DECLINED, SECURE = "4242424242424242", "4000000000000002", "4000002500003155"
NUMBER = re.compile(r"/(\w{4}-\w{4})/")
METHODS = [*["stripe"] * 8, "cash_on_delivery", "transfer"]
WAYS = [
    *("pays", "pays", "pays", "pays and leaves"),
    *("declined, pays", "declined", "3-D Secure, pays", "3-D Secure, leaves", "walks away"),
]


class GaveUp(Exception):
    """The shop did not answer for as long as a shopper has patience."""


class Shopper:
    """``calm`` ones order once and pay by a good card at once; others do as people do."""

    def __init__(self, shop, number: int, product: int, *, calm: bool = False):
        self.shop, self.number, self.product = shop, number, product
        self.methods = ["stripe"] if calm else METHODS
        self.presses = [1] if calm else [1, 1, 1, 2]
        self.ways = ["pays"] if calm else WAYS
        # Answers that did not come, or said that something is wrong here: asked for again.
        self.failed = 0
        self.cookies: dict[str, str] = {}
        self.pays_at_the_bank = False
        self.address = f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}"
        self.impatience = 0.0

    def go(self) -> str:
        """What became of the visit."""
        self.impatience = time.monotonic() + PATIENCE
        try:
            self.fill_the_cart()
            place = self.order()
            return self.pay(place) if place else "could not order"
        except GaveUp:
            return "gave up"

    def fill_the_cart(self) -> None:
        self.ask("/es-co/")
        data = {"product": self.product, "quantity": random.choice([1, 1, 2])}
        self.ask("/es-co/cart/add/", data)

    def order(self) -> str | None:
        """Where the order button leads: the bank, or the order's page."""
        # The page with the gate brings the token that its forms need.
        self.ask("/es-co/checkout/")
        self.ask("/es-co/checkout/guest/", {})
        email = f"shopper{self.number}@correo.example"
        page = self.ask("/es-co/checkout/address/")[2]
        consents = {name: "on" for name in re.findall(r'type="checkbox" name="([^"]+)"', page)}
        self.ask("/es-co/checkout/address/", {**consents, **ADDRESS, "email": email})
        method = random.choice(self.methods)
        page = self.ask("/es-co/checkout/methods/")[2]
        delivery = re.search(r'name="delivery"[^>]*value="([^"]+)"', page) or re.search(
            r'value="([^"]+)"[^>]*name="delivery"', page
        )
        chosen = {"delivery": delivery.group(1) if delivery else "", "payment": method}
        self.pays_at_the_bank = method == "stripe"
        self.ask("/es-co/checkout/methods/", chosen)
        for _try in range(4):
            page = self.ask("/es-co/checkout/review/")[2]
            hidden = dict(re.findall(r'name="(expected_total|basket)" value="([^"]*)"', page))
            if not hidden:
                # Ordered already, and the answer was lost: the session knows.
                return None
            for _press in range(random.choice(self.presses)):
                status, headers, _page = self.ask("/es-co/checkout/review/", hidden)
            if status in (302, 303):
                return headers["Location"]
        return None

    def pay(self, place: str) -> str:
        if not self.pays_at_the_bank:
            return "ordered without the bank"
        for _try in range(3):
            if form := self.card_form(place):
                break
            # The bank did not answer, or the shop's answer was lost: the order's page has a button.
            place = self.try_again(place)
        else:
            return "never came to the bank"
        how = random.choice(self.ways)
        if how == "walks away":
            return how
        if how.startswith("declined"):
            self.ask(self.at_the_bank(form, DECLINED))
            if how == "declined":
                return how
            form = self.card_form(self.try_again(place))
            if not form:
                return "declined, could not try again"
        if how == "3-D Secure, leaves":
            self.at_the_bank(form, SECURE, decision="leave")
            return how
        number = SECURE if how.startswith("3-D") else GOOD
        back = self.at_the_bank(form, number, decision="authorise")
        if how != "pays and leaves":
            for _reload in range(random.choice([1, 1, 3])):
                self.ask(back)
        return how

    def card_form(self, place: str) -> dict[str, str] | None:
        """Where the payment page's form goes, and what it hides; None on any other page."""
        if not urlsplit(place).path.endswith("/form/"):
            return None
        page = self.ask(urlsplit(place).path)[2]
        action = re.search(r'action="([^"]+/stand-in/[^"]+)"', page)
        hidden = re.findall(r'name="(client_secret|return_url)" value="([^"]*)"', page)
        if not action:
            return None
        return {"action": action[1], **{name: html.unescape(value) for name, value in hidden}}

    def at_the_bank(self, form: dict[str, str], number: str, *, decision: str = "") -> str:
        """Type a card there, and decide on its 3-D Secure page; returns the way back."""
        typed = {name: form[name] for name in ("client_secret", "return_url")}
        answer = self.shop.bank(urlsplit(form["action"]).path, {**typed, "number": number})
        if number == SECURE and answer.headers["Location"].endswith("/secure"):
            page = urlsplit(answer.headers["Location"]).path
            answer = self.shop.bank(page, {"decision": decision})
        back = urlsplit(answer.headers["Location"])
        return f"{back.path}?{back.query}"

    def try_again(self, place: str) -> str:
        """Where the button to pay leads, of the order whose number stands in ``place``."""
        number = NUMBER.search(urlsplit(place).path)[1]
        return self.ask(f"/es-co/checkout/pay/{number}/", {})[1].get("Location") or place

    def ask(self, path: str, data: dict | None = None):
        """(status, headers, text); tried again while the shop is down or stumbles."""
        while True:
            try:
                status, headers, text = self._ask(path, data)
                if status < 500:
                    return status, headers, text
            except (OSError, http.client.HTTPException):
                pass
            self.failed += 1
            if time.monotonic() > self.impatience:
                raise GaveUp
            time.sleep(random.uniform(0.2, 1.0))

    def _ask(self, path: str, data: dict | None):
        connection = http.client.HTTPConnection("127.0.0.1", self.shop.port, timeout=30)
        headers = {
            "Host": f"localhost:{self.shop.port}",
            "Sec-Fetch-Site": "same-origin",
            "Origin": f"http://localhost:{self.shop.port}",
            "Referer": f"http://localhost:{self.shop.port}{path}",
            "X-Forwarded-For": self.address,
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
        }
        body = None
        if data is not None:
            token = self.cookies.get("csrftoken", "")
            body = urlencode({**data, "csrfmiddlewaretoken": token})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request("GET" if data is None else "POST", path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        finally:
            connection.close()
        for value in answer.headers.get_all("Set-Cookie") or ():
            for cookie in SimpleCookie(value).values():
                self.cookies[cookie.key] = cookie.value
        return answer.status, answer.headers, text
