"""Proposing a rung, and answering: one side says it, the other agrees or not."""

from uuid import UUID

from sqlmodel import Session

from api.kit.changes import same_birth
from api.kit.clock import now
from api.kit.errors import NotFound
from api.kit.events import Event, publish
from api.kit.rows import new_id
from api.people.models import Person, SightKind
from api.people.policy import Actor
from api.people.service import seen
from api.playbook.service import check_skills
from api.ride_alongs.events import RungKept, RungMoved, RungProposed
from api.ride_alongs.ladder import queries
from api.ride_alongs.ladder.models import RungEvidence, RungMove, Standing
from api.ride_alongs.ladder.policy import (
    VISITS_BEFORE_UP,
    MoreVisitsFirst,
    MovedToday,
    MoveIsAnswered,
    MoveIsOpen,
    OtherSideAnswers,
    check_one_step,
    order_of,
)
from api.ride_alongs.ladder.queries import LadderView
from api.ride_alongs.ladder.schemas import RungMoveAnswer, RungMoveNew
from api.ride_alongs.models import Rung


def ladder(db: Session, actor: Actor, *, person_id: UUID) -> LadderView:
    whose = queries.person(db, actor, person_id)
    seen(db, actor, whose.id, SightKind.LADDER)
    return queries.ladder(db, actor, whose)


def propose(
    db: Session, actor: Actor, *, person_id: UUID, given: RungMoveNew, birth: bytes
) -> LadderView:
    """By the person or by whoever helps them. The same step asked for by both sides is agreed at once."""
    whose = queries.person(db, actor, person_id)
    known = db.get(RungMove, (actor.organisation_id, given.id)) if given.id else None
    if known is not None:
        if known.person_id != whose.id:
            raise NotFound
        same_birth(known.birth_digest, birth)
        return queries.ladder(db, actor, whose)
    check_skills(db, actor.organisation_id, [given.skill_key])
    waiting = queries.open_move(db, whose, given.skill_key)
    if waiting is None:
        _add(db, actor, whose, given, birth)
    elif waiting.to_rung == given.to_rung and _is_other_side(actor, whose, waiting):
        _settle(db, actor, whose, waiting, agrees=True)
    else:
        raise MoveIsOpen
    return queries.ladder(db, actor, whose)


def answer(
    db: Session, actor: Actor, *, person_id: UUID, move_id: UUID, given: RungMoveAnswer
) -> LadderView:
    """By the other side; whoever proposed it may only take it back. Said again, it changes nothing."""
    whose = queries.person(db, actor, person_id)
    move = db.get(RungMove, (actor.organisation_id, move_id))
    if move is None or move.person_id != whose.id:
        raise NotFound
    if not move.open:
        if move.agrees != given.agrees:
            raise MoveIsAnswered
        return queries.ladder(db, actor, whose)
    if given.agrees and not _is_other_side(actor, whose, move):
        raise OtherSideAnswers
    _settle(db, actor, whose, move, agrees=given.agrees)
    return queries.ladder(db, actor, whose)


def _add(db: Session, actor: Actor, whose: Person, given: RungMoveNew, birth: bytes) -> None:
    order, row = order_of(actor), queries.standings_of(db, whose).get(given.skill_key)
    current = Rung(row.rung) if row else order[0]
    goes_up = check_one_step(order, current=current, wanted=given.to_rung)
    if queries.moved_on(db, whose, given.skill_key, actor.today(db)):
        raise MovedToday
    since = row.since if row else None
    speaking = queries.visits_at(db, whose, given.skill_key, (current, since))
    if goes_up and len(speaking) < VISITS_BEFORE_UP:
        raise MoreVisitsFirst
    move = RungMove(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        person_id=whose.id,
        skill_key=given.skill_key,
        from_rung=current,
        to_rung=given.to_rung,
        proposed_by_id=actor.person_id,
        why=given.why,
        birth_digest=birth,
    )
    db.add(move)
    db.flush()
    for visit_id in speaking:
        db.add(
            RungEvidence(
                organisation_id=actor.organisation_id,
                id=new_id(db),
                created_at=now(db),
                move_id=move.id,
                visit_id=visit_id,
            )
        )
    db.flush()
    fact = RungProposed(move.id, whose.id, given.skill_key, str(given.to_rung))
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def _is_other_side(actor: Actor, whose: Person, move: RungMove) -> bool:
    """The person answers what helpers propose, and helpers what the person proposes."""
    return (actor.person_id == whose.id) != (move.proposed_by_id == whose.id)


def _settle(db: Session, actor: Actor, whose: Person, move: RungMove, *, agrees: bool) -> None:
    today = actor.today(db)
    if agrees:
        if queries.moved_on(db, whose, move.skill_key, today):
            raise MovedToday
        _stand(db, whose, move, actor)
        move.day = today
    move.agrees, move.answered_by_id = agrees, actor.person_id
    move.answered_at = move.updated_at = now(db)
    db.flush()
    fact: Event = RungKept(move.id, whose.id, move.skill_key)
    if agrees:
        fact = RungMoved(
            move.id, whose.id, move.skill_key, str(move.from_rung), str(move.to_rung), today
        )
    publish(db, actor.organisation_id, fact, by=actor.person_id)


def _stand(db: Session, whose: Person, move: RungMove, actor: Actor) -> None:
    row = queries.standings_of(db, whose).get(move.skill_key)
    if row is None:
        row = Standing(
            organisation_id=whose.organisation_id,
            id=new_id(db),
            created_at=now(db),
            updated_at=now(db),
            person_id=whose.id,
            skill_key=move.skill_key,
            rung=move.to_rung,
            since=actor.today(db),
        )
        db.add(row)
    row.rung, row.since, row.updated_at = move.to_rung, actor.today(db), now(db)
    db.flush()
