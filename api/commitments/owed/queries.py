"""What somebody owes others, from as many mechanisms as are asked, in one statement with its names."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.commitments.models import Commitment, CommitmentMove, CommitmentReply
from api.kit.clock import now
from api.kit.origin import Origin
from api.kit.rows import RecordId, UtcTime
from api.people.models import Person, Role
from api.people.policy import Actor
from api.people.queries import PersonRef

THANKS = "thanks"
"""Received and not owed: no number counts it."""


class Ending(StrEnum):
    """How something owed ended after its time without being done by whoever owed it."""

    HANDED_OVER = "handed_over"
    NEVER_ANSWERED = "never_answered"
    CALLED_OFF = "called_off"


class StandsIf(StrEnum):
    """What stands on a ledger only for having been late."""

    LATE = "late"
    MOVED_LATE = "moved_late"


@dataclass(frozen=True)
class Owed:
    """One line of what somebody owes others.

    `kind` says of what: "commitment", "advice", "help_request", "ride_along", "review", "thanks".
    A thing without a due day (a ride given, thanks received) has only `done_at`; of thanks `to` is who gives them.
    `late` stays true of what was done after its time, unless `done_at` is only when somebody settled it. `words` stay
    None where the words are private. `ending` tells of what was not done that it ended otherwise, at `done_at`.
    `first_due` is the first day of what moved; `moved_late`: a day of it was over before it moved. `seen_differently`:
    the side whose word the outcome is not has said so.
    """

    kind: str
    id: UUID
    to: PersonRef | None
    due: date | datetime | None
    done_at: datetime | None
    late: bool
    to_role: Role | None = None
    words: str | None = None
    outcome: str | None = None
    origin: Origin | None = None
    ending: Ending | None = None
    first_due: date | None = None
    moved_late: bool = False
    seen_differently: bool = False

    @property
    def to_id(self) -> UUID | None:
        return self.to.id if self.to else None


@dataclass(frozen=True)
class Question:
    """Whose ledger, and how far back: what is open, and what was done from `since` on."""

    organisation_id: UUID
    person_id: UUID
    since: date
    first: datetime
    today: date
    now: datetime

    @classmethod
    def of(cls, db: Session, actor: Actor, person_id: UUID, since: date) -> "Question":
        """`actor` lends the calendar."""
        first = actor.calendar.moment(since, "00:00")
        return cls(actor.organisation_id, person_id, since, first, actor.today(db), now(db))


Tell = Callable[[Actor, Question, Owed], Owed]
"""Says whether a line is late."""


def nothing_computed(_db: Session, _actor: Actor, _person_id: UUID) -> list[Owed]:
    return []


@dataclass(frozen=True)
class Source:
    """What one mechanism puts on a ledger: rows by `line` and `move`, when they are late by kind, and what no row holds."""

    lines: Callable[[Question], Sequence[Any]]
    tells: Mapping[str, Tell] = field(default_factory=dict)
    computed: Callable[[Session, Actor, UUID], list[Owed]] = nothing_computed


SHAPE: Mapping[str, Any] = {
    "kind": sa.String(20),
    "id": RecordId,
    "to_id": RecordId,
    "due": sa.Date(),
    "due_at": UtcTime,
    "done_at": UtcTime,
    "words": sa.String(2000),
    "outcome": sa.String(20),
    "origin_kind": sa.String(20),
    "origin_id": RecordId,
    "ending": sa.String(20),
    "stands_if": sa.String(20),
    "seen_differently": sa.Boolean(),
    "move_id": RecordId,
}
"""The columns of every part of the one statement; a move tells its old day as `due` and when it moved as `done_at`."""
LITERALS = {"kind", "ending", "stands_if"}
"""PostgreSQL wants their type said."""


def line(kind: str, *, id: Any, **told: Any) -> Any:  # noqa: A002  # the column's name
    """One SELECT of a mechanism; what it does not tell is null."""
    given = {"kind": sa.literal(kind), "id": id} | told
    return sa.select(
        *[
            sa.cast(given[name] if name in given else sa.null(), type_).label(name)
            if name not in given or name in LITERALS
            else given[name].label(name)
            for name, type_ in SHAPE.items()
        ]
    )


def read(
    db: Session, actor: Actor, sources: Sequence[Source], person_id: UUID, *, since: date
) -> list[Owed]:
    """Everything these mechanisms have on somebody's ledger, the latest day first; one statement beside what is computed."""
    asked = Question.of(db, actor, person_id, since)
    stored, moves = _rows(db, asked, [part for one in sources for part in one.lines(asked)])
    tells = {kind: tell for one in sources for kind, tell in one.tells.items()}
    told = [
        (tells.get(one.kind, late_when_open)(actor, asked, _moved(actor, one, moves[one.id])), if_)
        for one, if_ in stored
    ]
    found = [one for one, stands_if in told if _stands(one, stands_if)]
    found += [one for each in sources for one in each.computed(db, actor, person_id)]
    return sorted(found, key=lambda one: (str(one.due), one.kind, one.id), reverse=True)


def late_when_open(_actor: Actor, asked: Question, one: Owed) -> Owed:
    """By its day, as long as it is open: settling a promise is not doing it."""
    if one.done_at is not None or one.due is None:
        return one
    return replace(one, late=one.due < asked.today)


def late_by_day(actor: Actor, asked: Question, one: Owed) -> Owed:
    """By its day, done or not."""
    if one.due is None:
        return one
    day = actor.calendar.today(one.done_at) if one.done_at else asked.today
    return replace(one, late=day > one.due)


def own_promises(asked: Question) -> list[Any]:
    """Promises somebody gave, and how their days moved."""
    standing = (
        col(Commitment.organisation_id) == asked.organisation_id,
        col(Commitment.owner_id) == asked.person_id,
        col(Commitment.deleted_at).is_(None),
        sa.or_(col(Commitment.outcome).is_(None), col(Commitment.settled_at) >= asked.first),
    )
    given = line(
        "commitment",
        id=col(Commitment.id),
        to_id=col(Commitment.to_id),
        due=col(Commitment.due),
        done_at=col(Commitment.settled_at),
        words=col(Commitment.words),
        outcome=col(Commitment.outcome),
        origin_kind=col(Commitment.origin_kind),
        origin_id=col(Commitment.origin_id),
        seen_differently=sa.exists().where(_of_promise(CommitmentReply)),
    ).where(*standing)
    moves = move("commitment", of=col(CommitmentMove.commitment_id), row=CommitmentMove)
    joined = moves.join_from(CommitmentMove, Commitment, _of_promise(CommitmentMove))
    return [given, joined.where(*standing)]


def move(kind: str, *, of: Any, row: Any) -> Any:
    """One SELECT of moves of what is promised for a day, whichever domain keeps them."""
    moved = {"due": col(row.from_day), "done_at": col(row.created_at), "move_id": col(row.id)}
    return line(kind, id=of, **moved)


def owed_by(db: Session, actor: Actor, person_id: UUID, *, since: date) -> list[Owed]:
    """Promises somebody gave: the open ones, and those settled from `since` on."""
    return read(db, actor, [SOURCE], person_id, since=since)


SOURCE = Source(own_promises)


def _of_promise(row: type[CommitmentMove | CommitmentReply]) -> sa.ColumnElement[bool]:
    return sa.and_(
        col(row.organisation_id) == col(Commitment.organisation_id),
        col(row.commitment_id) == col(Commitment.id),
    )


def _stands(one: Owed, stands_if: StandsIf | None) -> bool:
    late = one.moved_late or (one.late and stands_if is StandsIf.LATE)
    return stands_if is None or late


def _rows(
    db: Session, asked: Question, parts: Sequence[Any]
) -> tuple[list[tuple[Owed, StandsIf | None]], dict[UUID, list[Any]]]:
    """Lines that nobody has said yet whether they are late, and moves by what moved, in their order."""
    lines = sa.union_all(*parts).subquery()
    to = sa.and_(
        col(Person.organisation_id) == asked.organisation_id, col(Person.id) == lines.c.to_id
    )
    names: Any = (Person.family_name, Person.given_name, Person.latin_name, Person.role)
    statement: Any = sa.select(lines, *names).outerjoin(Person, to)
    found, moves = [], defaultdict(list)
    for row in db.exec(statement):
        if row.move_id is None:
            found.append((_line(row), StandsIf(row.stands_if) if row.stands_if else None))
        else:
            moves[row.id].append(row)
    for own in moves.values():
        own.sort(key=lambda one: (one.done_at, one.move_id))
    return found, moves


def _line(row: Any) -> Owed:
    return Owed(
        kind=row.kind,
        id=row.id,
        to=PersonRef(row.to_id, row.family_name, row.given_name, row.latin_name)
        if row.to_id
        else None,
        due=row.due or row.due_at,
        done_at=row.done_at,
        late=False,
        to_role=Role(row.role) if row.role else None,
        words=row.words,
        outcome=row.outcome,
        origin=Origin(row.origin_kind, row.origin_id) if row.origin_id else None,
        ending=Ending(row.ending) if row.ending else None,
        seen_differently=bool(row.seen_differently),
    )


def _moved(actor: Actor, one: Owed, moves: Sequence[Any]) -> Owed:
    """Whether a day was over before it moved; moved in time, it is a plan and no lateness."""
    if not moves:
        return one
    late = any(actor.calendar.today(each.done_at) > each.due for each in moves)
    return replace(one, first_due=moves[0].due, moved_late=late)
