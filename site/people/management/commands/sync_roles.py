from django.core.management.base import BaseCommand

from people.roles import sync_roles


class Command(BaseCommand):
    help = "Make the back office's groups and add the permissions they lack. Safe to repeat."

    def handle(self, *args, **options):
        for group, number in sync_roles().items():
            self.stdout.write(f"{group}: {number} permissions")
