"""The tests' company after two years: 300 reps more in fifteen teams, forty clients each, and as many visits as asked for."""

from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from api.clients.models import Client, ExportsNow
from api.kit.clock import now
from api.kit.rows import RecordId, new_id
from api.people.models import Organisation, Person, Role, Team
from api.visits.models import NextStep, Outcome, Purpose, Visit, VisitObjection, VisitState
from tests.builders.people import make_person, make_team
from tests.builders.world import Cast
from tests.builders.world import build as build_world

TEAMS, REPS_OF_A_TEAM, CLIENTS_OF_A_REP = 15, 20, 40
DAYS = 520
"""Two years of working days."""
SAID_EVERY = 3
OUTCOMES = (Outcome.CONTINUED, Outcome.ADVANCED, Outcome.STALLED)


def build(db: Session, *, visits: int) -> Cast:
    """In one transaction; the visits end with today, and every third heard an objection.

    To the names of the tests' company come those the homes are read by: rep, manager, region.
    """
    cast = build_world(db)
    company = cast.organisations["lanbridge"]
    reps = _people(db, company, cast)
    clients = [client for rep in reps for client in _clients(db, company, rep)]
    _visits(db, company, clients, today=now(db).date(), visits=visits)
    return cast


def _people(db: Session, company: Organisation, cast: Cast) -> list[Person]:
    region = make_team(db, company, zh="大区", en="Region")
    cast.people["region"] = _person(db, company, "region", Role.REGIONAL_MANAGER, region)
    reps: list[Person] = []
    for number in range(TEAMS):
        team = make_team(db, company, zh=f"{number} 队", en=f"Team {number}", region=region)
        manager = _person(db, company, f"manager{number}", Role.MANAGER, team)
        cast.people.setdefault("manager", manager)
        reps += [
            _person(db, company, f"rep{number}x{place}", Role.REP, team)
            for place in range(REPS_OF_A_TEAM)
        ]
    cast.people["rep"] = reps[0]
    return reps


def _person(db: Session, company: Organisation, name: str, role: Role, team: Team | None) -> Person:
    return make_person(db, company, names=("人", name, name), role=role, team=team)


def _clients(db: Session, company: Organisation, rep: Person) -> list[Client]:
    found = []
    for number in range(CLIENTS_OF_A_REP):
        client = Client(
            organisation_id=company.id,
            id=new_id(db),
            created_at=now(db),
            updated_at=now(db),
            owner_id=rep.id,
            name="",
            name_search="",
            initials="",
            exports_now=ExportsNow.UNKNOWN,
        )
        client.rename(f"暖屿灯饰{rep.given_name}第{number}厂")
        found.append(client)
    db.add_all(found)
    db.flush()
    return found


def _visits(
    db: Session, company: Organisation, clients: list[Client], *, today: date, visits: int
) -> None:
    """Made inside the database: the numbers from zero on, each with a client and a day."""
    there = db.connection()
    aside = sa.MetaData()
    days = sa.Table(
        "bench_days",
        aside,
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("day", sa.Date),
        prefixes=["TEMPORARY"],
    )
    owned = sa.Table(
        "bench_clients",
        aside,
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("client_id", RecordId),
        sa.Column("rep_id", RecordId),
        prefixes=["TEMPORARY"],
    )
    aside.create_all(there)
    back = [{"place": n, "day": today - timedelta(days=n)} for n in range(DAYS)]
    there.execute(sa.insert(days), back)
    mine = [
        {"place": n, "client_id": one.id, "rep_id": one.owner_id} for n, one in enumerate(clients)
    ]
    there.execute(sa.insert(owned), mine)
    numbers = _numbers(visits)
    # Two lengths without a common divisor but one: every client is met on many days.
    joined = numbers.join(days, days.c.place == (numbers.c.n / len(clients) + numbers.c.n) % DAYS)
    joined = joined.join(owned, owned.c.place == numbers.c.n % len(clients))
    told = _visit(db, company, numbers, days, owned)
    there.execute(
        sa.insert(_table(Visit)).from_select(
            list(told), sa.select(*told.values()).select_from(joined)
        )
    )
    _objections(db, company)
    there.execute(sa.text("ANALYZE"))


def _visit(
    db: Session, company: Organisation, numbers: Any, days: Any, owned: Any
) -> dict[str, Any]:
    moment = sa.literal(now(db), _table(Visit).c.created_at.type)
    outcome = sa.case(
        *[(numbers.c.n % len(OUTCOMES) == n, one.value) for n, one in enumerate(OUTCOMES)]
    )
    return {
        "organisation_id": sa.literal(company.id, RecordId),
        "id": _any_id(db),
        "created_at": moment,
        "updated_at": moment,
        "version": sa.literal(1),
        "client_id": owned.c.client_id,
        "rep_id": owned.c.rep_id,
        "day": days.c.day,
        "planned": sa.literal(True),
        "purpose": sa.literal(str(Purpose.FOLLOW_UP)),
        "state": sa.literal(str(VisitState.DONE)),
        "happened_at": moment,
        "received_at": moment,
        "outcome": outcome,
        "next_step": sa.literal(str(NextStep.CALL_AGAIN)),
        "next_on": days.c.day,
        "note": sa.literal("他说先看看谁在回询盘。"),
        "wants_help": sa.literal(False),
        "effective": numbers.c.n % 2 == 0,
        "late": sa.literal(False),
    }


def _objections(db: Session, company: Organisation) -> None:
    """At every visit that stalled."""
    visits = _table(Visit)
    told = {
        "organisation_id": visits.c.organisation_id,
        "id": _any_id(db),
        "created_at": visits.c.created_at,
        "visit_id": visits.c.id,
        "place": sa.literal(0),
        "type_key": sa.literal("noresult"),
        "words": sa.literal("以前做过，没效果"),
        "answered": sa.literal("not_answered"),
    }
    known = {name: value for name, value in told.items() if name in _table(VisitObjection).c}
    stalled = sa.select(*known.values()).where(
        visits.c.organisation_id == company.id, visits.c.outcome == Outcome.STALLED
    )
    db.connection().execute(sa.insert(_table(VisitObjection)).from_select(list(known), stalled))


def _numbers(many: int) -> Any:
    first = sa.select(sa.literal(0).label("n")).cte("numbers", recursive=True)
    return first.union_all(sa.select(first.c.n + 1).where(first.c.n + 1 < many))


def _any_id(db: Session) -> Any:
    is_postgres = db.connection().dialect.name == "postgresql"
    return sa.func.gen_random_uuid() if is_postgres else sa.func.randomblob(16)


def _table(kind: Any) -> sa.Table:
    found: sa.Table = kind.__table__
    return found
