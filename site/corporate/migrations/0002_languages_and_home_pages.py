"""A fresh shop answers: a home page for each language, as one site, kept in step."""

import uuid

from django.conf import settings
from django.db import migrations

TITLES = {"es": "Inicio", "en": "Home"}


def create(apps, schema_editor):
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    HomePage = apps.get_model("corporate", "HomePage")
    ContentType = apps.get_model("contenttypes", "ContentType")
    LocaleSynchronization = apps.get_model("wagtail_localize", "LocaleSynchronization")
    StorefrontVersion = apps.get_model("cms", "StorefrontVersion")

    languages = [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES]
    locales = [Locale.objects.get_or_create(language_code=code)[0] for code in languages]
    for locale in locales[1:]:
        LocaleSynchronization.objects.get_or_create(
            locale=locale, defaults={"sync_from": locales[0]}
        )
    StorefrontVersion.objects.get_or_create(pk=1)

    root = Page.objects.get(depth=1)
    # Wagtail's own "Welcome" page, which nobody has edited yet in a fresh database.
    Site.objects.all().delete()
    Page.objects.filter(depth=2, slug="home", content_type__model="page").delete()
    content_type, _made = ContentType.objects.get_or_create(
        app_label="corporate", model="homepage"
    )
    translation_key = uuid.uuid4()
    homes = []
    for locale in locales:
        code = locale.language_code
        step = len(homes) + 1
        # In a language that we have no word for it is a copy until somebody translates it.
        source = homes[0] if homes and code not in TITLES else None
        title = TITLES.get(code) or (source.title if source else code)
        homes.append(
            HomePage.objects.create(
                title=title,
                draft_title=title,
                alias_of_id=source and source.pk,
                slug=code,
                path=f"{root.path}{step:04d}",
                depth=2,
                numchild=0,
                url_path=f"/{code}/",
                content_type=content_type,
                locale=locale,
                translation_key=translation_key,
                live=True,
                markets=[],
            )
        )
    root.numchild = len(homes)
    root.save(update_fields=["numchild"])
    Site.objects.create(
        hostname="localhost", port=80, root_page_id=homes[0].pk, is_default_site=True
    )


def remove(apps, schema_editor):
    apps.get_model("wagtailcore", "Site").objects.all().delete()
    apps.get_model("corporate", "HomePage").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("corporate", "0001_initial"),
        ("cms", "0001_initial"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]

    operations = [migrations.RunPython(create, remove)]
