"""Files that another program made, numbers that are none, and names for whom they are not."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DataError
from django.test import Client
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.documents import get_document_model
from wagtail.log_actions import log
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from cms.back_office.admin_guard import AdminGuardMiddleware
from people.models import User
from tests.people.conftest import *  # noqa: F403
from tests.replicated.factories import make_consultant

from .factories import make_contact_page, make_image, make_page

pytestmark = pytest.mark.one_database


@pytest.fixture
def browser(staff):
    def make(role: str) -> Client:
        client = Client()
        client.force_login(staff(role))
        return client

    return make


class TestPoFiles:
    @pytest.fixture
    def translation(self, db):
        page = make_page("Historia", "historia")
        english = Locale.objects.get(language_code="en")
        translate_object(page, [english])
        source = TranslationSource.objects.get_for_instance(page)
        return Translation.objects.get(source=source, target_locale=english)

    @pytest.fixture
    def send(self, translation, browser):
        client = browser("Marketer")

        def post(content: bytes | None) -> str:
            file = {} if content is None else {"file": SimpleUploadedFile("es.po", content)}
            url = reverse("wagtail_localize:upload_pofile", args=[translation.pk])
            answer = client.post(url, {"next": "/admin/pages/", **file})
            assert (answer.status_code, answer.headers["Location"]) == (302, "/admin/pages/")
            message = list(get_messages(answer.wsgi_request))[-1]
            return message.level_tag

        return post

    def filled(self, translation) -> str:
        po = translation.export_po()
        for entry in po:
            entry.msgstr = f"EN {entry.msgid}"
        return str(po)

    @pytest.mark.parametrize("save_as", ["utf-8", "utf-8-sig", "utf-16"])
    def test_the_file_that_was_downloaded_is_taken_however_it_was_saved(
        self, translation, send, save_as
    ):
        text = self.filled(translation).replace("\n", "\r\n")
        assert send(text.encode(save_as)) == "success"
        assert StringTranslation.objects.filter(data="EN Historia").exists()

    def test_any_other_is_answered_with_a_sentence(self, translation, send):
        whole = self.filled(translation)
        headless = whole[whole.index("msgctxt") :]
        other = whole.replace(str(translation.uuid), "00000000-0000-0000-0000-000000000000")
        marked = 'msgid ""\nmsgstr ""\n"X-Other: 1\\n"\n\nmsgid "a"\nmsgstr ""\n'
        marked += '"X-WagtailLocalize-TranslationID: x"\n'
        for content in (
            None,
            b"",
            b"  \n",
            headless.encode(),
            other.encode(),
            marked.encode(),
            b'msgid "a"\nmsgstr "b"\n',
            b"\xff\xfe\x00",
            b"\xff\xd8\xff\xe0\0\x10JFIF",
            "ñ".encode("latin-1") + whole.encode(),
        ):
            assert send(content) in ("error", "danger"), content
        assert not StringTranslation.objects.exists()


class TestListsOfRedirects:
    def test_a_file_that_is_missing_lost_or_of_another_shape(self, browser):
        client = browser("Marketer")
        start, process = (
            reverse(f"wagtailredirects:{name}") for name in ("start_import", "process_import")
        )
        assert client.get(start).status_code == 200
        for data in (
            {},
            {"q": "x"},
            {"import_file": ""},
            {"import_file": SimpleUploadedFile("a.csv", b"")},
            {"import_file": SimpleUploadedFile("a.csv", b"\xff\xfe\x00x")},
            {"import_file": SimpleUploadedFile("a.xlsx", b"PK no workbook")},
            {"import_file": SimpleUploadedFile("a.csv", b"a,b\n/x/\n/y/,/z/,/w/\n")},
        ):
            assert client.post(start, data).status_code in (200, 302), data
            assert client.post(process, data).status_code in (200, 302), data


class TestChoosers:
    NUMBERS = ("NaN", "0", "-1", "1e400", "9" * 40, "x", "%00", "1.5", "\u0663")

    @pytest.mark.parametrize(
        "chooser",
        [
            "consultant_chooser",
            "corporate_product_chooser",
            "shop_product_chooser",
            "wagtailimages_chooser",
            "wagtaildocs_chooser",
        ],
    )
    def test_what_is_no_number_is_not_found(self, browser, chooser):
        client = browser("Administrator")
        for number in self.NUMBERS:
            for address in (
                reverse(f"{chooser}:chosen", args=["1"]).replace("/1/", f"/{number}/"),
                reverse(f"{chooser}:chosen_multiple") + f"?id={number}",
                reverse(f"{chooser}:choose") + f"?p={number}&collection_id={number}",
                reverse(f"{chooser}:choose_results") + f"?p={number}&q={number}",
            ):
                assert client.get(address).status_code in (200, 404), address

    def test_a_chooser_that_makes_nothing_has_nothing_to_post_to(self, browser):
        for role in ("Administrator", "Consultant desk"):
            client = browser(role)
            url = reverse("consultant_chooser:create")
            assert client.get(url).status_code in (302, 404)
            assert client.post(url, {}).status_code in (302, 404)

    def test_names_are_for_whom_the_list_is_for(self, browser):
        consultant = make_consultant("Lucía", "Reservada", alias="lucia")
        image, document = (
            make_image("Secreta"),
            get_document_model().objects.create(
                title="Secreto", file=ContentFile(b"%PDF-1.4", name="a.pdf")
            ),
        )
        opened = {}
        for role in ("Marketer", "Merchandiser", "Order desk", "Consultant desk"):
            client = browser(role)
            opened[role] = [
                client.get(address).status_code == 200
                for chooser, thing in (
                    ("consultant_chooser", consultant),
                    ("wagtailimages_chooser", image),
                    ("wagtaildocs_chooser", document),
                )
                for address in (
                    reverse(f"{chooser}:chosen", args=[thing.pk]),
                    reverse(f"{chooser}:chosen_multiple") + f"?id={thing.pk}",
                )
            ]
            pick = reverse("wagtailimages_chooser:select_format", args=[image.pk])
            opened[role].append(client.get(pick).status_code == 200)
        assert opened == {
            "Marketer": [True] * 7,
            "Merchandiser": [False, False, True, True, True, True, True],
            "Order desk": [False] * 7,
            "Consultant desk": [False] * 7,
        }


def test_titles_of_pages_are_not_shown_to_whoever_cannot_move_them(browser):
    page, other = make_page("Borrador", "borrador", publish=False), make_page("Otra", "otra")
    url = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, other.pk])
    for role in ("Merchandiser", "Order desk", "Consultant desk"):
        answer = browser(role).get(url)
        assert answer.status_code == 302 and "Borrador" not in answer.content.decode()
    assert browser("Marketer").get(url).status_code == 200


def test_the_clocks_that_one_may_choose_are_places(browser):
    html = browser("Marketer").get(reverse("wagtailadmin_account")).content.decode()
    assert 'value="America/Bogota"' in html
    assert 'value="localtime"' not in html and 'value="Factory"' not in html


def test_a_page_form_without_its_fields_is_refused_and_no_error_of_ours(browser):
    page = make_page("Historia", "historia")
    answer = browser("Marketer").post(
        reverse("wagtailadmin_pages:edit", args=[page.pk]), {"title": "x"}
    )
    assert answer.status_code == 400


def test_people_who_open_pages_at_once_get_each_their_own_words():
    # given one field of an editor, as all threads of a process share it
    converter = ContentstateConverter(features=["bold", "link"])
    texts = [f"<p>{name} <b>{name}</b></p>" * 40 for name in ("uno", "dos", "tres", "cuatro")]
    right = [converter.from_database_format(text) for text in texts]
    # when many open it at once
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(converter.from_database_format, texts * 25))
    # then nobody reads another's words (keys of blocks are random)
    plain = [[block["text"] for block in json.loads(state)["blocks"]] for state in found]
    assert plain == [[block["text"] for block in json.loads(one)["blocks"]] for one in right] * 25


@pytest.mark.parametrize("view", ["wagtailadmin_pages:move", "wagtailadmin_pages:copy"])
def test_a_parent_that_is_no_number_is_a_bad_request(db, browser, view):
    page = make_page("Historia", "historia")

    answer = browser("Administrator").post(
        reverse(view, args=[page.pk]),
        {"new_parent_page": "NaN", "new_title": "x", "new_slug": "x"},
    )

    assert answer.status_code == 400


def test_an_onward_address_that_is_none_is_a_bad_request(db, browser):
    picture = make_image("Uno")

    answer = browser("Administrator").post(
        reverse("wagtailimages:edit", args=[picture.pk]) + "?next=1",
        {"title": "Dos", "next": "1", "collection": picture.collection_id},
    )

    assert answer.status_code == 400


# wagtail-localize turns the report's pages without an order.
@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
@pytest.mark.parametrize(
    "role, reads",
    [("Marketer", True), ("Merchandiser", True), ("Order desk", False), ("Consultant desk", False)],
)
def test_the_report_of_translations_is_for_whoever_translates(browser, role, reads):
    client, url = browser(role), reverse("wagtail_localize:translations_report")
    assert (client.get(url).status_code == 200) == reads
    assert (url in client.get("/admin/").content.decode()) == reads


def test_labels_of_bulk_actions_are_not_cut(browser):
    assert "admin-shop/everywhere.css" in browser("Order desk").get("/admin/").content.decode()


NO_RICH_TEXT = ["1", "a", "[]", '{"blocks": 1}', '{"blocks": [1]}', "[" * 3000]


@pytest.mark.parametrize("written", NO_RICH_TEXT)
def test_rich_text_that_is_none_is_a_bad_request(db, browser, written):
    contact = make_contact_page()

    answer = browser("Administrator").post(
        reverse("wagtailadmin_pages:edit", args=[contact.pk]), {"title": "x", "intro": written}
    )

    assert answer.status_code == 400


def test_a_number_that_no_column_holds_is_a_bad_request(db, browser):
    client = browser("Administrator")
    page, image = make_page("Historia", "historia"), make_image()
    log(page, "wagtail.edit", user=User.objects.get())
    history = reverse("wagtailadmin_pages:history_results", args=[page.pk])
    assert client.get(history, {"user": "9" * 40}).status_code == 400
    assert client.get(history, {"user": "1"}).status_code == 200
    point = {f"focal_point_{name}": "9" * 400 for name in ("x", "y", "width", "height")}
    picture = reverse("wagtailimages:edit", args=[image.pk])
    assert client.post(picture, {"title": "", **point}).status_code == 400


@pytest.mark.parametrize(
    "fault",
    [
        OverflowError("date value out of range"),
        DataError("value too long for type character varying(20)"),
    ],
)
def test_another_fault_beside_a_long_number_stays_a_fault(rf, fault):
    request = rf.post("/admin/people/1/", {"phone": "3045351581", "ean": "7701234567890"})
    assert AdminGuardMiddleware(lambda asked: None).process_exception(request, fault) is None
