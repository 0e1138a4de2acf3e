"""Links for a consultant to answer a message by email or WhatsApp."""

from urllib.parse import quote

from django.utils import translation
from django.utils.translation import gettext as _

from .models import ConsultantMessage


class Reply:
    """URLs that open a mail or chat to the writer, with a beginning in the writer's language."""

    def __init__(self, message: ConsultantMessage):
        self.message = message

    @property
    def greeting(self) -> str:
        with translation.override(self.message.edition):
            return _("Hello %(name)s,") % {"name": self.message.name}

    @property
    def mail_url(self) -> str:
        """``mailto:`` with subject, greeting and the quoted message."""
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
        """The URL of a WhatsApp chat; "" without a phone number."""
        if not self.message.phone:
            return ""
        digits = "".join(char for char in self.message.phone if char.isdigit())
        return f"https://wa.me/{digits}?text={quote(self.greeting)}"
