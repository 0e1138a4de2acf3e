from django.core.management.base import BaseCommand

from people.roles import sync_roles


class Command(BaseCommand):
    help = "Make the back office's groups and give them what is new to them. Safe to repeat."

    def add_arguments(self, parser):
        parser.add_argument(
            "--again",
            action="store_true",
            help="Give the roles back what was taken away from them, too.",
        )

    def handle(self, *args, again, **options):
        for group, number in sync_roles(again=again).items():
            self.stdout.write(f"{group}: {number} permissions")
