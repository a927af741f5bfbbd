"""Getting ready: take the facts, write one's part, keep and lose the host's own notes."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.clients.queries import ClientRef
from api.kit.clock import now
from api.kit.events import publish
from api.kit.rows import new_id
from api.people.policy import Actor
from api.reviews import queries as reviews
from api.reviews.events import ReviewOpened
from api.reviews.models import Review, ReviewKind
from api.reviews.policy import check_host, check_open, check_takes_part
from api.reviews.pre_reads import queries
from api.reviews.pre_reads.models import (
    FactPart,
    LinkKind,
    ReviewNote,
    ReviewPreparation,
    ReviewSnapshot,
    Side,
)
from api.reviews.pre_reads.policy import (
    EvidenceUnknown,
    FactsFirst,
    check_part,
    stands_from,
)
from api.reviews.pre_reads.schemas import PreparationNew, PreReadNew
from api.reviews.records import queries as records
from api.reviews.records.queries import ReviewView

LOOKS_BACK = {
    ReviewKind.WEEKLY: timedelta(days=7),
    ReviewKind.MANAGER: timedelta(days=14),
    ReviewKind.TEAM: timedelta(days=7),
    ReviewKind.MONTH: timedelta(days=31),
    ReviewKind.DEAL: timedelta(days=60),
}
"""How many days the facts reach back when there was no such review before."""
MOST_LINKS = 12
Fact = dict[str, Any]
Link = dict[str, Any]


def open_pre_read(db: Session, actor: Actor, *, review_id: UUID) -> None:
    """The facts as they are now, unless they stand already; a look days ahead leaves the review untouched."""
    found = reviews.find(db, actor, review_id)
    check_takes_part(actor, found)
    if found.closed:
        return
    check_open(found)
    if now(db) >= stands_from(actor, found):
        prepare(db, actor, found)
    else:
        _take_facts(db, actor, found)


def prepare(db: Session, actor: Actor, review: Review) -> None:
    """Somebody gets ready for it or sits down: it is no mere place in the calendar any more."""
    if review.prepared_at is None:
        review.prepared_at = review.updated_at = now(db)
        db.flush()
    _take_facts(db, actor, review)


def _take_facts(db: Session, actor: Actor, review: Review) -> None:
    """A flow gathers them in the same transaction: they are other domains'."""
    snapshot = queries.snapshot_of(db, actor, review)
    if snapshot is None or not snapshot.frozen:
        publish(db, review.organisation_id, ReviewOpened(review.id), by=actor.person_id)


def days_of(db: Session, actor: Actor, review: Review) -> tuple[date, date]:
    """The days a snapshot tells of: since the last review, today included."""
    before = _last_day(db, review)
    today = actor.today(db)
    first = today - LOOKS_BACK[ReviewKind(review.kind)]
    return (max(first, before) if before and before < today else first, today)


def keep_snapshot(
    db: Session,
    actor: Actor,
    *,
    review_id: UUID,
    days: tuple[date, date],
    facts: Sequence[Fact],
) -> None:
    """What the flow has gathered, in the place of what was taken too early; it is asked only while none stand."""
    review = db.get_one(Review, (actor.organisation_id, review_id))
    before = queries.taken(db, review)
    if before is not None:
        db.delete(before)
        # A review has one: the old row goes first.
        db.flush()
    db.add(
        ReviewSnapshot(
            organisation_id=actor.organisation_id,
            id=new_id(db),
            created_at=now(db),
            review_id=review_id,
            since=days[0],
            until=days[1],
            facts=list(facts),
        )
    )
    db.flush()


def fact(
    part: FactPart,
    key: str,
    *,
    figure: int | None = None,
    of: int | None = None,
    money: dict[str, Any] | None = None,
    target: int | None = None,
    type_key: str | None = None,
    short: bool = False,
    links: Iterable[Link] = (),
) -> Fact:
    """One line of a snapshot, as `FactRead` tells it."""
    return {
        "part": part,
        "key": key,
        "figure": figure,
        "of": of,
        "target": target,
        "money": money,
        "type_key": type_key,
        "short": short,
        "links": list(links)[:MOST_LINKS],
    }


def link(
    kind: LinkKind, record_id: UUID, *, on: date | None, client: ClientRef | None = None
) -> Link:
    return {
        "kind": kind,
        "id": str(record_id),
        "client": {"id": str(client.id), "name": client.name} if client else None,
        "on": None if on is None else on.isoformat(),
    }


def write_part(db: Session, actor: Actor, *, review_id: UUID, given: PreReadNew) -> ReviewView:
    """The person's three things, or the host's praise, question and offer; both read both."""
    found = reviews.find(db, actor, review_id)
    side = Side.PERSON if given.person is not None else Side.HOST
    check_part(actor, found, side)
    told = _told(given)
    note = queries.notes_of(db, found).get(side)
    if note is not None and _says_the_same(note, told):
        return records.whole(db, actor, found)
    check_open(found)
    _check_evidence(db, actor, found, told, standing=note)
    prepare(db, actor, found)
    if note is None:
        note = ReviewNote(
            organisation_id=actor.organisation_id,
            id=new_id(db),
            created_at=now(db),
            updated_at=now(db),
            review_id=found.id,
            by_id=actor.person_id,
            side=side,
            **told,
        )
        db.add(note)
    for name, value in told.items():
        setattr(note, name, value)
    note.updated_at = now(db)
    return records.whole(db, actor, found)


def write_preparation(
    db: Session, actor: Actor, *, review_id: UUID, given: PreparationNew
) -> ReviewView:
    """Only the host ever reads it, and it is deleted when the review closes."""
    found = reviews.find(db, actor, review_id)
    check_host(actor, found)
    check_open(found)
    prepare(db, actor, found)
    kept = queries.preparation_of(db, found)
    if not given.words:
        forget_preparation(db, found)
    elif kept is not None:
        kept.words = given.words
    else:
        db.add(
            ReviewPreparation(
                organisation_id=actor.organisation_id,
                id=new_id(db),
                created_at=now(db),
                review_id=found.id,
                words=given.words,
            )
        )
    return records.whole(db, actor, found)


def forget_preparation(db: Session, review: Review) -> None:
    kept = queries.preparation_of(db, review)
    if kept is not None:
        db.delete(kept)
        db.flush()


def _told(given: PreReadNew) -> dict[str, Any]:
    if given.host is None:
        return given.person.model_dump() if given.person else {}
    told = given.host.model_dump(exclude={"evidence"})
    evidence = given.host.evidence
    kind, record = (evidence.kind, evidence.id) if evidence else (None, None)
    return told | {"evidence_kind": kind, "evidence_id": record}


def _says_the_same(note: ReviewNote, told: dict[str, Any]) -> bool:
    return all(getattr(note, name) == value for name, value in told.items())


def _check_evidence(
    db: Session,
    actor: Actor,
    review: Review,
    told: dict[str, Any],
    *,
    standing: ReviewNote | None,
) -> None:
    """A praise rests on one of the facts; a team's name no record, and then the words stand alone.

    A record that was named before stays named, though facts taken anew may no longer list it.
    """
    if "praise" not in told:
        return
    snapshot = queries.snapshot_of(db, actor, review)
    if snapshot is None:
        raise FactsFirst
    named = (told["evidence_kind"], told["evidence_id"])
    if standing is not None and named == (standing.evidence_kind, standing.evidence_id):
        return
    known = named in snapshot.links if snapshot.links else named == (None, None)
    if not known:
        raise EvidenceUnknown


def _last_day(db: Session, review: Review) -> date | None:
    same = (
        col(Review.team_id) == review.team_id
        if review.person_id is None
        else col(Review.person_id) == review.person_id
    )
    return db.exec(
        select(col(Review.day))
        .where(
            col(Review.organisation_id) == review.organisation_id,
            col(Review.kind) == review.kind,
            same,
            col(Review.agreed_at).is_not(None),
            col(Review.id) != review.id,
        )
        .order_by(col(Review.day).desc())
    ).first()
