"""Reads of what is known and written before a review, each in one statement."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.origin import Origin
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.reviews.models import Review
from api.reviews.pre_reads.models import ReviewNote, ReviewPreparation, ReviewSnapshot, Side
from api.reviews.pre_reads.policy import is_frozen


@dataclass(frozen=True)
class SnapshotView:
    taken_at: datetime
    frozen: bool
    since: date
    until: date
    facts: list[dict[str, Any]]

    @property
    def links(self) -> set[tuple[str, UUID]]:
        """The records the facts are made of."""
        return {(link["kind"], UUID(link["id"])) for one in self.facts for link in one["links"]}


@dataclass(frozen=True)
class PartView:
    """What one side wrote; the fields of the other side are None."""

    by: PersonRef
    wants: str | None
    stuck: str | None
    tried: str | None
    praise: str | None
    evidence: Origin | None
    question: str | None
    offer: str | None
    written_at: datetime


def snapshot_of(db: Session, actor: Actor, review: Review) -> SnapshotView | None:
    found = taken(db, review)
    if found is None:
        return None
    frozen = is_frozen(actor, review, taken_at=found.created_at)
    return SnapshotView(found.created_at, frozen, found.since, found.until, found.facts)


def taken(db: Session, review: Review) -> ReviewSnapshot | None:
    return db.exec(
        select(ReviewSnapshot).where(
            col(ReviewSnapshot.organisation_id) == review.organisation_id,
            col(ReviewSnapshot.review_id) == review.id,
        )
    ).first()


def notes_of(db: Session, review: Review) -> dict[Side, ReviewNote]:
    found = db.exec(
        select(ReviewNote).where(
            col(ReviewNote.organisation_id) == review.organisation_id,
            col(ReviewNote.review_id) == review.id,
        )
    )
    return {Side(note.side): note for note in found}


def preparation_of(db: Session, review: Review) -> ReviewPreparation | None:
    return db.exec(
        select(ReviewPreparation).where(
            col(ReviewPreparation.organisation_id) == review.organisation_id,
            col(ReviewPreparation.review_id) == review.id,
        )
    ).first()


def part_view(note: ReviewNote | None, names: dict[UUID, PersonRef]) -> PartView | None:
    if note is None:
        return None
    return PartView(
        by=names[note.by_id],
        wants=note.wants,
        stuck=note.stuck,
        tried=note.tried,
        praise=note.praise,
        evidence=note.evidence,
        question=note.question,
        offer=note.offer,
        written_at=note.updated_at,
    )
