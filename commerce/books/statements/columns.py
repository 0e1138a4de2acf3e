"""What the columns of a bank's file are, by their names or by what is in them."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from commerce.pricing.amounts import read_number
from markets.folding import fold

DATE, AMOUNT, CREDIT, DEBIT, TEXT, PAYER, CURRENCY = (
    *("date", "amount", "credit", "debit", "text", "payer", "currency"),
)
# Folded beginnings of names, the surest first. Several columns may be text, one each of the others.
NAMES = {
    DATE: ("fecha", "date", "booking date", "transaction date", "posting date", "dia"),
    CREDIT: ("credit", "abono", "deposit", "haber", "ingreso", "paid in", "money in"),
    DEBIT: ("debit", "cargo", "retiro", "withdraw", "debe", "paid out", "money out"),
    AMOUNT: ("amount", "importe", "monto", "valor", "value", "vlr"),
    CURRENCY: ("currency", "moneda", "divisa", "ccy"),
    PAYER: (
        *("ordenante", "payer", "sender", "originator", "remitente", "pagador", "tercero"),
        *("nombre", "name", "counterparty", "beneficiario"),
    ),
    TEXT: (
        *("descripcion", "description", "concepto", "concept", "detalle", "detail", "reference"),
        *("referencia", "memo", "narrative", "observacion", "motivo", "transaccion", "documento"),
    ),
}
DATES = {
    "ymd": ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d"),
    "dmy": ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%d-%m-%y", "%d.%m.%y", "%d %m %Y"),
    "mdy": ("%m/%d/%Y", "%m-%d-%Y", "%m/%d/%y", "%m-%d-%y"),
}
MONTHS = {
    name: number
    for names in (
        "ene feb mar abr may jun jul ago sep oct nov dic",
        "jan feb mar apr may jun jul aug sep oct nov dec",
    )
    for number, name in enumerate(names.split(), start=1)
}


def guess_roles(names: Sequence[str]) -> list[str]:
    """The role of each column, by its name; "" where it says nothing to us."""
    roles = [_role_of(fold(name)) for name in names]
    for number, role in enumerate(roles):
        if role not in ("", TEXT) and role in roles[:number]:
            # A second date or amount is the value date, or the balance.
            roles[number] = ""
    if AMOUNT in roles and CREDIT in roles:
        roles[roles.index(AMOUNT)] = ""
    return roles


def _role_of(name: str) -> str:
    if "saldo" in name or "balance" in name:
        return ""
    for role, beginnings in NAMES.items():
        if any(re.search(rf"\b{beginning}", name) for beginning in beginnings):
            return role
    return ""


def guess_dates(texts: Sequence[str], *, prefer: str) -> str:
    """Which order of day, month and year fits all of them; ``prefer`` where several do."""
    fits = [order for order in (prefer, "ymd", "dmy", "mdy") if _all_read(texts, order)]
    return fits[0] if fits else prefer


def _all_read(texts: Sequence[str], order: str) -> bool:
    return bool(texts) and all(read_date(text, order) for text in texts)


def read_date(text: str, order: str) -> date | None:
    """``order``: a key of ``DATES``. A time behind the day is left out. None for what is no day."""
    plain = fold(text).replace(",", " ")
    named = re.match(r"(\d{1,2})[ /.-](?:de )?([a-z]{3})[a-z]*\.?[ /.-](?:de )?(\d{2,4})\b", plain)
    if named and named[2] in MONTHS:
        plain, order = f"{named[1]}/{MONTHS[named[2]]}/{named[3]}", "dmy"
    else:
        plain = re.split(r"[ t](?=\d{1,2}:)", plain)[0].strip()
    for pattern in DATES[order]:
        try:
            return datetime.strptime(plain, pattern).date()
        except ValueError:
            continue
    return None


def read_signed(text: str) -> Decimal | None:
    """An amount as banks write it: ``1.234,56``, ``-1,234.56``, ``(50.00)``, ``50,00-``, ``+5``.
    None for an empty cell. Raises ValueError."""
    plain = text.strip().replace("\N{MINUS SIGN}", "-")
    minus = plain.startswith(("-", "(")) or plain.endswith("-") or plain.upper().endswith("DB")
    plain = re.sub(r"(?i)\s*(CR|DB)$", "", plain)
    amount = read_number(plain.strip("+-() "))
    return -amount if amount is not None and minus else amount
