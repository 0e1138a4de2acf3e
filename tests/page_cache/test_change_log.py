"""The log of what changed, which all processes write to and follow."""

import threading

import pytest

from cms.page_cache.change_log import (
    ANYTHING,
    EVERYTHING,
    FURTHEST_BACK,
    LONGEST_FILE,
    MOST_TAGS,
    ChangeLog,
    LogUnavailable,
)

BACKENDS = "django.core.cache.backends"


@pytest.fixture(params=["locmem.LocMemCache", "filebased.FileBasedCache"])
def processes(request, settings, tmp_path):
    """Two that follow the same log: without a cache that they share, and with one."""
    cache = {"BACKEND": f"{BACKENDS}.{request.param}", "LOCATION": str(tmp_path / "cache")}
    settings.CACHES = {"default": cache}
    settings.PAGE_CHANGES = tmp_path / "pages" / "changes"
    one, other = ChangeLog(), ChangeLog()
    one.write(["before"])
    one.follow()
    other.follow()
    return one, other


def test_a_change_is_heard_by_all_and_ends_only_what_is_made_of_it(processes):
    # given
    one, other = processes
    began = [process.follow() for process in processes]
    # when
    one.write(["lamp", "chair"])
    for process in processes:
        process.follow()
    # then
    for process, number in zip(processes, began, strict=True):
        assert not process.holds(number, ["lamp"])
        assert not process.holds(number, ["table", "chair"])
        assert process.holds(number, ["table"])
        assert not process.holds(number, [ANYTHING])
        assert process.holds(process.follow(), ["lamp", ANYTHING])


def test_a_change_of_everything_ends_everything(processes):
    one, other = processes
    began = other.follow()
    one.write([EVERYTHING])
    other.follow()
    assert not other.holds(began, [])
    assert other.holds(other.follow(), [])


def test_a_change_of_very_much_ends_everything(processes):
    one, other = processes
    began = other.follow()
    one.write([f"lamp:{number}" for number in range(MOST_TAGS + 1)])
    other.follow()
    assert not other.holds(began, ["table"])


def test_who_was_away_for_long_begins_anew(processes):
    one, other = processes
    began = other.follow()
    for number in range(FURTHEST_BACK + 1):
        one.write([f"lamp:{number}"])
    other.follow()
    assert not other.holds(began, ["lamp:7"])


def test_a_position_is_understood_by_every_process_however_much_each_has_counted(processes):
    # given two that count by themselves, and one that began later than the position
    one, other = processes
    for _change in range(3):
        one.write(["table"])
        one.follow()
    position = one.position()
    late = ChangeLog()
    # then it holds for whoever was there
    assert one.unchanged_since(position, "lamp") and other.unchanged_since(position, "lamp")
    assert late.unchanged_since(late.position(), "lamp")
    # when it changes, all know, also by the position of another
    other.write(["lamp"])
    for process in (one, other, late):
        assert not process.unchanged_since(position, "lamp")
        assert process.unchanged_since(other.position(), "lamp")
    assert one.unchanged_since(position, "chair")


@pytest.mark.parametrize("position", ["", "x", "other:7", ":", "other:"])
def test_a_position_of_no_log_holds_for_nothing(processes, position):
    assert not processes[0].unchanged_since(position, "lamp")


def test_who_was_not_there_yet_cannot_know(processes):
    one, _other = processes
    position = one.position()
    one.write(["lamp"])
    assert not ChangeLog().unchanged_since(position, "lamp")


def test_a_file_that_became_long_begins_anew_and_nothing_is_missed(settings, tmp_path):
    # given
    settings.CACHES = {"default": {"BACKEND": f"{BACKENDS}.locmem.LocMemCache"}}
    settings.PAGE_CHANGES = path = tmp_path / "changes"
    one, other = ChangeLog(), ChangeLog()
    one.write(["before"])
    began = other.follow()
    # when
    one.write(["x" * LONGEST_FILE])
    # then
    assert path.stat().st_size < 100
    other.follow()
    assert not other.holds(began, ["table"])
    began = other.follow()
    one.write(["lamp"])
    other.follow()
    assert not other.holds(began, ["lamp"]) and other.holds(began, ["table"])


def test_a_file_that_is_gone_ends_everything(settings, tmp_path):
    settings.CACHES = {"default": {"BACKEND": f"{BACKENDS}.locmem.LocMemCache"}}
    settings.PAGE_CHANGES = path = tmp_path / "changes"
    log = ChangeLog()
    log.write(["before"])
    began = log.follow()
    path.unlink()
    log.follow()
    assert not log.holds(began, [])


def test_of_many_that_write_while_files_begin_anew_nothing_is_missed(settings, tmp_path):
    # given files that are full after a few lines
    settings.CACHES = {"default": {"BACKEND": f"{BACKENDS}.locmem.LocMemCache"}}
    settings.PAGE_CHANGES = tmp_path / "changes"
    reader = ChangeLog()
    reader.follow()
    missed = []

    def write(name: str) -> None:
        process = ChangeLog()
        for number in range(60):
            tag = f"{name}:{number}"
            began = reader.follow()
            process.write([tag, "y" * (LONGEST_FILE // 20)])
            reader.follow()
            if reader.holds(began, [tag]):
                missed.append(tag)

    # when
    writers = [threading.Thread(target=write, args=[name]) for name in "abcd"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    # then
    assert missed == []


def test_a_log_that_cannot_be_written_says_so(settings, tmp_path):
    (tmp_path / "file").write_text("")
    settings.CACHES = {"default": {"BACKEND": f"{BACKENDS}.locmem.LocMemCache"}}
    settings.PAGE_CHANGES = tmp_path / "file" / "changes"
    with pytest.raises(LogUnavailable):
        ChangeLog().write(["lamp"])
    with pytest.raises(LogUnavailable):
        ChangeLog().follow()
