"""Reads of drills: an evening with its rounds, a list of evenings, and what others ask of rounds."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients import queries as clients
from api.clients.queries import ClientRef, SheetView
from api.drills.models import (
    Drill,
    DrillPerson,
    Round,
    RoundCorrection,
    RoundLine,
    RoundTick,
)
from api.drills.points import queries as practised
from api.drills.points.queries import TickView
from api.drills.policy import visible_to
from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.kit.rows import beside
from api.people import queries as people
from api.people.models import Person, SightKind
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.people.service import seen

Seats = tuple[UUID, UUID]
"""Who was the rep and who the boss."""

R = TypeVar("R", RoundTick, RoundLine, RoundCorrection)


@dataclass(frozen=True)
class CorrectionView:
    id: UUID
    at: datetime
    by: PersonRef
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class RoundView:
    """A round as this reader may see it: `ticks` is empty where they are not theirs to see."""

    id: UUID
    number: int
    visit_id: UUID | None
    client: ClientRef
    rep: PersonRef
    boss: PersonRef
    observer: PersonRef | None
    sheet_version_id: UUID
    sheet: SheetView
    briefed: bool
    started_at: datetime
    seconds: int
    verdict: str
    key_moment: str | None
    rep_words: str | None
    ticks: Sequence[TickView]
    keep: str | None
    change: str | None
    change_kind: str | None
    lines: Sequence[RoundLine]
    boss_card: dict[str, Any] | None
    corrections: Sequence[CorrectionView]
    version: int


@dataclass(frozen=True)
class DrillView:
    """A drill; `rounds` counts them in a list and holds them when one drill is opened."""

    id: UUID
    day: date
    state: str
    started_by: PersonRef
    recorded_by: PersonRef
    people: Sequence[PersonRef]
    both_seats: bool
    acknowledged: bool
    wrapped_at: datetime | None
    rounds: int | Sequence[RoundView]
    version: int


def visible_drill(db: Session, actor: Actor, drill_id: UUID, *, hold: bool = False) -> Drill:
    """The drill, if the actor may see it; `hold` keeps others from changing it meanwhile."""
    statement = select(Drill).where(visible_to(actor), col(Drill.id) == drill_id)
    drill = db.exec(statement.with_for_update() if hold else statement).first()
    if drill is None:
        raise NotFound
    return drill


def visible_round(db: Session, actor: Actor, drill_id: UUID, round_id: UUID) -> Round:
    drill = visible_drill(db, actor, drill_id)
    found = db.exec(
        select(Round).where(
            col(Round.organisation_id) == drill.organisation_id,
            col(Round.id) == round_id,
            col(Round.drill_id) == drill.id,
        )
    ).first()
    if found is None:
        raise NotFound
    return found


def client_of(db: Session, organisation_id: UUID, round_id: UUID) -> UUID | None:
    played = db.get(Round, (organisation_id, round_id))
    return None if played is None else played.client_id


def seats_of(db: Session, organisation_id: UUID, round_id: UUID) -> tuple[UUID, UUID] | None:
    """Rep and boss of a round; the caller answers for who may ask."""
    played = db.get(Round, (organisation_id, round_id))
    return None if played is None else (played.rep_id, played.boss_id)


def people_ids(db: Session, drill: Drill) -> list[UUID]:
    """Who took part, the one who started it first."""
    return [person.id for _, person in _people(db, drill.organisation_id, [drill.id])[drill.id]]


def day_of(db: Session, organisation_id: UUID, drill_id: UUID) -> date:
    """The evening a drill belongs to."""
    it = (col(Drill.organisation_id) == organisation_id, col(Drill.id) == drill_id)
    return db.exec(select(col(Drill.day)).where(*it)).one()


def count_rounds(db: Session, drill: Drill) -> int:
    """Rounds fired (子弹数) this evening."""
    counted = select(sa.func.count()).where(
        col(Round.organisation_id) == drill.organisation_id, col(Round.drill_id) == drill.id
    )
    return db.exec(counted).one()


def drill(db: Session, actor: Actor, *, drill_id: UUID) -> DrillView:
    return drill_view(db, actor, visible_drill(db, actor, drill_id))


def round_of(db: Session, actor: Actor, *, drill_id: UUID, round_id: UUID) -> RoundView:
    return round_view(db, actor, visible_round(db, actor, drill_id, round_id))


def drill_view(db: Session, actor: Actor, drill: Drill) -> DrillView:
    """One drill with its rounds; ticks stand only on the rounds in which the reader was the rep."""
    db.flush()
    rounds = db.exec(
        select(Round)
        .where(col(Round.organisation_id) == drill.organisation_id, col(Round.drill_id) == drill.id)
        .order_by(col(Round.number))
    ).all()
    own = [played.id for played in rounds if played.rep_id == actor.person_id]
    views = _round_views(db, drill.organisation_id, rounds, ticks_of=own)
    seats = [(played.rep_id, played.boss_id) for played in rounds]
    return _drill_views(db, actor, [drill], {drill.id: seats}, {drill.id: views})[0]


def drill_page(
    db: Session,
    actor: Actor,
    *,
    asked: PageAsked,
    person_id: UUID,
    days: tuple[date | None, date | None] = (None, None),
    client_id: UUID | None = None,
) -> Paged[DrillView]:
    """The evenings of one person that the actor may see, newest first; `days` are the first and the last.

    With `client_id` only those on which that client was played, and its rounds alone are counted.
    """
    first, last = days
    statement = select(Drill).where(visible_to(actor), _took_part(person_id))
    if first is not None:
        statement = statement.where(col(Drill.day) >= first)
    if last is not None:
        statement = statement.where(col(Drill.day) <= last)
    if client_id is not None:
        of_evening = beside(Drill, Round, col(Round.drill_id) == col(Drill.id))
        played_it = sa.select(col(Round.id)).where(of_evening, col(Round.client_id) == client_id)
        statement = statement.where(played_it.exists())
    keys = [Key(col(Drill.day), "desc"), Key(col(Drill.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    played = db.exec(
        select(
            col(Round.drill_id), col(Round.rep_id), col(Round.boss_id), col(Round.client_id)
        ).where(
            col(Round.organisation_id) == actor.organisation_id,
            col(Round.drill_id).in_([drill.id for drill in found.items]),
        )
    ).all()
    seats: dict[UUID, list[Seats]] = defaultdict(list)
    counts = {drill.id: 0 for drill in found.items}
    for drill_id, rep_id, boss_id, at_client in played:
        seats[drill_id].append((rep_id, boss_id))
        counts[drill_id] += client_id in (None, at_client)
    return Paged(_drill_views(db, actor, found.items, seats, counts), found.next_cursor)


def round_view(db: Session, actor: Actor, played: Round) -> RoundView:
    """One round; its ticks are for its rep, its boss, and the rep's mentor and manager."""
    db.flush()
    rep = db.exec(
        select(Person).where(
            col(Person.organisation_id) == played.organisation_id, col(Person.id) == played.rep_id
        )
    ).one()
    shown = actor.person_id == played.boss_id or actor.may_see(rep)
    ticks_of = [played.id] if shown else []
    took_part = _people(db, played.organisation_id, [played.drill_id])[played.drill_id]
    _note_reading(db, actor, [seat.person_id for seat, _ in took_part])
    return _round_views(db, played.organisation_id, [played], ticks_of=ticks_of)[0]


def rounds_for_visits(
    db: Session, organisation_id: UUID, visit_ids: Collection[UUID]
) -> dict[UUID, list[Seats]]:
    """Who sat where in the rounds played for each of these visits."""
    found = db.exec(
        select(col(Round.visit_id), col(Round.rep_id), col(Round.boss_id)).where(
            col(Round.organisation_id) == organisation_id, col(Round.visit_id).in_(visit_ids)
        )
    ).all()
    played: dict[UUID, list[Seats]] = defaultdict(list)
    for visit_id, rep_id, boss_id in found:
        if visit_id is not None:
            played[visit_id].append((rep_id, boss_id))
    return played


def played_by(person_id: UUID, rounds: Iterable[Seats]) -> int:
    """How many of these rounds somebody played, in either seat."""
    return sum(person_id in seats for seats in rounds)


def _took_part(person_id: UUID) -> Any:
    return (
        sa.select(col(DrillPerson.id))
        .where(
            beside(Drill, DrillPerson, col(DrillPerson.drill_id) == col(Drill.id)),
            col(DrillPerson.person_id) == person_id,
        )
        .exists()
    )


def _drill_views(
    db: Session,
    actor: Actor,
    drills: Sequence[Drill],
    seats: Mapping[UUID, Sequence[Seats]],
    rounds: Mapping[UUID, int | Sequence[RoundView]],
) -> list[DrillView]:
    by_drill = _people(db, actor.organisation_id, [drill.id for drill in drills])
    views = []
    for drill in drills:
        took_part = by_drill[drill.id]
        names = {person.id: people.ref(person) for _, person in took_part}
        _note_reading(db, actor, names)
        views.append(
            DrillView(
                id=drill.id,
                day=drill.day,
                state=drill.state,
                started_by=names[drill.started_by_id],
                recorded_by=names[drill.recorded_by_id],
                people=list(names.values()),
                both_seats=_both_seats(names, seats.get(drill.id, [])),
                acknowledged=not any(
                    seat.person_id == actor.person_id and seat.acknowledged_at is None
                    for seat, _ in took_part
                ),
                wrapped_at=drill.wrapped_at,
                rounds=rounds[drill.id],
                version=drill.version,
            )
        )
    return views


def _both_seats(people_ids: Iterable[UUID], seats: Sequence[Seats]) -> bool:
    reps = {rep_id for rep_id, _ in seats}
    bosses = {boss_id for _, boss_id in seats}
    return all(person_id in reps and person_id in bosses for person_id in people_ids)


def _people(
    db: Session, organisation_id: UUID, drill_ids: Sequence[UUID]
) -> dict[UUID, list[tuple[DrillPerson, Person]]]:
    found = db.exec(
        select(DrillPerson, Person)
        .join(Person, beside(DrillPerson, Person, col(Person.id) == col(DrillPerson.person_id)))
        .where(
            col(DrillPerson.organisation_id) == organisation_id,
            col(DrillPerson.drill_id).in_(drill_ids),
        )
        .order_by(col(DrillPerson.id))
    ).all()
    by_drill: dict[UUID, list[tuple[DrillPerson, Person]]] = defaultdict(list)
    for seat, person in found:
        by_drill[seat.drill_id].append((seat, person))
    return by_drill


def _note_reading(db: Session, actor: Actor, owners: Collection[UUID]) -> None:
    """Whoever took part reads their own record; anybody else is listed to all who did."""
    if actor.person_id not in owners:
        for owner_id in owners:
            seen(db, actor, owner_id, SightKind.DRILL)


def _round_views(
    db: Session, organisation_id: UUID, rounds: Sequence[Round], *, ticks_of: Sequence[UUID]
) -> list[RoundView]:
    ids = [played.id for played in rounds]
    ticks = _left_by(db, organisation_id, RoundTick, ticks_of)
    points = practised.ticks_of(db, organisation_id, ticks_of)
    lines = _left_by(db, organisation_id, RoundLine, ids)
    corrections = _left_by(db, organisation_id, RoundCorrection, ids)
    sheets = clients.sheet_versions(db, organisation_id, {one.sheet_version_id for one in rounds})
    companies = clients.refs(db, organisation_id, {one.client_id for one in rounds})
    names = people.refs(db, organisation_id, _everyone(rounds))
    return [
        RoundView(
            id=played.id,
            number=played.number,
            visit_id=played.visit_id,
            client=companies[played.client_id],
            rep=names[played.rep_id],
            boss=names[played.boss_id],
            observer=names[played.observer_id] if played.observer_id else None,
            sheet_version_id=played.sheet_version_id,
            sheet=sheets[played.sheet_version_id],
            briefed=played.briefed,
            started_at=played.started_at,
            seconds=played.seconds,
            verdict=played.verdict,
            key_moment=played.key_moment,
            rep_words=played.rep_words,
            ticks=[*map(_tick_view, ticks[played.id]), *points[played.id]],
            keep=played.keep,
            change=played.change,
            change_kind=played.change_kind,
            lines=sorted(lines[played.id], key=lambda line: line.place),
            boss_card=played.boss_card,
            corrections=[_correction_view(one, names) for one in corrections[played.id]],
            version=played.version,
        )
        for played in rounds
    ]


def _everyone(rounds: Iterable[Round]) -> set[UUID | None]:
    return {one for played in rounds for one in (played.rep_id, played.boss_id, played.observer_id)}


def _tick_view(row: RoundTick) -> TickView:
    return TickView(row.id, row.mark, behaviour_id=row.behaviour_id)


def _correction_view(row: RoundCorrection, names: Mapping[UUID, PersonRef]) -> CorrectionView:
    """Only the rep of a round corrects it, so the name is among the seats."""
    return CorrectionView(
        row.id, row.created_at, names[row.by_id], row.field, row.before, row.after
    )


def _left_by(
    db: Session, organisation_id: UUID, kind: type[R], round_ids: Collection[UUID]
) -> dict[UUID, list[R]]:
    """What rounds left behind of one kind, in the order it was recorded."""
    by_round: dict[UUID, list[R]] = defaultdict(list)
    if round_ids:
        found = db.exec(
            select(kind)
            .where(col(kind.organisation_id) == organisation_id, col(kind.round_id).in_(round_ids))
            .order_by(col(kind.created_at), col(kind.id))
        )
        for row in found:
            by_round[row.round_id].append(row)
    return by_round
