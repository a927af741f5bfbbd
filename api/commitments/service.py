"""What people do with a promise: give it, put its words right, settle it, move its day."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.commitments import queries
from api.commitments.events import (
    CommitmentChanged,
    CommitmentMade,
    CommitmentMoved,
    CommitmentSettled,
)
from api.commitments.evidence import queries as evidence
from api.commitments.models import Commitment, CommitmentMove, CommitmentOrigin, Correction
from api.commitments.policy import (
    PromiseWithdrawn,
    SettledAlready,
    TwoPeopleNeeded,
    check_correction,
    check_due,
    check_is_owner,
    check_is_side,
    check_open,
    check_reason,
)
from api.commitments.queries import CommitmentView, Wanted
from api.commitments.schemas import CommitmentChange, DueNew, OutcomeNew
from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently, NotFound
from api.kit.events import publish
from api.kit.origin import Origin
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.models import Person, SightKind
from api.people.policy import Actor
from api.people.service import seen
from api.playbook.service import check_skills


@dataclass(frozen=True)
class Promised:
    """A promise as a talk ends with it; the domain of the talk has asked who may give it.

    `given_at` is the device's time of a talk recorded without a network: the day is measured by it, so that a
    debrief that arrives late is not refused for a promise that was due meanwhile.
    """

    owner_id: UUID
    to_id: UUID
    words: str
    how_seen: str
    due: date
    origin: Origin
    correction: Correction | None = None
    skill_key: str | None = None
    client_id: UUID | None = None
    id: UUID | None = None
    given_at: datetime | None = None

    @property
    def digest(self) -> bytes:
        """By which the same promise arriving twice is known."""
        told = json.dumps(asdict(self), sort_keys=True, default=str)
        return hashlib.sha256(told.encode()).digest()


def commitments(
    db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked
) -> Paged[CommitmentView]:
    """Promises the actor may read; those between others are noted for their owners."""
    found = queries.page(db, actor, wanted=wanted, asked=asked)
    for one in found.items:
        _note_sight(db, actor, owner_id=one.owner.id, to_id=one.to.id)
    return found


def commitment(db: Session, actor: Actor, *, commitment_id: UUID) -> CommitmentView:
    return _seen(db, actor, queries.find(db, actor, commitment_id))


def promise(db: Session, actor: Actor, *, given: Promised) -> Commitment:
    """Stores what a talk ended with; the same promise under the same id answers the stored row."""
    stored = db.get(Commitment, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        if stored.deleted_at is not None:
            raise PromiseWithdrawn
        same_birth(stored.birth_digest, given.digest)
        return stored
    _check(db, actor, given)
    made = Commitment(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        owner_id=given.owner_id,
        to_id=given.to_id,
        words=given.words,
        how_seen=given.how_seen,
        due=given.due,
        correction=given.correction,
        skill_key=given.skill_key,
        client_id=given.client_id,
        origin_kind=CommitmentOrigin(given.origin.kind),
        origin_id=given.origin.id,
        birth_digest=given.digest,
    )
    db.add(made)
    db.flush()
    publish(db, actor.organisation_id, _made(made), by=actor.person_id)
    return made


def change(
    db: Session, actor: Actor, *, commitment_id: UUID, given: CommitmentChange, version: int
) -> CommitmentView:
    """The owner's words, as long as nobody has settled what they came to."""
    found = queries.find(db, actor, commitment_id)
    check_is_owner(actor, found)
    check_version(found, version, current=_view(db, found))
    check_open(found)
    sent = changes(given)
    for name, value in sent.items():
        setattr(found, name, value)
    found.updated_at = now(db)
    db.flush()
    fact = CommitmentChanged(found.id, found.owner_id, found.to_id, tuple(sorted(sent)))
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _view(db, found)


def settle(db: Session, actor: Actor, *, commitment_id: UUID, given: OutcomeNew) -> CommitmentView:
    """Either side says how it ended; who said it may correct it, and the other side sees who did."""
    found = queries.find(db, actor, commitment_id)
    check_is_side(actor, found)
    check_reason(given.outcome, given.reason)
    if _says_the_same(found, given):
        return _view(db, found)
    if found.settled and found.settled_by_id != actor.person_id:
        raise SettledAlready
    if given.evidence is not None:
        evidence.chosen(db, actor, found, Origin(given.evidence.kind, given.evidence.id))
    found.outcome, found.outcome_reason = given.outcome, given.reason
    found.evidence_kind = given.evidence.kind if given.evidence else None
    found.evidence_id = given.evidence.id if given.evidence else None
    found.settled_by_id = actor.person_id
    found.settled_at = found.updated_at = now(db)
    db.flush()
    publish(db, actor.organisation_id, _settled(found), by=actor.person_id)
    return _view(db, found)


def move(db: Session, actor: Actor, *, commitment_id: UUID, given: DueNew) -> CommitmentView:
    """Another day, with a reason that stays; a move that arrives twice moves once."""
    found = queries.find(db, actor, commitment_id)
    check_is_side(actor, found)
    if _moved_already(db, actor, found, given):
        return _view(db, found)
    check_open(found)
    check_due(given.due, today=actor.today(db))
    moved = CommitmentMove(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        commitment_id=found.id,
        from_day=found.due,
        to_day=given.due,
        why=given.why,
        by_id=actor.person_id,
    )
    db.add(moved)
    found.due, found.updated_at = given.due, now(db)
    db.flush()
    fact = CommitmentMoved(found.id, found.owner_id, found.to_id, moved.from_day, moved.to_day)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return _view(db, found)


def withdraw_of(db: Session, actor: Actor, *, origin: Origin) -> None:
    """A talk that was withdrawn takes its open promises with it; settled ones stay."""
    open_ones = select(Commitment).where(
        col(Commitment.organisation_id) == actor.organisation_id,
        col(Commitment.origin_kind) == origin.kind,
        col(Commitment.origin_id) == origin.id,
        col(Commitment.outcome).is_(None),
        col(Commitment.deleted_at).is_(None),
    )
    for one in db.exec(open_ones):
        one.words = one.how_seen = ""
        one.deleted_at = one.updated_at = now(db)
    db.flush()


def _check(db: Session, actor: Actor, given: Promised) -> None:
    if given.owner_id == given.to_id:
        raise TwoPeopleNeeded
    owner = db.get(Person, (actor.organisation_id, given.owner_id))
    if owner is None or db.get(Person, (actor.organisation_id, given.to_id)) is None:
        raise NotFound
    check_correction(owner, given.correction)
    check_skills(db, actor.organisation_id, [given.skill_key])
    moment = min(given.given_at or now(db), now(db))
    check_due(given.due, today=actor.calendar.today(moment))


def _says_the_same(found: Commitment, given: OutcomeNew) -> bool:
    named = Origin(given.evidence.kind, given.evidence.id) if given.evidence else None
    told = (given.outcome, given.reason, named)
    return (found.outcome, found.outcome_reason, found.evidence) == told


def _moved_already(db: Session, actor: Actor, found: Commitment, given: DueNew) -> bool:
    if given.id is None:
        return found.due == given.due
    known = db.get(CommitmentMove, (actor.organisation_id, given.id))
    if known is None:
        return found.due == given.due
    if (known.commitment_id, known.to_day, known.why) != (found.id, given.due, given.why):
        raise BornDifferently
    return True


def _made(row: Commitment) -> CommitmentMade:
    return CommitmentMade(
        commitment_id=row.id,
        owner_id=row.owner_id,
        to_id=row.to_id,
        due=row.due,
        correction=row.correction,
        skill_key=row.skill_key,
        client_id=row.client_id,
        origin_kind=row.origin_kind,
        origin_id=row.origin_id,
    )


def _settled(row: Commitment) -> CommitmentSettled:
    return CommitmentSettled(
        commitment_id=row.id,
        owner_id=row.owner_id,
        to_id=row.to_id,
        outcome=str(row.outcome),
        origin_kind=row.origin_kind,
        origin_id=row.origin_id,
    )


def _seen(db: Session, actor: Actor, found: Commitment) -> CommitmentView:
    _note_sight(db, actor, owner_id=found.owner_id, to_id=found.to_id)
    return _view(db, found)


def _note_sight(db: Session, actor: Actor, *, owner_id: UUID, to_id: UUID) -> None:
    """The one it was promised to is no onlooker."""
    if actor.person_id != to_id:
        seen(db, actor, owner_id, SightKind.COMMITMENTS)


def _view(db: Session, found: Commitment) -> CommitmentView:
    return queries.views(db, found.organisation_id, [found])[0]
