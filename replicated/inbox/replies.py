"""Ways for a consultant to answer with the programs they have."""

from urllib.parse import quote

from django.utils import translation
from django.utils.translation import gettext as _

from .models import ConsultantMessage


class Reply:
    """Addresses that open a mail or a chat with whoever wrote, already begun in their language."""

    def __init__(self, message: ConsultantMessage):
        self.message = message

    @property
    def greeting(self) -> str:
        with translation.override(self.message.edition):
            return _("Hello %(name)s,") % {"name": self.message.name}

    @property
    def mail_url(self) -> str:
        """``mailto:`` with subject, greeting and what they wrote."""
        message = self.message
        with translation.override(message.edition):
            subject = _("Your message")
            if message.product_title:
                subject = _("Your message about %(product)s") % {"product": message.product_title}
        quoted = "\n".join(f"> {line}" for line in message.message.splitlines()[:40])
        body = f"{self.greeting}\n\n\n\n{quoted[:1200]}\n"
        address = quote(message.email, safe="@+")
        return f"mailto:{address}?subject={quote(subject)}&body={quote(body)}"

    @property
    def whatsapp_url(self) -> str:
        """A chat with the number they left; "" where they left none."""
        if not self.message.phone:
            return ""
        digits = "".join(char for char in self.message.phone if char.isdigit())
        return f"https://wa.me/{digits}?text={quote(self.greeting)}"
