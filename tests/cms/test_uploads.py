"""Nothing that somebody uploads runs here, and a picture keeps nothing but the picture."""

import gc
import json
import warnings
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import RequestFactory
from django.urls import reverse
from django.utils import translation
from PIL import Image as Drawing
from wagtail.blocks import StreamBlockValidationError
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from cms.content.blocks.link import LinkBlock, PathBlock, link_url
from cms.content.references import References
from cms.content.uploads import pictures
from cms.content.uploads.serving import media
from markets.storefront_urls import in_edition
from tests.people.conftest import *  # noqa: F403

pytestmark = pytest.mark.one_database

Document, Image = get_document_model(), get_image_model()

PDF = b"%PDF-1.4\n1 0 obj"
MP4 = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00"
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm"
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n¿Qué?".encode()
SCRIPT = b"<script>alert(1)</script>"


@pytest.fixture
def marketer(staff, visitor):
    visitor.force_login(staff("Marketer"))
    return visitor


def upload(client, name: str, content: bytes):
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("wagtaildocs:add"), {"title": name, "file": file})


@pytest.mark.parametrize(
    "name, content",
    [
        ("guia.pdf", PDF),
        ("pelicula.mp4", MP4),
        ("pelicula.webm", WEBM),
        ("subtitulos.vtt", VTT),
        ("voz.mp3", b"ID3\x04\x00"),
        ("voz.mp3", b"\xff\xfb\x90\x64"),
        ("voz.m4a", b"\x00\x00\x00\x20ftypM4A \x00"),
        ("SUBTITULOS.VTT", b"\xef\xbb\xbf" + VTT),
    ],
)
def test_documents_are_pdfs_films_and_subtitles(marketer, name, content):
    assert upload(marketer, name, content).status_code == 302
    assert Document.objects.filter(title=name).exists()


@pytest.mark.parametrize(
    "name, content",
    [
        ("evil.js", b"alert(1)"),
        ("evil.html", SCRIPT),
        ("evil.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("evil.css", b"body{}"),
        ("evil.pdf", SCRIPT),
        ("evil.vtt", b"WEBVTTx" + SCRIPT),
        ("evil.mp3", b"\xff\xfe" + SCRIPT),
        ("evil.mp3", SCRIPT),
        ("evil.vtt", b"WEBVTT\n\xff"),
        ("evil.html", PDF),
        ("evil.pdf.html", PDF),
        ("evil.mp4", PDF),
        ("evil", PDF),
        ("empty.pdf", b"\n"),
    ],
)
def test_nothing_else_is_taken_whatever_it_is_called(marketer, name, content):
    page = upload(marketer, name, content)
    assert page.status_code == 200
    assert "file" in page.context["form"].errors
    answer = marketer.post(
        reverse("wagtaildocs:add_multiple"),
        {"title": name, "files[]": SimpleUploadedFile(name, content)},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )
    assert json.loads(answer.content)["success"] is False
    assert not Document.objects.filter(title=name).exists()


def test_a_document_is_not_replaced_by_a_script(marketer):
    upload(marketer, "guia.pdf", PDF)
    document = Document.objects.get(title="guia.pdf")
    url = reverse("wagtaildocs:edit", args=[document.pk])

    data = {"title": "Otra", "file": SimpleUploadedFile("guia.html", SCRIPT)}
    assert marketer.post(url, data).status_code == 200

    document.refresh_from_db()
    assert document.title == "guia.pdf" and document.filename.endswith(".pdf")


@pytest.mark.parametrize("name", ["old.html", "old.svg", "old.js", "film.mp4"])
def test_a_document_is_answered_so_that_nothing_in_it_runs(db, client, name):
    # Also one that was stored before its kind was refused.
    document = Document.objects.create(title="x", file=ContentFile(SCRIPT, name=name))
    answer = client.get(document.url)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    answer.close()


def test_a_pdf_opens_in_the_browsers_reader(db, client):
    document = Document.objects.create(title="x", file=ContentFile(PDF, name="guia.pdf"))
    answer = client.get(document.url)
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
    answer.close()


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30])
def test_a_document_that_is_not_there_is_not_found(db, client, number):
    assert client.get(f"/documents/{number}/guia.pdf").status_code == 404


class TestFilesByTheirPath:
    @pytest.fixture(autouse=True)
    def _folder(self, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        for name in ("original_images/a.png", "documents/a.pdf", "other/evil.html"):
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_bytes(SCRIPT)

    def ask(self, path):
        answer = media(RequestFactory().get("/"), path)
        answer.file_to_stream.close()
        return answer

    def test_pictures_are_shown_and_nothing_in_them_runs(self):
        answer = self.ask("original_images/a.png")
        assert answer.headers["Content-Type"] == "image/png"
        assert "Content-Disposition" not in answer.headers or answer.headers[
            "Content-Disposition"
        ].startswith("inline")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"

    def test_anything_else_is_downloaded(self):
        answer = self.ask("other/evil.html")
        assert answer.headers["Content-Type"] == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"

    @pytest.mark.parametrize("path", ["documents/a.pdf", "Documents/a.pdf", "uploaded_images/x"])
    def test_documents_are_not_there(self, path):
        with pytest.raises(Http404):
            media(RequestFactory().get("/"), path)


BESIDE = [
    "/media/documents/evil.html",
    "/media",
    "/MEDIA/x",
    "/static/js/cart.js",
    "/admin/",
    "/admin",
    "/api/v2/",
    "/webhooks/demo/",
    "/health/",
    "/es-co/media/x",
    "/es-co/../media/x",
    "/catalogo/../../media/x",
    "/./media/x",
    "/@lili/es-co/admin/",
    "/%6Dedia/x",
    "/%2e%2e/media/x",
    "/\\media/x",
    "/me\tdia/x",
    "/documents/3/guia.pdf",
]


@pytest.mark.parametrize("path", BESIDE)
def test_a_link_in_the_shop_leads_to_pages_only(path):
    with pytest.raises(ValidationError):
        PathBlock().clean(path)


@pytest.mark.parametrize("path", ["/catalogo/", "/", "/mediana/?page=2#a", "/es-co/admiral/"])
def test_pages_can_be_linked_to(path):
    assert PathBlock().clean(path)


def _link(kind: str, value: str):
    return LinkBlock().to_python([{"type": kind, "value": value, "id": "1"}])


def test_a_stored_link_beside_the_shop_leads_nowhere():
    assert link_url(_link("path", "/media/documents/evil.html")) == ""
    assert link_url(_link("path", "/../admin/")) == ""
    assert link_url(_link("path", "/catalogo/")) == in_edition("/catalogo/")


def test_another_site_is_not_this_one_by_another_way(settings):
    settings.PUBLIC_URL = "https://shop.example.com"
    block = LinkBlock()
    for address in ("https://shop.example.com/media/x", "https://SHOP.example.com:443/admin/"):
        with pytest.raises(StreamBlockValidationError):
            block.clean(_link("external", address))
    assert block.clean(_link("external", "https://shop.example.com/es-co/"))
    assert block.clean(_link("external", "https://other.example.com/media/x"))


# --- Pictures -------------------------------------------------------------------------

SECRET = b"Nokia Secreta"


def photo(format: str, *, turned: int = 6, size=(64, 32), notes=True) -> bytes:
    drawing = Drawing.new("RGB", size, "#A8481F")
    drawing.paste("#FFFFFF", (0, 0, size[0] // 2, size[1]))
    exif = Drawing.Exif()
    exif[0x0112] = turned
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825)[29] = SECRET.decode()  # the day, by satellite
    buffer = BytesIO()
    options = {"exif": exif, "comment": SECRET} if notes else {}
    if notes and format in ("JPEG", "WEBP", "AVIF"):
        options["xmp"] = b"<x:xmpmeta>" + SECRET + b"</x:xmpmeta>"
    if format == "PNG" and notes:
        from PIL.PngImagePlugin import PngInfo

        info = PngInfo()
        info.add_text("Author", SECRET.decode())
        options["pnginfo"] = info
    drawing.save(buffer, format, **options)
    return buffer.getvalue()


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_place_and_camera_are_taken_out(format):
    data = photo(format)
    assert SECRET in data

    cleaned = pictures.without_traces(data + SECRET if format != "AVIF" else data)

    assert SECRET not in cleaned
    with Drawing.open(BytesIO(data)) as before, Drawing.open(BytesIO(cleaned)) as after:
        assert not after.getexif().get_ifd(0x8825)
        assert after.format == format and after.size == before.size
        if format in ("JPEG", "PNG", "WEBP"):
            assert after.tobytes() == before.tobytes()  # not compressed anew
        if format in ("JPEG", "PNG"):
            assert dict(after.getexif()) == {0x0112: 6}
    assert pictures.without_traces(cleaned) == cleaned


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_a_picture_without_notes_stays_byte_for_byte(format):
    data = photo(format, notes=False)
    assert pictures.without_traces(data) == data


def test_a_progressive_jpeg_and_one_that_is_cut_off_are_cleaned_too():
    drawing = Drawing.effect_noise((300, 200), 80).convert("RGB")
    buffer = BytesIO()
    drawing.save(buffer, "JPEG", progressive=True, comment=SECRET)
    data = buffer.getvalue()
    cleaned = pictures.without_traces(data)
    assert SECRET not in cleaned
    assert SECRET not in pictures.without_traces(data[:-2])
    with Drawing.open(BytesIO(data)) as before, Drawing.open(BytesIO(cleaned)) as after:
        assert before.tobytes() == after.tobytes()


def test_a_damaged_picture_is_refused_with_a_sentence():
    with translation.override("en"), pytest.raises(ValidationError, match="damaged"):
        pictures.without_traces(photo("PNG")[:60])


def stored_bytes(image) -> bytes:
    with image.file.open() as file:
        return file.read()


class TestUploadedPictures:
    @pytest.fixture(autouse=True)
    def _files_are_closed(self):
        """Wagtail leaves the stored file that it read open; some other test would hear of it."""
        yield
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ResourceWarning)
            gc.collect()

    def test_a_picture_has_no_place_and_a_name_that_nobody_guesses(self, marketer):
        file = SimpleUploadedFile("selfie en casa.jpg", photo("JPEG"), "image/jpeg")
        assert (
            marketer.post(
                reverse("wagtailimages:add"), {"title": "Selfie", "file": file}
            ).status_code
            == 302
        )

        image = Image.objects.get(title="Selfie")
        stored = stored_bytes(image)
        assert SECRET not in stored and image.file_size == len(stored)
        assert "selfie-en-casa-" in image.filename and len(image.filename) > 30
        # The direction that is up holds.
        rendition = image.get_rendition("original")
        assert (rendition.width, rendition.height) == (32, 64)

    def test_also_one_of_many_whose_words_were_not_right(self, marketer):
        answer = marketer.post(
            reverse("wagtailimages:add_multiple"),
            {
                "title": "x" * 400,
                "files[]": SimpleUploadedFile("casa.jpg", photo("JPEG"), "image/jpeg"),
            },
            headers={"X-Requested-With": "XMLHttpRequest"},
        )
        number = json.loads(answer.content)["uploaded_file_id"]
        url = reverse("wagtailimages:create_multiple_from_uploaded_image", args=[number])
        marketer.post(
            url,
            {f"uploaded-image-{number}-title": "Casa"},
            headers={"X-Requested-With": "XMLHttpRequest"},
        )
        assert SECRET not in stored_bytes(Image.objects.get(title="Casa"))

    def test_also_one_that_came_through_no_form(self, db):
        image = Image.objects.create(title="x", file=ContentFile(photo("JPEG"), name="casa.jpg"))
        assert SECRET not in stored_bytes(image)

    def test_one_that_unpacks_to_too_much_is_refused(self, marketer):
        buffer = BytesIO()
        Drawing.new("L", (8000, 7000)).save(buffer, "PNG")
        file = SimpleUploadedFile("grande.png", buffer.getvalue(), "image/png")
        page = marketer.post(reverse("wagtailimages:add"), {"title": "Grande", "file": file})
        assert "pixel" in str(page.context["form"].errors["file"])
        assert not Image.objects.filter(title="Grande").exists()


@pytest.mark.parametrize("written", ["7", " 7", "+7", "07"])
def test_a_number_in_running_text_is_the_one_that_the_database_reads(written):
    named = References()
    named.read([{"value": {"text": f'<a linktype="document" id="{written}">x</a>'}}])
    assert named.document_ids == {7}
