"""Who sees whose records, on every live route that reads."""

from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.people.models import AccessLog
from tests.builders.field import API, yuan
from tests.builders.world import World
from tests.contract.live import filled, route, routes
from tests.visibility.camped import WORDS
from tests.visibility.records import OWNERS, Records
from tests.visibility.table import (
    COLUMNS,
    NOBODYS,
    NOT_LISTED,
    READERS,
    SHARED,
    STRANGERS,
    WITHOUT_SIGNING_IN,
    Row,
    address,
    column_of,
    red_rows,
    rows,
)
from tests.visibility.trained import ANCHORED

pytestmark = pytest.mark.anyio
FIRST = {"If-Match": '"0"'}


def test_every_route_that_reads_has_a_row_or_a_reason() -> None:
    live = {one.operation for one in routes() if not one.changes}
    told = {row.operation for row in rows()} | SHARED.keys() | NOBODYS.keys()
    assert live == told | WITHOUT_SIGNING_IN.keys()


def test_every_column_of_the_table_is_somebody() -> None:
    met = {column_of(reader, owner) for reader in (*READERS, *STRANGERS) for owner in OWNERS}
    assert met == set(COLUMNS)


async def test_everybody_sees_what_the_table_says_and_nothing_else(
    full_world: World, records: Records
) -> None:
    assert [red async for red in red_rows(full_world, records)] == []


def test_a_route_whose_reading_is_not_listed_has_a_row() -> None:
    assert NOT_LISTED.keys() <= {row.operation for row in rows()}


async def test_every_reading_of_what_is_somebodys_own_is_listed_to_them(
    full_world: World, records: Records
) -> None:
    """Deals once were read by mentors and managers, promise and note included, and nobody was told."""
    world, unlisted = full_world, set()
    for row in rows():
        for owner in OWNERS:
            for reader in (one for one in READERS if looks_at_another(row, one, owner)):
                before = world.store.read_now(looks, world.id(owner), world.id(reader))
                await world.as_(reader).get(address(row, records, owner))
                after = world.store.read_now(looks, world.id(owner), world.id(reader))
                if after == before:
                    unlisted.add(row.operation)
    assert unlisted == NOT_LISTED.keys()


def looks_at_another(row: Row, reader: str, owner: str) -> bool:
    """Whoever took part in a drill or rode along, or was promised something, reads what is their own, too."""
    other_side = {
        "drill": "partner",
        "round": "partner",
        "tick": "partner",
        "commitment": "manager",
        **dict.fromkeys(("ride_along", "change", "moment", "rescue", "said"), "manager"),
        "request": "manager",
        "asking": "manager",
        "review": "manager",
        "series": "manager",
        "evidence": "partner",
    }
    own_too = column_of(reader, owner) == other_side.get(row.word)
    return reader != owner and row.is_seen(reader, owner) and not own_too


def looks(db: Session, owner_id: UUID, reader_id: UUID) -> int:
    """How often the owner's log says that the reader looked."""
    times = select(sa.func.coalesce(sa.func.sum(col(AccessLog.times)), 0))
    theirs = (col(AccessLog.owner_id) == owner_id, col(AccessLog.reader_id) == reader_id)
    return int(db.exec(times.where(*theirs)).one())


async def test_nobody_reads_anything_without_signing_in(world: World) -> None:
    asked = [one for one in routes() if one.operation not in WITHOUT_SIGNING_IN and not one.changes]
    assert asked
    for one in asked:
        answer = await world.anonymous.get(filled(one))
        assert (answer.status_code, answer.json()["code"]) == (401, "sign_in_needed"), one.path


@pytest.mark.parametrize("operation", sorted(SHARED))
async def test_what_is_shared_is_shared_in_one_organisation_only(
    world: World, operation: str
) -> None:
    """Everybody of ours finds the same mark in the answer, and nobody of another organisation does."""
    mark, asked = await marked(world, operation), route(operation)
    params = {"from": "2026-03-23", "to": "2026-03-29"} if "calendar" in operation else {}
    for reader in (*READERS, *STRANGERS):
        answer = await world.as_(reader).get(asked.path, params=params)
        assert answer.status_code == 200
        assert (mark in answer.text) is (reader not in STRANGERS), reader


async def marked(world: World, operation: str) -> str:
    """What of ours to look for; a list that is still empty gets its first line."""
    admin, name = world.as_("admin"), {"zh": "远航版", "en": "Voyage"}
    sent: dict[str, tuple[str, str, Any]] = {
        "organisation.calendar": ("put", "organisation/calendar/2026-03-28", a_worked_day()),
        "products.list": ("post", "products", {"key": "voyage", "name": name, "price": yuan(100)}),
        "effective_visit_rules.list": ("post", "effective-visit-rules", a_rule()),
        "review_questions.read": ("patch", "review-questions/review_goal", a_question()),
        "camp_template.read": ("patch", "camp-template/see", {"task": WORDS}),
        "certification_template.read": ("patch", "certification-template/opening", ANCHORED),
    }
    if operation in sent:
        method, path, body = sent[operation]
        answer = await admin.request(method, f"{API}/{path}", json=body, headers=FIRST)
        assert answer.is_success, answer.text
    marks = {
        "people.list": str(world.id("xiaoman")),
        "mentor_pairs.list": str(world.id("xiaoman")),
        "organisation.get": str(world.organisation.id),
        "organisation.calendar": "调休",
        "teams.list": str(world.team("gull").id),
        "products.list": "远航版",
        "review_questions.read": "离目标还有几步",
        "camp_template.read": WORDS["zh"],
        "certification_template.read": str(ANCHORED["anchors"][0]["zh"]),
        "playbook.read": await first_skill(world),
        "answers.list": await first_answer(world),
        "effective_visit_rules.list": str(world.id("admin")),
    }
    return marks[operation]


async def first_skill(world: World) -> str:
    playbook = await world.as_("admin").get(f"{API}/playbook")
    return str(playbook.json()["skills"][0]["id"])


async def first_answer(world: World) -> str:
    playbook = await world.as_("admin").get(f"{API}/playbook")
    return str(playbook.json()["objection_types"][0]["best"][0]["id"])


def a_worked_day() -> dict[str, Any]:
    return {"working": True, "name": "调休"}


def a_question() -> dict[str, Any]:
    return {"text": {"zh": "离目标还有几步？", "en": "How many steps to go?"}}


def a_rule() -> dict[str, Any]:
    return {"requires": ["met_contact"], "applies_from": "2026-03-24"}
