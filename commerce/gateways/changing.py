"""Writing on payments and disputes. When a row was changed last is shown to staff, and says where
the books are compared: looking again at what did not change is no change."""

from django.db.models import Model


def change(row: Model, **values) -> bool:
    """Set these fields, and keep them with when that was (``updated_at``), where one of them is
    news. Says whether one was. The caller holds the order's row and read this one under it."""
    news = [name for name, value in values.items() if getattr(row, name) != value]
    for name in news:
        setattr(row, name, values[name])
    if news:
        row.save(update_fields=[*news, "updated_at"])
    return bool(news)
