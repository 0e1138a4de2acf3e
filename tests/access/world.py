"""One thing of each kind that an address of the back office or the shop can name."""

import uuid
from datetime import date

from django.apps import apps
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone
from oscar.core.loading import get_model
from wagtail.contrib.redirects.models import Redirect
from wagtail.coreutils import resolve_model_string
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Locale, Page, Site, Task, Workflow
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from academy.certificates.models import Certificate, CertificateRule
from academy.certificates.services import issue
from academy.courses.models import Course, CoursePage
from academy.evaluations.models import Attempt, Evaluation, Question
from academy.forum.models import Member, Post, Thread
from academy.progress.services import enrol
from academy.reports.models import ReportExport
from cms.models import Announcement, Footer, FormSubmission, HeaderMenu
from commerce.arrangement.models import ThemedDay
from commerce.books.models import Difference, Statement
from commerce.copy.models import CategoryCopy, ProductCopy
from commerce.labels.models import Label, LabelPolicy
from commerce.policies.models import CheckoutPolicy, RefundLimit
from commerce.search.models import BestBet, Synonym
from corporate.models import ContactMessage, ContentPage
from people.models import Person
from people.roles import grant
from replicated.consultants.models import Consultant
from replicated.inbox.models import ConsultantMessage
from replicated.network.services import place
from replicated.storefronts.models import SiteProfile
from tests import factories
from tests.academy.courses.factories import lessons_of, make_course
from tests.academy.evaluations.factories import evaluation
from tests.academy.forum import factories as forum
from tests.cms.factories import home, make_image, make_page
from tests.offers.factories import coupon
from tests.order.conftest import Orders
from tests.replicated.factories import make_consultant, make_person
from tests.replicated.influencer_factories import make_influencer
from tests.replicated.network_factories import make_zone
from tests.replicated.test_inbox import make_message
from tests.replicated.test_portal import bind

ConditionalOffer = get_model("offer", "ConditionalOffer")
Country = get_model("address", "Country")
UserAddress = get_model("address", "UserAddress")

STAFF = {
    "marketer": "Marketer",
    "merchandiser": "Merchandiser",
    "order desk": "Order desk",
    "consultant desk": "Consultant desk",
    "trainer": "Trainer",
    "moderator": "Moderator",
    "administrator": "Administrator",
}
VISITORS = ("anonymous", "customer", "consultant", "influencer")


class World:
    def __init__(self, shop):
        person = make_person("Ana", "Díaz", email="ana@correo.example", registered=True)
        lili = make_consultant("Lili", "Gómez", alias="lili-gomez", code="1001")
        vale = make_influencer()
        bind(person, lili)
        place(consultant=lili, sponsor=None, zone=make_zone())
        factories.join(person.user, factories.customer_group())
        self.users = {
            "customer": person.user,
            "consultant": lili.person.user,
            "influencer": vale.person.user,
        }
        for who, group in STAFF.items():
            self.users[who] = make_person(who, registered=True).user
            grant(self.users[who], group)
        country, _made = Country.objects.get_or_create(iso_3166_1_a2="CO")
        self.address = UserAddress.objects.create(
            user=lili.person.user, first_name="Lili", line1="Calle 1", line4="Cali", country=country
        )
        order = Orders(shop, self.users["administrator"]).at("shipped")
        self.order = order
        self.things = {}
        for thing in self._make(shop, person, lili):
            self.things[type(thing)] = thing

    def _make(self, shop, person, lili):
        face = factories.category("Cara", "Face")
        colour = factories.attribute("colour", "Color", "Colour")
        fig = factories.option(colour, "fig", "Higo", "Fig")
        sold = factories.product("Crema", "Cream", categories=[face])
        yield from (person, person.user, lili, self.order, face, colour, fig, sold)
        yield from (colour.option_group, sold.product_class)
        yield ProductCopy.objects.filter(product=sold).first()
        yield CategoryCopy.objects.filter(category=face).first()
        self.offer, voucher = coupon("HOLA")
        yield from (self.offer, voucher)
        yield Group.objects.get(name="Marketer")
        page = make_page("Nosotras", "nosotras")
        yield from (page, make_image())
        yield get_document_model().objects.create(
            title="Hoja", file=ContentFile(b"%PDF-1.4", name="hoja.pdf")
        )
        yield Collection.get_first_root_node().add_child(name="Fotos")
        yield from (Locale.get_default(), Site.objects.get())
        workflow = Workflow.objects.first() or Workflow.objects.create(name="Revisión")
        yield workflow
        yield Task.objects.first() or Task.objects.create(name="Revisar")
        spanish = Locale.get_default()
        for model, words in ((HeaderMenu, {}), (Footer, {}), (Announcement, {"text": "<p>x</p>"})):
            found = model.objects.first() or model(locale=spanish, **words)
            found.save()
            found.save_revision()
            yield found
        yield FormSubmission.objects.create(page=page, form_id="x", form_title="Preguntas")
        yield ContactMessage.objects.create(
            name="Ana", email="ana@correo.example", subject="x", message="x"
        )
        yield make_message(lili)
        yield SiteProfile.objects.get_or_create(consultant=lili)[0]
        yield Label.objects.create(code="nuevo", colour="#5E2A3C")
        yield LabelPolicy.objects.get_or_create(market="co")[0]
        yield CheckoutPolicy.objects.get_or_create(market="co")[0]
        yield RefundLimit.objects.create(
            group=Group.objects.get(name="Order desk"), currency="COP", amount=1_000_000
        )
        yield Difference.objects.create(
            gateway="demo", kind="unknown", reference="x", last_seen=timezone.now()
        )
        yield Statement.objects.create(
            name="x.csv", currency="COP", content="D./M.;COP\n20/11/2026;1\n"
        )
        today = date(2026, 5, 1)
        yield ThemedDay.objects.create(name="Madres", first_day=today, last_day=today)
        yield Synonym.objects.create(language="es", typed="crema", meant="sérum")
        yield BestBet.objects.create(language="es", searches="crema", title="Crema")
        asked = evaluation()
        yield from (asked, Question.objects.get(), Question.objects.get().topic)
        yield Attempt.objects.create(
            person=person,
            evaluation=asked,
            evaluation_key=asked.translation_key,
            title=asked.title,
            number=1,
            language="es",
            started_at=timezone.now(),
            pass_mark=70,
            points=1,
            seed=1,
        )
        course = make_course("Cuidar la piel")
        learned = Course.objects.get()
        yield from (course, learned, course.category)
        rule = CertificateRule.objects.create(course=learned)
        yield from (rule, issue(person=person, rule=rule))
        yield enrol(person=person, course=learned)
        yield ReportExport.objects.create(
            by=self.users["administrator"], kind="csv", language="es", finished_at=timezone.now()
        )
        thread = forum.thread()
        yield from (thread, thread.board, thread.author, thread.posts.get())
        source, _made = TranslationSource.update_or_create_from_instance(page)
        english = Locale.objects.get(language_code="en")
        yield Redirect.objects.create(old_path="/viejo", redirect_page=page)
        translated = Translation.objects.create(source=source, target_locale=english)
        translated.save_target(publish=False)
        yield from (source, translated)

    def browser(self, who: str) -> Client:
        browser = Client(headers={"Sec-Fetch-Site": "same-origin"})
        if who != "anonymous":
            browser.force_login(self.users[who])
        return browser

    def of(self, model):
        """The thing of a kind; any row, where none was made on purpose."""
        return self.things.get(model) or model._default_manager.first()

    def subject(self, kind: str):
        """An order or a person that somebody is credited with."""
        return self.order if kind == "order" else self.of(Person)

    def pk_of(self, app_label: str, model_name: str) -> int:
        return self.of(apps.get_model(app_label, model_name)).pk

    def arguments(self, address) -> dict:
        """A value for each argument of an address."""
        page, image = self.of(ContentPage), self.of(get_image_model())
        document, translated = self.of(get_document_model()), self.of(Translation)
        kind, snippet = _model_of(address.view), ("product_copy", "productcopy")
        if "snippets_api" in address.name or "submit_snippet" in address.name:
            kind = ProductCopy
        thing = self.of(kind) if kind else page
        if kind is Page:
            thing = page
        known = dict.fromkeys(("pk", "page_id", "page_pk", "parent_page_id"), page.pk)
        known |= dict.fromkeys(("page_to_move_id", "object_id"), page.pk)
        known |= dict.fromkeys(("revision_id", "revision_id_a"), self._revision_of(thing))
        known |= dict.fromkeys(("document_id", "doc_id"), document.pk)
        known |= dict.fromkeys(("app_label", "content_type_app_name", "app_name"), "corporate")
        known |= dict.fromkeys(("model_name", "content_type_model_name"), "contentpage")
        known |= dict.fromkeys(("session_id", "task_state_id", "workflow_state_id"), 1)
        known |= {
            "image_id": image.pk, "filter_spec": "max-100x100", "uploaded_file_id": 1,
            "collection_id": self.of(Collection).pk, "destination_id": home().pk,
            "revision_id_b": "latest", "action_name": "approve", "mode": "es",
            "translation_id": translated.pk, "translation_source_id": translated.source_id,
            "string_segment_id": getattr(StringSegment.objects.first(), "pk", 1),
            "overridable_segment_id": 1, "redirect_id": self.of(Redirect).pk,
            "task_id": self.of(Task).pk, "workflow_pk": self.of(Workflow).pk,
            "uidb64": "x", "token": "x", "number": self.order.number, "position": 1,
            "public_id": uuid.UUID(int=0), "line_id": 1, "voucher_id": 1,
        }  # fmt: skip
        if address.name.startswith("wagtail_localize:s") and "snippet" in address.name:
            known |= {"app_label": snippet[0], "model_name": snippet[1]}
        if address.name.startswith("wagtailadmin_api:images"):
            thing = image
        if address.name.startswith("wagtailadmin_api:documents"):
            thing = document
        if "task" in address.name:
            thing = self.of(Task)
        if "workflows:add_task" in address.name:
            known |= {"app_label": "wagtailcore", "model_name": "groupapprovaltask"}
        if address.name == "wagtailadmin_tag_model_autocomplete":
            known |= {"app_name": "taggit", "model_name": "tag"}
        if address.name in BY_NAME:
            thing = self.of(BY_NAME[address.name])
        assert thing or "pk" not in address.arguments, f"make one for {address}"
        known["pk"] = thing.pk if thing else None
        if address.name.startswith("addresses:"):
            known["pk"] = self.address.pk
        if address.name.startswith("portal:"):
            known["public_id"] = self.of(Person).public_id
        if address.name.startswith("inbox:"):
            known |= {"public_id": self.of(ConsultantMessage).public_id, "action": "answered"}
        if address.name.startswith("evaluations:"):
            known |= {"key": self.of(Evaluation).translation_key, "number": 1}
        if address.name.startswith(("learning:", "team_course")):
            course = self.of(CoursePage)
            lesson = lessons_of(course)[0].translation_key
            known |= {"key": course.translation_key, "lesson": lesson, "part": uuid.UUID(int=0)}
        if address.name.startswith("certificate"):
            certificate = self.of(Certificate)
            known |= {"number": certificate.number}
            if "rules" not in address.name:
                known |= {"pk": certificate.pk}
        if address.name.startswith("forum:"):
            thread = self.of(Thread)
            known |= {"board": thread.board.slug, "pk": thread.pk, "action": "like"}
            known["slug"] = thread.slug if address.name == "forum:thread" else thread.board.slug
        if address.name == "forum:on_thread":
            known["action"] = "close"
        if address.name == "wagtailsettings:edit" or "wagtailsettings" in address.name:
            known["pk"] = 1
        return known

    def _revision_of(self, thing) -> int:
        revision = getattr(thing, "latest_revision_id", None)
        return revision or self.of(ContentPage).latest_revision_id


# Views that keep their model to themselves.
BY_NAME = {
    "academy_report:file": ReportExport,
    "academy_report:progress": ReportExport,
    "wagtailadmin_collections:edit": Collection,
    "wagtailadmin_collections:delete": Collection,
    "wagtailadmin_workflows:usage": Workflow,
    "wagtailadmin_workflows:usage_results": Workflow,
    "offers_desk:codes": ConditionalOffer,
    "differences:detail": Difference,
    "evaluation_attempts:detail": Attempt,
    "wagtailsnippets_evaluations_evaluation:statistics": Evaluation,
    "wagtailsnippets_evaluations_question:regrade": Question,
    "statements:columns": Statement,
    "statements:discard": Statement,
    "forum_post": Post,
    "forum_thread": Thread,
    "forum_warn": Member,
    "network:place": Consultant,
    "person:erase": Person,
    "person:export": Person,
    "site_profiles:preview": SiteProfile,
    "site_profiles:review": SiteProfile,
}
for _name in ("edit", "enable", "disable"):
    BY_NAME[f"wagtailadmin_workflows:{_name}"] = Workflow
    BY_NAME[f"wagtailadmin_workflows:{_name}_task"] = Task


def _model_of(view):
    model = getattr(view, "view_initkwargs", {}).get("model")
    model = model or getattr(getattr(view, "view_class", None), "model", None)
    if isinstance(model, str):
        return resolve_model_string(model)
    return model if isinstance(model, type) else None
