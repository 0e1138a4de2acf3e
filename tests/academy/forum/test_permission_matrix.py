"""Who may do what with boards, threads, posts and files, each asked by its address.

A public board, and one for consultants; a thread that everybody in it sees, one that waits for
approval and one that is hidden.
"""

import pytest
from django.db import transaction
from django.test import Client

from academy.forum import services
from academy.forum.access import Viewer
from academy.forum.models import Picture, Post, Thread
from tests.replicated.factories import make_consultant
from tests.staff import make_staff

from . import factories as make
from .test_hostile import png, upload
from .test_pages import address, at, signed_in, written

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

ROLES = ("anonymous", "customer", "author", "consultant", "marketer", "moderator", "administrator")
# Those that the public board's members are not enough for.
SELLERS = {"consultant", "moderator", "administrator"}
MODERATORS = {"moderator", "administrator"}

# What is asked for: who gets it.
READS = {
    "public board": set(ROLES),
    "public thread": set(ROLES),
    "public picture": set(ROLES),
    "waiting thread": {"author"} | MODERATORS,
    "hidden thread": MODERATORS,
    "hidden picture": MODERATORS,
    "sellers' board": SELLERS,
    "sellers' thread": SELLERS,
    "sellers' picture": SELLERS,
}
# What is done: to whom it is done, and so changes something.
ACTS = {
    "reply": {"customer", "author", "consultant", "moderator"},
    "reply to sellers": {"consultant", "moderator"},
    # Hidden from members, and nobody replies where nobody reads.
    "reply to hidden": set(),
    "like": {"customer", "consultant", "moderator"},
    # It is the moderator's own post.
    "like sellers": {"consultant"},
    "mark the answer": {"author", "moderator"},
    "change": {"author"},
    "report": {"customer", "consultant", "moderator"},
    "follow sellers": {"consultant", "moderator"},
    "close": MODERATORS,
    "pin": MODERATORS,
    "hide": MODERATORS,
    "hide a post": MODERATORS,
    "approve": MODERATORS,
}


@pytest.fixture
def world():
    return World()


class World:
    def __init__(self):
        make.nothing_waits()
        self.author, self.moderator = make.viewer(), make.moderator()
        lili = make_consultant("Lili", "Gómez")
        self.consultant = Viewer(lili.person.user)
        services.take_part(by=self.consultant, name="Lili G.")
        self.users = {
            "customer": make.viewer("Eva").user,
            "author": self.author.user,
            "consultant": lili.person.user,
            "marketer": make_staff("Marketer"),
            "moderator": self.moderator.user,
            "administrator": make_staff("Administrator"),
        }
        public = make.board("Abierta")
        sellers = make.board("Vender", audience=["consultants"])
        self.public = make.thread(self.author, public, title="Abierto")
        self.sellers = make.thread(self.moderator, sellers, title="Ventas")
        self.hidden = make.thread(self.author, public, title="Oculto")
        self.waiting = make.thread(self.author, public, title="Espera")
        self.pictures = {
            name: self.picture(self.author if name != "sellers" else self.moderator, thread)
            for name, thread in (
                ("public", self.public),
                ("hidden", self.hidden),
                ("sellers", self.sellers),
            )
        }
        self.answer = make.reply(self.moderator, self.public, "Así.")
        services.hide(by=self.moderator, post=self.hidden.posts.first())
        Thread.objects.filter(pk=self.waiting.pk).update(state="waiting")
        self.waiting.posts.update(state="waiting")

    def picture(self, by, thread) -> Picture:
        data = written("Mira", pictures=[upload(png())], form_key=f"{thread.pk:032}")
        signed_in(by).post(address(thread), data)
        return Picture.objects.latest("pk")

    def browser(self, who: str) -> Client:
        browser = Client()
        if who != "anonymous":
            browser.force_login(self.users[who])
        return browser

    def path(self, what: str) -> str:
        of, _space, kind = what.partition(" ")
        name = of.removesuffix("'").strip()
        if kind == "picture":
            return at("picture", self.pictures[name].public_id)
        thread = getattr(self, name)
        return at("board", thread.board.slug) if kind == "board" else address(thread)

    def act(self, what: str, browser: Client):
        opening, answer = self.public.posts.first(), self.answer
        ways = {
            "reply": (address(self.public), written("Yo", form_key=f"{7:032}")),
            "reply to sellers": (address(self.sellers), written("Yo", form_key=f"{8:032}")),
            "reply to hidden": (address(self.hidden), written("Yo", form_key=f"{9:032}")),
            "like": (at("on_post", opening.pk, "like"), {}),
            "like sellers": (at("on_post", self.pictures["sellers"].post_id, "like"), {}),
            "mark the answer": (at("on_post", answer.pk, "answer"), {}),
            "change": (at("edit", opening.pk), {"text": "Otro", "title": "Otro"}),
            "report": (at("report", opening.pk), {"reason": "spam"}),
            "follow sellers": (at("follow_board", self.sellers.board_id), {"mode": "each"}),
            "close": (at("on_thread", self.public.pk, "close"), {}),
            "pin": (at("on_thread", self.public.pk, "pin"), {}),
            "hide": (at("on_thread", self.public.pk, "hide"), {}),
            "hide a post": (at("on_post", answer.pk, "hide"), {}),
            "approve": (at("on_post", self.waiting.posts.first().pk, "approve"), {}),
        }
        path, data = ways[what]
        return browser.post(path, data)


@pytest.mark.parametrize("what", READS)
def test_who_reads_what(world, what):
    path = world.path(what)
    answers = {who: world.browser(who).get(path).status_code for who in ROLES}
    assert set(answers.values()) <= {200, 404}
    assert {who for who, status in answers.items() if status == 200} == READS[what]


def snapshot() -> list:
    """All that an act could change."""
    from academy.forum.models import Follow, Like, Report

    return [
        list(model.objects.order_by("pk").values_list(*names))
        for model, names in (
            (Thread, ("pk", "state", "pinned", "answer", "title", "board")),
            (Post, ("pk", "state", "text")),
            (Like, ("pk",)),
            (Report, ("pk",)),
            (Follow, ("pk", "mode")),
        )
    ]


@pytest.mark.parametrize("what", ACTS)
def test_who_does_what(world, what):
    before, changed = snapshot(), set()
    for who in ROLES:
        with transaction.atomic():
            answer = world.act(what, world.browser(who))
            assert answer.status_code < 500, who
            if snapshot() != before:
                changed.add(who)
            transaction.set_rollback(True)
    assert changed == ACTS[what]
