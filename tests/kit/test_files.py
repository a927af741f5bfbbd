"""A row never names a file that is not there; a file without a row goes after a day, and no other one does."""

import asyncio
import os
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from api.kit.errors import NotStored, StorageFull
from api.kit.files import Files, name_of
from tests.builders.people import an_id

NOW = datetime(2026, 3, 26, 10, 0, tzinfo=UTC)
NAME = name_of(an_id(1), an_id(2), b"\x01" * 32)
OTHER = name_of(an_id(1), an_id(2), b"\x02" * 32)


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "var" / "files")


def put(files: Files, name: str, content: bytes) -> None:
    async def keep() -> None:
        async with files.keeping(name, content):
            assert files.content(name) == content

    asyncio.run(keep())


def grow_old(files: Files, name: str, *, days: float = 1.1) -> None:
    then = (NOW - timedelta(days=days)).timestamp()
    os.utime(files.path(name), (then, then))


def test_a_file_is_whole_before_anything_can_name_it(files: Files) -> None:
    put(files, NAME, b"sound")
    assert files.names() == {NAME}


def test_equal_content_arriving_twice_is_one_file(files: Files) -> None:
    put(files, NAME, b"sound")
    put(files, NAME, b"sound")
    assert files.names() == {NAME}


def test_other_content_under_the_same_id_overwrites_nothing(files: Files) -> None:
    put(files, NAME, b"sound")
    put(files, OTHER, b"another")
    assert files.content(NAME) == b"sound"


def test_what_cannot_be_written_leaves_nothing_behind(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("api.kit.files.os.fsync", full)
    with pytest.raises(StorageFull):
        put(files, NAME, b"sound")
    assert files.names() == set()


def test_a_disk_that_fails_is_no_full_disk(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_file: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("api.kit.files.os.fsync", broken)
    with pytest.raises(NotStored):
        put(files, NAME, b"sound")


def test_a_sweep_takes_what_no_row_names_after_a_day_and_nothing_else(files: Files) -> None:
    for name in (NAME, OTHER):
        put(files, name, b"sound")
        grow_old(files, name)
    assert files.sweep(lambda: {NAME}, now=NOW) == 1
    assert files.names() == {NAME}


def test_a_file_whose_row_may_be_on_the_way_is_left_alone(files: Files) -> None:
    put(files, NAME, b"sound")
    grow_old(files, NAME, days=0.9)
    assert files.sweep(set, now=NOW) == 0
    assert files.names() == {NAME}


def test_what_a_crash_left_half_written_is_swept_like_a_file_without_a_row(files: Files) -> None:
    put(files, NAME, b"sound")
    half = files.path(NAME).with_name("0190.arriving")
    half.write_bytes(b"sou")
    grow_old(files, f"{half.parent.name}/{half.name}")
    assert files.sweep(lambda: {NAME}, now=NOW) == 1
    assert files.names() == {NAME}


def test_a_file_that_arrives_again_while_it_is_swept_stays(files: Files) -> None:
    """The sweep had looked, the phone sent again, the row came: the file must be there."""
    put(files, NAME, b"sound")
    grow_old(files, NAME)
    asked: list[int] = []

    def named() -> set[str]:
        asked.append(1)
        if len(asked) == 1:
            put(files, NAME, b"sound")
        return set()

    assert files.sweep(named, now=NOW) == 0
    assert files.names() == {NAME}


def test_a_sweep_waits_for_whoever_is_naming_a_file(files: Files) -> None:
    """It looks once to see whether there is anything to do, and decides only when it is alone."""
    put(files, NAME, b"sound")
    grow_old(files, NAME)
    looked, committed = threading.Event(), threading.Event()
    decided_after: list[bool] = []

    def named() -> set[str]:
        decided_after.append(committed.is_set())
        looked.set()
        return {NAME} if committed.is_set() else set()

    async def name_it_while_a_sweep_begins() -> int:
        async with files.keeping(OTHER, b"another"):
            sweep = asyncio.create_task(asyncio.to_thread(files.sweep, named, now=NOW))
            await asyncio.to_thread(looked.wait)
            committed.set()
        return await sweep

    assert asyncio.run(name_it_while_a_sweep_begins()) == 0
    assert decided_after == [False, True]
    assert files.names() == {NAME, OTHER}


def test_a_folder_that_is_not_there_yet_has_nothing_to_sweep(files: Files) -> None:
    assert files.sweep(set, now=NOW) == 0
    assert files.content(NAME) is None
