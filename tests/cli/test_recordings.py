"""Backup, restore and doctor with recordings: a database and the files it names travel together."""

import os
import sqlite3
import tarfile
import time
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest
from sqlmodel import Session

from api.kit.clock import now
from api.kit.files import name_of
from api.kit.store import Store
from api.media.models import Media
from tests.builders.people import an_id, make_organisation, make_person
from tests.cli.terminal import Told, typed

Say = Callable[..., Told]
DIGEST = b"\x07" * 32


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an installation whose only recording holds the word "said"."""
    chosen = tmp_path / "var"
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL", f"sqlite:///{chosen}/alongside.db")
    monkeypatch.setenv("ALONGSIDE_SECRET", "kV2mQ9xT7rLp4sWz8bNc3dHf6gJy1aEu")
    assert typed("migrate").exit_code == 0
    store = Store(f"sqlite:///{chosen}/alongside.db")
    name = store.write_now(a_recording)
    store.close()
    file = chosen / "files" / name
    file.parent.mkdir(parents=True)
    file.write_text("said")
    return chosen


def a_recording(db: Session) -> str:
    company = make_organisation(db, slug="lanbridge", name="澜桥出海")
    rep = make_person(db, company, names=("林", "小满", "Lin Xiaoman"))
    name = name_of(company.id, an_id(1), DIGEST)
    db.add(
        Media(
            organisation_id=company.id,
            id=an_id(1),
            created_at=now(db),
            owner_id=rep.id,
            of_kind="visit",
            of_id=an_id(2),
            form="audio/webm",
            size=4,
            seconds=1,
            digest=DIGEST,
            file=name,
        )
    )
    return name


def recordings(folder: Path) -> list[Path]:
    return [file for file in (folder / "files").glob("*/*") if file.is_file()]


def named(file: Path) -> int:
    with closing(sqlite3.connect(file)) as opened:
        found = opened.execute("SELECT count(*) FROM media WHERE file IS NOT NULL")
        return int(found.fetchone()[0])


def test_a_recording_comes_back_with_its_row_on_another_machine(
    var: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = typed("backup", str(tmp_path / "copy.tar"))
    assert "with 1 recordings" in made.output
    other = tmp_path / "elsewhere"
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL", f"sqlite:///{other}/alongside.db")
    assert typed("restore", str(tmp_path / "copy.tar")).exit_code == 0
    assert [file.read_text() for file in recordings(other)] == ["said"]
    assert "ok    recordings: 1, all there" in typed("doctor").output


def test_what_was_recorded_after_the_backup_is_kept_beside_it(var: Path, tmp_path: Path) -> None:
    typed("backup", str(tmp_path / "copy.tar"))
    [before] = recordings(var)
    later = before.with_name(before.name.replace("-", "-f")[:-1])
    later.write_text("later")
    assert typed("restore", str(tmp_path / "copy.tar")).exit_code == 0
    [kept] = var.glob("files.before-restore-*")
    assert {file.read_text() for file in kept.glob("*/*")} == {"said", "later"}
    assert {file.read_text() for file in recordings(var)} == {"said", "later"}


def test_a_backup_from_before_there_were_recordings_is_still_put_back(
    var: Path, tmp_path: Path
) -> None:
    bare = tmp_path / "old.db"
    with (
        closing(sqlite3.connect(var / "alongside.db")) as live,
        closing(sqlite3.connect(bare)) as b,
    ):
        live.backup(b)
        b.execute("DROP TABLE media")
    assert typed("restore", str(bare)).exit_code == 0
    assert typed("migrate", "--to", "0006").exit_code == 0


def test_a_recording_that_is_gone_is_told_and_not_named_in_the_backup(
    var: Path, tmp_path: Path
) -> None:
    recordings(var)[0].unlink()
    made = typed("backup", str(tmp_path / "copy.tar"))
    assert "with 0 recordings" in made.output
    assert "1 more were not on the disk" in made.output
    typed("restore", str(tmp_path / "copy.tar"))
    assert named(var / "alongside.db") == 0


def test_an_archive_that_names_other_paths_writes_none_of_them(var: Path, tmp_path: Path) -> None:
    hostile = tmp_path / "hostile.tar"
    with tarfile.open(hostile, "x") as archive:
        archive.add(var / "alongside.db", "alongside.db")
        for name in ("../out.txt", "/tmp/alongside-out.txt", "files/../../out.txt", "files/a/b"):
            told = tarfile.TarInfo(name)
            told.size = 4
            archive.addfile(told, BytesIO(b"evil"))
        link = tarfile.TarInfo("files/" + recordings(var)[0].relative_to(var / "files").as_posix())
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    assert typed("restore", str(hostile)).exit_code == 0
    assert not list(tmp_path.rglob("out.txt")) + list(tmp_path.rglob("b"))
    assert not Path("/tmp/alongside-out.txt").exists()
    assert [file.read_text() for file in recordings(var)] == ["said"]


@pytest.mark.parametrize("content", [b"", b"not an archive", b"ustar" * 200])
def test_what_is_no_backup_changes_nothing(var: Path, tmp_path: Path, content: bytes) -> None:
    other = tmp_path / "other.tar"
    other.write_bytes(content)
    before = (var / "alongside.db").read_bytes()
    told = typed("restore", str(other))
    assert (told.exit_code, "nothing was changed" in told.output) == (1, True)
    assert (var / "alongside.db").read_bytes() == before


def test_the_doctor_finds_a_row_without_its_file_and_a_file_without_a_row(var: Path) -> None:
    [there] = recordings(var)
    nameless = there.with_name(there.name.replace("-", "-f")[:-1])
    there.rename(nameless)
    long_ago = time.time() - 2 * 24 * 60 * 60
    os.utime(nameless, (long_ago, long_ago))
    told = typed("doctor")
    assert told.exit_code == 1
    assert "look  recordings: 1 of 1 files are missing" in told.output
    assert "files without a row: 1," in told.output
    assert nameless.exists(), "the doctor takes nothing away"
