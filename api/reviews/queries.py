"""Reads of reviews: a page costs three statements whatever its size; a whole review some ten."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from operator import eq, ge, le
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.models import Client
from api.clients.queries import ClientRef
from api.commitments.models import Commitment
from api.deals.models import Deal
from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.kit.wire import Money
from api.people import queries as people
from api.people.models import Team
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.reviews.models import Review, ReviewKind, ReviewMove, ReviewState
from api.reviews.policy import visible_to
from api.reviews.pre_reads.models import ReviewNote
from api.reviews.talks.models import ReviewAgreement, ReviewPromise
from api.reviews.talks.queries import REVIEW

Which = Literal["open", "closed"]


@dataclass(frozen=True)
class TeamView:
    id: UUID
    name: dict[str, str]


@dataclass(frozen=True)
class DealView:
    id: UUID
    client: ClientRef
    amount: Money
    state: str


@dataclass(frozen=True)
class MovedView:
    from_day: date
    reason: str


@dataclass(frozen=True)
class CalledOffView:
    by: PersonRef
    reason: str
    at: datetime


@dataclass(frozen=True)
class MoveView:
    by: PersonRef
    from_day: date
    to_day: date
    reason: str
    at: datetime


@dataclass(frozen=True)
class CardView:
    """A review as a line in a list; `prepared` tells whether the reader has written their part."""

    id: UUID
    kind: ReviewKind
    state: ReviewState
    late: bool
    day: date
    starts: str
    minutes: int
    host: PersonRef
    person: PersonRef | None
    mentor: PersonRef | None
    team: TeamView | None
    deal: DealView | None
    moved: MovedView | None
    called_off: CalledOffView | None
    prepared: bool
    awaits_you: bool
    started_at: datetime | None
    agreed_at: datetime | None


@dataclass(frozen=True)
class Wanted:
    """What a list of reviews is narrowed to; `since` and `until` are days, both included."""

    which: Which | None = None
    kind: ReviewKind | None = None
    person_id: UUID | None = None
    since: date | None = None
    until: date | None = None

    def conditions(self) -> list[Any]:
        asked = (
            (col(Review.kind), eq, self.kind),
            (col(Review.person_id), eq, self.person_id),
            (col(Review.day), ge, self.since),
            (col(Review.day), le, self.until),
        )
        narrowed = [compare(column, value) for column, compare, value in asked if value is not None]
        if self.which is not None:
            ended = (col(Review.agreed_at), col(Review.called_off_at))
            closed = sa.or_(*(at.is_not(None) for at in ended))
            narrowed.append(closed if self.which == "closed" else sa.not_(closed))
        return narrowed


def page(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[CardView]:
    """Open ones by the day they are due; else the latest day first."""
    order: Any = "asc" if wanted.which == "open" else "desc"
    statement = _with_names(actor).where(visible_to(actor), *wanted.conditions())
    keys = [Key(col(Review.day), order), Key(col(Review.id), order)]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(_cards(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, review_id: UUID) -> Review:
    """A review the actor may see; raises NotFound."""
    asked = select(Review).where(visible_to(actor), col(Review.id) == review_id)
    found = db.exec(asked).first()
    if found is None:
        raise NotFound
    return found


def one(db: Session, organisation_id: UUID, review_id: UUID) -> Review:
    """Any review of the organisation; the caller answers for who may ask."""
    return db.get_one(Review, (organisation_id, review_id))


def card(db: Session, actor: Actor, review: Review) -> CardView:
    """One review as it stands after everything flushed so far."""
    it = (col(Review.organisation_id) == review.organisation_id, col(Review.id) == review.id)
    return _cards(db, actor, db.exec(_with_names(actor).where(*it)).all())[0]


def moves_of(db: Session, review: Review) -> list[ReviewMove]:
    return list(
        db.exec(
            select(ReviewMove)
            .where(
                col(ReviewMove.organisation_id) == review.organisation_id,
                col(ReviewMove.review_id) == review.id,
            )
            .order_by(col(ReviewMove.created_at), col(ReviewMove.id))
        )
    )


def held_before(db: Session, actor: Actor, review: Review) -> Review | None:
    """The last one of its kind with the same person or team that both agreed on; of a deal there is none."""
    if review.kind == ReviewKind.DEAL:
        return None
    same = (
        col(Review.team_id) == review.team_id
        if review.person_id is None
        else col(Review.person_id) == review.person_id
    )
    ended = review.agreed_at
    earlier = col(Review.agreed_at) < ended if ended else col(Review.agreed_at).is_not(None)
    asked = select(Review).where(
        visible_to(actor),
        col(Review.kind) == review.kind,
        same,
        earlier,
        col(Review.id) != review.id,
    )
    return db.exec(asked.order_by(col(Review.agreed_at).desc(), col(Review.id).desc())).first()


def of_deal(db: Session, organisation_id: UUID, deal_id: UUID) -> Review | None:
    return db.exec(
        select(Review).where(
            col(Review.organisation_id) == organisation_id, col(Review.deal_id) == deal_id
        )
    ).first()


def seats_held(db: Session, organisation_id: UUID, review_id: UUID) -> tuple[UUID, ...] | None:
    """Host and person of a review that was held, the host alone of a team's; the caller answers for who may ask."""
    review = db.get(Review, (organisation_id, review_id))
    if review is None or review.held_at is None:
        return None
    return (review.host_id,) if review.person_id is None else (review.host_id, review.person_id)


def held_by(
    db: Session, organisation_id: UUID, host_id: UUID, *, since: date, until: date
) -> list[Review]:
    """What a manager hosted or meant to host on these days, both included, by day."""
    return list(
        db.exec(
            select(Review)
            .where(
                col(Review.organisation_id) == organisation_id,
                col(Review.host_id) == host_id,
                col(Review.day).between(since, until),
                col(Review.deleted_at).is_(None),
                col(Review.proposed).is_(False),
            )
            .order_by(col(Review.day), col(Review.id))
        )
    )


def _with_names(actor: Actor) -> Any:
    same = col(Review.organisation_id)
    team = sa.and_(col(Team.organisation_id) == same, col(Team.id) == col(Review.team_id))
    deal = sa.and_(col(Deal.organisation_id) == same, col(Deal.id) == col(Review.deal_id))
    client = sa.and_(
        col(Client.organisation_id) == col(Deal.organisation_id),
        col(Client.id) == col(Deal.client_id),
    )
    asked: Any = select
    return (
        asked(
            Review,
            Team,
            Deal,
            col(Client.name),
            open_promises(),
            _written_by(actor),
            _awaits(actor),
        )
        .outerjoin(Team, team)
        .outerjoin(Deal, deal)
        .outerjoin(Client, client)
    )


def open_promises() -> Any:
    """How many promises of a review nobody has settled yet."""
    return (
        sa.select(sa.func.count())
        .where(
            col(Commitment.organisation_id) == col(Review.organisation_id),
            col(Commitment.origin_kind) == REVIEW,
            col(Commitment.origin_id) == col(Review.id),
            col(Commitment.outcome).is_(None),
            col(Commitment.deleted_at).is_(None),
        )
        .correlate(Review)
        .scalar_subquery()
    )


def _written_by(actor: Actor) -> Any:
    return (
        sa.select(sa.func.count())
        .where(
            col(ReviewNote.organisation_id) == col(Review.organisation_id),
            col(ReviewNote.review_id) == col(Review.id),
            col(ReviewNote.by_id) == actor.person_id,
        )
        .correlate(Review)
        .scalar_subquery()
    )


def _awaits(actor: Actor) -> Any:
    """Somebody has agreed to the promises, and the reader, who hosts or promises, has not yet."""
    of_review = (
        col(ReviewAgreement.organisation_id) == col(Review.organisation_id),
        col(ReviewAgreement.review_id) == col(Review.id),
    )
    promised = (
        col(ReviewPromise.organisation_id) == col(Review.organisation_id),
        col(ReviewPromise.review_id) == col(Review.id),
        col(ReviewPromise.owner_id) == actor.person_id,
    )
    mine = col(ReviewAgreement.person_id) == actor.person_id
    taps = sa.or_(
        col(Review.host_id) == actor.person_id,
        sa.exists().where(*promised).correlate(Review),
    )
    return sa.and_(
        col(Review.agreed_at).is_(None),
        col(Review.called_off_at).is_(None),
        taps,
        sa.exists().where(*of_review).correlate(Review),
        sa.not_(sa.exists().where(*of_review, mine).correlate(Review)),
    )


def _cards(db: Session, actor: Actor, found: Iterable[Any]) -> list[CardView]:
    rows = list(found)
    named = {who for row in rows for who in seats(row[0])}
    names = people.refs(db, actor.organisation_id, named)
    today = actor.today(db)
    return [_card(*row, awaits_you=awaits, names=names, today=today) for *row, awaits in rows]


def seats(review: Review) -> Sequence[UUID | None]:
    return (review.host_id, review.person_id, review.mentor_id, review.called_off_by_id)


def _card(
    review: Review,
    team: Team | None,
    deal: Deal | None,
    client: str | None,
    waiting: int,
    written: int,
    *,
    awaits_you: bool,
    names: dict[UUID, PersonRef],
    today: date,
) -> CardView:
    return CardView(
        id=review.id,
        kind=review.kind,
        state=review.state(open_promises=waiting),
        late=review.late(today),
        day=review.day,
        starts=review.starts,
        minutes=review.minutes,
        host=names[review.host_id],
        person=names[review.person_id] if review.person_id else None,
        mentor=names[review.mentor_id] if review.mentor_id else None,
        team=TeamView(team.id, team.name) if team else None,
        deal=_deal(deal, client) if deal else None,
        moved=_moved(review),
        called_off=_called_off(review, names),
        prepared=written > 0,
        awaits_you=awaits_you,
        started_at=review.started_at,
        agreed_at=review.agreed_at,
    )


def _deal(deal: Deal, client: str | None) -> DealView:
    return DealView(deal.id, ClientRef(deal.client_id, client or ""), deal.amount, deal.state)


def _moved(review: Review) -> MovedView | None:
    if review.moved_from is None:
        return None
    return MovedView(review.moved_from, review.move_reason or "")


def _called_off(review: Review, names: dict[UUID, PersonRef]) -> CalledOffView | None:
    if review.called_off_at is None or review.called_off_by_id is None:
        return None
    by = names[review.called_off_by_id]
    return CalledOffView(by, review.called_off_reason or "", review.called_off_at)
