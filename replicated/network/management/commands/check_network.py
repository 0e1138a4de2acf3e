from django.core.management.base import BaseCommand, CommandError

from replicated.network.agreement import Circle, agreement, rebuild_paths

SHOWN = 20


class Command(BaseCommand):
    help = "Says whether the network's fast paths agree with who sponsors whom. Fails if not."

    def add_arguments(self, parser):
        parser.add_argument(
            "--rebuild", action="store_true", help="write the paths anew from the sponsors"
        )

    def handle(self, *, rebuild, **options):
        if rebuild:
            try:
                self.stdout.write(f"Paths written anew: {rebuild_paths()}.")
            except Circle as circle:
                raise CommandError(_circle(circle.args[0])) from None
        found = agreement()
        if found.circles:
            raise CommandError(_circle(found.circles))
        if found.wrong:
            raise CommandError(
                f"{len(found.wrong)} of {found.places} paths are not what the sponsors say "
                f"(consultants {_some(list(found.wrong))}). Repair: check_network --rebuild"
            )
        self.stdout.write(f"Paths and sponsors agree: {found.places} places.")


def _circle(keys: list[int]) -> str:
    return f"Sponsors go in a circle, or hang below one: consultants {_some(keys)}."


def _some(keys: list[int]) -> str:
    return ", ".join(map(str, keys[:SHOWN])) + (" …" if len(keys) > SHOWN else "")
