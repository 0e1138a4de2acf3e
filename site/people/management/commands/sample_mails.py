from django.core.management.base import BaseCommand, CommandError

from markets.lookup import all_editions
from people.mails import all_mails, send_mail


class Command(BaseCommand):
    help = "List the mails that this shop sends; with --to, send a sample of each for looking at."

    def add_arguments(self, parser):
        parser.add_argument("mails", nargs="*", help="Only these, by the names that are listed.")
        parser.add_argument("--to", help="The address that gets the samples.")
        parser.add_argument("--edition", action="append", help="As es-co; all of them without.")

    def handle(self, *args, mails, to, edition, **options):
        known = {mail.template: mail for mail in all_mails()}
        if unknown := {*mails} - {*known}:
            raise CommandError(f"No such mail: {', '.join(sorted(unknown))}")
        if unknown := {*(edition or ())} - {*all_editions()}:
            raise CommandError(f"No such edition: {', '.join(sorted(unknown))}")
        for template in mails or known:
            self.stdout.write(f"{template} (to the {known[template].to})")
            for chosen in (edition or all_editions()) if to else ():
                context = known[template].sample(chosen)
                if context is None:
                    self.stdout.write(f"  {chosen}: nothing to show yet")
                    continue
                send_mail(template=template, to=to, edition=chosen, context=context)
