"""Tables: nothing pending, and nothing of ours in what belongs to others."""

from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import migrations, models
from django.db.migrations.state import ModelState

from config.management.commands.makemigrations import Command


@pytest.mark.django_db
def test_no_migration_is_pending():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_makemigrations_refuses_to_write_into_an_installed_package():
    class Stray(migrations.Migration):
        pass

    migration = Stray("0999_stray", "catalogue")
    with pytest.raises(CommandError, match="borrows its migrations"):
        Command().write_migration_files({"catalogue": [migration]})


def test_makemigrations_writes_where_it_may(tmp_path, monkeypatch):
    """The refusal does not refuse everything."""
    written = []
    monkeypatch.setattr(
        "django.core.management.commands.makemigrations.Command.write_migration_files",
        lambda self, changes, previous=None: written.append(changes),
    )
    changes = {"people": [migrations.Migration("0999_ours", "people")]}
    Command().write_migration_files(changes)
    assert written == [changes]


# One of Wagtail's translations asks the database when it is first read.
@pytest.mark.django_db
@pytest.mark.parametrize("label", sorted(settings.MIGRATION_MODULES))
def test_a_borrowed_label_has_the_packages_tables_and_no_other(label):
    """Its models and fields are those that the borrowed migrations make."""
    from django.db.migrations.loader import MigrationLoader

    state = MigrationLoader(None).project_state()
    made = {
        name: model_state
        for (app, name), model_state in state.models.items()
        if app == label and not model_state.options.get("proxy")
    }
    ours = {
        model._meta.model_name: model
        for model in apps.get_app_config(label).get_models(include_auto_created=False)
        if not model._meta.proxy
    }
    assert set(ours) == set(made)
    for name, model in ours.items():
        fields = ModelState.from_model(model).fields
        assert set(fields) == set(made[name].fields), f"{label}.{name}"
        for field_name, field in fields.items():
            before = made[name].fields[field_name]
            assert type(field) is type(before), f"{label}.{name}.{field_name}"


def test_borrowed_migrations_lie_in_the_package():
    root = Path(settings.ROOT)
    for label, module in settings.MIGRATION_MODULES.items():
        assert module.startswith("oscar."), label
        assert not list((root / "commerce" / label).glob("migrations/0*.py"))


def test_every_model_of_ours_has_big_keys_or_chooses_its_own():
    """What people make lives long; 32 bits would end it."""
    ours = ("commerce", "cms", "people", "corporate", "background")
    small = [
        model.__name__
        for model in apps.get_models()
        if model.__module__.split(".")[0] in ours
        and model._meta.app_label not in settings.MIGRATION_MODULES
        and isinstance(model._meta.pk, models.AutoField)
        and not isinstance(model._meta.pk, models.BigAutoField)
    ]
    assert not small
