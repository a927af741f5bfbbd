"""Reads that count: each is one statement for all teams, whatever their size."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.clients.models import ClientSheet, missing
from api.drills.models import Round
from api.drills.policy import is_big_order
from api.help_requests.models import HelpRequest
from api.help_requests.queries import owed
from api.kit.wire import Bilingual
from api.people.models import MentorPair, Person, Role, Team
from api.people.policy import Actor, pair_counts_on
from api.people.queries import PersonRef, active, ref
from api.playbook.models import ObjectionType
from api.today.queries import TeamName
from api.visits.models import Visit, VisitObjection, VisitState

MOST_NEWCOMERS = 100

Teams = Collection[uuid.UUID] | None
"""Which teams are counted, each for itself; None counts the whole organisation as one, under the key None."""


@dataclass(frozen=True)
class Days:
    """Ten whole working days in two halves; what was heard on a day off counts to the half it lies in."""

    before_since: date
    since: date
    until: date


@dataclass
class LedTeam:
    id: uuid.UUID
    name: Bilingual
    help_waiting: int = 0
    manager: PersonRef | None = None
    reps: int = 0


@dataclass
class CheckIns:
    """Check-ins of the two halves."""

    visits: int = 0
    visits_before: int = 0


@dataclass
class Planned:
    """Visits of one day, and how far they are prepared."""

    visits: int = 0
    with_answers: int = 0
    with_drill: int = 0
    big_orders: int = 0
    big_orders_prepared: int = 0

    def add(self, *, answered: bool, drilled: bool, big: bool) -> None:
        self.visits += 1
        self.with_answers += answered
        self.with_drill += drilled
        self.big_orders += big
        self.big_orders_prepared += big and answered and drilled


@dataclass
class Heard:
    """How often each type was heard in the two halves; the key None gathers words without a type."""

    times: Counter[str | None] = field(default_factory=Counter)
    times_before: Counter[str | None] = field(default_factory=Counter)
    types: dict[str | None, ObjectionType | None] = field(default_factory=dict)


@dataclass(frozen=True)
class NewcomerView:
    person: PersonRef
    team: TeamName | None
    joined_on: date
    mentor: PersonRef | None


def region(db: Session, actor: Actor) -> tuple[TeamName | None, list[LedTeam]]:
    """The actor's region, and the teams under it by name with who waits for help; of two managers the one who joined first."""
    if actor.team_id is None:
        return None, []
    works = sa.and_(
        col(Person.organisation_id) == col(Team.organisation_id),
        col(Person.team_id) == col(Team.id),
        active(),
    )
    found = db.exec(
        select(Team, Person, _help_waiting())
        .outerjoin(Person, works)
        .where(
            col(Team.organisation_id) == actor.organisation_id,
            col(Team.deleted_at).is_(None),
            sa.or_(col(Team.id) == actor.team_id, col(Team.parent_id) == actor.team_id),
        )
        .order_by(col(Team.name_en), col(Team.id), col(Person.joined_on), col(Person.id))
    ).all()
    own: TeamName | None = None
    teams: dict[uuid.UUID, LedTeam] = {}
    for team, person, waiting in found:
        if team.id == actor.team_id:
            own = _name(team)
        else:
            led = teams.setdefault(team.id, LedTeam(team.id, _name(team).name, waiting))
            _gather(led, person)
    return own, list(teams.values())


def check_ins(
    db: Session, actor: Actor, teams: Teams, *, days: Days
) -> Mapping[uuid.UUID | None, CheckIns]:
    after = col(Visit.day) >= days.since
    counted = (
        sa.select(
            _by_team(teams).label("team"),
            _count(after),
            _count(~after),
        )
        .select_from(Person)
        .join(Visit, _visited)
        .where(
            *_of(actor, teams),
            col(Visit.outcome).is_not(None),
            col(Visit.day).between(days.before_since, days.until),
        )
        .group_by("team")
    )
    rows = db.connection().execute(counted).all()
    return defaultdict(CheckIns, {team: CheckIns(*counts) for team, *counts in rows})


def heard(
    db: Session, actor: Actor, teams: Teams, *, days: Days
) -> Mapping[uuid.UUID | None, Heard]:
    """What clients said against it, by type."""
    after = col(Visit.day) >= days.since
    said = (
        sa.select(
            _by_team(teams).label("team"),
            col(VisitObjection.type_key).label("type_key"),
            _count(after).label("times"),
            _count(~after).label("times_before"),
        )
        .select_from(Person)
        .join(Visit, _visited)
        .join(
            VisitObjection,
            sa.and_(
                col(VisitObjection.organisation_id) == col(Visit.organisation_id),
                col(VisitObjection.visit_id) == col(Visit.id),
            ),
        )
        .where(*_of(actor, teams), col(Visit.day).between(days.before_since, days.until))
        .group_by("team", "type_key")
        .subquery()
    )
    named = sa.and_(
        col(ObjectionType.organisation_id) == actor.organisation_id,
        col(ObjectionType.key) == said.c.type_key,
    )
    rows = db.execute(sa.select(said, ObjectionType).outerjoin(ObjectionType, named)).all()
    by_team: dict[uuid.UUID | None, Heard] = defaultdict(Heard)
    for team, key, times, times_before, objection_type in rows:
        found = by_team[team]
        found.times[key], found.times_before[key] = times, times_before
        found.types[key] = objection_type
    return by_team


def planned(
    db: Session, actor: Actor, teams: Teams, *, day: date
) -> Mapping[uuid.UUID | None, Planned]:
    """Visits still to be made on `day`, with the newest sheet of their client."""
    newest = (
        sa.select(sa.func.max(col(ClientSheet.number)))
        .where(
            col(ClientSheet.organisation_id) == col(Visit.organisation_id),
            col(ClientSheet.client_id) == col(Visit.client_id),
        )
        .correlate(Visit)
        .scalar_subquery()
    )
    sheet = sa.and_(
        col(ClientSheet.organisation_id) == col(Visit.organisation_id),
        col(ClientSheet.client_id) == col(Visit.client_id),
        col(ClientSheet.number) == newest,
    )
    rows = db.execute(
        sa.select(_by_team(teams), Visit, col(ClientSheet.content), _drilled())
        .select_from(Person)
        .join(Visit, _visited)
        .outerjoin(ClientSheet, sheet)
        .where(
            *_of(actor, teams),
            col(Visit.day) == day,
            col(Visit.state) == VisitState.PLANNED,
        )
    ).all()
    by_team: dict[uuid.UUID | None, Planned] = defaultdict(Planned)
    for team, visit, content, drilled in rows:
        answered = content is not None and not missing(content)
        big = is_big_order(actor, visit.expected)
        by_team[team].add(answered=answered, drilled=drilled, big=big)
    return by_team


def newcomers(db: Session, actor: Actor) -> list[NewcomerView]:
    """In the order of joining, each with today's mentor."""
    mentor: Any = aliased(Person)
    team = sa.and_(
        col(Team.organisation_id) == col(Person.organisation_id),
        col(Team.id) == col(Person.team_id),
    )
    pair = sa.and_(
        col(MentorPair.organisation_id) == col(Person.organisation_id),
        col(MentorPair.apprentice_id) == col(Person.id),
        pair_counts_on(actor.today(db)),
    )
    walks_beside = sa.and_(
        mentor.organisation_id == col(MentorPair.organisation_id),
        mentor.id == col(MentorPair.mentor_id),
        mentor.disabled_at.is_(None),
    )
    rows = db.execute(
        sa.select(Person, Team, mentor)
        .outerjoin(Team, team)
        .outerjoin(MentorPair, pair)
        .outerjoin(mentor, walks_beside)
        .where(
            col(Person.organisation_id) == actor.organisation_id,
            col(Person.newcomer).is_(True),
            active(),
        )
        .order_by(col(Person.joined_on), col(Person.id), col(MentorPair.starts_on))
        .limit(MOST_NEWCOMERS)
    ).all()
    return [
        NewcomerView(
            person=ref(person),
            team=_name(team) if team else None,
            joined_on=person.joined_on,
            mentor=ref(beside) if beside else None,
        )
        for person, team, beside in rows
    ]


_visited = sa.and_(
    col(Visit.organisation_id) == col(Person.organisation_id),
    col(Visit.rep_id) == col(Person.id),
    col(Visit.deleted_at).is_(None),
)


def _help_waiting() -> Any:
    """Requests of people of the team that wait for an answer."""
    return (
        sa.select(sa.func.count())
        .where(
            col(HelpRequest.organisation_id) == col(Team.organisation_id),
            col(HelpRequest.team_id) == col(Team.id),
            col(HelpRequest.deleted_at).is_(None),
            owed(),
        )
        .correlate(Team)
        .scalar_subquery()
    )


def _of(actor: Actor, teams: Teams) -> list[Any]:
    """The people counted; who has left stays among them, for their visits were made."""
    mine = col(Person.organisation_id) == actor.organisation_id
    return [mine] if teams is None else [mine, col(Person.team_id).in_(sorted(teams))]


def _by_team(teams: Teams) -> Any:
    return sa.null() if teams is None else col(Person.team_id)


def _count(condition: Any) -> Any:
    return sa.func.sum(sa.case((condition, 1), else_=0))


def _drilled() -> Any:
    """Its rep has played a round for it, in either seat."""
    return (
        sa.select(col(Round.id))
        .where(
            col(Round.organisation_id) == col(Visit.organisation_id),
            col(Round.visit_id) == col(Visit.id),
            sa.or_(col(Round.rep_id) == col(Visit.rep_id), col(Round.boss_id) == col(Visit.rep_id)),
        )
        .exists()
    )


def _gather(team: LedTeam, person: Person | None) -> None:
    if person is None:
        return
    team.reps += person.role == Role.REP
    if person.role == Role.MANAGER and team.manager is None:
        team.manager = ref(person)


def _name(team: Team) -> TeamName:
    return TeamName(team.id, Bilingual(zh=team.name_zh, en=team.name_en))
