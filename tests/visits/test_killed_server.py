"""kill -9 under check-in load: nothing acknowledged is lost, nothing sent again is doubled."""

import asyncio
import random
import sqlite3
import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlmodel import Session
from uuid_utils.compat import uuid7

from api.kit.store import Store
from api.kit.tokens import Bearer, Keys
from api.people.models import Person
from api.playbook.service import add_defaults
from tests.builders.people import make_organisation, make_person, make_team
from tests.served import Server

SECRET = "a secret of the tests, long enough to be safe"
PHONES = 8
MOST_EACH = 400
KILLS = 3


@dataclass
class Field:
    """What the phones hold: what they wrote, what was acknowledged, what they must send again."""

    token: str
    client_id: str
    written: dict[str, dict[str, Any]] = field(default_factory=dict)
    acknowledged: set[str] = field(default_factory=set)
    wanted: int = 0
    enough: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def open(self) -> list[str]:
        return [visit for visit in self.written if visit not in self.acknowledged]


@pytest.mark.only_on("sqlite")
async def test_nothing_acknowledged_is_lost_and_nothing_is_doubled(database_url: str) -> None:
    server = Server(Path(database_url.removeprefix("sqlite:///")), secret=SECRET)
    token = a_signed_in_rep(database_url)
    try:
        carried = Field(token, await a_client(server, token))
        for seed in range(KILLS):
            await load_until_killed(server, carried, random.Random(seed))
        server.start()
        await send_all_again(server, carried)
    finally:
        server.stop()
    stored = rows(server.database)
    assert len(carried.written) > 100
    assert set(stored) == set(carried.written)
    assert all(count == 1 for count in stored.values())


def a_signed_in_rep(database_url: str) -> str:
    """Their access token lives for an hour: the server restarts, the phone does not sign in again."""
    store = Store(database_url)
    person = store.write_now(_a_rep)
    store.close()
    keys = Keys(SECRET, access_minutes=60)
    bearer = Bearer(person.organisation_id, person.id, person.keys_issue)
    return keys.access_token(bearer, now=datetime.now(UTC))


def _a_rep(db: Session) -> Person:
    organisation = make_organisation(db, slug="lanbridge", name="澜桥出海")
    add_defaults(db, organisation.id)
    team = make_team(db, organisation, zh="海鸥", en="Gull")
    return make_person(db, organisation, names=("周", "启航", "Zhou Qihang"), team=team)


async def a_client(server: Server, token: str) -> str:
    server.start()
    async with httpx.AsyncClient(base_url=server.url, timeout=10) as http:
        answer = await http.post(
            "/api/v1/clients",
            json={"name": "暖屿灯饰"},
            headers={"authorization": f"Bearer {token}"},
        )
    server.stop()
    return str(answer.json()["id"])


async def load_until_killed(server: Server, carried: Field, chance: random.Random) -> None:
    server.start()
    carried.wanted = len(carried.acknowledged) + chance.randint(20, 60)
    carried.enough.clear()
    phones = [asyncio.create_task(phone(server, carried)) for _ in range(PHONES)]
    await asyncio.wait_for(carried.enough.wait(), 60)
    server.kill()
    await asyncio.gather(*phones)


async def phone(server: Server, carried: Field) -> None:
    """Checks in again and again until the server is gone."""
    async with httpx.AsyncClient(base_url=server.url, timeout=10) as http:
        for _ in range(MOST_EACH):
            visit = str(uuid7())
            carried.written[visit] = {
                "client_id": carried.client_id,
                "purpose": "follow_up",
                "happened_at": datetime.now(UTC).isoformat(),
                "outcome": "continued",
                "objections": [{"id": str(uuid7()), "type_key": None, "words": "再考虑考虑"}],
            }
            if not await sent(http, carried, visit):
                return


async def send_all_again(server: Server, carried: Field) -> None:
    """As the phones do: what had no answer for the first time, and the rest as if its answer were lost."""
    async with httpx.AsyncClient(base_url=server.url, timeout=30) as http:
        for visit in [*carried.open, *carried.acknowledged]:
            assert await sent(http, carried, visit)


async def sent(http: httpx.AsyncClient, carried: Field, visit: str) -> bool:
    try:
        answer = await http.put(
            f"/api/v1/visits/{visit}/check-in",
            json=carried.written[visit],
            headers={"authorization": f"Bearer {carried.token}"},
        )
    except httpx.HTTPError:
        return False
    assert answer.status_code == 200, answer.text
    carried.acknowledged.add(visit)
    if len(carried.acknowledged) >= carried.wanted:
        carried.enough.set()
    return True


def rows(database: Path) -> dict[str, int]:
    """How many visits with exactly one heard objection each id has."""
    question = """
        SELECT v.id, count(*) FROM visits v
        JOIN visit_objections o ON o.organisation_id = v.organisation_id AND o.visit_id = v.id
        GROUP BY v.id
    """
    with sqlite3.connect(database) as opened:
        return {str(uuid.UUID(bytes=row[0])): row[1] for row in opened.execute(question)}
