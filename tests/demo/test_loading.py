"""Built once, moved to today while nobody has written into it, and left alone from then on."""

import io
import re
import sys
import uuid
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar

import httpx
import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients import service as clients
from api.clients.models import Client
from api.clients.schemas import ClientNew
from api.demo import company, loaded
from api.demo.ledger import digest
from api.kit.events import EventCounter, EventRow
from api.kit.job import Sight
from api.kit.settings import Settings
from api.kit.store import Store
from api.main import create_app
from api.people.models import Organisation, Person, Role
from api.people.organisations.service import organisation_add
from api.people.policy import load_actor
from api.people.service import record_sights
from api.visits.models import Visit
from tests.demo.conftest import AFTER_NATIONAL_DAY, SPRING, BuiltOn, loading, prepare

T = TypeVar("T")
SALTED = frozenset({"people.password_hash", "events.payload"})
"""The hash has a salt, and the fact of loading carries a digest with that hash in it."""


def at(url: str, work: Callable[..., T], *args: Any, write: bool = False) -> T:
    """Runs one piece of work on a database nobody else has open."""
    store = Store(url, clock=lambda: loading(SPRING), on_sights=record_sights)
    try:
        return store.write_now(work, *args) if write else store.read_now(work, *args)
    finally:
        store.close()


def everything(db: Session) -> str:
    ids = db.exec(select(col(Organisation.id))).all()
    return digest(db, ids, without=SALTED)


def last_day(db: Session) -> date:
    return db.exec(select(sa.func.max(col(Visit.day)))).one()


def somebody(db: Session, login: str) -> Person:
    return db.exec(select(Person).where(col(Person.login) == login)).one()


def add_a_client(db: Session) -> None:
    person = somebody(db, "lin.xiaoman")
    actor = load_actor(
        db,
        organisation_id=person.organisation_id,
        person_id=person.id,
        keys_issue=person.keys_issue,
    )
    clients.add(db, actor, given=ClientNew(name="新来的客户"), birth=b"a phone's")


def look_at_xiaoman(db: Session) -> None:
    owner, reader = somebody(db, "lin.xiaoman"), somebody(db, "he.jing")
    record_sights(db, [Sight(owner.organisation_id, reader.id, owner.id, "visits")])


def added(db: Session) -> int:
    return len(db.exec(select(Client).where(col(Client.name) == "新来的客户")).all())


def test_an_untouched_demo_moves_to_today_and_is_as_if_built_there(
    copy_of: BuiltOn, built_on: BuiltOn
) -> None:
    """Also: the same seed and day give the same rows."""
    url = copy_of(AFTER_NATIONAL_DAY)
    prepare(url, loading(SPRING))
    assert at(url, everything) == at(copy_of(SPRING), everything)
    assert at(url, last_day) == SPRING + timedelta(days=1)


def test_a_demo_of_today_is_not_built_again(copy_of: BuiltOn) -> None:
    """So that nobody is signed out by a second start on the same day."""
    url = copy_of(SPRING)
    before = at(url, everything)
    prepare(url, loading(SPRING) + timedelta(hours=6))
    assert at(url, everything) == before


def test_a_demo_may_live_in_another_zone(copy_of: BuiltOn) -> None:
    """Where it is still the evening before."""
    url = copy_of(SPRING)
    prepare(url, loading(SPRING), zone="America/Lima")
    assert {one.zone for one in at(url, lambda db: db.exec(select(Organisation)).all())} == {
        "America/Lima"
    }
    assert at(url, last_day) == SPRING


def test_a_demo_somebody_has_written_into_is_left_alone(
    copy_of: BuiltOn, capsys: pytest.CaptureFixture[str]
) -> None:
    url = copy_of(SPRING)
    at(url, add_a_client, write=True)
    prepare(url, loading(SPRING + timedelta(days=1)))
    assert at(url, added) == 1
    assert at(url, last_day) == SPRING + timedelta(days=1)
    assert "left as it is" in capsys.readouterr().err


def test_looking_is_not_writing(copy_of: BuiltOn) -> None:
    url = copy_of(SPRING)
    at(url, look_at_xiaoman, write=True)
    there = at(url, loaded.found, company.SLUGS)
    assert there is not None
    assert not there.touched


def test_a_real_company_of_the_same_name_is_never_replaced(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def found_it(db: Session) -> uuid.UUID:
        return organisation_add(db, slug="lanbridge", name="真的澜桥").id

    theirs = at(database_url, found_it, write=True)
    prepare(database_url, loading(SPRING))
    stored = at(database_url, lambda db: db.exec(select(Organisation)).all())
    assert [one.id for one in stored] == [theirs]
    assert "nothing was loaded" in capsys.readouterr().err


def test_loading_leaves_one_fact_and_its_counter(copy_of: BuiltOn) -> None:
    url = copy_of(SPRING)
    facts = at(url, lambda db: db.exec(select(EventRow)).all())
    counters = at(url, lambda db: db.exec(select(EventCounter)).all())
    assert {fact.topic for fact in facts} == {"demo.loaded"}
    assert [counter.last for counter in counters] == [1, 1]


def test_everybody_of_the_table_exists_and_may_sign_in(copy_of: BuiltOn) -> None:
    shown = company.who_can_sign_in(Settings(demo=True))
    people = at(copy_of(SPRING), lambda db: db.exec(select(Person)).all())
    here = [person for person in people if not person.disabled]
    assert all(f"{person.login} " in shown for person in here)
    assert len(here) == 26
    assert "ding.lei" not in shown
    assert shown.count(company.PASSWORD) == 1
    assert len({person.login for person in people}) == len(people)


def test_the_table_names_the_address_it_is_served_on() -> None:
    chosen = Settings(demo=True).model_copy(update={"port": 8123})
    assert "http://127.0.0.1:8123" in company.who_can_sign_in(chosen)


@pytest.mark.parametrize("login", ["lin.xiaoman", "kang.wei", "kang.wei@chartwell"])
async def test_the_password_opens_the_app_by_the_bare_name(copy_of: BuiltOn, login: str) -> None:
    chosen = Settings(demo=True, database_url=copy_of(SPRING))
    app = create_app(chosen)
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as phone:
            answer = await phone.post(
                "/api/v1/sign-in",
                json={"login": login, "password": company.PASSWORD},
                headers={"X-Alongside": "1"},
            )
    assert answer.status_code == 200, answer.text
    assert answer.json()["person"]["login"] == login.partition("@")[0]


def test_the_second_company_is_small_and_has_a_manager_and_two_reps(copy_of: BuiltOn) -> None:
    url = copy_of(SPRING)
    company_id = at(
        url,
        lambda db: db.exec(
            select(col(Organisation.id)).where(col(Organisation.slug) == "chartwell")
        ).one(),
    )
    people = at(url, lambda db: db.exec(select(Person)).all())
    known = at(url, lambda db: db.exec(select(Client)).all())
    roles = [one.role for one in people if one.organisation_id == company_id]
    assert sorted(roles) == [Role.MANAGER, Role.REP, Role.REP]
    assert sum(one.organisation_id == company_id for one in known) == 12


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("where", [Terminal, io.StringIO], ids=["terminal", "file"])
def test_a_bar_goes_from_nothing_to_the_whole_and_a_file_gets_one_line(
    database_url: str, monkeypatch: pytest.MonkeyPatch, where: type[io.StringIO]
) -> None:
    """A bar that was counted in rows stood at nothing, ran to its end, and then half of the loading was still to come."""
    shown = where()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", shown)
    prepare(database_url, loading(SPRING))
    parts = [int(number) for number in re.findall(r"(\d+)%", shown.getvalue())]
    if where is Terminal:
        assert parts == sorted(parts)
        assert (parts[0], parts[-1]) == (0, 100)
        assert len(set(parts) - {0, 100}) >= 5
    else:
        assert shown.getvalue().strip() == "The demo company is ready; its month ends today."


@pytest.mark.parametrize("written_into", [False, True])
def test_a_demo_of_an_older_edition_is_built_anew_unless_something_happened_in_it(
    copy_of: BuiltOn, monkeypatch: pytest.MonkeyPatch, *, written_into: bool
) -> None:
    """Its digest was of other columns: a new column once made every older demo look written into."""
    url = copy_of(SPRING)
    if written_into:
        at(url, add_a_client, write=True)
    monkeypatch.setattr(loaded, "EDITION", loaded.EDITION + 1)
    prepare(url, loading(SPRING))
    assert at(url, added) == int(written_into)
    there = at(url, loaded.found, company.SLUGS)
    assert there is not None
    assert there.edition == loaded.EDITION - int(written_into)
