"""What happens after the answer: mails about codes and accounts."""

from django.utils import timezone

from background.retries import retrying_task

from . import codes
from .mails import send_mail
from .models import MailCode


@retrying_task(max_attempts=4)
def mail_code(token: str) -> None:
    """Make the code and mail it, or mail why there is none. Run again it mails a fresh one.

    The code is made here and not in the request, so that it never lies in the queue and so
    that the request takes equally long for every address.
    """
    row = MailCode.objects.filter(token=token, used_at=None).first()
    if row is None or row.expires_at <= timezone.now():
        return
    purpose = codes.get_purpose(row.purpose)
    template = purpose.instead(row.email)
    context: dict[str, object] = {"email": row.email}
    if template is None:
        template = purpose.template
        code = codes.new_code()
        row.digest = codes.digest(str(row.token), code)
        row.save(update_fields=["digest"])
        minutes = int(codes.LIFETIME.total_seconds() // 60)
        context |= {"code": f"{code[:3]} {code[3:]}", "minutes": minutes}
    send_mail(template=template, to=row.email, variant=row.variant, base=row.base, context=context)
