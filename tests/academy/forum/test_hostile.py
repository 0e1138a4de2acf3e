"""What somebody may try: scripts, false pictures, floods, other people's things."""

import time
import uuid
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from academy.forum import services, text
from academy.forum.models import Board, Picture, Post, Thread
from academy.forum.tasks import forget_old_forum_data

from . import factories as make
from .test_pages import address, at, signed_in, written

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]

EVIL = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    '[x](https://a.example "onmouseover=alert(1)")',
    "<javascript:alert(1)>",
    "![x](https://spy.example/pixel.gif)",
    "<svg/onload=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "`<script>alert(1)</script>`",
    '<span class="mention" onclick="x">@Ana</span>',
    "<a href='javascript:x'>x</a>",
    "<style>*{display:none}</style>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]


@pytest.mark.parametrize("evil", EVIL)
def test_nothing_that_is_typed_runs_or_is_fetched(evil):
    html = text.render(f"Hola {evil} adiós", ["Ana"])

    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        assert tag.name in text.TAGS, html
        assert set(tag.attrs) <= {"a": {"href", "rel"}, "span": {"class"}}.get(tag.name, set())
        if tag.name == "a":
            assert tag["href"].startswith(("https://", "http://", "mailto:")), html
    assert "Hola" in html and "adiós" in html


def test_a_link_tells_search_engines_that_it_is_a_members():
    html = text.render("[x](https://a.example) y https://b.example/c.")
    assert html.count('rel="nofollow ugc noopener"') == 2 and 'href="https://b.example/c"' in html


@pytest.mark.parametrize(
    "piece", ["*a ", "[", "> ", "- ", "_*", "`", "[a](", "![", "**a ", "\n- a", "a**b", "@a ", "<"]
)
def test_no_text_takes_long_to_draw(piece):
    longest = (piece * Post.LONGEST_TEXT)[: Post.LONGEST_TEXT]
    began = time.process_time()
    text.render(longest, ["a", "Ana D."])
    assert time.process_time() - began < 3


def test_a_post_that_is_too_long_is_refused_and_kept(settings):
    make.nothing_waits()
    ana = make.viewer()
    thread = make.thread(ana)
    refused = signed_in(ana).post(address(thread), written("a" * 20_001))
    assert refused.status_code == 200 and "a" * 20_001 in refused.content.decode()
    assert thread.posts.count() == 1


@pytest.mark.parametrize("nothing", ["", "   ", "\u200b", "\x00\x01", "\n\n"])
def test_nothing_is_no_post(nothing):
    make.nothing_waits()
    ana = make.viewer()
    thread = make.thread(ana)
    assert signed_in(ana).post(address(thread), written(nothing)).status_code == 200
    assert thread.posts.count() == 1


def png(width=60, height=40, kind="PNG", **options) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (width, height), "#A8481F").save(buffer, kind, **options)
    return buffer.getvalue()


def status_of(browser, path: str) -> int:
    return browser.get(path).status_code


def upload(content: bytes, name="foto.png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="image/png")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("foto.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("foto.png", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("foto.png", b"<html><script>alert(1)</script></html>"),
        ("foto.png", b"GIF89a<script>alert(1)</script>"),
        ("foto.png", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 1 1\n"),
        ("foto.png", png()[:60]),
        ("foto.bmp", png(kind="BMP")),
        ("enorme.png", png(8000, 8000)),
    ],
)
def test_what_is_no_picture_is_refused_and_the_text_kept(name, content):
    make.nothing_waits()
    ana = make.viewer()
    thread = make.thread(ana)
    refused = signed_in(ana).post(
        address(thread), written("Mira", pictures=[upload(content, name)])
    )
    assert refused.status_code == 200 and "Mira" in refused.content.decode()
    assert "no es una imagen" in refused.content.decode()
    assert thread.posts.count() == 1 and not Picture.objects.exists()


def test_a_picture_keeps_nothing_but_the_picture():
    make.nothing_waits()
    ana = make.viewer()
    thread = make.thread(ana)
    exif = Image.Exif()
    exif[0x010E] = "mi casa en Cali"
    photo = png(3000, 2000, "JPEG", exif=exif, comment=b"<script>alert(1)</script>")
    browser = signed_in(ana)
    browser.post(address(thread), written(pictures=[upload(photo + b"<?php", "x.html")]))
    post = Post.objects.last()
    assert post.gallery == [[str(post.pictures.get().public_id), 1600, 1067]]
    answer = browser.get(at("picture", post.gallery[0][0]))
    content = answer.content
    assert content[8:12] == b"WEBP" and answer["Content-Type"] == "image/webp"
    assert b"Cali" not in content and b"script" not in content and b"php" not in content
    assert answer["X-Content-Type-Options"] == "nosniff" and "private" in answer["Cache-Control"]
    path = post.pictures.get().file.name
    assert Client().get(f"/media/{path}").status_code == 404


def test_pictures_that_came_are_kept_when_the_rest_is_refused():
    make.nothing_waits()
    ana, eva = make.viewer(), make.viewer("Eva")
    thread = make.thread(ana)
    browser = signed_in(ana)
    refused = browser.post(address(thread), written("", pictures=[upload(png())]))
    kept = Picture.objects.get()
    assert str(kept.public_id) in refused.content.decode()
    assert status_of(browser, at("picture", kept.public_id)) == 200
    assert status_of(signed_in(eva), at("picture", kept.public_id)) == 404
    # Nobody else's picture comes into a post by its id.
    key = str(uuid.uuid4())
    signed_in(eva).post(address(thread), written(kept=[str(kept.public_id)], form_key=key))
    assert Post.objects.last().gallery == []
    browser.post(address(thread), written("Aquí", kept=[str(kept.public_id), "nada"]))
    assert Post.objects.last().pictures.get() == kept


def test_a_post_has_room_for_four_pictures():
    make.nothing_waits()
    ana = make.viewer()
    thread = make.thread(ana)
    five = [upload(png(), f"{number}.png") for number in range(5)]
    refused = signed_in(ana).post(address(thread), written("Mira", pictures=five))
    assert "caben 4" in refused.content.decode() and not Picture.objects.exists()


def test_pictures_are_for_whoever_may_read_the_post(talk_with_picture):
    thread, picture, ana, eva = talk_with_picture
    path = at("picture", picture.public_id)
    assert all(status_of(browser, path) == 200 for browser in (Client(), signed_in(eva)))
    services.hide(by=make.moderator(), post=picture.post)
    assert status_of(signed_in(eva), path) == 404
    assert status_of(signed_in(make.moderator()), path) == 200
    services.show(by=make.moderator(), post=picture.post)
    Board.objects.update(audience=["consultants"])
    assert status_of(signed_in(ana), path) == status_of(Client(), path) == 404


@pytest.fixture
def talk_with_picture():
    make.nothing_waits()
    ana, eva = make.viewer(), make.viewer("Eva")
    thread = make.thread(ana)
    signed_in(ana).post(address(thread), written("Mira", pictures=[upload(png())]))
    return thread, Picture.objects.select_related("post").get(), ana, eva


def test_pictures_of_forms_that_nobody_sent_go_after_a_day(talk_with_picture):
    _thread, picture, ana, _eva = talk_with_picture
    from datetime import timedelta

    from django.utils import timezone

    lost = Picture.objects.create(owner=ana.member, width=1, height=1, file="forum/x.webp")
    Picture.objects.update(created_at=timezone.now() - timedelta(days=2))
    forget_old_forum_data.call()
    assert list(Picture.objects.all()) == [picture] and lost.pk


@pytest.mark.parametrize(
    "query",
    [
        "?after=-1",
        "?before=0",
        "?from=99999999999999999999",
        "?last=x&after=٣",
        "?page=x",
        "?q=%00",
    ],
)
def test_odd_addresses_are_answered(query):
    make.nothing_waits()
    thread = make.thread()
    for path in (address(thread), at("board", thread.board.slug), "/es-co/foro/"):
        assert Client().get(path + query).status_code in (200, 302), path + query


def test_numbers_that_are_nothing_are_not_there():
    ana = make.viewer()
    browser = signed_in(ana)
    for path in ("mensaje/999999999999999999/", "preguntas/999999999999999999-x/"):
        assert browser.get(f"/es-co/foro/{path}").status_code == 404
    for path in ("post/9/like/", "thread/9/close/", "thread/9/move/", "board/9/follow/"):
        assert browser.post(f"/es-co/foro/{path}").status_code == 404
    assert browser.get(f"/es-co/foro/mensaje/{'9' * 30}/").status_code == 404


def test_forms_of_other_sites_change_nothing():
    make.nothing_waits()
    ana = make.viewer()
    thread = make.thread(ana)
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(ana.user)
    for path in (address(thread), at("on_post", thread.posts.get().pk, "like")):
        assert browser.post(path, written()).status_code == 403
    assert thread.posts.count() == 1


def test_a_flood_of_a_new_member_is_stopped_early():
    ana = make.viewer()
    make.board()
    browser = signed_in(ana)
    for number in range(7):
        browser.post(
            at("new_thread", "preguntas"),
            written(title=f"Spam {number}", form_key=str(uuid.uuid4())),
        )
    assert Thread.objects.count() == 5
    cache.clear()


def test_others_cannot_change_a_post_nor_see_it_before_it_is_approved():
    ana, eva = make.viewer(), make.viewer("Eva")
    thread = services.open_thread(by=ana, board=make.board(), title="Hola", text="Soy nueva.")
    post = thread.posts.get()
    assert signed_in(eva).get(at("edit", post.pk)).status_code == 404
    services.approve(by=make.moderator(), post=post)
    answer = signed_in(eva).get(at("edit", post.pk))
    assert answer.status_code == 302
    refused = signed_in(eva).post(at("edit", post.pk), {"text": "Otra cosa", "title": "X"})
    assert refused.status_code == 403
    post.refresh_from_db()
    assert post.text == "Soy nueva."


def test_a_title_is_text_wherever_it_stands():
    make.nothing_waits()
    thread = make.thread(title="<b>Hola</b> <script>alert(1)</script>")
    for path in (address(thread), at("board", "preguntas"), "/es-co/foro/?q=hola"):
        page = Client().get(path).content.decode()
        assert "<script>alert" not in page and "&lt;script&gt;" in page
