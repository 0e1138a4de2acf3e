"""Who brought whom to Raíz: some forty people around the dozen consultants whose sites one can
visit, and below them as many as a network has. Safe to repeat.
"""

from collections.abc import Iterator
from datetime import timedelta
from random import Random

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from markets.lookup import get_market
from people.models import Person
from people.services import person_for_email
from replicated.consultants.models import Consultant
from replicated.consultants.services import LoadRow, create_consultant, load_consultants
from replicated.network.models import Move, Position, Zone
from replicated.network.services import load_network, place, share_contact

SIZE = 2000
"""Places in the network: it takes some two seconds."""

ZONES = (
    ("co-ant", "co", "Antioquia y Eje Cafetero"),
    ("co-cen", "co", "Bogotá y Centro"),
    ("co-cos", "co", "Costa Caribe"),
    ("co-sur", "co", "Valle y Sur"),
    ("mx-cen", "mx", "Centro"),
    ("mx-occ", "mx", "Occidente"),
    ("us-eas", "us", "East"),
    ("us-wes", "us", "West"),
)

# Code, zone, the sponsor's code, and a name for those who have no site of their own yet. Leaders
# stand before their teams.
PLACES = (
    ("10001", "co-ant", "", None),
    ("10008", "co-ant", "10001", None),
    ("10101", "co-ant", "10001", ("Patricia", "Arboleda")),
    ("10102", "co-ant", "10001", ("Nubia", "Henao")),
    ("10103", "co-ant", "10101", ("Gloria", "Zapata")),
    ("10104", "co-ant", "10101", ("Wilmar", "Cardona")),
    ("10105", "co-ant", "10103", ("Yesenia", "Tobón")),
    ("10106", "co-ant", "10008", ("Luz Dary", "Giraldo")),
    ("10107", "co-ant", "10008", ("Mauricio", "Salazar")),
    ("10108", "co-ant", "10106", ("Estela", "Marulanda")),
    ("10002", "co-cen", "10001", None),
    ("10109", "co-cen", "10002", ("Claudia", "Peñuela")),
    ("10110", "co-cen", "10002", ("Martha Lucía", "Rincón")),
    ("10111", "co-cen", "10109", ("Jazmín", "Beltrán")),
    ("10112", "co-cen", "10109", ("Nidia", "Forero")),
    ("10113", "co-cen", "10111", ("Andrés", "Chaparro")),
    ("10009", "co-cos", "10002", None),
    ("10114", "co-cos", "10009", ("Katherine", "Barrios")),
    ("10115", "co-cos", "10009", ("Edith", "Pertuz")),
    ("10116", "co-cos", "10114", ("Rafael", "De la Hoz")),
    ("10003", "co-sur", "", None),
    ("10012", "co-sur", "10003", None),
    ("10117", "co-sur", "10003", ("Amparo", "Lenis")),
    ("10118", "co-sur", "10012", ("Doris", "Rosero")),
    ("10119", "co-sur", "10117", ("Yolanda", "Viveros")),
    ("10005", "mx-cen", "", None),
    ("10010", "mx-cen", "10005", None),
    ("10120", "mx-cen", "10005", ("Guadalupe", "Orozco")),
    ("10121", "mx-cen", "10120", ("Leticia", "Cruz")),
    ("10122", "mx-cen", "10010", ("Itzel", "Santiago")),
    ("10004", "mx-occ", "10005", None),
    ("10123", "mx-occ", "10004", ("Fernanda", "Ochoa")),
    ("10124", "mx-occ", "10004", ("Brenda", "Plascencia")),
    ("10125", "mx-occ", "10123", ("Óscar Iván", "Casillas")),
    ("10006", "us-eas", "10001", None),
    ("10007", "us-eas", "10006", None),
    ("10126", "us-eas", "10006", ("Marisol", "Batista")),
    ("10127", "us-eas", "10007", ("Tanya", "Brooks")),
    ("10011", "us-wes", "10006", None),
    ("10128", "us-wes", "10011", ("Helen", "Park")),
    ("10129", "us-wes", "10128", ("Rocío", "Aguilar")),
)
# Those who let their leaders see email and phone.
SHARE = ("10002", "10008", "10009", "10101", "10106", "10109", "10114", "10120", "10123", "10126")

FIRST = (
    "Alba", "Ángela", "Beatriz", "Carmen", "Catalina", "Daniel", "Diana", "Elena", "Esteban",
    "Flor", "Gabriela", "Inés", "Jorge", "Juliana", "Laura", "Liliana", "Lucía", "Mariela",
    "Mónica", "Natalia", "Olga", "Paola", "Pilar", "Ramón", "Rosa", "Sandra", "Sofía", "Tomás",
    "Verónica", "Viviana",
)  # fmt: skip
LAST = (
    "Acosta", "Aguirre", "Bedoya", "Cano", "Castaño", "Duque", "Echeverri", "Franco", "García",
    "Hoyos", "Jaramillo", "Londoño", "Mejía", "Montoya", "Naranjo", "Osorio", "Pineda", "Quiroga",
    "Rendón", "Sánchez", "Toro", "Uribe", "Vargas", "Villa", "Yepes", "Zuluaga",
)  # fmt: skip


def build_network(*, by, size: int = SIZE) -> int:
    """Place those who are not placed yet; returns how many."""
    return build_leaders(by=by) + widen_network(size)


@transaction.atomic
def build_leaders(*, by) -> int:
    """Those who are known by name, each below who brought them in."""
    zones = build_zones()
    known = {one.code: one for one in Consultant.objects.select_related("person")}
    placed = set(Position.objects.values_list("consultant__code", flat=True))
    made = 0
    for number, (code, zone, sponsor, name) in enumerate(PLACES):
        if code in placed:
            continue
        if code not in known:
            known[code] = _join(code, zones[zone].market, name, by)
        place(
            consultant=known[code],
            sponsor=known[sponsor] if sponsor else None,
            zone=zones[zone],
            by=by,
        )
        # Leaders came first, the lowest of their team last week.
        since = timezone.now() - timedelta(days=23 * (len(PLACES) - number) + 5)
        Position.objects.filter(pk=known[code].pk).update(placed_at=since, notified_at=since)
        Move.objects.filter(position=known[code].pk).update(decided_at=since)
        share_contact(consultant=known[code], shares=code in SHARE)
        made += 1
    return made


def build_zones() -> dict[str, Zone]:
    return {
        code: Zone.objects.get_or_create(code=code, defaults={"market": market, "name": name})[0]
        for code, market, name in ZONES
    }


def _join(code: str, market: str, name: tuple[str, str], by) -> Consultant:
    first_name, last_name = name
    person = person_for_email(
        f"{slugify(first_name)}.{slugify(last_name)}@consultoras.example",
        edition=get_market(market).default_edition,
        source=Person.Source.BACKOFFICE,
        first_name=first_name,
        last_name=last_name,
    )
    return create_consultant(person=person, market=market, code=code, site_active=False, by=by)


@transaction.atomic
def widen_network(size: int) -> int:
    """Bring the network to ``size`` places, for measuring; returns how many are new.

    Person *n* is always the same. Whoever has a team brings in more than others, as in life: a
    few lead hundreds, most lead nobody, and the lowest stand some fifteen levels down.
    """
    zones = {zone.code: zone for zone in build_zones().values()}
    present = list(Position.objects.order_by("pk").values_list("pk", "zone__code"))
    loaded = Consultant.objects.filter(code__gte=_code(0), code__lte=_code(999_999)).count()
    missing = max(0, size - len(present))
    load_consultants(_rows(loaded, missing))
    codes = [_code(number) for number in range(loaded, loaded + missing)]
    keys = dict(Consultant.objects.filter(code__in=codes).values_list("code", "pk"))
    random = Random(loaded + 11)
    # A leader stands in the list once for each who came through them, and once for themselves.
    chances, rows = list(present), []
    for code in codes:
        leader = random.choice(chances) if chances else None
        zone = leader[1] if leader and leader[1] else random.choice(ZONES)[0]
        own = (keys[code], zone)
        rows.append((keys[code], leader[0] if leader else None, zones[zone].pk))
        chances += [own, leader] if leader else [own]
    return load_network(rows)


def _code(number: int) -> str:
    return f"7{number:06d}"


def _rows(first: int, many: int) -> Iterator[LoadRow]:
    for number in range(first, first + many):
        random = Random(number)
        market = random.choice(("co", "co", "co", "mx", "mx", "us"))
        first_name, last_name = random.choice(FIRST), random.choice(LAST)
        alias = f"{slugify(first_name)}-{slugify(last_name)}-{number:04d}"
        yield LoadRow(
            email=f"{alias}@consultoras.example",
            first_name=first_name,
            last_name=f"{last_name} {random.choice(LAST)}",
            market=market,
            edition=get_market(market).default_edition,
            alias=alias,
            code=_code(number),
        )
