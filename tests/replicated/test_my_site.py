""" "My site": what a consultant writes is kept, checked, and public only once it is published."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image as Pillow
from wagtail.images import get_image_model

from people.services import erase_person, export_person
from replicated.consultants.services import set_site
from replicated.storefronts import contacts, services
from replicated.storefronts.models import SitePhoto, SiteProfile

from .factories import make_person
from .site_factories import photo_file, write_site

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
PAGE = "/es-co/account/my-site/"


@pytest.fixture
def hers(client, lili):
    """Lili's browser, signed in."""
    client.force_login(lili.person.user)
    return client


def typed(**changes) -> dict:
    return {"name": "Lili G.", "city": "Cali", "action": "save", **changes}


def test_a_draft_is_kept_and_nobody_sees_it(hers, lili, client):
    response = hers.post(PAGE, typed(greeting_es="Hola a todas", phone="300 444 5566"), follow=True)
    assert response.redirect_chain, response.context["form"].errors
    assert "Nadie lo ve" in response.content.decode()
    lili.refresh_from_db()
    profile = lili.site_profile
    assert profile.state == SiteProfile.State.DRAFT and lili.card == {}
    assert profile.draft["words"]["es"]["greeting"] == "Hola a todas"
    assert profile.draft["contact"]["phone"] == {"value": "+573004445566", "show": False}
    html = hers.get("/@lili-gomez/es-co/").content.decode()
    assert "Lili G." not in html and "Hola a todas" not in html
    assert 'value="Cali"' in hers.get(PAGE).content.decode()


def test_publishing_shows_it_at_once(hers, lili):
    hers.post(PAGE, typed(action="publish", city="Cali"))
    lili.refresh_from_db()
    assert lili.card["name"] == "Lili G." and lili.card["city"] == "Cali"
    assert lili.site_profile.state == SiteProfile.State.PUBLISHED
    assert "Lili G." in hers.get("/@lili-gomez/es-co/").content.decode()
    hers.post(PAGE, typed(name="Lili nueva"))
    lili.site_profile.refresh_from_db()
    assert lili.site_profile.state == SiteProfile.State.DRAFT
    assert "Lili nueva" not in hers.get("/@lili-gomez/es-co/").content.decode()


@pytest.mark.parametrize(
    ("field", "text", "error"),
    [
        ("name", "", "nombre"),
        ("name", "Li\0li", "control"),
        ("name", "x" * 61, "60"),
        ("phone", "doce", "tel"),
        ("email", "lili arroba", "correo"),
        ("instagram", "https://evil.example/lili", "Instagram"),
        ("instagram", "javascript:alert(1)", "Instagram"),
        ("facebook", "https://www.facebook.com.evil.example/lili", "Facebook"),
        ("tiktok", "<script>", "TikTok"),
        ("youtube", "//evil.example/lili", "YouTube"),
        ("greeting_es", "x" * 241, "240"),
        ("story_en", "x" * 2001, "2000"),
    ],
)
def test_bad_input_is_refused_in_words_and_nothing_typed_is_lost(hers, lili, field, text, error):
    response = hers.post(PAGE, typed(city="Pereira", **{field: text}))
    html = response.content.decode()
    assert response.status_code == 200
    assert "<title>\n" in html or "<title>Error:" in html
    errors = response.context["form"].errors
    assert list(errors) == [field] and error.lower() in " ".join(errors[field]).lower()
    assert 'value="Pereira"' in html
    assert not SiteProfile.objects.exists()


@pytest.mark.parametrize(
    ("kind", "text", "address"),
    [
        ("instagram", "@lili.gomez", "https://www.instagram.com/lili.gomez"),
        ("instagram", "instagram.com/lili/?hl=es", "https://www.instagram.com/lili"),
        ("facebook", "https://www.facebook.com/profile.php?id=1000123",
         "https://www.facebook.com/profile.php?id=1000123"),
        ("tiktok", "https://www.tiktok.com/@lili", "https://www.tiktok.com/@lili"),
        ("youtube", "https://youtube.com/channel/UC" + "a" * 22,
         "https://www.youtube.com/channel/UC" + "a" * 22),
    ],
)  # fmt: skip
def test_social_pages_are_found_by_name_or_address(kind, text, address):
    assert contacts.clean_address(kind, text) == address


def test_words_keep_their_lines_and_lose_what_misleads(hers, lili):
    hers.post(PAGE, typed(story_es="Uno\r\n\r\nDos \u202eoculto\x07"))
    assert SiteProfile.objects.get().draft["words"]["es"]["story"] == "Uno\n\nDos oculto"


# --- Photos


def test_a_photo_is_drawn_anew_and_kept_apart(hers, lili):
    hers.post(PAGE, {**typed(), "photo": photo_file(size=(1200, 900), gps=True)})
    image = SitePhoto.objects.get(consultant=lili).image
    assert image.collection.name == "Consultants"
    assert "lili" not in image.file.name.lower()
    with image.file.open() as file, Pillow.open(file) as kept:
        assert kept.format == "JPEG" and not kept.getexif()
    assert lili.card == {}
    services.publish(consultant=lili)
    lili.refresh_from_db()
    assert lili.card["photo"]["width"] == 480 and "960w" not in lili.card["photo"]["srcset"]
    assert lili.card["og_image"].startswith("/media/")


def test_a_new_photo_replaces_the_old_one_when_it_is_published(lili, hers):
    write_site(lili, photo=True)
    first = SitePhoto.objects.get().image_id
    hers.post(PAGE, {**typed(), "photo": photo_file("#5E7361")})
    assert SitePhoto.objects.count() == 2  # what is public keeps its own
    hers.post(PAGE, typed(action="publish"))
    assert SitePhoto.objects.count() == 1
    assert not get_image_model().objects.filter(pk=first).exists()


def test_a_good_photo_stays_when_something_else_is_wrong(hers, lili):
    response = hers.post(PAGE, {**typed(name=""), "photo": photo_file()})
    assert "photo" not in response.context["form"].errors
    assert SiteProfile.objects.get().draft["photo"] == SitePhoto.objects.get().image_id


def test_a_photo_can_be_taken_off(hers, lili):
    write_site(lili, photo=True)
    hers.post(PAGE, typed(remove_photo="on", action="publish"))
    lili.refresh_from_db()
    assert lili.card["photo"] is None and lili.card["og_image"] == ""
    assert not SitePhoto.objects.exists()


def test_a_photo_deleted_by_staff_leaves_the_site(lili):
    write_site(lili, photo=True)
    SitePhoto.objects.get().image.delete()
    lili.refresh_from_db()
    assert lili.card["photo"] is None
    assert lili.site_profile.draft["photo"] is None


def large():
    return SimpleUploadedFile("l.jpg", b"\xff\xd8" + b"0" * (8 * 1024 * 1024), "image/jpeg")


def bomb():
    buffer = BytesIO()
    Pillow.new("1", (9000, 9000)).save(buffer, "PNG")
    return SimpleUploadedFile("b.png", buffer.getvalue(), "image/png")


def gif():
    buffer = BytesIO()
    Pillow.new("P", (500, 500)).save(buffer, "GIF")
    return SimpleUploadedFile("a.jpg", buffer.getvalue(), "image/jpeg")


@pytest.mark.parametrize(
    ("upload", "error"),
    [
        (large, "8 MB"),
        (bomb, "40"),
        (gif, "JPEG"),
        (lambda: photo_file(size=(400, 100)), "320"),
        (lambda: SimpleUploadedFile("a.jpg", b"<script>alert(1)</script>"), "JPEG"),
        (lambda: SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), "JPEG"),
        (lambda: SimpleUploadedFile("a.jpg", photo_file().read()[:900]), "JPEG"),
        (lambda: SimpleUploadedFile("a.jpg", b""), ""),
    ],
)
def test_what_is_no_photo_is_refused(hers, lili, upload, error):
    response = hers.post(PAGE, {**typed(city="Pereira"), "photo": upload()})
    assert error in " ".join(response.context["form"].errors["photo"])
    assert 'value="Pereira"' in response.content.decode()
    assert not SitePhoto.objects.exists()


# --- Whose it is


@pytest.mark.parametrize("name", ["my_site", "my_site_favourites", "my_site_address",
                                  "my_site_share", "my_site_preview"])  # fmt: skip
def test_only_consultants_have_one(client, lili, name):
    address = f"/es-co{reverse(name).removeprefix('/es-co')}"
    assert client.get(address).status_code == 302  # to the sign-in
    client.force_login(make_person("Ana", registered=True).user)
    assert client.get(address).status_code == 403
    set_site(consultant=lili, state="ended")
    client.force_login(lili.person.user)
    assert client.get(address).status_code == 403


def test_no_address_leads_to_anothers(client, lili, marta):
    """There is no number in any address: it is always the one who signed in."""
    write_site(lili, words={"es": {"greeting": "Secreto de Lili"}}, publish=False)
    client.force_login(marta.person.user)
    for path in ("", "preview/", "favorites/", "share/"):
        for prefix in ("", "/@lili-gomez"):
            query = {"consultant": lili.pk, "pk": lili.pk, "alias": lili.alias}
            response = client.get(f"{prefix}{PAGE}{path}", query)
            assert "Secreto de Lili" not in response.content.decode()
    client.post(f"/@lili-gomez{PAGE}", typed(name="Marta R.", consultant=lili.pk))
    assert lili.site_profile.draft["name"] == "Lili Gómez"
    assert marta.site_profile.draft["name"] == "Marta R."


def test_pages_of_the_account_are_never_stored(hers):
    for path in ("", "preview/", "favorites/", "name/", "share/", "share/code.svg"):
        assert "no-store" in hers.get(PAGE + path).headers["Cache-Control"]


# --- The site's name


def test_renaming(hers, lili, marta):
    page = f"{PAGE}name/"
    assert hers.post(page, {"alias": "lili-cali"}).status_code == 302
    lili.refresh_from_db()
    assert lili.alias == "lili-cali"
    for alias, words in (("marta-ruiz", "tomado"), ("m\u0430rta", "letras"), ("a", "al menos 3"),
                         ("admin", "empresa"), ("x" * 500, "200")):  # fmt: skip
        response = hers.post(page, {"alias": alias})
        assert words in " ".join(response.context["form"].errors["alias"]), alias
        assert f'value="{alias}"' in response.content.decode()
    lili.refresh_from_db()
    assert lili.alias == "lili-cali"


def test_nobody_collects_names(hers, lili):
    for number in range(5):
        hers.post(f"{PAGE}name/", {"alias": f"lili-sitio-{'abcde'[number]}"})
    response = hers.post(f"{PAGE}name/", {"alias": "lili-otra"})
    assert "mañana" in " ".join(response.context["form"].errors["alias"])


# --- Privacy


@pytest.mark.engine
def test_a_person_takes_their_site_along_and_is_forgotten_with_it(lili):
    write_site(lili, photo=True, city="Medellín")
    person = lili.person
    assert export_person(person)["site"]["published"]["city"] == "Medellín"
    erase_person(person, by=None)
    lili.refresh_from_db()
    assert lili.card == {} and not SiteProfile.objects.exists() and not SitePhoto.objects.exists()
    assert not get_image_model().objects.exists()


def test_refused_names_and_own_former_ones_do_not_count_as_tries(lili, marta):
    from replicated.storefronts.views.portal import RENAMES_A_DAY
    from tests.checkout.conftest import Shopper

    browser = Shopper()
    browser.force_login(lili.person.user)
    path = reverse("my_site_address")
    for _time in range(RENAMES_A_DAY + 1):
        assert browser.at(path, {"alias": "marta-ruiz"}).status_code == 200
    for number in range(RENAMES_A_DAY):
        assert browser.at(path, {"alias": f"lili-{'abcdefgh'[number]}"}).status_code == 302
    assert browser.at(path, {"alias": "lili-otra"}).status_code == 200
    assert browser.at(path, {"alias": "lili-gomez"}).status_code == 302
