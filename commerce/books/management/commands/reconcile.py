from django.core.management.base import BaseCommand, CommandError

from commerce.books.models import Difference
from commerce.books.reconciling import reconcile, with_books
from commerce.gateways.base import GatewayUnavailable


class Command(BaseCommand):
    help = "Compare providers' books with ours now, and list what differs"

    def add_arguments(self, parser):
        parser.add_argument("gateway", nargs="*", help="only these; all whose books can be read")

    def handle(self, *, gateway, **options):
        known = {one.code: one for one in with_books()}
        if strange := set(gateway) - set(known):
            raise CommandError(f"No books can be read of: {', '.join(sorted(strange))}")
        away = []
        for code in gateway or known:
            try:
                count = reconcile(known[code])
            except GatewayUnavailable:
                away.append(code)
                continue
            self.stdout.write(f"{code}: {count or 'no'} differences")
            for row in Difference.objects.open().filter(gateway=code):
                self.stdout.write(f"  {row}")
        if away:
            raise CommandError(f"No answer from: {', '.join(away)}")
