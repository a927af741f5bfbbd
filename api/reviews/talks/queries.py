"""Reads of what a talk leaves behind: answers, promises on the table or agreed, taps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from api.commitments import queries as commitments
from api.commitments.models import CommitmentOutcome, Correction
from api.commitments.queries import CommitmentView
from api.kit.origin import Origin
from api.people import queries as people
from api.people.queries import PersonRef
from api.reviews.models import Review
from api.reviews.questions import queries as questions
from api.reviews.questions.models import QuestionKey
from api.reviews.talks.models import ReviewAgreement, ReviewAnswer, ReviewPromise
from api.reviews.talks.policy import tappers

REVIEW = "review"


@dataclass(frozen=True)
class AskedView:
    key: QuestionKey
    part: str
    text: dict[str, str]
    answer: str | None
    by: PersonRef | None


@dataclass(frozen=True)
class PromiseView:
    id: UUID
    owner: PersonRef
    words: str
    how_seen: str
    due: date
    correction: Correction | None
    skill_key: str | None
    client_id: UUID | None
    outcome: CommitmentOutcome | None
    outcome_reason: str | None


@dataclass(frozen=True)
class AgreementView:
    person: PersonRef
    recorded_by: PersonRef
    at: datetime


@dataclass(frozen=True)
class TapsView:
    """Which list lies on the table, who has agreed to it, and whose own tap is still awaited."""

    promises_version: int
    agreements: Sequence[AgreementView]
    awaited: Sequence[PersonRef]
    agreed_at: datetime | None


def answers_of(db: Session, review: Review) -> dict[QuestionKey, ReviewAnswer]:
    found = db.exec(
        select(ReviewAnswer).where(
            col(ReviewAnswer.organisation_id) == review.organisation_id,
            col(ReviewAnswer.review_id) == review.id,
        )
    )
    return {QuestionKey(one.key): one for one in found}


def on_the_table(db: Session, review: Review) -> list[ReviewPromise]:
    return list(
        db.exec(
            select(ReviewPromise)
            .where(
                col(ReviewPromise.organisation_id) == review.organisation_id,
                col(ReviewPromise.review_id) == review.id,
            )
            .order_by(col(ReviewPromise.place))
        )
    )


def agreements_of(db: Session, review: Review) -> list[ReviewAgreement]:
    return list(
        db.exec(
            select(ReviewAgreement)
            .where(
                col(ReviewAgreement.organisation_id) == review.organisation_id,
                col(ReviewAgreement.review_id) == review.id,
            )
            .order_by(col(ReviewAgreement.created_at), col(ReviewAgreement.id))
        )
    )


def agreed_in(db: Session, organisation_id: UUID, review_id: UUID) -> list[PromiseView]:
    """What both agreed on in a review, and how each of it went."""
    found = commitments.of_origin(db, organisation_id, Origin(REVIEW, review_id))
    return [_agreed(one) for one in found]


def asked_in(
    db: Session,
    review: Review,
    answers: dict[QuestionKey, ReviewAnswer],
    names: dict[UUID, PersonRef],
) -> list[AskedView]:
    """The questions of this kind of review; one that was answered keeps the words it was asked in."""
    asked = []
    for one in questions.of_kind(db, review.organisation_id, review.kind):
        told = answers.get(one.key)
        text = one.text if told is None else told.asked
        words = told.words or None if told is not None else None
        asked.append(
            AskedView(one.key, one.part, text, words, names[told.by_id] if told and words else None)
        )
    return asked


def table_views(
    promises: Sequence[ReviewPromise], names: dict[UUID, PersonRef]
) -> list[PromiseView]:
    return [
        PromiseView(
            id=one.id,
            owner=names[one.owner_id],
            words=one.words,
            how_seen=one.how_seen,
            due=one.due,
            correction=one.correction,
            skill_key=one.skill_key,
            client_id=one.client_id,
            outcome=None,
            outcome_reason=None,
        )
        for one in promises
    ]


def agreement_views(
    agreements: Sequence[ReviewAgreement], names: dict[UUID, PersonRef]
) -> list[AgreementView]:
    return [
        AgreementView(names[one.person_id], names[one.recorded_by_id], one.tapped_at)
        for one in agreements
    ]


def taps_of(db: Session, review: Review) -> TapsView:
    agreements = agreements_of(db, review)
    needed = tappers(on_the_table(db, review), host_id=review.host_id)
    named = needed | {who for one in agreements for who in (one.person_id, one.recorded_by_id)}
    names = people.refs(db, review.organisation_id, named)
    return TapsView(
        promises_version=review.promises_version,
        agreements=agreement_views(agreements, names),
        awaited=awaited(review, needed, agreements, names),
        agreed_at=review.agreed_at,
    )


def awaited(
    review: Review,
    needed: Iterable[UUID],
    agreements: Sequence[ReviewAgreement],
    names: dict[UUID, PersonRef],
) -> list[PersonRef]:
    """Nobody's once it is closed; the host first."""
    if review.closed:
        return []
    missing = set(needed) - {one.person_id for one in agreements}
    return [names[one] for one in sorted(missing, key=lambda who: (who != review.host_id, who))]


def _agreed(one: CommitmentView) -> PromiseView:
    return PromiseView(
        id=one.id,
        owner=one.owner,
        words=one.words,
        how_seen=one.how_seen,
        due=one.due,
        correction=one.correction,
        skill_key=one.skill_key,
        client_id=one.client_id,
        outcome=one.outcome,
        outcome_reason=one.outcome_reason,
    )
