"""The same facts give the same deck, whichever database keeps them.

What clients said, what the rep told of it, the plan of tomorrow and the rounds of tonight happen once, on SQLite; every
row is then carried over to PostgreSQL, and both are asked for the deck.
"""

from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from api.drills.deck import service as deck
from api.drills.deck.schemas import DeckRead
from api.drills.reality_checks import service as reality_checks
from api.drills.reality_checks.schemas import RealityCheckNew
from api.kit.migrations import migrate_to
from api.kit.store import Store
from api.people.policy import Actor
from api.tables import metadata
from api.visits import service as visits
from api.visits.check_ins import service as check_ins
from api.visits.schemas import CheckInNew, VisitNew
from tests.builders.field import a_check_in
from tests.builders.people import an_id
from tests.builders.world import HeldClock, build
from tests.databases import Databases, SqliteDatabases
from tests.drills.by_service import TONIGHT, acting, born, known, play

pytestmark = pytest.mark.only_on("postgresql")
CLIENTS = 4
Json = dict[str, Any]

at_clients = st.integers(1, CLIENTS)
said = st.tuples(
    st.sampled_from(["price", "noresult", None]),
    st.sampled_from([None, "answered", "partly", "not_answered"]),
)
heard = st.fixed_dictionaries(
    {
        "client": at_clients,
        "hours_ago": st.integers(0, 20).map(lambda days: days * 24 + days % 3),
        "outcome": st.sampled_from(["continued", "stalled", "lost"]),
        "said": st.lists(said, min_size=1, max_size=3),
    }
)
plans = st.fixed_dictionaries(
    {
        "client": at_clients,
        "time": st.sampled_from([None, "09:00", "14:00"]),
        "amount": st.sampled_from([None, 9_900_000, 19_800_000]),
    }
)
facts = st.fixed_dictionaries(
    {
        "heard": st.lists(heard, max_size=6),
        "plans": st.lists(plans, max_size=4),
        "rounds": st.lists(st.tuples(at_clients, st.booleans()), max_size=3),
    }
)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> SqliteDatabases:
    return SqliteDatabases(tmp_path_factory.mktemp("both"))


@pytest.fixture(scope="module")
def company(files: SqliteDatabases) -> Iterator[tuple[str, UUID, dict[str, UUID]]]:
    """The world on SQLite, to be copied; its organisation, and its people by name."""
    url = files.empty()
    migrate_to(url, "head")
    store = Store(url, clock=HeldClock(TONIGHT))
    cast = store.write_now(build)
    store.close()
    yield url, cast.organisations["lanbridge"].id, {n: one.id for n, one in cast.people.items()}
    files.drop(url)


@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(facts)
def test_what_happened_gives_the_same_deck_on_both(
    databases: Databases,
    migrated_template: str,
    files: SqliteDatabases,
    company: tuple[str, UUID, dict[str, UUID]],
    happened: Json,
) -> None:
    template, organisation_id, people = company
    urls = files.copy_of(template), databases.copy_of(migrated_template)
    here, there = (Store(url, clock=HeldClock(TONIGHT)) for url in urls)
    try:
        here.write_now(happen, organisation_id, people, happened)
        carry_over(here, there)
        decks = [
            store.read_now(deck_of, organisation_id, people["xiaoman"]) for store in (here, there)
        ]
    finally:
        here.close()
        there.close()
        files.drop(urls[0])
        databases.drop(urls[1])
    assert decks[0] == decks[1]
    assert len(decks[0]["items"]) >= len(happened["plans"])


def deck_of(db: Session, organisation_id: UUID, person_id: UUID) -> Json:
    actor = acting(db, organisation_id, person_id)
    return DeckRead.model_validate(deck.deck(db, actor, wanted="tomorrow")).model_dump()


def carry_over(source: Store, target: Store) -> None:
    """Every row of every table, parents before their children."""
    with source.engine.connect() as read, target.engine.begin() as write:
        for table in metadata.sorted_tables:
            rows = [dict(row) for row in read.execute(sa.select(table)).mappings()]
            if rows:
                write.execute(table.insert(), rows)


def happen(db: Session, organisation_id: UUID, people: dict[str, UUID], told: Json) -> None:
    """In the order of a rep's days: clients with their sheets, visits and what came of them, a plan, an evening."""
    actor, numbers = acting(db, organisation_id, people["xiaoman"]), count(5_000)
    sheets = {number: known(db, actor, number) for number in range(1, CLIENTS + 1)}
    for one in sorted(told["heard"], key=lambda visit: -visit["hours_ago"]):
        hear(db, actor, one, numbers)
    for one in told["plans"]:
        plan(db, actor, one, an_id(next(numbers)))
    if told["rounds"]:
        rounds = [(client, sheets[client], is_boss) for client, is_boss in told["rounds"]]
        play(db, actor, people["qihang"], rounds)


def hear(db: Session, actor: Actor, told: Json, numbers: Iterator[int]) -> None:
    """A check-in, and what the rep says of each sentence where there is something to say."""
    visit_id, at = an_id(next(numbers)), TONIGHT - timedelta(hours=told["hours_ago"] + 1)
    objections = [
        {"id": str(an_id(next(numbers))), "type_key": key, "words": None if key else "再看看"}
        for key, _ in told["said"]
    ]
    body = a_check_in(str(an_id(told["client"])), outcome=told["outcome"], objections=objections)
    given = CheckInNew.model_validate(body | {"happened_at": at.isoformat()})
    check_ins.check_in(db, actor, visit_id=visit_id, given=given, birth=born(given))
    items = [
        {"expected": "nowhere", "objection_id": one["id"], "result": result}
        | {"type_key": one["type_key"], "words": one["words"]}
        for one, (_, result) in zip(objections, told["said"], strict=True)
        if result is not None
    ]
    if items:
        check = RealityCheckNew.model_validate({"told_at": at.isoformat(), "items": items})
        reality_checks.tell(db, actor, visit_id=visit_id, given=check, birth=born(check))


def plan(db: Session, actor: Actor, told: Json, visit_id: UUID) -> None:
    amount = told["amount"] and {"amount_minor": told["amount"], "currency": "CNY"}
    body = {"id": visit_id, "client_id": an_id(told["client"]), "day": "2026-03-25"}
    body |= {"planned_time": told["time"], "purpose": "follow_up", "amount": amount}
    given = VisitNew.model_validate(body)
    visits.plan(db, actor, given=given, birth=born(given))
