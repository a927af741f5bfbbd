"""What people do on a drill evening: start it, play rounds, wrap it, see it, put their own words right."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, select

from api.drills import queries
from api.drills.deck import service as deck
from api.drills.evenings import service as evenings
from api.drills.events import (
    DrillAcknowledged,
    DrillStarted,
    DrillWrapped,
    RoundCorrected,
    RoundPlayed,
)
from api.drills.models import (
    Drill,
    DrillPerson,
    DrillState,
    OwnWords,
    Round,
    RoundCorrection,
    RoundLine,
    RoundTick,
)
from api.drills.points.models import PointTick
from api.drills.points.policy import check_points
from api.drills.policy import check_client, check_partners, check_seats, evening_of
from api.drills.queries import DrillView, RoundView
from api.drills.schemas import DrillNew, RoundChange, RoundNew
from api.kit.changes import changes, same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently, Forbidden, Stale
from api.kit.events import publish
from api.kit.rows import new_id
from api.people.policy import Actor


def start(db: Session, actor: Actor, *, given: DrillNew, birth: bytes) -> DrillView:
    """Two or three people begin an evening on the actor's phone."""
    known = _known(db, actor, given.id)
    if known is not None:
        same_birth(known.birth_digest, birth)
        return queries.drill_view(db, actor, known)
    check_partners(db, actor, given.people_ids, at=given.started_at)
    drill = Drill(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        day=evening_of(actor, given, arrived=now(db)),
        state=DrillState.RUNNING,
        started_by_id=actor.person_id,
        recorded_by_id=actor.person_id,
        started_at=given.started_at,
        birth_digest=birth,
    )
    db.add(drill)
    db.flush()
    people = [actor.person_id, *given.people_ids]
    _seat(db, drill, people)
    evenings.sit_down(db, actor.organisation_id, people_ids=people, day=drill.day)
    publish(
        db,
        actor.organisation_id,
        DrillStarted(drill_id=drill.id, people_ids=tuple(people)),
        by=actor.person_id,
    )
    return queries.drill_view(db, actor, drill)


def play_round(
    db: Session, actor: Actor, *, drill_id: UUID, given: RoundNew, birth: bytes
) -> RoundView:
    """Records one play; it counts for its visit, and its lines stand on the visit's card next day."""
    drill = _held(db, actor, drill_id)
    known = _known_round(db, drill, given.id)
    if known is not None:
        same_birth(known.birth_digest, birth)
        return queries.round_view(db, actor, known)
    people = queries.people_ids(db, drill)
    check_seats(given, people)
    check_points(db, drill.organisation_id, given)
    check_client(db, actor, given, people)
    played = _add_round(db, drill, given, birth)
    _leave_behind(db, played, given)
    deck.note_played(db, played, evening=drill.day, people_ids=people)
    evenings.sit_down(db, actor.organisation_id, people_ids=people, day=drill.day)
    drill.updated_at = now(db)
    db.flush()
    publish(
        db,
        actor.organisation_id,
        RoundPlayed(
            drill_id=drill.id,
            round_id=played.id,
            client_id=played.client_id,
            visit_id=played.visit_id,
            rep_id=played.rep_id,
            boss_id=played.boss_id,
        ),
        by=actor.person_id,
    )
    return queries.round_view(db, actor, played)


def wrap(db: Session, actor: Actor, *, drill_id: UUID, wrapped_at: datetime) -> DrillView:
    """The evening is done; whoever of its people says so first is right."""
    drill = _held(db, actor, drill_id)
    if drill.state != DrillState.WRAPPED:
        drill.state = DrillState.WRAPPED
        drill.wrapped_at = wrapped_at
        drill.updated_at = now(db)
        db.flush()
        wrapped = DrillWrapped(drill_id=drill.id, rounds=queries.count_rounds(db, drill))
        publish(db, actor.organisation_id, wrapped, by=actor.person_id)
    return queries.drill_view(db, actor, drill)


def acknowledge(db: Session, actor: Actor, *, drill_id: UUID) -> DrillView:
    """The actor saw what was recorded on somebody else's phone."""
    drill = _held(db, actor, drill_id)
    seat = db.exec(
        select(DrillPerson).where(
            DrillPerson.organisation_id == actor.organisation_id,
            DrillPerson.drill_id == drill.id,
            DrillPerson.person_id == actor.person_id,
        )
    ).one()
    if seat.acknowledged_at is None:
        seat.acknowledged_at = now(db)
        db.flush()
        fact = DrillAcknowledged(drill_id=drill.id, person_id=actor.person_id)
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.drill_view(db, actor, drill)


def correct_round(
    db: Session, actor: Actor, *, drill_id: UUID, round_id: UUID, given: RoundChange, expected: int
) -> RoundView:
    """The rep of a round puts the own words right; both versions are kept."""
    played = queries.visible_round(db, actor, drill_id, round_id)
    if played.rep_id != actor.person_id:
        raise Forbidden
    if played.version != expected:
        raise Stale(current=queries.round_view(db, actor, played))
    told = {name: after for name, after in changes(given).items() if getattr(played, name) != after}
    for name, after in told.items():
        _note_correction(db, played, field=OwnWords(name), after=after)
        setattr(played, name, after)
        played.updated_at = now(db)
    db.flush()
    if told:
        fact = RoundCorrected(drill_id, played.id, played.rep_id, tuple(sorted(told)))
        publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.round_view(db, actor, played)


def _known(db: Session, actor: Actor, drill_id: UUID | None) -> Drill | None:
    """The drill this phone-born id already names."""
    if drill_id is None:
        return None
    known = db.get(Drill, (actor.organisation_id, drill_id))
    return queries.visible_drill(db, actor, drill_id) if known is not None else None


def _known_round(db: Session, drill: Drill, round_id: UUID | None) -> Round | None:
    """The round this phone-born id already names; an id is not used again in another drill."""
    known = db.get(Round, (drill.organisation_id, round_id)) if round_id is not None else None
    if known is not None and known.drill_id != drill.id:
        raise BornDifferently
    return known


def _held(db: Session, actor: Actor, drill_id: UUID) -> Drill:
    """A drill of the actor's own, held while it changes; those who may only look are refused."""
    drill = queries.visible_drill(db, actor, drill_id, hold=True)
    if actor.person_id not in queries.people_ids(db, drill):
        raise Forbidden
    return drill


def _seat(db: Session, drill: Drill, people_ids: Sequence[UUID]) -> None:
    """The one who records has seen it; the others are asked to look."""
    for person_id in people_ids:
        db.add(
            DrillPerson(
                organisation_id=drill.organisation_id,
                id=new_id(db),
                created_at=now(db),
                drill_id=drill.id,
                person_id=person_id,
                acknowledged_at=now(db) if person_id == drill.recorded_by_id else None,
            )
        )
    db.flush()


def _add_round(db: Session, drill: Drill, given: RoundNew, birth: bytes) -> Round:
    played = Round(
        **given.model_dump(exclude={"id", "ticks", "lines", "boss_card"}),
        boss_card=None if given.boss_card is None else given.boss_card.model_dump(mode="json"),
        organisation_id=drill.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        drill_id=drill.id,
        number=queries.count_rounds(db, drill) + 1,
        birth_digest=birth,
    )
    db.add(played)
    db.flush()
    return played


def _leave_behind(db: Session, played: Round, given: RoundNew) -> None:
    """Ticks and agreed lines are rows with their own ids, so that they merge as a union."""
    left: dict[str, Any] = {
        "organisation_id": played.organisation_id,
        "created_at": now(db),
        "round_id": played.id,
    }
    for tick in given.ticks:
        of: dict[str, Any] = {"id": tick.id or new_id(db), "mark": tick.mark}
        if tick.point_id is not None:
            db.add(PointTick(**left, **of, point_id=tick.point_id))
        else:
            of["behaviour_id"] = tick.behaviour_id
            db.add(RoundTick(**left, **of))
    for place, line in enumerate(given.lines):
        db.add(
            RoundLine(
                **left, **line.model_dump(exclude={"id"}), id=line.id or new_id(db), place=place
            )
        )


def _note_correction(db: Session, played: Round, *, field: OwnWords, after: str | None) -> None:
    db.add(
        RoundCorrection(
            organisation_id=played.organisation_id,
            id=new_id(db),
            created_at=now(db),
            round_id=played.id,
            by_id=played.rep_id,
            field=field,
            before=getattr(played, field),
            after=after,
        )
    )
