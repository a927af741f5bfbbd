"""What the two of a week do: fill the worksheet, talk, take a line away, move the day. And laying who meets whom."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session

from api.goals.figures.policy import days_of
from api.goals.figures.queries import figures
from api.goals.models import Period
from api.kit.clock import now
from api.kit.errors import NotFound
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people import queries as people
from api.people.models import Role
from api.people.policy import Actor
from api.people.queries import MOST_DAYS, DaysTooFar
from api.shares.interviews import events, policy, queries
from api.shares.interviews.models import InterviewSeat, PairInterview
from api.shares.interviews.policy import Group
from api.shares.interviews.queries import CountsView, InterviewView
from api.shares.interviews.schemas import InterviewDayNew, TakeawayNew, WorksheetNew

USUAL = timedelta(days=27)
A_WEEK = timedelta(days=7)


def interviews(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[InterviewView]:
    return queries.page(db, actor, asked=asked)


def interview(db: Session, actor: Actor, *, interview_id: UUID) -> InterviewView:
    return queries.view(db, actor, queries.find(db, actor, interview_id))


def counts(db: Session, actor: Actor, *, since: date | None, until: date | None) -> CountsView:
    """The last four weeks unless other days are asked for."""
    actor.needs(Role.MANAGER, Role.REGIONAL_MANAGER)
    last = until or actor.today(db)
    first = since or policy.monday_of(last - USUAL)
    if not timedelta() <= last - first <= MOST_DAYS:
        raise DaysTooFar
    return queries.counts(db, actor, since=first, until=last)


def fill(db: Session, actor: Actor, *, interview_id: UUID, given: WorksheetNew) -> InterviewView:
    """The own four lines; they may be put right until the talk."""
    found = queries.find(db, actor, interview_id, hold=True)
    seat = _own_seat(db, actor, found)
    told = given.model_dump()
    if any(getattr(seat, name) != line for name, line in told.items()):
        if found.held_at is not None:
            raise policy.InterviewHeld
        for name, line in told.items():
            setattr(seat, name, line)
        seat.filled_at = found.updated_at = now(db)
    return queries.view(db, actor, found)


def take_away(
    db: Session, actor: Actor, *, interview_id: UUID, given: TakeawayNew
) -> InterviewView:
    """One line each, after the talk. The first one says that it was held."""
    found = queries.find(db, actor, interview_id, hold=True)
    seats = queries.seats_of(db, actor.organisation_id, [found.id])[found.id]
    if not all(seat.filled for seat in seats):
        raise policy.WorksheetsFirst
    seat = next(seat for seat in seats if seat.person_id == actor.person_id)
    seat.takeaway = given.words
    found.updated_at = now(db)
    if found.held_at is None:
        found.held_at = now(db)
        fact = events.InterviewHeld(found.id, found.team_id, found.week)
        publish(db, actor.organisation_id, fact, by=None)
    return queries.view(db, actor, found)


def move(db: Session, actor: Actor, *, interview_id: UUID, given: InterviewDayNew) -> InterviewView:
    """To another day, by any of them, with the reason; sent twice, it moves once."""
    found = queries.find(db, actor, interview_id, hold=True)
    if (found.day, found.move_reason) == (given.day, given.reason):
        return queries.view(db, actor, found)
    if found.held_at is not None:
        raise policy.InterviewHeld
    today, calendar = actor.today(db), actor.calendar
    policy.check_day(given.day, week=found.week, today=today, calendar=calendar)
    fact = events.InterviewMoved(found.id, found.day, given.day)
    found.moved_from, found.move_reason = found.moved_from or found.day, given.reason
    found.day, found.updated_at = given.day, now(db)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, actor, found)


def lay_all(db: Session) -> None:
    """`lay` of every organisation, once a day; a demo lives in its one month and is moved to today instead."""
    for organisation_id in people.organisation_ids(db):
        actor = Actor.method(db, organisation_id)
        if not actor.demo:
            lay(db, actor)


def lay(db: Session, actor: Actor) -> None:
    """This week's interviews and, from Thursday on, next week's; said again it lays only what is missing."""
    today = actor.today(db)
    this_week = policy.monday_of(today)
    reps = queries.reps_by_team(db, actor.organisation_id)
    weeks = [this_week]
    if today + policy.AHEAD >= this_week + A_WEEK:
        weeks.append(this_week + A_WEEK)
    for monday in weeks:
        _lay_week(db, actor, monday, reps)


@dataclass
class _Standing:
    """What is laid of a team's week: the groups of the week before, and those of this one."""

    before: list[Group] = field(default_factory=list)
    laid: list[tuple[PairInterview, list[InterviewSeat]]] = field(default_factory=list)


def _lay_week(db: Session, actor: Actor, monday: date, reps: dict[UUID, list[UUID]]) -> None:
    day = policy.usual_day(monday, actor.calendar, today=actor.today(db))
    if day is None:
        return
    standing = _standing(db, actor, monday)
    here = {person for some in reps.values() for person in some}
    for team in standing.values():
        _take_up(db, team, here)
    seated = {
        seat.person_id for team in standing.values() for _, seats in team.laid for seat in seats
    }
    waiting = {
        team_id: [one for one in some if one not in seated] for team_id, some in reps.items()
    }
    for team_id, some in _strongest_first(db, actor, waiting).items():
        _seat(db, actor, team_id, some, standing.get(team_id) or _Standing(), (monday, day))


def _standing(db: Session, actor: Actor, monday: date) -> dict[UUID, _Standing]:
    found = queries.of_weeks(db, actor.organisation_id, [monday - A_WEEK, monday])
    seats = queries.seats_of(db, actor.organisation_id, [one.id for one in found])
    teams: dict[UUID, _Standing] = {one.team_id: _Standing() for one in found}
    for one in found:
        if one.week == monday:
            teams[one.team_id].laid.append((one, seats[one.id]))
        else:
            group = tuple(seat.person_id for seat in seats[one.id])
            teams[one.team_id].before.append(group)
    return teams


def _take_up(db: Session, team: _Standing, here: set[UUID]) -> None:
    """Where somebody has left and nobody has written yet, the others are seated anew."""
    for one, seats in list(team.laid):
        still = [seat for seat in seats if seat.person_id in here]
        if len(still) < len(seats) and not any(seat.filled for seat in seats):
            for seat in seats:
                db.delete(seat)
            db.flush()
            db.delete(one)
            team.laid.remove((one, seats))
    db.flush()


def _strongest_first(
    db: Session, actor: Actor, teams: dict[UUID, list[UUID]]
) -> dict[UUID, list[UUID]]:
    """By what was collected last month, then by effective visits: looked at here, kept nowhere, shown to nobody."""
    first, last = days_of(Period.MONTH, actor.today(db).replace(day=1) - timedelta(days=1))
    everybody = [one for some in teams.values() for one in some]
    if not everybody:
        return {}
    counted = figures(
        db,
        actor.organisation_id,
        people=everybody,
        first=first,
        last=last,
        currency=actor.settings.big_order.currency,
    )
    sums = {one: counted.of(one, first, last, days=0) for one in everybody}
    return {
        team_id: sorted(
            some, key=lambda one: (-sums[one].collected_minor, -sums[one].effective, one)
        )
        for team_id, some in teams.items()
    }


def _seat(
    db: Session,
    actor: Actor,
    team_id: UUID,
    some: Sequence[UUID],
    team: _Standing,
    when: tuple[date, date],
) -> None:
    """Whoever is alone joins two who have not begun to write."""
    before, (monday, day) = policy.met(team.before), when
    for group in policy.groups_of(some, before=before, turn=monday.toordinal() // 7):
        _lay_one(db, actor, team_id, group, monday=monday, day=day)
    if len(some) == 1:
        _join(db, some[0], team, before)


def _join(db: Session, person_id: UUID, team: _Standing, before: set[policy.Pair]) -> None:
    for one, seats in team.laid:
        group = (*(seat.person_id for seat in seats), person_id)
        open_to = len(seats) == 2 and not any(seat.filled for seat in seats)
        if open_to and not policy.met([group]) & (before - policy.met([group[:2]])):
            _add_seat(db, one, person_id)
            return


def _lay_one(
    db: Session, actor: Actor, team_id: UUID, group: Group, *, monday: date, day: date
) -> None:
    laid = PairInterview(
        organisation_id=actor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        team_id=team_id,
        week=monday,
        day=day,
    )
    db.add(laid)
    db.flush()
    # In the order of their ids: the order of strength must not be read from the seats.
    for person_id in sorted(group):
        _add_seat(db, laid, person_id)


def _add_seat(db: Session, of: PairInterview, person_id: UUID) -> None:
    seat = InterviewSeat(
        organisation_id=of.organisation_id,
        id=new_id(db),
        created_at=now(db),
        interview_id=of.id,
        person_id=person_id,
        week=of.week,
    )
    db.add(seat)
    db.flush()


def _own_seat(db: Session, actor: Actor, found: PairInterview) -> InterviewSeat:
    seats = queries.seats_of(db, actor.organisation_id, [found.id])[found.id]
    own = next((seat for seat in seats if seat.person_id == actor.person_id), None)
    if own is None:
        raise NotFound
    return own
