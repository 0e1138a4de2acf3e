"""What is kept about people on statements."""

from .models import StatementLine


def statement_lines_of(person) -> list[dict]:
    """The bank's lines that were confirmed as payments of their orders."""
    lines = StatementLine.objects.filter(payment__order__placement__person=person)
    return [
        {
            "day": line.day.isoformat(),
            "amount": str(line.amount),
            "currency": line.currency,
            "text": line.text,
            "payer": line.payer,
        }
        for line in lines.order_by("pk")
    ]


def forget_payers(person) -> None:
    """Day and amount stay for the books; name and text go."""
    StatementLine.objects.filter(payment__order__placement__person=person).update(payer="", text="")
