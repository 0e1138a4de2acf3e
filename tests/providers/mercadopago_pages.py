"""What the shopper sees at the local Mercado Pago: plain pages, each a form."""

from html import escape

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mercado Pago (local)</title><link rel="icon" href="data:,">
<style>
body {{ font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 28rem; padding: 1rem }}
form, p {{ border-top: 1px solid #ccc; padding: 1rem 0; margin: 0 }}
button, input {{ font: inherit; padding: .5rem .75rem; margin: .25rem 0; max-width: 100% }}
</style>
<h1>Mercado Pago (local)</h1>{body}</html>"""


def _page(body: str) -> str:
    return PAGE.format(body=body)


def _amount(row: dict) -> str:
    return f"{row['currency_id']} {row['transaction_amount']}"


def _back(address: str, text: str = "Back to the shop") -> str:
    return f'<p><a href="{escape(address)}">{text}</a></p>' if address else ""


def message(text: str, *, back: str = "") -> str:
    return _page(f"<h2>{escape(text)}</h2>{_back(back)}")


def _form(preference: dict, path: str, fields: str) -> str:
    hidden = f'<input type="hidden" name="pref_id" value="{escape(preference["id"])}">'
    return f'<form method="post" action="/checkout/v1/{path}">{hidden}{fields}</form>'


def choices(preference: dict, *, voucher: str) -> str:
    item = preference["items"][0]
    card = (
        "<h2>Card</h2><label>Name on the card<br>"
        '<input name="holder" value="APRO"></label><br><button>Pay by card</button>'
        "<br><small>APRO is approved, CONT reviewed; OTHE, CALL, FUND, SECU, EXPI and FORM are "
        "declined.</small>"
    )
    parts = [
        f"<h2>{escape(item['title'])}: {item['currency_id']} {item['unit_price']}</h2>",
        _form(preference, "card", card),
    ]
    if voucher == "efecty":
        parts.append(_form(preference, "bank", "<h2>PSE</h2><button>Pay from my bank</button>"))
    if voucher:
        name = voucher.title()
        parts.append(_form(preference, "voucher", f"<h2>{name}</h2><button>Get voucher</button>"))
    parts.append(_back(preference["back_urls"]["failure"], "Go back without paying"))
    return _page("".join(parts))


def declined(preference: dict, back: str) -> str:
    again = f"/checkout/v1/redirect?pref_id={escape(preference['id'])}"
    return _page(f'<h2>Payment declined</h2><p><a href="{again}">Try again</a></p>{_back(back)}')


def bank(payment: dict) -> str:
    buttons = "".join(
        f'<button name="decision" value="{value}">{text}</button><br>'
        for value, text in {
            "pay": "Pay",
            "decline": "Decline",
            "days": "Pay; it arrives in some days",
            "later": "Decide later",
        }.items()
    )
    return _page(
        f"<h2>Your bank: {_amount(payment)}</h2>"
        f'<form method="post" action="/bank/{payment["id"]}">{buttons}</form>'
    )


def voucher(payment: dict, back: str) -> str:
    return _page(
        f"<h2>Voucher {payment['id']}: {_amount(payment)}</h2>"
        f"<p>Pay until {escape(payment['date_of_expiration'])}</p>"
        f'<form method="post" action="/voucher/{payment["id"]}">'
        f"<button>Pay at the counter now</button></form>{_back(back, 'Pay later: to the shop')}"
    )
