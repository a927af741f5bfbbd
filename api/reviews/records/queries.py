"""Reads one review with all that belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.people import queries as people
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.reviews import queries
from api.reviews.asks import queries as asks
from api.reviews.asks.models import ReviewAsk
from api.reviews.models import Review
from api.reviews.pre_reads import queries as pre_reads
from api.reviews.pre_reads.models import Side
from api.reviews.pre_reads.queries import PartView, SnapshotView
from api.reviews.queries import CardView, MoveView
from api.reviews.talks import queries as talks
from api.reviews.talks.policy import tappers
from api.reviews.talks.queries import AgreementView, AskedView, PromiseView


@dataclass(frozen=True)
class LastTime:
    """The review before, and how its promises went."""

    review_id: UUID
    day: date
    promises: Sequence[PromiseView]


@dataclass(frozen=True)
class ReviewView:
    """A review with all that both sides see; on the wire the card's own fields stand beside them."""

    card: CardView
    series_id: UUID | None
    moves: Sequence[MoveView]
    snapshot: SnapshotView | None
    persons_part: PartView | None
    hosts_part: PartView | None
    preparation: str | None
    questions: Sequence[AskedView]
    promises: Sequence[PromiseView]
    promises_version: int
    agreements: Sequence[AgreementView]
    awaited: Sequence[PersonRef]
    asks: Sequence[ReviewAsk]
    last_time: LastTime | None
    version: int

    def __getattr__(self, name: str) -> Any:
        return getattr(self.card, name)


def whole(db: Session, actor: Actor, review: Review) -> ReviewView:
    """One review as it stands after everything flushed so far."""
    db.flush()
    notes = pre_reads.notes_of(db, review)
    answers = talks.answers_of(db, review)
    table = talks.on_the_table(db, review)
    agreements = talks.agreements_of(db, review)
    moves = queries.moves_of(db, review)
    named = {one.by_id for one in notes.values()} | {one.by_id for one in answers.values()}
    named |= {one.by_id for one in moves}
    needed = tappers(table, host_id=review.host_id)
    named |= needed
    named |= {who for one in agreements for who in (one.person_id, one.recorded_by_id)}
    names = people.refs(db, actor.organisation_id, named)
    return ReviewView(
        card=queries.card(db, actor, review),
        series_id=review.series_id,
        moves=[
            MoveView(names[one.by_id], one.from_day, one.to_day, one.reason, one.created_at)
            for one in moves
        ],
        snapshot=pre_reads.snapshot_of(db, actor, review),
        persons_part=pre_reads.part_view(notes.get(Side.PERSON), names),
        hosts_part=pre_reads.part_view(notes.get(Side.HOST), names),
        preparation=_preparation(db, actor, review),
        questions=talks.asked_in(db, review, answers, names),
        promises=_promises(db, review) or talks.table_views(table, names),
        promises_version=review.promises_version,
        agreements=talks.agreement_views(agreements, names),
        awaited=talks.awaited(review, needed, agreements, names),
        asks=asks.of_review(db, review),
        last_time=_last_time(db, actor, review),
        version=review.version,
    )


def _preparation(db: Session, actor: Actor, review: Review) -> str | None:
    """For the host alone."""
    if actor.person_id != review.host_id:
        return None
    found = pre_reads.preparation_of(db, review)
    return None if found is None else found.words


def _promises(db: Session, review: Review) -> list[PromiseView]:
    if review.agreed_at is None:
        return []
    return talks.agreed_in(db, review.organisation_id, review.id)


def _last_time(db: Session, actor: Actor, review: Review) -> LastTime | None:
    before = queries.held_before(db, actor, review)
    if before is None:
        return None
    promised = talks.agreed_in(db, review.organisation_id, before.id)
    return LastTime(before.id, before.day, promised)
