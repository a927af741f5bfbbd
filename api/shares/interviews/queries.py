"""Reads of pair interviews: a page costs three statements whatever its size."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.models import Person, Role, Team, TeamKind
from api.people.policy import Actor
from api.people.queries import PersonRef, active
from api.shares.interviews.models import InterviewSeat, InterviewState, PairInterview
from api.shares.interviews.policy import visible_to


@dataclass(frozen=True)
class WorksheetView:
    went_well: str
    stuck: str
    tried: str
    would_ask: str


@dataclass(frozen=True)
class SeatView:
    person: PersonRef
    filled: bool
    worksheet: WorksheetView | None
    takeaway: str | None


@dataclass(frozen=True)
class InterviewView:
    """As one of those who sit in it reads it; the list leaves the seats out."""

    id: UUID
    week: date
    day: date
    people: list[PersonRef]
    state: InterviewState
    filled_by_me: bool
    version: int
    seats: list[SeatView]
    moved_from: date | None
    move_reason: str | None


@dataclass(frozen=True)
class WeekCounts:
    week: date
    laid: int
    held: int
    not_held: int


@dataclass(frozen=True)
class TeamCounts:
    team_id: UUID
    name: dict[str, str]
    weeks: list[WeekCounts]


@dataclass(frozen=True)
class CountsView:
    since: date
    until: date
    teams: list[TeamCounts]


def page(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[InterviewView]:
    """Those the actor sits in, the latest week first."""
    keys = [Key(col(PairInterview.week), "desc"), Key(col(PairInterview.id), "desc")]
    found = page_of(db, select(PairInterview).where(visible_to(actor)), keys=keys, asked=asked)
    return Paged(views(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, interview_id: UUID, *, hold: bool = False) -> PairInterview:
    """One the actor sits in; `hold` keeps others from changing it meanwhile. Raises NotFound."""
    statement = select(PairInterview).where(
        visible_to(actor), col(PairInterview.id) == interview_id
    )
    found = db.exec(statement.with_for_update() if hold else statement).first()
    if found is None:
        raise NotFound
    return found


def view(db: Session, actor: Actor, interview: PairInterview) -> InterviewView:
    db.flush()
    return views(db, actor, [interview])[0]


def views(db: Session, actor: Actor, found: Sequence[PairInterview]) -> list[InterviewView]:
    seats = seats_of(db, actor.organisation_id, [one.id for one in found])
    named = {seat.person_id for some in seats.values() for seat in some}
    names = people.refs(db, actor.organisation_id, named)
    today = actor.today(db)
    return [_view(actor, one, seats[one.id], names, today) for one in found]


def seats_of(
    db: Session, organisation_id: UUID, interview_ids: Collection[UUID]
) -> dict[UUID, list[InterviewSeat]]:
    found = db.exec(
        select(InterviewSeat)
        .where(
            col(InterviewSeat.organisation_id) == organisation_id,
            col(InterviewSeat.interview_id).in_(sorted(interview_ids)),
        )
        .order_by(col(InterviewSeat.id))
    )
    seats: dict[UUID, list[InterviewSeat]] = defaultdict(list)
    for seat in found:
        seats[seat.interview_id].append(seat)
    return seats


def of_weeks(db: Session, organisation_id: UUID, weeks: Collection[date]) -> list[PairInterview]:
    """Every interview of these weeks, of all teams."""
    return list(
        db.exec(
            select(PairInterview)
            .where(
                col(PairInterview.organisation_id) == organisation_id,
                col(PairInterview.deleted_at).is_(None),
                col(PairInterview.week).in_(sorted(weeks)),
            )
            .order_by(col(PairInterview.id))
        )
    )


def reps_by_team(db: Session, organisation_id: UUID) -> dict[UUID, list[UUID]]:
    """Who sells in which team and can sign in."""
    found = db.exec(
        select(col(Person.team_id), col(Person.id))
        .where(
            col(Person.organisation_id) == organisation_id,
            col(Person.role) == Role.REP,
            col(Person.team_id).is_not(None),
            col(Person.password_hash).is_not(None),
            active(),
        )
        .order_by(col(Person.id))
    )
    teams: dict[UUID, list[UUID]] = defaultdict(list)
    for team_id, person_id in found:
        if team_id is not None:
            teams[team_id].append(person_id)
    return teams


def counts(db: Session, actor: Actor, *, since: date, until: date) -> CountsView:
    """By team and week how many were laid, held and not held."""
    teams = _teams_of(db, actor)
    told = db.exec(
        select(PairInterview).where(
            col(PairInterview.organisation_id) == actor.organisation_id,
            col(PairInterview.deleted_at).is_(None),
            col(PairInterview.team_id).in_(sorted(team.id for team in teams)),
            col(PairInterview.week).between(since, until),
        )
    ).all()
    today = actor.today(db)
    shown = [
        TeamCounts(
            team.id, team.name, _weeks([one for one in told if one.team_id == team.id], today)
        )
        for team in teams
    ]
    return CountsView(since, until, shown)


def _weeks(told: Iterable[PairInterview], today: date) -> list[WeekCounts]:
    laid, held, not_held = Counter[date](), Counter[date](), Counter[date]()
    for one in told:
        laid[one.week] += 1
        held[one.week] += one.held_at is not None
        not_held[one.week] += one.held_at is None and one.day < today
    return [
        WeekCounts(week, laid[week], held[week], not_held[week])
        for week in sorted(laid, reverse=True)
    ]


def _teams_of(db: Session, actor: Actor) -> list[Team]:
    """A region's teams, or the one a manager leads."""
    mine = (
        col(Team.parent_id) == actor.team_id
        if actor.role is Role.REGIONAL_MANAGER
        else col(Team.id).in_(sorted(actor.led_team_ids))
    )
    statement = select(Team).where(
        col(Team.organisation_id) == actor.organisation_id,
        col(Team.deleted_at).is_(None),
        col(Team.kind) == TeamKind.TEAM,
        mine,
    )
    return list(db.exec(statement.order_by(col(Team.name_en), col(Team.id))))


def _view(
    actor: Actor,
    one: PairInterview,
    seats: Sequence[InterviewSeat],
    names: dict[UUID, PersonRef],
    today: date,
) -> InterviewView:
    all_filled = all(seat.filled for seat in seats)
    return InterviewView(
        id=one.id,
        week=one.week,
        day=one.day,
        people=[names[seat.person_id] for seat in seats],
        state=_state(one, today, all_filled=all_filled),
        filled_by_me=any(seat.filled for seat in seats if seat.person_id == actor.person_id),
        version=one.version,
        seats=[
            _seat(seat, names, shown=all_filled or seat.person_id == actor.person_id)
            for seat in seats
        ],
        moved_from=one.moved_from,
        move_reason=one.move_reason,
    )


def _seat(seat: InterviewSeat, names: dict[UUID, PersonRef], *, shown: bool) -> SeatView:
    lines = (seat.went_well, seat.stuck, seat.tried, seat.would_ask)
    worksheet = WorksheetView(*(line or "" for line in lines)) if shown and seat.filled else None
    return SeatView(names[seat.person_id], seat.filled, worksheet, seat.takeaway)


def _state(one: PairInterview, today: date, *, all_filled: bool) -> InterviewState:
    if one.held_at is not None:
        return InterviewState.HELD
    if one.day < today:
        return InterviewState.NOT_HELD
    return InterviewState.READY if all_filled else InterviewState.PLANNED
