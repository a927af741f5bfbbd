"""Erasing a person: name and words are gone from every column and file, counts stay, and the others work on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select
from sqlmodel.sql.sqltypes import AutoString

from api.erasure.policy import (
    COPIED,
    DOCUMENTS,
    GONE,
    RETIRED,
    WORDS,
    ClientsFirst,
    PersonUnknown,
    blanked,
    kept,
)
from api.erasure.queries import theirs
from api.erasure.service import Erased, erase
from api.kit.events import EventRow
from api.kit.files import Files
from api.people.models import Organisation, Person
from api.people.policy import LastAdmin
from api.tables import metadata
from api.today.export.queries import columns_of_people
from tests.builders.field import API
from tests.builders.world import World
from tests.drills.evening import made
from tests.visibility.records import OWNERS, Records
from tests.visibility.table import Screen, address, rows

pytestmark = pytest.mark.anyio
TABLES = metadata.tables
HERS = "这句是她自己说的原话"


def test_every_column_that_can_hold_words_has_one_place() -> None:
    texts = {
        f"{table.name}.{column.name}"
        for table in TABLES.values()
        for column in table.columns
        if isinstance(column.type, sa.JSON) or holds_any_text(table, column)
    }
    gone = {place for place in texts if place.partition(".")[0] in GONE}
    placed = [*blanked(), *kept()]
    assert len(placed) == len(set(placed))
    assert texts - gone == set(placed) - gone
    assert set(DOCUMENTS) <= set(blanked())
    assert set(COPIED) <= texts
    assert all("retired" in TABLES[name].c for name in RETIRED)


def holds_any_text(table: sa.Table, column: sa.Column[Any]) -> bool:
    """A word of a closed list is held by a CHECK; whatever else is text may say anything."""
    if not isinstance(column.type, sa.String | AutoString):
        return False
    rules = [str(one.sqltext) for one in table.constraints if isinstance(one, sa.CheckConstraint)]
    return not any(f"{column.name} IN (" in rule for rule in rules)


async def test_nothing_of_her_stands_anywhere_and_the_counts_do(
    full_world: World, records: Records
) -> None:
    world = full_world
    files = Files(Path(world.app.state.settings.files_folder))
    assert files.names()
    await hand_over(world)
    world.store.write_now(say_it_everywhere, world.person("xiaoman"))
    before = world.store.read_now(counted)
    recorded = world.store.read_now(recordings_of, world.person("xiaoman"))
    told = run(world, "xiaoman")
    assert told.recordings >= len(recorded) > 0
    assert files.names().isdisjoint(recorded)
    left = world.store.read_now(places_of, (HERS, "林小满", "Lin Xiaoman", "lin xiaoman"))
    assert left == set(), left
    kept_of_others = world.store.read_now(lambda db: dict(every_value(db)))
    assert kept_of_others["training_sessions.why_sentences"] == ["太贵了"]
    after = world.store.read_now(counted)
    assert {name for name in before if before[name] != after[name]} <= {*GONE, "events"}
    await others_work_on(world, records)


async def others_work_on(world: World, records: Records) -> None:
    for reader in ("hejing", "qihang", "liqun"):
        screen = Screen(world.as_(reader))
        for row in rows():
            for owner in OWNERS:
                answer = await screen.open(address(row, records, owner))
                assert answer.status_code < 500, (row.name, owner, reader, answer.text)
    file = await world.as_("qihang").get(f"{API}/me/export")
    assert file.status_code == 200


async def test_she_signs_in_no_more_her_login_is_free_and_the_fact_has_her_id_alone(
    world: World,
) -> None:
    signed_in = world.as_("xiaoman")
    run(world, "xiaoman")
    assert (await signed_in.get(f"{API}/me")).status_code == 401
    assert (await world.as_("admin").get(f"{API}/people/{world.id('xiaoman')}")).status_code == 404
    again = {
        "login": world.person("xiaoman").login,
        "family_name": "林",
        "given_name": "小满",
        "role": "rep",
        "joined_on": "2026-03-24",
        "team_id": str(world.team("gull").id),
    }
    await made(await world.as_("admin").post(f"{API}/people", json=again))
    facts = world.store.read_now(
        lambda db: db.exec(select(EventRow).where(col(EventRow.topic) == "person.erased")).all()
    )
    assert [one.payload for one in facts] == [{"person_id": str(world.id("xiaoman"))}]


async def test_what_others_wrote_keeps_its_words_without_her_name(world: World) -> None:
    note = await reflect(world, "qihang", "今天林小满教我先问再答，Lin Xiaoman 问得真好。")
    run(world, "xiaoman")
    assert world.store.read_now(reflection_of, note) == "今天—教我先问再答，— 问得真好。"


async def test_a_name_that_a_colleague_bears_too_is_left_in_what_others_wrote(world: World) -> None:
    namesake = {"login": "lin.xm", "family_name": "林", "given_name": "小满", "role": "rep"}
    namesake |= {"joined_on": "2026-03-24", "team_id": str(world.team("gull").id)}
    await made(await world.as_("admin").post(f"{API}/people", json=namesake))
    note = await reflect(world, "qihang", "今天林小满教我先问再答。")
    run(world, "xiaoman")
    assert world.store.read_now(reflection_of, note) == "今天林小满教我先问再答。"


async def test_nobody_is_erased_whose_clients_nobody_has_nor_the_only_admin(
    full_world: World,
) -> None:
    world = full_world
    with pytest.raises(ClientsFirst):
        run(world, "xiaoman")
    with pytest.raises(LastAdmin):
        run(world, "admin")
    with pytest.raises(PersonUnknown):
        world.store.write_now(erase_login, world.organisation, "nobody.here", files_of(world))


async def hand_over(world: World) -> None:
    moved = {"from_id": str(world.id("xiaoman")), "to_id": str(world.id("qihang"))}
    await made(await world.as_("hejing").post(f"{API}/clients/hand-over", json=moved))


def files_of(world: World) -> Files:
    return Files(Path(world.app.state.settings.files_folder))


def run(world: World, name: str) -> Erased:
    login = world.person(name).login
    return world.store.write_now(erase_login, world.organisation, login, files_of(world))


def erase_login(db: Session, organisation: Organisation, login: str, files: Files) -> Erased:
    return erase(db, organisation, login=login, files=files)


def say_it_everywhere(db: Session, person: Person) -> None:
    """Her words in every text of every row that names her, or belongs to one that is hers."""
    for name, placed in WORDS.items():
        if name in ("people", "media"):
            continue
        table = TABLES[name]
        named = [table.c[one] == person.id for one in columns_of_people(name)]
        for one in placed:
            hers = sa.or_(theirs(table, one.whose, person), *named)
            for column in (table.c[part] for part in one.columns):
                said = sa.update(table).where(hers, column.is_not(None))
                db.connection().execute(said.values({column.name: in_shape(column)}))
    copied = sa.update(TABLES["training_sessions"]).values(why_sentences=["太贵了", HERS])
    db.connection().execute(copied)


def in_shape(column: sa.Column[Any]) -> Any:
    """A document is a list or an object, as it is when it is empty."""
    if not isinstance(column.type, sa.JSON):
        return HERS
    is_list = isinstance(DOCUMENTS[f"{column.table.name}.{column.name}"], list)
    return [HERS] if is_list else {"zh": HERS}


def every_value(db: Session) -> Iterator[tuple[str, Any]]:
    for table in TABLES.values():
        for row in db.connection().execute(sa.select(table)).mappings():
            yield from ((f"{table.name}.{name}", value) for name, value in row.items())


def places_of(db: Session, sought: tuple[str, ...]) -> set[str]:
    """Where one of these stands, decoded; what is known of a client is not about her."""
    return {
        place
        for place, value in every_value(db)
        if isinstance(value, str | list | dict)
        and any(one in json.dumps(value, ensure_ascii=False) for one in sought)
    }


def counted(db: Session) -> dict[str, int]:
    asked = {name: sa.select(sa.func.count()).select_from(table) for name, table in TABLES.items()}
    return {name: db.connection().execute(one).scalar_one() for name, one in asked.items()}


def recordings_of(db: Session, person: Person) -> set[str]:
    media = TABLES["media"]
    hers = sa.select(media.c.file).where(media.c.owner_id == person.id, media.c.file.is_not(None))
    return set(db.connection().execute(hers).scalars())


async def reflect(world: World, name: str, words: str) -> str:
    evening = f"{API}/drills/evenings/{world.today}/reflection"
    await made(await world.as_(name).put(evening, json={"words": words}))
    return str(world.id(name))


def reflection_of(db: Session, person_id: str) -> Any:
    evenings = TABLES["evenings"]
    asked = sa.select(evenings.c.reflection).where(evenings.c.person_id == person_id)
    return db.connection().execute(asked).scalar_one()
