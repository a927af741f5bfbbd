"""Each command does what its help says, and says in a sentence what it cannot do."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import Session, select

from api.cli import _listening
from api.kit.events import forget, on, publish
from api.kit.settings import Settings
from api.kit.store import Store
from api.people.events import OrganisationChanged
from api.people.models import Organisation
from tests.cli.terminal import Told, typed

SECRET = "kV2mQ9xT7rLp4sWz8bNc3dHf6gJy1aEu"
COMMANDS = ["serve", "jobs", "demo", "migrate", "openapi", "backup", "restore", "doctor"]

Say = Callable[..., Told]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The database file of an installation that has nothing yet."""
    chosen = tmp_path / "var" / "alongside.db"
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL", f"sqlite:///{chosen}")
    monkeypatch.setenv("ALONGSIDE_SECRET", SECRET)
    return chosen


@pytest.fixture
def say(file: Path) -> Say:
    """Types a command on that machine."""
    return typed


@pytest.mark.parametrize(
    "words", [[name] for name in COMMANDS] + [["organisation", "add"], ["person", "add"]]
)
def test_every_command_teaches(say: Say, words: list[str]) -> None:
    told = say(*words, "--help")
    assert told.exit_code == 0
    assert len(told.output.splitlines()) > 5


def test_with_sqlite_the_server_is_named_as_who_carries_reminders(say: Say) -> None:
    told = say("jobs")
    assert (told.exit_code, told.output.strip().splitlines()) == (
        1,
        ["With SQLite the server carries reminders itself: alongside serve"],
    )


def test_a_first_organisation_begins_with_an_admins_link(say: Say, file: Path) -> None:
    assert say("migrate").exit_code == 0
    told = say("organisation", "add", "lanbridge", "澜桥出海")
    assert told.exit_code == 0, told.output
    assert re.search(r"http://127\.0\.0\.1:8000/join#\S+", told.output)
    joined = say("person", "add", "li.na@lanbridge", "李", "娜")
    assert re.search(r"/join#\S+", joined.output), joined.output
    with sqlite3.connect(file) as opened:
        logins = opened.execute("SELECT login, role FROM people ORDER BY login").fetchall()
    assert logins == [("admin", "admin"), ("li.na", "rep")]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("organisation", "add", "lanbridge", "又一家"), "no other company here uses"),
        (("organisation", "add", "zz", "x", "--zone", "Mars/X"), "no time zone Mars/X"),
        (("demo", "--load-only", "--zone", "Mars/X"), "no time zone Mars/X"),
        (("organisation", "add", "zz", "x", "--admin", "A B"), "login: "),
        (
            ("person", "add", "li.na@nowhere", "李", "娜"),
            "short name nowhere. Here are: lanbridge.",
        ),
        (("person", "add", "li.na@lanbridge", "李", "娜", "--role", "boss"), "role: "),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    say: Say, words: tuple[str, ...], sentence: str
) -> None:
    say("migrate")
    say("organisation", "add", "lanbridge", "澜桥出海")
    told = say(*words)
    assert told.exit_code == 1
    assert sentence in told.output
    assert "Traceback" not in told.output


def test_a_person_without_a_company_is_of_the_only_one(say: Say, file: Path) -> None:
    say("migrate")
    assert "organisation add" in say("person", "add", "li.na", "李", "娜").output
    say("organisation", "add", "lanbridge", "澜桥出海")
    assert say("person", "add", "li.na", "李", "娜").exit_code == 0
    say("organisation", "add", "otherside", "对岸贸易")
    told = say("person", "add", "wang.wu", "王", "五")
    assert told.exit_code == 1
    assert "wang.wu@SHORT-NAME. Here are: lanbridge, otherside." in told.output


@pytest.mark.parametrize(
    ("name", "value"),
    [("ALONGSIDE_PORT", "abc"), ("ALONGSIDE_LOG_FORMAT", "text"), ("ALONGSIDE_DEMO", "perhaps")],
)
def test_a_wrong_setting_is_named(
    say: Say, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    told = say("doctor")
    assert told.exit_code == 1
    assert told.output.startswith(f"{name}: ")


@pytest.mark.parametrize(
    "words",
    [
        ("serve",),
        ("organisation", "add", "lanbridge", "澜桥出海"),
        ("person", "add", "li.na", "李", "娜"),
        ("doctor", "--retry"),
    ],
)
@pytest.mark.parametrize("at", ["nothing", "0003", "later"])
def test_nothing_works_on_a_database_of_another_schema(
    say: Say, file: Path, at: str, words: tuple[str, ...]
) -> None:
    """A server on a file without tables once looked healthy, and every sign-in was a fault."""
    if at != "nothing":
        say("migrate", "--to", "0003")
    if at == "later":
        with closing(sqlite3.connect(file)) as opened, opened:
            opened.execute("UPDATE alembic_version SET version_num = '9999'")
    told = say(*words)
    assert told.exit_code == 1
    sentence = {"later": "A newer Alongside"}.get(at, "Run `alongside migrate` first.")
    assert sentence in told.output
    assert "Traceback" not in told.output
    assert file.exists() is (at != "nothing")


def test_links_begin_where_the_server_listens_unless_an_address_is_set() -> None:
    """`PORT=8080 make run` once made invitations to port 8000."""
    moved = _listening(Settings(demo=True), host=None, port=8080)
    assert moved.public_url == "http://127.0.0.1:8080"
    told = Settings(demo=True, public_url="https://alongside.example.com")
    assert _listening(told, host=None, port=8080).public_url == told.public_url


def test_a_backup_is_taken_beside_a_running_server_and_put_back(
    say: Say, file: Path, tmp_path: Path
) -> None:
    say("migrate")
    say("organisation", "add", "lanbridge", "澜桥出海")
    copy = tmp_path / "copy.db"
    running = Store(f"sqlite:///{file}")
    try:
        assert say("backup", str(copy)).exit_code == 0
        assert say("doctor").exit_code == 0
    finally:
        running.close()
    say("organisation", "add", "later", "后来的")
    assert say("restore", str(copy)).exit_code == 0
    with sqlite3.connect(file) as opened:
        assert opened.execute("SELECT slug FROM organisations").fetchall() == [("lanbridge",)]
    [kept] = file.parent.glob("*.before-restore-*")
    with sqlite3.connect(kept) as opened:
        assert opened.execute("SELECT count(*) FROM organisations").fetchone() == (2,)


def test_a_backup_overwrites_nothing(say: Say, tmp_path: Path) -> None:
    say("migrate")
    there = tmp_path / "there.db"
    there.write_text("mine")
    told = say("backup", str(there))
    assert (told.exit_code, there.read_text()) == (1, "mine")


def test_something_else_is_not_put_back(say: Say, file: Path, tmp_path: Path) -> None:
    say("migrate")
    before = file.read_bytes()
    other = tmp_path / "other.db"
    other.write_text("not a database")
    assert say("restore", str(other)).exit_code == 1
    assert file.read_bytes() == before


def test_the_doctor_says_when_the_schema_is_old(say: Say) -> None:
    say("migrate", "--to", "0003")
    told = say("doctor")
    assert told.exit_code == 1
    assert "look  schema: at 0003" in told.output


def test_the_doctor_runs_broken_flows_again(say: Say, file: Path) -> None:
    rain = [True]

    def follow(_db: Session, _event: OrganisationChanged, _organisation_id: UUID) -> None:
        if rain:
            raise LookupError

    def change(db: Session) -> None:
        [company] = db.exec(select(Organisation)).all()
        publish(db, company.id, OrganisationChanged())

    say("migrate")
    say("organisation", "add", "lanbridge", "澜桥出海")
    registered = on(OrganisationChanged)(follow)
    try:
        with closing(Store(f"sqlite:///{file}")) as store:
            store.write_now(change)
        found, again = say("doctor"), say("doctor", "--retry")
        assert (found.exit_code, again.exit_code) == (1, 1)
        assert "look  flows that broke: 1; `alongside doctor --retry` runs them" in found.output
        assert "follow on organisation.changed: LookupError again" in again.output
        rain.clear()
        mended = say("doctor", "--retry")
    finally:
        forget(registered)
    assert "follow on organisation.changed: done" in mended.output
    assert "ok    flows that broke: 0" in mended.output
    assert mended.exit_code == 0


def test_a_second_writer_is_refused_with_a_sentence(say: Say, file: Path) -> None:
    say("migrate")
    running = Store(f"sqlite:///{file}")
    told = say("organisation", "add", "lanbridge", "澜桥出海")
    running.close()
    assert told.exit_code == 1
    assert "already in use by another Alongside process" in told.output
