"""The trust pulse 信任脉搏: asked at month end, told from five answers up, and nobody can say whose an answer was."""

from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlmodel import Session

from api.kit.events import EventRow
from api.people.models import Person, Role
from api.tables import metadata
from tests.builders.field import API
from tests.builders.people import make_person
from tests.builders.world import World
from tests.drills.evening import Json, made

pytestmark = pytest.mark.anyio
PULSE = f"{API}/pulse"
MONDAY, MARCH = date(2026, 3, 30), "2026-03"
TABLES = [metadata.tables[name] for name in ("pulse_turns", "pulse_counts")]


async def read(world: World, name: str) -> Json:
    return await made(await world.as_(name).get(PULSE))


async def say(world: World, name: str, month: str = MARCH, **said: str) -> Any:
    return await world.as_(name).put(f"{PULSE}/{month}", json=said)


def at_month_end(world: World) -> None:
    world.clock.at("10:00", day=MONDAY)


def more_reps(world: World, number: int) -> list[str]:
    """Colleagues of Gull beside the three."""
    first = len(world.cast.people)
    names = [f"rep{first + place}" for place in range(number)]

    def add(db: Session) -> dict[str, Person]:
        company, gull = world.organisation, world.team("gull")
        return {
            name: make_person(
                db, company, names=("温", f"新{name}", f"Wen {name}"), role=Role.REP, team=gull
            )
            for name in names
        }

    world.cast.people |= world.store.write_now(add)
    return names


async def of_gull(world: World, *said: Json) -> list[str]:
    at_month_end(world)
    reps = ["xiaoman", "hanxue", "qihang", *more_reps(world, max(0, len(said) - 3))]
    for name, answers in zip(reps, said, strict=False):
        await made(await say(world, name, **answers))
    return reps


def next_month(world: World) -> None:
    world.clock.at("10:00", day=date(2026, 4, 1))


async def test_anonymous_is_asked_to_sign_in(world: World) -> None:
    assert (await world.anonymous.get(PULSE)).status_code == 401
    assert (await world.anonymous.put(f"{PULSE}/{MARCH}", json={})).status_code == 401


async def test_it_is_asked_in_the_last_three_working_days_of_reps_alone(world: World) -> None:
    world.clock.at("10:00", day=date(2026, 3, 26))
    assert (await read(world, "xiaoman"))["asked"] is None
    refused = await say(world, "xiaoman", useful="yes")
    assert (refused.status_code, refused.json()["code"]) == (409, "pulse_not_asked")
    world.clock.at("10:00", day=date(2026, 3, 27))
    told = await read(world, "xiaoman")
    assert (told["asked"], told["until"], told["answered"]) == (MARCH, "2026-03-31", False)
    assert (await read(world, "hejing"))["asked"] is None
    assert (await say(world, "xiaoman", "2026-02", useful="yes")).status_code == 409


async def test_four_answers_are_not_told_and_five_are_to_reps_and_manager_alike(
    world: World,
) -> None:
    said = [{"useful": "yes", "in_time": "yes"}] * 4 + [{"useful": "no"}]
    await of_gull(world, *said)
    assert (await read(world, "hejing"))["months"] == []
    next_month(world)
    told = (await read(world, "xiaoman"))["months"]
    assert [(one["month"], one["useful"], one["in_time"]) for one in told] == [
        (MARCH, {"answers": 5, "yes": 4, "partly": 0, "no": 1}, None)
    ]
    for reader in ("hejing", "liqun"):
        assert (await read(world, reader))["months"] == told, reader
    for reader in ("dinglei", "zhaohui", "sumin", "admin", "stranger_manager"):
        assert (await read(world, reader))["months"] == [], reader


async def test_said_again_it_counts_nothing_and_a_skipped_month_is_over(world: World) -> None:
    said = [{"useful": "yes", "in_time": "yes"}] * 5
    await of_gull(world, *said)
    again = await made(await say(world, "xiaoman", useful="no", in_time="no"))
    assert (again["asked"], again["answered"]) == (None, True)
    skipped = more_reps(world, 1)[0]
    assert (await made(await say(world, skipped)))["answered"] is True
    next_month(world)
    [told] = (await read(world, "xiaoman"))["months"]
    assert told["useful"] == {"answers": 5, "yes": 5, "partly": 0, "no": 0}


async def test_nothing_that_is_stored_leads_from_an_answer_to_a_person(world: World) -> None:
    """The same rows, whoever of the team said which; no moment, no id of a row, no fact, no rowid."""
    said = [{"useful": "yes", "in_time": "no"}, {"useful": "no", "in_time": "yes"}, {}]
    before = world.store.read_now(facts)
    await of_gull(world, *said)
    stored = world.store.read_now(rows)
    people = {str(world.id(name)) for name in ("xiaoman", "hanxue", "qihang")}
    turns, counts = stored
    assert {str(row["person_id"]) for row in turns} == people
    assert not any("person_id" in row or "id" in row for row in counts)
    assert {(row["question"], row["answer"]): row["times"] for row in counts} == {
        ("useful", "yes"): 1,
        ("useful", "partly"): 0,
        ("useful", "no"): 1,
        ("in_time", "yes"): 1,
        ("in_time", "partly"): 0,
        ("in_time", "no"): 1,
    }
    assert world.store.read_now(facts) == before


def test_the_tables_have_no_column_that_knows_a_time_or_an_order() -> None:
    kinds = {column.name for table in TABLES for column in table.columns}
    assert kinds == {
        *("organisation_id", "person_id", "team_id"),
        *("month", "question", "answer", "times"),
    }
    assert all(table.dialect_options["sqlite"]["with_rowid"] is False for table in TABLES)


def test_the_migrated_file_keeps_no_rowid(world: World) -> None:
    def made_as(db: Session) -> list[str]:
        if db.connection().dialect.name != "sqlite":
            return ["WITHOUT ROWID"] * 2
        told = sa.text("SELECT sql FROM sqlite_master WHERE name LIKE 'pulse%' AND type = 'table'")
        return list(db.connection().execute(told).scalars())

    told = world.store.read_now(made_as)
    assert len(told) == len(TABLES)
    assert all("WITHOUT ROWID" in one for one in told)


def rows(db: Session) -> list[list[dict[str, Any]]]:
    return [
        [dict(row) for row in db.connection().execute(sa.select(table)).mappings()]
        for table in TABLES
    ]


def facts(db: Session) -> int:
    counted = sa.select(sa.func.count()).select_from(EventRow)
    return int(db.connection().execute(counted).scalar_one())
