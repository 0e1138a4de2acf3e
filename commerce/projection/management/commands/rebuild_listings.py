from django.core.management.base import BaseCommand

from commerce.projection.services import rebuild_listings


class Command(BaseCommand):
    help = "Makes every product card, category entry and search row anew from its sources."

    def handle(self, *args, **options):
        done = rebuild_listings()
        self.stdout.write(
            f"Listings: {done.written} written, {done.removed} removed, "
            f"{done.unchanged} already right."
        )
