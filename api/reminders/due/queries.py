"""What asks for a reminder at a moment. Each source says whom, about what, from when, and until when it makes sense."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.commitments.models import Commitment
from api.drills.deck.models import StoredCard
from api.drills.evenings.models import PersonsEvening
from api.help_requests.models import HelpRequest
from api.kit.clock import now
from api.people import queries as people
from api.people.models import Person, Role, Team
from api.people.policy import Actor
from api.reminders.due.of_goals import queries as of_goals
from api.reminders.due.policy import NEWS_FOR, Due, afternoon_before, near
from api.reminders.models import ReminderKind
from api.reviews.models import Review, ReviewKind
from api.reviews.pre_reads.models import ReviewNote, Side
from api.reviews.series.models import ReviewSeries
from api.ride_alongs.models import RideAlong
from api.visits.models import Visit, VisitState

BEFORE_THE_ANSWER = timedelta(hours=1)
AFTER_THE_OPENING = timedelta(minutes=15)
NOON = time(12, 0)
HAVE_EVENINGS = (Role.REP, Role.MANAGER)

Leader = tuple[Person, UUID | None]


def due_now(db: Session, actor: Actor) -> list[Due]:
    """All of an organisation whose moment is now; `actor` is its method and lends the calendar."""
    moment = now(db)
    return [
        one for source in SOURCES for one in source(db, actor) if one.wanted <= moment < one.until
    ]


def pre_reads(db: Session, actor: Actor) -> Iterator[Due]:
    """A review is near and one side has written nothing yet: each side hears of its own lines only."""
    coming = _reviews_near(db, actor)
    written = _written(db, actor, [one.id for one in coming])
    for one in coming:
        for side, person_id in ((Side.PERSON, one.person_id), (Side.HOST, one.host_id)):
            if person_id is not None and (one.id, side.value) not in written:
                yield Due(
                    person_id=person_id,
                    kind=ReminderKind.PRE_READ,
                    origin_id=one.id,
                    day=one.day,
                    path=f"/reviews/{one.id}",
                    wanted=afternoon_before(actor, one.day),
                    until=actor.calendar.moment(one.day, one.starts),
                    params={"day": one.day.isoformat()},
                )


def reviews_laid(db: Session, actor: Actor) -> Iterator[Due]:
    """A series laid its next review; whoever began it the same day knows."""
    zone_day = actor.calendar.today
    for review, series in _laid_lately(db, actor):
        laid_on = zone_day(review.created_at)
        begun_now = zone_day(series.created_at) == laid_on
        whole_team = review.kind == ReviewKind.TEAM
        told = _of_team(db, review) if whole_team else [review.person_id]
        for person_id in [*told, *([] if begun_now else [review.host_id])]:
            if person_id is not None:
                yield Due(
                    person_id=person_id,
                    kind=ReminderKind.REVIEW_LAID,
                    origin_id=series.id,
                    day=laid_on,
                    path="/reviews",
                    wanted=review.created_at,
                    until=review.created_at + NEWS_FOR,
                    team_id=review.team_id if whole_team else None,
                )


def promises(db: Session, actor: Actor) -> Iterator[Due]:
    """Of a promise its owner alone hears, before the day and never after it."""
    asked = select(Commitment).where(
        col(Commitment.organisation_id) == actor.organisation_id,
        col(Commitment.outcome).is_(None),
        col(Commitment.deleted_at).is_(None),
        col(Commitment.due).between(*near(db, actor)),
    )
    for one in db.exec(asked):
        wanted = afternoon_before(actor, one.due)
        if one.created_at < wanted:
            yield Due(
                person_id=one.owner_id,
                kind=ReminderKind.PROMISE,
                origin_id=one.id,
                day=one.due,
                path=f"/people/{one.owner_id}/promises?promise={one.id}",
                wanted=wanted,
                until=actor.evening_closes_at(one.due),
                params={"day": one.due.isoformat()},
            )


def answers(db: Session, actor: Actor) -> Iterator[Due]:
    """The helper who promised an answer hears of it an hour before; whoever asked hears nothing.

    While a whole team is asked and nobody has taken it, whoever of the asked leads a team hears.
    """
    moment = now(db)
    promised_by = sa.func.coalesce(col(HelpRequest.helper_due_at), col(HelpRequest.due_at))
    asked = select(HelpRequest).where(
        col(HelpRequest.organisation_id) == actor.organisation_id,
        col(HelpRequest.deleted_at).is_(None),
        col(HelpRequest.answered_at).is_(None),
        col(HelpRequest.solved_at).is_(None),
        promised_by > moment,
        promised_by <= moment + BEFORE_THE_ANSWER,
    )
    near_end = db.exec(asked).all()
    leaders = _leaders(db, actor) if any(one.helper_id is None for one in near_end) else []
    for one in near_end:
        for person_id in _asked_by(one, leaders):
            yield Due(
                person_id=person_id,
                kind=ReminderKind.ANSWER,
                origin_id=one.id,
                day=actor.calendar.today(one.promised_by),
                path=f"/help-requests/{one.id}",
                wanted=max(one.raised_at, one.promised_by - BEFORE_THE_ANSWER),
                until=one.promised_by,
                params={"at": f"{actor.calendar.wall(one.promised_by):%H:%M}"},
            )


def evenings(db: Session, actor: Actor) -> Iterator[Due]:
    """The evening opens: for whoever has a card tonight and for newcomers, unless they moved theirs to another day."""
    today = actor.today(db)
    opens = actor.calendar.moment(today, actor.settings.evening_opens)
    if not opens <= now(db) < opens + AFTER_THE_OPENING:
        return
    for person in _who_plays(db, actor, today):
        yield Due(
            person_id=person.id,
            kind=ReminderKind.EVENING,
            origin_id=person.team_id or actor.organisation_id,
            day=today,
            path="/evening",
            wanted=opens,
            until=opens + AFTER_THE_OPENING,
            team_id=person.team_id,
        )


def ride_alongs(db: Session, actor: Actor) -> Iterator[Due]:
    """Somebody rides along and the one who is helped has not said with what."""
    asked = select(RideAlong).where(
        col(RideAlong.organisation_id) == actor.organisation_id,
        col(RideAlong.deleted_at).is_(None),
        col(RideAlong.accepted_at).is_not(None),
        col(RideAlong.prepared_at).is_(None),
        col(RideAlong.debriefed_at).is_(None),
        col(RideAlong.day).between(*near(db, actor)),
    )
    for one in db.exec(asked):
        yield Due(
            person_id=one.apprentice_id,
            kind=ReminderKind.RIDE_ALONG,
            origin_id=one.id,
            day=one.day,
            path=f"/ride-alongs/{one.id}",
            wanted=afternoon_before(actor, one.day),
            until=actor.calendar.moment(one.day, NOON),
            params={"day": one.day.isoformat()},
        )


SOURCES: tuple[Callable[[Session, Actor], Iterator[Due]], ...] = (
    pre_reads,
    reviews_laid,
    promises,
    answers,
    evenings,
    ride_alongs,
    *of_goals.SOURCES,
)


def _reviews_near(db: Session, actor: Actor) -> Sequence[Review]:
    return db.exec(
        select(Review).where(
            col(Review.organisation_id) == actor.organisation_id,
            col(Review.deleted_at).is_(None),
            col(Review.kind) != ReviewKind.TEAM,
            col(Review.proposed).is_(False),
            col(Review.started_at).is_(None),
            col(Review.agreed_at).is_(None),
            col(Review.called_off_at).is_(None),
            col(Review.day).between(*near(db, actor)),
        )
    ).all()


def _leaders(db: Session, actor: Actor) -> Sequence[Leader]:
    """Each with the region of the team that is led."""
    of_team: Any = sa.and_(
        col(Team.organisation_id) == col(Person.organisation_id),
        col(Team.id) == col(Person.team_id),
    )
    asked = (
        sa.select(Person, col(Team.parent_id))
        .outerjoin(Team, of_team)
        .where(
            col(Person.organisation_id) == actor.organisation_id,
            col(Person.role).in_((Role.MANAGER, Role.REGIONAL_MANAGER)),
            people.active(),
        )
        .order_by(col(Person.id))
    )
    return [(one, region_id) for one, region_id in db.execute(asked)]


def _asked_by(request: HelpRequest, leaders: Sequence[Leader]) -> list[UUID]:
    """The helper; of a team its manager, of a region the managers of its teams, of no team all who lead a region."""
    if request.helper_id is not None:
        return [request.helper_id]
    asked = [(one, region_id) for one, region_id in leaders if one.id != request.asker_id]
    if request.team_id is None:
        return [one.id for one, _ in asked if one.role == Role.REGIONAL_MANAGER]
    return [
        one.id
        for one, region_id in asked
        if one.role == Role.MANAGER and request.team_id in (one.team_id, region_id)
    ]


def _written(db: Session, actor: Actor, review_ids: Sequence[UUID]) -> set[tuple[UUID, str]]:
    asked = select(col(ReviewNote.review_id), col(ReviewNote.side)).where(
        col(ReviewNote.organisation_id) == actor.organisation_id,
        col(ReviewNote.deleted_at).is_(None),
        col(ReviewNote.review_id).in_(sorted(review_ids)),
    )
    return {(review_id, str(side)) for review_id, side in db.exec(asked)}


def _laid_lately(db: Session, actor: Actor) -> Sequence[tuple[Review, ReviewSeries]]:
    of_series: Any = sa.and_(
        col(ReviewSeries.organisation_id) == col(Review.organisation_id),
        col(ReviewSeries.id) == col(Review.series_id),
    )
    return db.exec(
        select(Review, ReviewSeries)
        .join(ReviewSeries, of_series)
        .where(
            col(Review.organisation_id) == actor.organisation_id,
            col(Review.deleted_at).is_(None),
            col(Review.called_off_at).is_(None),
            col(Review.day) >= actor.today(db),
            col(Review.created_at) > now(db) - NEWS_FOR,
        )
        .order_by(col(Review.id))
    ).all()


def _of_team(db: Session, review: Review) -> list[UUID]:
    if review.team_id is None:
        return []
    return people.reps_of(db, review.organisation_id, review.team_id)


def _who_plays(db: Session, actor: Actor, today: date) -> Sequence[Person]:
    """Newcomers, whoever has a visit on the next working day, and whoever a card comes back to tonight."""
    tomorrow = actor.calendar.next_working(today)
    has_visit = sa.select(col(Visit.rep_id)).where(
        col(Visit.organisation_id) == actor.organisation_id,
        col(Visit.day) == tomorrow,
        col(Visit.state) == VisitState.PLANNED,
        col(Visit.deleted_at).is_(None),
    )
    has_card = sa.select(col(StoredCard.rep_id)).where(
        col(StoredCard.organisation_id) == actor.organisation_id,
        col(StoredCard.due_on) == today,
        col(StoredCard.round_id).is_(None),
        col(StoredCard.settled_at).is_(None),
    )
    elsewhere = sa.select(col(PersonsEvening.person_id)).where(
        col(PersonsEvening.organisation_id) == actor.organisation_id,
        col(PersonsEvening.day) == today,
        col(PersonsEvening.to_day).is_not(None),
    )
    return db.exec(
        select(Person).where(
            col(Person.organisation_id) == actor.organisation_id,
            col(Person.role).in_(HAVE_EVENINGS),
            people.active(),
            sa.or_(
                col(Person.newcomer), col(Person.id).in_(has_visit), col(Person.id).in_(has_card)
            ),
            col(Person.id).not_in(elsewhere),
        )
    ).all()
