"""What happens after the answer: mails about codes and accounts."""

from django.urls import reverse
from django.utils import timezone

from background.retries import retrying_task
from markets.sellers import address_at

from . import invitations
from .code_digits import digest, new_code
from .code_purposes import code_words, get_purpose
from .mails import send_mail
from .models import MailCode, User


@retrying_task(max_attempts=4)
def mail_code(token: str) -> None:
    """Make the code and mail it, or mail why there is none. Run again it mails a fresh one.

    The code is made here and not in the request, so that it never lies in the queue and so
    that the request takes equally long for every address.
    """
    row = MailCode.objects.filter(token=token, used_at=None).first()
    if row is None or row.expires_at <= timezone.now():
        return
    purpose = get_purpose(row.purpose)
    template = purpose.instead(row.email)
    context: dict[str, object] = {"email": row.email}
    if template is None:
        template = purpose.template
        code = new_code()
        row.digest = digest(str(row.token), code)
        row.save(update_fields=["digest"])
        context |= code_words(code)
    send_mail(template=template, to=row.email, edition=row.edition, base=row.base, context=context)


@retrying_task(max_attempts=4)
def mail_invitation(user_id: int, edition: str, by: str) -> None:
    """Mail a new user the link to choose a password. ``by`` is who made the account, or "".

    The link is made here, so that it never lies in the queue. Nothing is mailed to somebody who
    has a password by now, or is out again.
    """
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None or user.has_usable_password():
        return
    link = reverse("account_invitation", args=[invitations.token_for(user)])
    send_mail(
        template="invitation",
        to=user.email,
        edition=edition,
        context={
            "by": by,
            "email": user.email,
            "days": invitations.days(),
            "invitation_url": address_at("", link, edition),
        },
    )
