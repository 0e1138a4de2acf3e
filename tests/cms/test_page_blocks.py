"""Blocks that apps add to pages. That one is drawn is tried in tests/example_company."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.migrations.writer import MigrationWriter

from cms.content.blocks import LineBlock, PageBlocks, PageBlocksField, Section
from cms.content.blocks.pages import register_block


class RecipeBlock(Section):
    title = LineBlock()


class CookbookBlocks(PageBlocks):
    """Pages of this module alone."""

    pages = "cookbook"
    opening = RecipeBlock()


@pytest.fixture
def cookbook(monkeypatch):
    """Pages that nobody has put together yet."""
    monkeypatch.setattr("cms.content.blocks.pages._added", {})
    monkeypatch.setattr("cms.content.blocks.pages._composed", set())


def test_an_added_block_comes_after_those_of_the_pages(cookbook):
    register_block("recipe", RecipeBlock(), pages=["cookbook"])
    assert list(CookbookBlocks().child_blocks) == ["opening", "recipe"]


def test_pages_that_nobody_has_are_refused(cookbook):
    with pytest.raises(ImproperlyConfigured, match="menu"):
        register_block("recipe", RecipeBlock(), pages=["menu"])


def test_a_name_is_taken_once(cookbook):
    register_block("recipe", RecipeBlock(), pages=["cookbook"])
    with pytest.raises(ImproperlyConfigured, match="recipe"):
        register_block("recipe", RecipeBlock(), pages=["cookbook"])
    register_block("opening", RecipeBlock(), pages=["cookbook"])
    with pytest.raises(ImproperlyConfigured, match="opening"):
        CookbookBlocks()


def test_a_block_that_would_be_missed_is_refused(cookbook):
    CookbookBlocks()
    with pytest.raises(ImproperlyConfigured, match="too late"):
        register_block("recipe", RecipeBlock(), pages=["cookbook"])


def test_no_migration_names_a_block():
    field = PageBlocksField(CookbookBlocks, blank=True)
    written, _imports = MigrationWriter.serialize(field)
    assert "opening" not in written and "tests.cms.test_page_blocks.CookbookBlocks" in written
    # what a migration says gives the same blocks
    assert list(field.clone().stream_block.child_blocks) == ["opening"]
