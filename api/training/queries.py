"""Reads of sessions: a page costs two statements whatever its size."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.models import Team
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.training.models import SessionState, TopicClass, Track, TrainingSession
from api.training.policy import visible_to
from api.training.practice.models import SessionAttendance, SessionEvidence

When = Literal["coming", "past"]
Practised = Literal["none", "shown", "confirmed"]


@dataclass(frozen=True)
class TeamView:
    id: UUID
    name: dict[str, str]


@dataclass(frozen=True)
class OtherDay:
    """A session on another day, which this one makes up for or is made up by."""

    id: UUID
    day: date


@dataclass(frozen=True)
class CardView:
    """A session as a line in a list; `my_mark` and `my_practice` are the reader's own."""

    id: UUID
    track: Track
    state: SessionState
    team: TeamView | None
    trainer: PersonRef
    day: date
    starts: str
    minutes: int
    topic: str | None
    topic_class: TopicClass | None
    skip_reason: str | None
    makes_up: OtherDay | None
    made_up_by: OtherDay | None
    practice_due: date | None
    my_mark: str | None
    my_practice: Practised


@dataclass(frozen=True)
class Wanted:
    """What a list is narrowed to. Coming begins on the Monday of this week."""

    when: When | None = None
    track: Track | None = None
    team_id: UUID | None = None

    def conditions(self, *, today: date) -> list[Any]:
        monday = today - timedelta(days=today.weekday())
        narrowed: list[Any] = []
        if self.when is not None:
            coming = col(TrainingSession.day) >= monday
            narrowed.append(coming if self.when == "coming" else sa.not_(coming))
        if self.track is not None:
            narrowed.append(col(TrainingSession.track) == self.track)
        if self.team_id is not None:
            narrowed.append(col(TrainingSession.team_id) == self.team_id)
        return narrowed


def page(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[CardView]:
    """Coming ones by their day; else the latest day first."""
    order: Any = "asc" if wanted.when == "coming" else "desc"
    narrowed = wanted.conditions(today=actor.today(db))
    statement = _with_names(actor).where(visible_to(actor), *narrowed)
    keys = [Key(col(TrainingSession.day), order), Key(col(TrainingSession.id), order)]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(_cards(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, session_id: UUID) -> TrainingSession:
    """A session the actor may see; raises NotFound."""
    asked = select(TrainingSession).where(visible_to(actor), col(TrainingSession.id) == session_id)
    found = db.exec(asked).first()
    if found is None:
        raise NotFound
    return found


def one(db: Session, organisation_id: UUID, session_id: UUID) -> TrainingSession:
    """Any session of the organisation; the caller answers for who may ask."""
    return db.get_one(TrainingSession, (organisation_id, session_id))


def card(db: Session, actor: Actor, session: TrainingSession) -> CardView:
    """One session as it stands after everything flushed so far."""
    it = (
        col(TrainingSession.organisation_id) == session.organisation_id,
        col(TrainingSession.id) == session.id,
    )
    return _cards(db, actor, db.exec(_with_names(actor).where(*it)).all())[0]


def next_without_topic(
    db: Session, organisation_id: UUID, team_id: UUID, *, today: date
) -> TrainingSession | None:
    """The next session of a team that is still free for a topic."""
    return db.exec(
        select(TrainingSession)
        .where(
            col(TrainingSession.organisation_id) == organisation_id,
            col(TrainingSession.team_id) == team_id,
            col(TrainingSession.day) >= today,
            col(TrainingSession.topic).is_(None),
            col(TrainingSession.skipped_at).is_(None),
            col(TrainingSession.deleted_at).is_(None),
        )
        .order_by(col(TrainingSession.day), col(TrainingSession.id))
    ).first()


def next_about(
    db: Session, organisation_id: UUID, team_id: UUID, skill_key: str, *, today: date
) -> UUID | None:
    """The team's coming session about a skill."""
    return db.exec(
        select(col(TrainingSession.id))
        .where(
            col(TrainingSession.organisation_id) == organisation_id,
            col(TrainingSession.team_id) == team_id,
            col(TrainingSession.practice_skill_key) == skill_key,
            col(TrainingSession.day) >= today,
            col(TrainingSession.held_at).is_(None),
            col(TrainingSession.skipped_at).is_(None),
            col(TrainingSession.deleted_at).is_(None),
        )
        .order_by(col(TrainingSession.day), col(TrainingSession.id))
    ).first()


def _with_names(actor: Actor) -> Any:
    """With team, the session it makes up for, the one that makes it up, and what the reader did."""
    same, it = col(TrainingSession.organisation_id), col(TrainingSession.id)
    before, after = aliased(TrainingSession), aliased(TrainingSession)
    asked: Any = select
    return (
        asked(TrainingSession, Team, before.day, after, _my_mark(actor), *_my_evidence(actor))
        .outerjoin(
            Team,
            sa.and_(
                col(Team.organisation_id) == same, col(Team.id) == col(TrainingSession.team_id)
            ),
        )
        .outerjoin(
            before,
            sa.and_(
                col(before.organisation_id) == same,
                col(before.id) == col(TrainingSession.makes_up_id),
            ),
        )
        .outerjoin(after, sa.and_(col(after.organisation_id) == same, col(after.makes_up_id) == it))
    )


def _my_mark(actor: Actor) -> Any:
    return (
        sa.select(col(SessionAttendance.mark))
        .where(
            col(SessionAttendance.organisation_id) == col(TrainingSession.organisation_id),
            col(SessionAttendance.session_id) == col(TrainingSession.id),
            col(SessionAttendance.person_id) == actor.person_id,
        )
        .correlate(TrainingSession)
        .scalar_subquery()
    )


def _my_evidence(actor: Actor) -> tuple[Any, Any]:
    """How many things the reader has shown, and how many of them somebody has seen."""
    mine = (
        col(SessionEvidence.organisation_id) == col(TrainingSession.organisation_id),
        col(SessionEvidence.session_id) == col(TrainingSession.id),
        col(SessionEvidence.person_id) == actor.person_id,
    )
    shown = sa.select(sa.func.count()).where(*mine)
    seen = shown.where(col(SessionEvidence.confirmed_at).is_not(None))
    return (
        shown.correlate(TrainingSession).scalar_subquery(),
        seen.correlate(TrainingSession).scalar_subquery(),
    )


def _cards(db: Session, actor: Actor, found: Iterable[Any]) -> list[CardView]:
    rows = list(found)
    names = people.refs(db, actor.organisation_id, {row[0].trainer_id for row in rows})
    return [_card(*row, names=names) for row in rows]


def _card(
    session: TrainingSession,
    team: Team | None,
    before: date | None,
    after: TrainingSession | None,
    mark: str | None,
    shown: int,
    seen: int,
    *,
    names: dict[UUID, PersonRef],
) -> CardView:
    made_up = after is not None and after.held_at is not None
    return CardView(
        id=session.id,
        track=session.track,
        state=session.state(made_up=made_up),
        team=TeamView(team.id, team.name) if team else None,
        trainer=names[session.trainer_id],
        day=session.day,
        starts=session.starts,
        minutes=session.minutes,
        topic=session.topic,
        topic_class=session.topic_class,
        skip_reason=session.skip_reason,
        makes_up=OtherDay(session.makes_up_id, before) if session.makes_up_id and before else None,
        made_up_by=OtherDay(after.id, after.day) if after else None,
        practice_due=session.practice_due,
        my_mark=mark,
        my_practice="confirmed" if seen else "shown" if shown else "none",
    )
