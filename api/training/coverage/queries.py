"""Reads of the two axes, product and skill: some six statements, whatever was taught.

What counts: a class that was held and that somebody came to or caught up with; practice that somebody has confirmed.
A class is about its product, the skills of its learning points, and the skill that is practised after it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.deals.products import queries as products
from api.kit.errors import NotFound
from api.people import queries as people
from api.people.models import Person, Role, SightKind, Team, TeamKind
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.people.service import seen
from api.playbook import queries as playbook
from api.training.models import LearningPoint, TrainingSession
from api.training.policy import decides
from api.training.practice.models import AttendanceMark, SessionAttendance, SessionEvidence
from api.training.queries import TeamView

LEARNERS = (Role.REP, Role.MANAGER)
Words = dict[str, str]
Subject = tuple[str, str]
"""An axis and a key: ("skill", "opening")."""


@dataclass(frozen=True)
class ClassView:
    """A class, by the day of it or of what was practised after it."""

    session_id: UUID
    topic: str
    day: date


@dataclass(frozen=True)
class SubjectView:
    key: str
    name: Words
    last_class: ClassView | None
    last_practice: ClassView | None


@dataclass(frozen=True)
class CoverageView:
    person: PersonRef
    products: list[SubjectView]
    skills: list[SubjectView]


@dataclass(frozen=True)
class NotYetView:
    """Whom one could still offer it to, by name."""

    key: str
    name: Words
    not_yet: list[PersonRef]
    nobody: bool


@dataclass(frozen=True)
class TeamCoverageView:
    team: TeamView
    products: list[NotYetView]
    skills: list[NotYetView]


def of_person(db: Session, actor: Actor, *, person_id: UUID) -> CoverageView:
    """For the person, the mentor, the own manager and the trainer; that it was read is told to its owner."""
    person = db.get(Person, (actor.organisation_id, person_id))
    if person is None or person.deleted_at is not None or person.role not in LEARNERS:
        raise NotFound
    if not actor.may_see(person) and actor.role is not Role.TRAINER:
        raise NotFound
    seen(db, actor, person.id, SightKind.TRAINING)
    had = _classes(db, actor, SessionAttendance, _came(), [person.id])
    done = _classes(db, actor, SessionEvidence, _confirmed(), [person.id])
    about = _subjects(db, actor.organisation_id, [*had, *done])
    classes, practice = _latest(had, about), _latest(done, about)

    def told(axis: str, named: list[tuple[str, Words]]) -> list[SubjectView]:
        return [
            SubjectView(key, name, classes.get((axis, key)), practice.get((axis, key)))
            for key, name in named
        ]

    return CoverageView(
        person=people.ref(person),
        products=told("product", products.names_sold(db, actor.organisation_id)),
        skills=told("skill", playbook.names_of_skills(db, actor.organisation_id)),
    )


def of_team(db: Session, actor: Actor, *, team_id: UUID) -> TeamCoverageView:
    """For the trainer and the team's manager: of each subject who has not had it yet, in the order of their names."""
    team = db.get(Team, (actor.organisation_id, team_id))
    if team is None or team.deleted_at is not None or team.kind != TeamKind.TEAM:
        raise NotFound
    if not decides(actor, team_id):
        raise NotFound
    rep_ids = people.reps_of(db, actor.organisation_id, team_id)
    for rep_id in rep_ids:
        seen(db, actor, rep_id, SightKind.TRAINING)
    names = people.refs(db, actor.organisation_id, rep_ids)
    members = sorted(names.values(), key=lambda one: (one.latin_name, one.id))
    had = _classes(db, actor, SessionAttendance, _came(), rep_ids)
    about = _subjects(db, actor.organisation_id, had)
    by_subject: dict[Subject, set[UUID]] = defaultdict(set)
    for one in had:
        for subject in about[one.id]:
            by_subject[subject].add(one.person_id)

    def missing(axis: str, named: list[tuple[str, Words]]) -> list[NotYetView]:
        told = []
        for key, name in named:
            not_yet = [one for one in members if one.id not in by_subject[axis, key]]
            nobody = bool(members) and not_yet == members
            told.append(NotYetView(key, name, not_yet, nobody))
        return told

    return TeamCoverageView(
        team=TeamView(team.id, team.name),
        products=missing("product", products.names_sold(db, actor.organisation_id)),
        skills=missing("skill", playbook.names_of_skills(db, actor.organisation_id)),
    )


@dataclass(frozen=True)
class _Had:
    """A class of somebody, and when they came to it or practised it."""

    id: UUID
    person_id: UUID
    topic: str
    day: date
    product_key: str | None
    practice_skill_key: str | None


def _classes(
    db: Session, actor: Actor, of: Any, told: Any, person_ids: Collection[UUID]
) -> list[_Had]:
    """The earliest first."""
    found = db.exec(
        select(
            TrainingSession,
            col(of.person_id),
            col(of.created_at),
        )
        .join(
            of,
            sa.and_(
                col(of.organisation_id) == col(TrainingSession.organisation_id),
                col(of.session_id) == col(TrainingSession.id),
            ),
        )
        .where(
            col(TrainingSession.organisation_id) == actor.organisation_id,
            col(TrainingSession.held_at).is_not(None),
            col(TrainingSession.deleted_at).is_(None),
            col(of.deleted_at).is_(None),
            col(of.person_id).in_(sorted(person_ids)),
            told,
        )
        .order_by(col(TrainingSession.day), col(of.created_at), col(of.id))
    ).all()
    practised = of is SessionEvidence
    return [
        _Had(
            session.id,
            person_id,
            session.topic or "",
            actor.calendar.today(at) if practised else session.day,
            session.product_key,
            session.practice_skill_key,
        )
        for session, person_id, at in found
    ]


def _came() -> sa.ColumnElement[bool]:
    return col(SessionAttendance.mark) != AttendanceMark.MISSED


def _confirmed() -> sa.ColumnElement[bool]:
    return col(SessionEvidence.confirmed_at).is_not(None)


def _subjects(
    db: Session, organisation_id: UUID, classes: Collection[_Had]
) -> dict[UUID, set[Subject]]:
    """What each class is about."""
    about = {one.id: set(_of_its_own(one)) for one in classes}
    points = db.exec(
        select(col(LearningPoint.session_id), col(LearningPoint.skill_key)).where(
            col(LearningPoint.organisation_id) == organisation_id,
            col(LearningPoint.session_id).in_(sorted(about)),
            col(LearningPoint.skill_key).is_not(None),
        )
    ).all()
    for session_id, key in points:
        about[session_id].add(("skill", key or ""))
    return about


def _of_its_own(one: _Had) -> Iterator[Subject]:
    if one.product_key is not None:
        yield "product", one.product_key
    if one.practice_skill_key is not None:
        yield "skill", one.practice_skill_key


def _latest(classes: Collection[_Had], about: dict[UUID, set[Subject]]) -> dict[Subject, ClassView]:
    latest: dict[Subject, ClassView] = {}
    for one in sorted(classes, key=lambda had: had.day):
        for subject in about[one.id]:
            latest[subject] = ClassView(one.id, one.topic, one.day)
    return latest
