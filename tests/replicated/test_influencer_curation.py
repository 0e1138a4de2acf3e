"""In the back office an influencer sees and touches what is theirs, and nothing else."""

import json
from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import NoReverseMatch, reverse
from PIL import Image as Drawing
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page
from wagtail.test.utils.form_data import nested_form_data, streamfield

from replicated.influencers.models import InfluencerPage
from tests.access.addresses import admin_addresses
from tests.cms.factories import home, make_page
from tests.factories import listed, product
from tests.prepared import fresh
from tests.recognized import recognize
from tests.unindexed import index_everything

from .influencer_factories import (
    company_image,
    make_influencer,
    own_image,
    own_page,
    publish,
    site_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]
Document = get_document_model()

# Words that stand on what is not Vale's. None of them may ever be shown to her.
SECRET = "Ajeno"


def make_document(title, collection):
    return Document.objects.create(
        title=title, collection=collection, file=ContentFile(b"%PDF-1.4", name="hoja.pdf")
    )


class Theirs:
    """What belongs to one influencer, or to the company."""

    def __init__(self, home, page, image, document):
        self.home, self.page, self.image, self.document = home, page, image, document

    def fresh(self) -> "Theirs":
        return Theirs(*map(fresh, (self.home, self.page, self.image, self.document)))


def belongings(consultant, words: str) -> Theirs:
    page = publish(
        own_page(consultant, "story"),
        title=f"Historia {words}",
        body=[("text", {"text": f"<p>{words}</p>"})],
    )
    document = make_document(f"Documento {words}", site_of(consultant).collection)
    image = own_image(consultant, f"Foto {words}")
    image.tags.add(f"etiqueta-{words}")
    return Theirs(own_page(consultant), page, image, document)


@pytest.fixture
def own(vale) -> Theirs:
    return belongings(vale, "propia")


@pytest.fixture(scope="module")
def _others(prepare) -> Theirs:
    def make():
        made = belongings(make_influencer("Sol", f"Paz {SECRET}", alias="sol-paz"), SECRET)
        # What Wagtail's search does not know it need not keep back.
        index_everything()
        return made

    return prepare(make)


@pytest.fixture
def others(db, _others) -> Theirs:
    """Another influencer's."""
    return _others.fresh()


@pytest.fixture
def companys(db) -> Theirs:
    draft = make_page(f"Lanzamiento {SECRET}", "lanzamiento", publish=False)
    draft.save()  # and so in Wagtail's search, which factories leave out
    root = Collection.get_first_root_node()
    return Theirs(
        home(),
        draft,
        company_image(f"Campaña {SECRET}"),
        make_document(f"Precios {SECRET}", root),
    )


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def admin(vale) -> Client:
    return signed_in(vale.person.user)


def is_refused(response) -> bool:
    """Sent away from what was asked for, or told no. Never with a word of it."""
    return response.status_code in (302, 403, 404) and SECRET not in response.content.decode()


# --- Every view


def admin_patterns():
    """(name, names of arguments) of every address of the back office."""
    return [address[:2] for address in admin_addresses()]


def arguments(names, theirs: Theirs, view: str) -> dict:
    """Arguments that name somebody else's things."""
    number = theirs.page.pk
    if "image" in view:
        number = theirs.image.pk
    elif "docs" in view or "document" in view:
        number = theirs.document.pk
    revision = theirs.page.latest_revision_id or 1
    known = {
        "app_label": "wagtailcore", "model_name": "page", "action": "delete",
        "content_type_app_name": "influencers", "content_type_model_name": "influencerpage",
        "app_name": "influencers", "action_name": "approve", "filter_spec": "max-100x100",
        "revision_id": revision, "revision_id_a": revision, "revision_id_b": "latest",
        "slug": "x", "number": "x", "paper": "x", "mode": "es-co", "uidb64": "x", "token": "x",
        "image_id": theirs.image.pk, "document_id": theirs.document.pk,
        "doc_id": theirs.document.pk,
    }  # fmt: skip
    return {name: known.get(name, number) for name in names}


def addresses_of(*owners: Theirs):
    """(name of the view, address, words to search with), each once."""
    known = set()
    for name, names in admin_patterns():
        if name in ("wagtailadmin_logout", "wagtailadmin_error_test"):
            continue
        for theirs in owners:
            try:
                url = reverse(name, kwargs=arguments(names, theirs, name))
            except NoReverseMatch:
                continue
            # Searched for with half of the word, so that what comes back is what was found.
            query = {"id": theirs.page.pk, "q": SECRET[:4], "for_explorer": "1", "locale": "es"}
            for data in ({}, query, query | {"q": "Foto"}):
                if (question := (url, *data.items())) not in known:
                    known.add(question)
                    yield name, url, data


def test_no_view_shows_what_is_not_theirs(own, admin, companys, others, settings):
    recognize(settings, admin)
    seen, asked = [], 0
    for name, url, data in addresses_of(others, companys):
        asked += 1
        # Each refusal leaves a message for the next page, and none comes to show them.
        admin.cookies.pop("messages", None)
        response = admin.get(url, data)
        html = response.content.decode() if response.status_code == 200 else ""
        if SECRET in html:
            at = html.index(SECRET)
            seen.append((name, url, html[max(0, at - 80) : at + 40]))
    assert asked > 2000
    assert not seen, seen


def test_what_is_refused_is_the_rule_and_not_the_exception(own, admin):
    """Whoever adds a view to the back office adds nothing to what influencers see."""
    refused = 0
    for name, names in admin_patterns():
        if names or name.startswith(("wagtailadmin_logout", "wagtailadmin_login")):
            continue
        response = admin.get(reverse(name))
        refused += response.status_code in (302, 403)
    assert refused > 60
    for name in (
        "wagtailadmin_reports:site_history", "wagtailadmin_reports:aging_pages",
        "wagtailadmin_reports:workflow", "wagtailadmin_reports:workflow_tasks",
        "wagtailadmin_reports:locked_pages", "wagtailadmin_reports:page_types_usage",
        "wagtail_localize:translations_report", "wagtailsnippets:index", "wagtailusers_users:index",
        "wagtailusers_groups:index", "wagtailadmin_collections:index",
        "wagtailadmin_workflows:index", "wagtailadmin_tag_autocomplete",
        "wagtailadmin_api:images:listing",
        "wagtailadmin_api:documents:listing", "person:index", "order_desk:index", "products:index",
        "consultant:index", "corporate_product_chooser:choose", "wagtailredirects:index",
    ):  # fmt: skip
        assert is_refused(admin.get(reverse(name))), name


# --- Their own


OWN_VIEWS = [
    ("wagtailadmin_explore", "home"), ("wagtailadmin_explore", "page"),
    ("wagtailadmin_pages:edit", "home"),
    ("wagtailadmin_pages:edit", "page"), ("wagtailadmin_pages:view_draft", "page"),
    ("wagtailadmin_pages:history", "page"), ("wagtailadmin_pages:usage", "page"),
    ("wagtailadmin_pages:workflow_history", "page"), ("wagtailimages:edit", "image"),
    ("wagtailimages:image_usage", "image"), ("wagtailimages_chooser:chosen", "image"),
    ("wagtaildocs:edit", "document"), ("wagtaildocs_chooser:chosen", "document"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "what"), OWN_VIEWS)
def test_own_things_open_and_others_do_not(own, others, companys, admin, name, what):
    assert admin.get(reverse(name, args=[getattr(own, what).pk])).status_code in (200, 301)
    for theirs in (others, companys):
        assert is_refused(admin.get(reverse(name, args=[getattr(theirs, what).pk])))
        assert is_refused(admin.post(reverse(name, args=[getattr(theirs, what).pk])))
    assert is_refused(admin.get(reverse(name, args=[99999999])))


@pytest.mark.parametrize(
    "name",
    ["wagtailadmin_pages:set_privacy", "wagtailadmin_pages:move", "wagtailadmin_pages:copy",
     "wagtailadmin_pages:lock", "wagtailadmin_pages:unlock", "wagtailadmin_pages:unpublish",
     "wagtail_localize:submit_page_translation", "wagtail_localize:convert_to_alias"],
)  # fmt: skip
def test_what_is_not_theirs_to_do_is_refused_on_their_own_pages_too(own, admin, name):
    before = list(Page.objects.order_by("pk").values_list("pk", "path", "live"))
    for method in (admin.get, admin.post):
        assert is_refused(method(reverse(name, args=[own.page.pk])))
    assert list(Page.objects.order_by("pk").values_list("pk", "path", "live")) == before


def test_the_explorer_begins_at_their_home(own, others, companys, admin):
    address = reverse("wagtailadmin_explore", args=[own.home.pk])
    assert admin.get(reverse("wagtailadmin_explore_root")).url == address
    for elsewhere in (Page.get_first_root_node(), own.home.get_parent(), others.home, home()):
        response = admin.get(reverse("wagtailadmin_explore", args=[elsewhere.pk]))
        assert response.url == address
    html = admin.get(address).content.decode()
    assert "Historia propia" in html and "Vale Ríos" in html
    for path in ("/copy/", "/move/", "/privacy/"):
        assert f"{own.page.pk}{path}" not in html


def test_the_menu_offers_what_is_open(own, admin):
    props = admin.get(reverse("wagtailadmin_home")).content.decode()
    for address in ("own-pages", "/admin/images/", "/admin/documents/"):
        assert address in props
    for address in ("/admin/reports/", "/admin/settings/", "/admin/snippets/", "/admin/users/",
                    "/admin/orders/", "/admin/people/", "/admin/form-answers/", "/admin/catalogue/",
                    "/admin/consultants/"):  # fmt: skip
        assert f'"{address}' not in props and f"&quot;{address}" not in props


# --- Choosers, search, API


def test_the_page_chooser_offers_own_pages_and_what_anybody_can_read(own, others, companys, admin):
    about = make_page("Nosotras públicas", "nosotras")
    browse = reverse("wagtailadmin_choose_page")
    html = admin.get(browse, {"locale": "es"}).json()["html"]
    assert "Inicio" in html and SECRET not in html
    html = admin.get(reverse("wagtailadmin_choose_page_child", args=[home().pk])).json()["html"]
    assert about.title in html and SECRET not in html
    index = own.home.get_parent()
    html = admin.get(reverse("wagtailadmin_choose_page_child", args=[index.pk])).json()["html"]
    assert "Vale Ríos" in html and SECRET not in html and "{name}" not in html
    html = admin.get(reverse("wagtailadmin_choose_page_child", args=[own.home.pk])).json()["html"]
    assert "Historia propia" in html
    for theirs in (others.home, others.page, companys.page):
        url = reverse("wagtailadmin_choose_page_child", args=[theirs.pk])
        assert is_refused(admin.get(url))
        url = reverse("wagtailadmin_choose_page_chosen_multiple")
        assert is_refused(admin.get(url, {"id": [own.page.pk, theirs.pk]}))
    html = admin.get(reverse("wagtailadmin_choose_page_search"), {"q": "Historia"}).content.decode()
    assert "propia" in html and SECRET not in html


@pytest.mark.parametrize(
    ("chooser", "what"), [("wagtailimages_chooser", "image"), ("wagtaildocs_chooser", "document")]
)
def test_media_choosers_offer_their_own_collection(own, others, companys, admin, chooser, what):
    for data in ({}, {"collection_id": getattr(others, what).collection_id}):
        html = admin.get(reverse(f"{chooser}:choose"), data).content.decode()
        assert SECRET not in html
    html = admin.get(reverse(f"{chooser}:choose_results")).content.decode()
    assert "propia" in html and SECRET not in html
    mine = getattr(own, what).pk
    assert admin.get(reverse(f"{chooser}:chosen", args=[mine])).status_code == 200
    for theirs in (others, companys):
        pk = getattr(theirs, what).pk
        assert is_refused(admin.get(reverse(f"{chooser}:chosen", args=[pk])))
        url = reverse(f"{chooser}:chosen_multiple")
        assert is_refused(admin.get(url, {"id": [mine, pk]}))


def test_the_product_chooser_offers_what_is_sold(own, admin):
    sold, secret = product("Crema", "Cream"), product(f"Suero {SECRET}", "Serum", prices={})
    listed(sold)
    html = admin.get(reverse("influencer_products:choose_results")).content.decode()
    assert "Crema" in html and SECRET not in html
    assert admin.get(reverse("influencer_products:chosen", args=[sold.pk])).status_code == 200
    assert is_refused(admin.get(reverse("influencer_products:chosen", args=[secret.pk])))


def test_they_come_in_to_a_list_of_their_pages(own, others, companys, admin):
    html = admin.get(reverse("wagtailadmin_home")).content.decode()
    for page in (own.home, own.page):
        assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in html
    assert "Mis páginas" in html and SECRET not in html


def test_an_open_editor_says_that_it_is_open_for_own_pages_only(own, others, admin):
    def ping(page):
        args = ["wagtailcore", "page", page.pk, 1]
        return admin.post(reverse("wagtailadmin_editing_sessions:ping", args=args))

    assert ping(own.page).status_code == 200
    assert is_refused(ping(others.page))


def test_search_and_the_api_know_their_pages_only(own, others, companys, admin):
    html = admin.get(reverse("wagtailadmin_pages:search"), {"q": "Historia"}).content.decode()
    assert "Historia propia" in html and SECRET not in html
    listing = admin.get(reverse("wagtailadmin_api:pages:listing"), {"limit": 20}).json()
    titles = {item["title"] for item in listing["items"]}
    assert titles <= {"Influencers", "Vale Ríos", "Historia propia", "Mi estilo de vida",
                      "Mis favoritos", "My story", "My lifestyle", "My favorites"}  # fmt: skip
    detail = reverse("wagtailadmin_api:pages:detail", args=[own.page.pk])
    assert admin.get(detail).status_code == 200
    for theirs in (others, companys):
        detail = reverse("wagtailadmin_api:pages:detail", args=[theirs.page.pk])
        assert is_refused(admin.get(detail))
        for action in ("publish", "copy", "delete", "move"):
            url = reverse("wagtailadmin_api:pages:action", args=[theirs.page.pk, action])
            assert is_refused(admin.post(url, {}, content_type="application/json"))
    url = reverse("wagtailadmin_api:pages:action", args=[own_draft(own).pk, "publish"])
    assert is_refused(admin.post(url, {}, content_type="application/json"))


def own_draft(own) -> InfluencerPage:
    return InfluencerPage.objects.child_of(own.home).filter(live=False).first()


# --- Writing


def form_of(page, **changes) -> dict:
    """What the editor's form of a page sends."""
    body = changes.pop("body", [("text", {"text": "<p>x</p>", "markets": []})])
    fields = {"title": page.title, "slug": page.slug, "markets": [], "comments-TOTAL_FORMS": 0,
              "comments-INITIAL_FORMS": 0, "body": streamfield(body)}  # fmt: skip
    data = nested_form_data(fields | changes)
    for key in [key for key in data if key.endswith("-text")]:
        # Rich text travels as Draftail's own JSON.
        blocks = [{"key": "a", "text": "Cambiado", "type": "unstyled", "depth": 0,
                   "inlineStyleRanges": [], "entityRanges": []}]  # fmt: skip
        data[key] = json.dumps({"blocks": blocks, "entityMap": {}})
    return {key: value for key, value in data.items() if value not in ([], None)}


def test_they_edit_and_do_not_publish(own, admin):
    url = reverse("wagtailadmin_pages:edit", args=[own.page.pk])
    response = admin.post(url, form_of(own.page, title="Nueva") | {"action-publish": "1"})
    assert response.status_code == 302
    page = InfluencerPage.objects.get(pk=own.page.pk)
    assert page.title == "Historia propia" and page.has_unpublished_changes
    assert page.get_latest_revision_as_object().title == "Nueva"
    assert page.get_latest_revision().user == page.owner


def test_they_edit_nobody_elses(own, others, companys, admin):
    for theirs in (others.page, others.home, companys.page, home()):
        url = reverse("wagtailadmin_pages:edit", args=[theirs.pk])
        before = theirs.specific.latest_revision_id
        assert is_refused(admin.post(url, form_of(theirs, title="Robada")))
        assert Page.objects.get(pk=theirs.pk).latest_revision_id == before


def test_they_add_pages_below_their_own_only(own, others, companys, admin):
    def add(parent, model=("influencers", "influencerpage"), slug="rutina"):
        url = reverse("wagtailadmin_pages:add", args=[*model, parent.pk])
        page = InfluencerPage(title="Mi rutina", slug=slug)
        return admin.post(url, form_of(page))

    assert add(own.home).status_code == 302
    made = InfluencerPage.objects.get(slug="rutina", locale=own.home.locale)
    assert not made.live and made.get_parent().pk == own.home.pk and made.kind == "other"
    count = Page.objects.count()
    for parent in (others.home, others.page, home(), own.home.get_parent()):
        assert is_refused(add(parent, slug="otra"))
    assert add(own.home, ("corporate", "contentpage"), "otra").status_code in (302, 403, 404)
    taken = add(own.home, slug="catalogo")
    assert taken.status_code == 200 and "dirección" in taken.content.decode()
    assert Page.objects.count() == count


def test_a_page_that_they_added_is_written_in_the_other_language_too(own, admin):
    url = reverse("wagtailadmin_pages:add", args=["influencers", "influencerpage", own.home.pk])
    admin.post(url, form_of(InfluencerPage(title="Mi rutina", slug="rutina")))
    copy = InfluencerPage.objects.get(slug="rutina", locale__language_code="en")
    assert copy.alias_of_id
    edit = reverse("wagtailadmin_pages:edit", args=[copy.pk])
    convert = reverse("wagtailadmin_pages:convert_alias", args=[copy.pk])
    assert admin.get(edit).url == convert
    assert admin.get(convert).status_code == 200
    admin.post(convert)
    assert admin.get(edit).status_code == 200
    admin.post(edit, form_of(copy, title="My routine"))
    copy = InfluencerPage.objects.get(pk=copy.pk)
    assert not copy.alias_of_id
    assert copy.get_latest_revision_as_object().title == "My routine"


@pytest.mark.parametrize("whose", ["others", "companys"])
def test_a_guessed_number_puts_nobody_elses_file_on_a_page(own, whose, request, admin):
    theirs = request.getfixturevalue(whose)
    body = [("image", {"image": theirs.image.pk, "alt": "", "caption": "", "width": "text"})]
    url = reverse("wagtailadmin_pages:edit", args=[own.page.pk])
    for form in (
        form_of(own.page, body=body),
        form_of(own.page, title="", body=body),
        *(
            form_of(own.page) | {"share_image": written.format(theirs.image.pk)}
            # The database takes each of them for the number.
            for written in ("{}", " {}", "+{}", "{}\t", "{}.0", "00{}")
        ),
        form_of(own.page) | {"share_image": "99999999"},  # nor whether there is one
    ):
        assert is_refused(admin.post(url, form))
        assert is_refused(admin.post(f"{url}preview/", form))
    assert InfluencerPage.objects.get(pk=own.page.pk).latest_revision.user is None
    body = [("image", {"image": own.image.pk, "alt": "", "caption": "", "width": "text"})]
    assert admin.post(url, form_of(own.page, body=body)).status_code == 302


def test_uploads_land_in_their_own_collection(own, others, admin):
    drawing = BytesIO()
    Drawing.new("RGB", (40, 40), "#5E7361").save(drawing, "PNG")
    root = Collection.get_first_root_node().pk
    for collection in ("", others.image.collection_id, root):
        file = SimpleUploadedFile("playa.png", drawing.getvalue(), content_type="image/png")
        upload = {"title": "Playa", "file": file, "collection": collection}
        admin.post(reverse("wagtailimages:add"), upload)
    made = get_image_model().objects.filter(title="Playa")
    assert made.exists()
    assert {image.collection_id for image in made} == {own.image.collection_id}


def test_bulk_actions_take_their_own_only(own, others, companys, admin):
    def bulk(model, action, ids):
        url = reverse("wagtail_bulk_action", args=[*model, action])
        query = "&".join(f"id={pk}" for pk in ids)
        return admin.get(f"{url}?{query}"), admin.post(f"{url}?{query}")

    image, document = ("wagtailimages", "image"), ("wagtaildocs", "document")
    for theirs in (others, companys):
        for model, action, pk in (
            (image, "delete", theirs.image.pk), (document, "delete", theirs.document.pk),
            (("wagtailcore", "page"), "delete", theirs.page.pk),
            (("wagtailcore", "page"), "publish", theirs.page.pk),
            (("wagtailcore", "page"), "move", theirs.page.pk),
        ):  # fmt: skip
            assert all(map(is_refused, bulk(model, action, [pk])))
            assert all(map(is_refused, bulk(model, action, [own.image.pk, pk])))
        assert theirs.image.__class__.objects.filter(pk=theirs.image.pk).exists()
    assert all(map(is_refused, bulk(image, "delete", ["all"])))
    assert all(map(is_refused, bulk(image, "add_to_collection", [own.image.pk])))
    get, _post = bulk(image, "delete", [own.image.pk])
    assert get.status_code == 200
    assert not get_image_model().objects.filter(pk=own.image.pk).exists()


# --- Who it is for


def test_a_consultant_who_is_no_influencer_is_not_let_in(lili):
    client = signed_in(lili.person.user)
    assert client.get(reverse("wagtailadmin_home")).status_code in (302, 403)


def test_who_is_switched_back_is_out_with_the_next_request(vale, own, admin):
    from replicated.consultants.services import set_site
    from replicated.influencers.services import sync_site

    assert admin.get(reverse("wagtailadmin_pages:edit", args=[own.page.pk])).status_code == 200
    set_site(consultant=vale, site_type="standard")
    sync_site(vale)
    for name, args in (
        ("wagtailadmin_home", []),
        ("wagtailadmin_pages:edit", [own.page.pk]),
        ("wagtailimages:index", []),
    ):
        assert admin.get(reverse(name, args=args)).status_code in (302, 403)


def test_staff_who_are_influencers_too_keep_what_staff_see(vale, own, companys, admin):
    from people.roles import grant

    grant(vale.person.user, "Marketer")
    url = reverse("wagtailadmin_pages:edit", args=[companys.page.pk])
    assert admin.get(url).status_code == 200


def test_a_permission_granted_on_top_opens_no_door(vale, own, others, admin):
    """The list of what is open holds, whatever the group is given by mistake."""
    group = site_of(vale).group
    group.permissions.add(*Permission.objects.exclude(codename="access_admin"))
    for name, args in (
        ("wagtailusers_users:index", []),
        ("person:index", []),
        ("wagtailadmin_pages:edit", [others.page.pk]),
    ):
        assert is_refused(admin.get(reverse(name, args=args)))


def test_production_asks_them_for_a_second_factor(own, admin, settings):
    settings.VITRINA_ADMIN_REQUIRES_SECOND_FACTOR = True
    response = admin.get(reverse("wagtailadmin_explore_root"))
    assert response.status_code == 302 and "second-factor" in response.url
