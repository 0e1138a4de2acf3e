"""The content plan: what each page is to achieve, and where on the way it meets a customer.

Nothing yet meets those who are using what they bought: the plan's report says so.
"""

from __future__ import annotations

PLAN: dict[str, tuple[str, str]] = {
    "home": ("discover", "Que quien llega entienda qué es Raíz y encuentre por dónde empezar"),
    "history": ("discover", "Que nos recuerden por el origen de las plantas"),
    "ingredients": ("consider", "Que comparen por lo que lleva cada fórmula, no por el precio"),
    "services": ("consider", "Que vean lo que ganan al comprarnos directamente"),
    "faq": ("buy", "Que ninguna duda detenga una compra"),
    "shipping": ("buy", "Que sepan cuánto cuesta y cuándo llega antes de pagar"),
    "terms": ("buy", "Que compren con la confianza de conocer las reglas"),
    "contact": ("buy", "Que una pregunta se resuelva el mismo día hábil"),
    "consultants": ("return", "Que las mejores clientas se vuelvan consultoras"),
}
"""Stage and objective by the page's key; legal pages without a place in the plan have none."""
