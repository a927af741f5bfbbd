"""Pair interviews over the wire. Gull of the world has three reps, who sit as a three; more make pairs."""

import uuid
from datetime import date
from typing import Any

import httpx
import sqlalchemy as sa
from sqlmodel import Session

from api.kit.clock import now
from api.kit.rows import new_id
from api.shares.interviews import service
from api.shares.interviews.models import InterviewSeat, PairInterview
from tests.builders.people import make_person
from tests.builders.world import World
from tests.drills.evening import API, Json, made

INTERVIEWS = f"{API}/pair-interviews"
SHEET = {
    "went_well": "老板主动约了下周",
    "stuck": "一说三万块就沉默",
    "tried": "先算一单赚多少",
    "would_ask": "你怎么让他先说预算？",
}
MONDAY = date(2026, 3, 23)


def emptied(world: World) -> None:
    """The server has laid Gull's three when it started; a test that seats people itself begins without."""

    def take_away(db: Session) -> None:
        for table in (InterviewSeat, PairInterview):
            db.execute(sa.delete(table))

    world.store.write_now(take_away)


def lay(world: World) -> None:
    world.store.write_now(service.lay_all)


def colleagues(world: World, *names: str, team: str = "gull") -> None:
    """More reps of a team, by the name tests call them."""

    def add(db: Session) -> None:
        for name in names:
            told = ("江", name, f"Jiang {name.title()}")
            world.cast.people[name] = make_person(
                db, world.organisation, names=told, team=world.team(team)
            )

    world.store.write_now(add)


def sit(world: World, *people: uuid.UUID, team: str = "gull", week: date = MONDAY) -> str:
    """An interview of these people as rows: whom the method would pair is not this test's matter."""

    def add(db: Session) -> str:
        born: dict[str, Any] = {"organisation_id": world.organisation.id, "created_at": now(db)}
        laid = PairInterview(
            **born,
            id=new_id(db),
            updated_at=now(db),
            team_id=world.team(team).id,
            week=week,
            day=world.today,
        )
        db.add(laid)
        db.flush()
        for person in people:
            db.add(
                InterviewSeat(
                    **born, id=new_id(db), interview_id=laid.id, person_id=person, week=week
                )
            )
        return str(laid.id)

    return world.store.write_now(add)


def pair(world: World, *names: str) -> str:
    """The only one they have this week."""
    emptied(world)
    return sit(world, *(world.id(name) for name in names))


async def mine(world: World, name: str) -> list[Json]:
    found = await made(await world.as_(name).get(INTERVIEWS))
    return list(found["items"])


async def read(world: World, name: str, interview: str) -> Json:
    return await made(await world.as_(name).get(f"{INTERVIEWS}/{interview}"))


async def fill(world: World, name: str, interview: str, **other: str) -> httpx.Response:
    at = f"{INTERVIEWS}/{interview}/worksheet"
    return await world.as_(name).put(at, json=SHEET | other)


async def take(
    world: World, name: str, interview: str, words: str = "先问再谈价"
) -> httpx.Response:
    return await world.as_(name).put(f"{INTERVIEWS}/{interview}/takeaway", json={"words": words})


async def move(world: World, name: str, interview: str, day: str) -> httpx.Response:
    told = {"day": day, "reason": "周二下午客户来公司"}
    return await world.as_(name).put(f"{INTERVIEWS}/{interview}/day", json=told)
