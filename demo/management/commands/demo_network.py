from django.core.management.base import BaseCommand, CommandError

from demo.build.network import SIZE, widen_network
from demo.management.commands.demo import may_build


class Command(BaseCommand):
    help = "Bring the demo company's network to a size, for measuring (20,000: half a minute)."

    def add_arguments(self, parser):
        parser.add_argument("--people", type=int, default=SIZE, help="places in the network")

    def handle(self, *, people, **options):
        if not may_build():
            raise CommandError("The demo company is not built here (manage.py demo).")
        self.stdout.write(f"Placed in the network: {widen_network(people)} more.")
