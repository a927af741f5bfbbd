"""Reads of proposed topics: a page costs two statements whatever its size."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.models import Team
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.training.models import TopicClass, TrainingSession
from api.training.queries import OtherDay, TeamView
from api.training.topics.models import Decision, ProposedBy, TopicProposal, TopicVote
from api.training.topics.policy import visible_to


@dataclass(frozen=True)
class StallView:
    stalled: int
    of: int


@dataclass(frozen=True)
class TopicView:
    id: UUID
    team: TeamView
    proposed_by: ProposedBy
    by: PersonRef | None
    topic: str
    topic_class: TopicClass
    type_key: str | None
    skill_key: str | None
    words: str | None
    heard: int | None
    heard_until: date | None
    sentences: Sequence[str]
    stalled_before: StallView | None
    stalled_now: StallView | None
    votes: int
    my_vote: bool
    decision: Decision | None
    decided_at: datetime | None
    later_words: str | None
    session: OtherDay | None
    proposed_at: datetime
    version: int


def page(db: Session, actor: Actor, *, is_open: bool | None, asked: PageAsked) -> Paged[TopicView]:
    """The newest first; what is to come later stays open."""
    statement = _with_names(actor).where(visible_to(actor))
    if is_open is not None:
        taken = col(TopicProposal.session_id).is_not(None)
        statement = statement.where(sa.not_(taken) if is_open else taken)
    found = page_of(db, statement, keys=[Key(col(TopicProposal.id), "desc")], asked=asked)
    return Paged(_views(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, proposal_id: UUID) -> TopicProposal:
    asked = select(TopicProposal).where(visible_to(actor), col(TopicProposal.id) == proposal_id)
    found = db.exec(asked).first()
    if found is None:
        raise NotFound
    return found


def view(db: Session, actor: Actor, proposal: TopicProposal) -> TopicView:
    """One topic as it stands after everything flushed so far."""
    db.flush()
    it = (
        col(TopicProposal.organisation_id) == proposal.organisation_id,
        col(TopicProposal.id) == proposal.id,
    )
    return _views(db, actor, db.exec(_with_names(actor).where(*it)).all())[0]


def vote_of(db: Session, actor: Actor, proposal: TopicProposal) -> TopicVote | None:
    return db.exec(
        select(TopicVote).where(
            col(TopicVote.organisation_id) == actor.organisation_id,
            col(TopicVote.proposal_id) == proposal.id,
            col(TopicVote.person_id) == actor.person_id,
        )
    ).first()


def from_field(
    db: Session, organisation_id: UUID, *, team_id: UUID, type_key: str, since: date
) -> TopicProposal | None:
    """The field's proposal of this type that is still open, or was taken up since that day."""
    open_or_fresh = sa.or_(
        col(TopicProposal.session_id).is_(None), col(TopicProposal.heard_until) >= since
    )
    return db.exec(
        select(TopicProposal).where(
            col(TopicProposal.organisation_id) == organisation_id,
            col(TopicProposal.team_id) == team_id,
            col(TopicProposal.type_key) == type_key,
            col(TopicProposal.proposed_by) == ProposedBy.FIELD,
            open_or_fresh,
        )
    ).first()


def from_method(
    db: Session, organisation_id: UUID, *, team_id: UUID, topic: str, since: datetime
) -> TopicProposal | None:
    """The wish for this topic that the method has proposed and that is open, or not older than `since`."""
    open_or_fresh = sa.or_(
        col(TopicProposal.session_id).is_(None), col(TopicProposal.created_at) >= since
    )
    return db.exec(
        select(TopicProposal).where(
            col(TopicProposal.organisation_id) == organisation_id,
            col(TopicProposal.team_id) == team_id,
            col(TopicProposal.topic) == topic,
            col(TopicProposal.proposed_by) == ProposedBy.METHOD,
            open_or_fresh,
            col(TopicProposal.deleted_at).is_(None),
        )
    ).first()


def _with_names(actor: Actor) -> Any:
    """With the team, the session that takes it up, how many voted, and whether the reader did."""
    same = col(TopicProposal.organisation_id)
    asked: Any = select
    return (
        asked(TopicProposal, Team, TrainingSession.day, _votes(), _votes(actor.person_id))
        .join(
            Team,
            sa.and_(col(Team.organisation_id) == same, col(Team.id) == col(TopicProposal.team_id)),
        )
        .outerjoin(
            TrainingSession,
            sa.and_(
                col(TrainingSession.organisation_id) == same,
                col(TrainingSession.id) == col(TopicProposal.session_id),
            ),
        )
    )


def _votes(of: UUID | None = None) -> Any:
    counted = sa.select(sa.func.count()).where(
        col(TopicVote.organisation_id) == col(TopicProposal.organisation_id),
        col(TopicVote.proposal_id) == col(TopicProposal.id),
    )
    mine = counted if of is None else counted.where(col(TopicVote.person_id) == of)
    return mine.correlate(TopicProposal).scalar_subquery()


def _views(db: Session, actor: Actor, found: Iterable[Any]) -> list[TopicView]:
    rows = list(found)
    names = people.refs(db, actor.organisation_id, {row[0].by_id for row in rows})
    return [_view(*row, names=names) for row in rows]


def _view(
    one: TopicProposal,
    team: Team,
    day: date | None,
    votes: int,
    mine: int,
    *,
    names: dict[UUID, PersonRef],
) -> TopicView:
    same = ("id", "proposed_by", "topic", "topic_class", "type_key", "skill_key", "words")
    more = ("heard", "heard_until", "sentences", "decision", "decided_at", "later_words")
    return TopicView(
        **{name: getattr(one, name) for name in (*same, *more)},
        team=TeamView(team.id, team.name),
        by=names[one.by_id] if one.by_id else None,
        stalled_before=StallView(**one.stalled_before) if one.stalled_before else None,
        stalled_now=StallView(**one.stalled_now) if one.stalled_now else None,
        votes=votes,
        my_vote=mine > 0,
        session=OtherDay(one.session_id, day) if one.session_id and day else None,
        proposed_at=one.created_at,
        version=one.version,
    )
