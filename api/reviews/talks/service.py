"""In the talk: sit down, write answers together, put promises on the table, agree."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from api.clients.models import Client
from api.commitments import service as commitments
from api.commitments.policy import check_correction, check_due
from api.commitments.service import Promised
from api.kit.clock import now
from api.kit.events import publish
from api.kit.origin import Origin
from api.kit.rows import new_id
from api.people import queries as people
from api.people.models import Person
from api.people.policy import Actor
from api.playbook.service import check_skills
from api.reviews import queries as reviews
from api.reviews.asks.service import talk_over
from api.reviews.events import ReviewAgreed, ReviewStarted
from api.reviews.models import Review
from api.reviews.policy import check_come, check_open, check_takes_part
from api.reviews.pre_reads.service import forget_preparation, prepare
from api.reviews.questions import queries as questions
from api.reviews.questions.models import QuestionKey
from api.reviews.records import queries as records
from api.reviews.records.queries import ReviewView
from api.reviews.talks import queries
from api.reviews.talks.models import ReviewAgreement, ReviewAnswer, ReviewPromise
from api.reviews.talks.policy import (
    ClientOfSomebodyElse,
    NotYourTap,
    QuestionNotAsked,
    check_begun,
    check_owners,
    check_ready,
    check_version,
    tappers,
)
from api.reviews.talks.queries import REVIEW, TapsView
from api.reviews.talks.schemas import (
    PromiseNew,
    PromisesNew,
    ReviewAgreementNew,
    ReviewAnswerNew,
    SessionNew,
)


def start(db: Session, actor: Actor, *, review_id: UUID, given: SessionNew) -> ReviewView:
    """They sit down; said again, the first time stands."""
    found = _mine(db, actor, review_id)
    if found.started_at is None:
        check_open(found)
        _begin(db, actor, found, at=given.started_at)
    return records.whole(db, actor, found)


def answer(
    db: Session, actor: Actor, *, review_id: UUID, key: QuestionKey, given: ReviewAnswerNew
) -> ReviewView:
    """Written down together: whoever sits there writes, the last words stand."""
    found = _mine(db, actor, review_id)
    asked = {one.key: one for one in questions.of_kind(db, actor.organisation_id, found.kind)}
    if key not in asked:
        raise QuestionNotAsked
    told = queries.answers_of(db, found).get(key)
    if told is not None and told.words == given.words:
        return records.whole(db, actor, found)
    check_open(found)
    _begin(db, actor, found, at=now(db))
    if told is None:
        told = ReviewAnswer(
            organisation_id=actor.organisation_id,
            id=new_id(db),
            created_at=now(db),
            updated_at=now(db),
            review_id=found.id,
            key=key,
            asked=asked[key].text,
            words=given.words,
            by_id=actor.person_id,
        )
        db.add(told)
    told.words, told.by_id, told.updated_at = given.words, actor.person_id, now(db)
    return records.whole(db, actor, found)


def put_promises(db: Session, actor: Actor, *, review_id: UUID, given: PromisesNew) -> ReviewView:
    """The list as it stands on the table; a changed one asks both to agree anew."""
    found = _mine(db, actor, review_id)
    standing = queries.on_the_table(db, found)
    if _is_the_same(db, found, standing, given.promises):
        return records.whole(db, actor, found)
    check_open(found)
    _check_promises(db, actor, found, given.promises)
    for old in (*standing, *queries.agreements_of(db, found)):
        db.delete(old)
    # The old rows go first: a promise that is kept on the list comes back under its own id.
    db.flush()
    for place, one in enumerate(given.promises):
        db.add(_on_the_table(db, found, place, one))
    found.promises_version += 1
    found.updated_at = now(db)
    return records.whole(db, actor, found)


def agree(db: Session, actor: Actor, *, review_id: UUID, given: ReviewAgreementNew) -> ReviewView:
    """The actor's own tap, for nobody else; once the host and all who promise have tapped, the review closes."""
    found = _mine(db, actor, review_id)
    if given.person_id not in (None, actor.person_id):
        raise NotYourTap
    standing = queries.agreements_of(db, found)
    if any(
        (one.person_id, one.promises_version) == (actor.person_id, given.promises_version)
        for one in standing
    ):
        return records.whole(db, actor, found)
    check_open(found)
    promises = queries.on_the_table(db, found)
    needed = tappers(promises, host_id=found.host_id)
    # A mentor sits there, too, and so does a team: who promises nothing has nothing to agree to.
    if actor.person_id not in needed | {found.person_id}:
        raise NotYourTap
    check_begun(found)
    check_ready(promises, host_id=found.host_id)
    check_version(found, given.promises_version)
    standing.append(_tap(db, actor, found, given))
    if needed <= {one.person_id for one in standing}:
        _close(db, actor, found, promises, needed - {found.host_id})
    return records.whole(db, actor, found)


def taps(db: Session, actor: Actor, *, review_id: UUID) -> TapsView:
    """Who has agreed and whose tap is awaited: no word of the talk, so that a screen may ask while it waits."""
    found = reviews.find(db, actor, review_id)
    return queries.taps_of(db, found)


def _mine(db: Session, actor: Actor, review_id: UUID) -> Review:
    found = reviews.find(db, actor, review_id)
    check_takes_part(actor, found)
    return found


def _begin(db: Session, actor: Actor, review: Review, *, at: datetime) -> None:
    if review.started_at is None:
        check_come(review, today=actor.today(db))
        prepare(db, actor, review)
        review.started_at, review.updated_at = min(at, now(db)), now(db)
        db.flush()
        publish(db, review.organisation_id, ReviewStarted(review.id), by=actor.person_id)


def _others(db: Session, review: Review) -> set[UUID]:
    """Who promises beside the host: whoever is reviewed, or everybody in the team."""
    if review.person_id is not None:
        return {review.person_id}
    return (
        set(people.reps_of(db, review.organisation_id, review.team_id)) if review.team_id else set()
    )


def _is_the_same(
    db: Session, review: Review, standing: Sequence[ReviewPromise], given: Sequence[PromiseNew]
) -> bool:
    """On the table as sent; once agreed, it is the commitments that were sent."""
    if review.agreed_at is None:
        return review.promises_version > 0 and [_fields(one) for one in standing] == [
            _fields(one) for one in given
        ]
    agreed = queries.agreed_in(db, review.organisation_id, review.id)
    return {one.id for one in agreed} == {one.id for one in given}


def _fields(one: ReviewPromise | PromiseNew) -> tuple[object, ...]:
    named = ("id", "owner_id", "words", "how_seen", "due", "correction", "skill_key", "client_id")
    return tuple(getattr(one, name) for name in named)


def _check_promises(db: Session, actor: Actor, review: Review, given: Sequence[PromiseNew]) -> None:
    check_owners(given, host_id=review.host_id, others=_others(db, review))
    check_skills(db, actor.organisation_id, [one.skill_key for one in given])
    today = actor.today(db)
    for one in given:
        check_due(one.due, today=today)
        check_correction(db.get_one(Person, (actor.organisation_id, one.owner_id)), one.correction)
    _check_clients(db, review, given)


def _check_clients(db: Session, review: Review, given: Sequence[PromiseNew]) -> None:
    """A promise about a client is about one of those its owner or the person reviewed looks after."""
    for one in given:
        if one.client_id is None:
            continue
        client = db.get(Client, (review.organisation_id, one.client_id))
        if client is None or client.owner_id not in (one.owner_id, review.person_id):
            raise ClientOfSomebodyElse


def _on_the_table(db: Session, review: Review, place: int, one: PromiseNew) -> ReviewPromise:
    return ReviewPromise(
        organisation_id=review.organisation_id,
        created_at=now(db),
        review_id=review.id,
        place=place,
        **one.model_dump(),
    )


def _tap(db: Session, actor: Actor, review: Review, given: ReviewAgreementNew) -> ReviewAgreement:
    tapped = ReviewAgreement(
        organisation_id=review.organisation_id,
        id=new_id(db),
        created_at=now(db),
        review_id=review.id,
        person_id=actor.person_id,
        recorded_by_id=actor.person_id,
        promises_version=given.promises_version,
        tapped_at=min(given.agreed_at, now(db)),
    )
    db.add(tapped)
    db.flush()
    return tapped


def _close(
    db: Session,
    actor: Actor,
    review: Review,
    promises: Sequence[ReviewPromise],
    others: set[UUID],
) -> None:
    """Promises become commitments of the same ids; the host's own notes are deleted, and no copy stays."""
    to_id = min(others)
    made = [
        commitments.promise(db, actor, given=_promised(review, one, to_id=to_id))
        for one in promises
    ]
    for one in promises:
        db.delete(one)
    forget_preparation(db, review)
    talk_over(db, review)
    review.agreed_at = review.updated_at = now(db)
    db.flush()
    fact = ReviewAgreed(
        review_id=review.id,
        kind=str(review.kind),
        host_id=review.host_id,
        person_id=review.person_id,
        commitment_ids=tuple(one.id for one in made),
    )
    publish(db, review.organisation_id, fact, by=actor.person_id)


def _promised(review: Review, one: ReviewPromise, *, to_id: UUID) -> Promised:
    return Promised(
        id=one.id,
        owner_id=one.owner_id,
        to_id=to_id if one.owner_id == review.host_id else review.host_id,
        words=one.words,
        how_seen=one.how_seen,
        due=one.due,
        correction=one.correction,
        skill_key=one.skill_key,
        client_id=one.client_id,
        origin=Origin(REVIEW, review.id),
    )
