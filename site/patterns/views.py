"""The pattern pages, and the small answers that their scripts ask for."""

from csp.decorators import csp_exempt
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.csrf import csrf_exempt

from . import samples
from .forms import AddressForm, ContactForm, SignInForm

COMPOSITIONS = {
    "home": "Home",
    "content": "Content page",
    "listing": "Category",
    "search": "Search without a result",
    "product": "Product",
    "cart": "Cart",
    "cart-empty": "Empty cart",
    "gate": "Sign in, register or guest",
    "checkout": "Checkout step",
    "checkout-errors": "Checkout step with errors",
    "review": "Checkout review",
    "order": "Order",
    "account": "Account",
    "sign-in": "Sign in",
    "contact": "Form with errors",
    "not-found": "Not found",
}


def _context(**values):
    return {"storefront": samples.storefront(), "cart": samples.cart(), **values}


def _account_menu():
    def link(label, icon, summary="", count=0):
        return {
            "label": label,
            "url": samples.page("account"),
            "icon": icon,
            "summary": summary,
            "count": count,
            "current": label == "Overview",
        }

    return [
        {"label": "", "links": [link("Overview", "home")]},
        {
            "label": "Your purchases",
            "links": [
                link("Orders", "box", "3 orders", count=2),
                link("Addresses", "map-pin", "1 address"),
            ],
        },
        {
            "label": "About you",
            "links": [link("Your details", "edit", "ana@example.com"), link("Security", "lock")],
        },
    ]


def _checkout(bound):
    data = {"email": "ana@example", "city": "Miami", "postcode": "33", "phone": "305 555 0142"}
    return {
        "form": AddressForm(data) if bound else AddressForm(),
        "steps": [
            {"label": "Cart", "url": samples.page("cart"), "state": "done"},
            {"label": "Address", "url": "", "state": "current"},
            {"label": "Shipping", "url": "", "state": "next"},
            {"label": "Payment", "url": "", "state": "next"},
        ],
    }


def _values(name):
    """What a composition shows beyond the frame."""
    if name in ("home", "listing", "search", "content"):
        paginator = Paginator(range(72), 12)
        shown = paginator.get_page(2)
        return {
            "cards": samples.cards("h2" if name == "listing" else "h3"),
            "page": shown,
            "page_range": paginator.get_elided_page_range(2, on_each_side=1, on_ends=1),
            "hero_image": samples.picture("hero", "Leaves before a low sun", 1200, 1000),
            "field_image": samples.picture("field", "Hills at the farm", 1200, 1000),
            "portrait": samples.picture("portrait"),
            "hero_actions": [
                {"label": "Shop the ritual", "url": samples.page("listing")},
                {"label": "Read the story", "url": samples.page("content"), "kind": "quiet"},
            ],
            "call_actions": [{"label": "Ask for a place", "url": samples.page("contact")}],
        }
    if name == "product":
        return {"product": samples.product(), "cards": samples.cards()[:4]}
    if name in ("checkout", "checkout-errors"):
        return _checkout(bound=name == "checkout-errors")
    if name == "review":
        return _checkout(bound=False)
    if name == "account":
        return {"groups": _account_menu()}
    if name == "sign-in":
        return {"form": SignInForm()}
    if name == "contact":
        return {"form": ContactForm({"name": "Ana", "email": "ana@", "answer": "mail"})}
    return {}


def index(request):
    """Every component alone."""
    return render(
        request,
        "patterns/index.html",
        _context(
            compositions=COMPOSITIONS,
            cards=samples.cards()[:4],
            product=samples.product(),
            picture=samples.picture("field", "Hills at the farm", 1200, 1000),
            portrait=samples.picture("portrait"),
            form=ContactForm({"name": "Ana", "answer": "mail", "email": "ana@"}),
            empty_form=ContactForm(prefix="empty"),
            body=mark_safe("<p>Words that were <a href='#main'>folded away</a>.</p>"),
            address_form=AddressForm(prefix="address"),
            steps=_checkout(bound=False)["steps"],
        ),
    )


def composition(request, name):
    """One whole page. Raises Http404 for a name that is not listed."""
    if name not in COMPOSITIONS:
        raise Http404
    template = {"not-found": "404.html"}.get(name, f"patterns/{name.replace('-', '_')}.html")
    if name == "checkout-errors":
        template = "patterns/checkout.html"
    return render(request, template, _context(**_values(name)))


def visitor(request):
    """What visitor.js asks for."""
    return JsonResponse({"name": "Ana", "cart_count": 3})


def suggestions(request):
    """What the search panel asks for while one types."""
    return render(request, "patterns/suggestions.html", {"query": request.GET.get("q", "")[:200]})


@csrf_exempt
def cart_drawer(request):
    """The cart drawer's content; a POST stands for any change and says what changed."""
    answer = render(request, "components/cart_drawer.html", _context())
    if request.method == "POST":
        answer.headers["HX-Trigger"] = '{"cart:changed": {"count": 3, "open": true}}'
    return answer


def brand_css(request):
    """The brand's own properties, as the site settings would give them: here the defaults."""
    return HttpResponse(":root{}", content_type="text/css")


@csp_exempt()
def mail(request):
    """The order mail, as a browser shows it: mails carry their styles with them."""
    facts = [
        {"label": "Ships to", "text": "Ana Gómez\n120 Palm Avenue\nMiami, FL 33101"},
        {"label": "Payment", "text": "Bank transfer"},
    ]
    support = {"email": "hello@example.com", "phone": "1 800 555 0142"}
    return render(request, "patterns/mail.html", _context(facts=facts, support=support))
