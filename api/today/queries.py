"""Reads for the day's screens that no single domain answers."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.drills.models import Drill, DrillPerson, Round, RoundLine
from api.help_requests import queries as help_requests
from api.help_requests.models import HelpRequest
from api.help_requests.queries import HelpLine
from api.kit.rows import beside
from api.kit.wire import Bilingual
from api.people import queries as people
from api.people.models import Person, Team
from api.people.policy import Actor, personal
from api.people.queries import PersonRef
from api.visits.models import Visit, VisitState

LINES_LAST = timedelta(days=7)
"""Agreed lines stay on a client's card for a week; a newer evening replaces them."""

MOST_RECORDED = 20
MOST_HELP = 50
MOST_SHOWN = 10


@dataclass(frozen=True)
class AgreedLine:
    """A line two people agreed on, with the drill it came from."""

    id: UUID
    words: str
    answer: str
    type_key: str | None
    answer_id: UUID | None
    drill_id: UUID
    agreed_on: date


@dataclass(frozen=True)
class RecordedFor:
    """A drill somebody else's phone recorded for this person, not seen yet."""

    drill_id: UUID
    day: date
    recorded_by: PersonRef
    rounds: int


@dataclass(frozen=True)
class HelpDay:
    """Open requests of the actor's own, and those that wait for the actor's word."""

    mine: Sequence[HelpLine]
    waiting: Sequence[HelpLine]


@dataclass(frozen=True)
class TeamName:
    id: UUID
    name: Bilingual


def agreed_lines(
    db: Session,
    actor: Actor,
    *,
    day: date,
    client_ids: Collection[UUID],
    visit_ids: Collection[UUID],
    of: UUID | None = None,
) -> dict[UUID, list[AgreedLine]]:
    """By client, for visits on `day`: what the newest evening on that client agreed to answer.

    The actor's evening, or that of somebody whom the caller lets the actor read.

    An evening of the week before counts, and so does one of the same day when it was for one of these visits.
    """
    whose = of or actor.person_id
    evening_before = sa.and_(
        col(Round.client_id).in_(client_ids),
        col(Drill.day) >= day - LINES_LAST,
        col(Drill.day) < day,
    )
    found = db.exec(
        select(Round, Drill, RoundLine)
        .join(Drill, beside(Round, Drill, col(Drill.id) == col(Round.drill_id)))
        .join(RoundLine, beside(Round, RoundLine, col(RoundLine.round_id) == col(Round.id)))
        .where(
            col(Round.organisation_id) == actor.organisation_id,
            sa.or_(col(Round.rep_id) == whose, col(Round.boss_id) == whose),
            sa.or_(evening_before, col(Round.visit_id).in_(visit_ids)),
        )
        .order_by(col(Drill.day).desc(), col(Round.number).desc(), col(RoundLine.place))
    ).all()
    newest: dict[UUID, UUID] = {}
    agreed: dict[UUID, dict[str, AgreedLine]] = defaultdict(dict)
    for played, drill, line in found:
        if newest.setdefault(played.client_id, drill.id) == drill.id:
            told = AgreedLine(
                id=line.id,
                words=line.words,
                answer=line.answer,
                type_key=line.type_key,
                answer_id=line.answer_id,
                drill_id=drill.id,
                agreed_on=drill.day,
            )
            agreed[played.client_id].setdefault(line.words, told)
    return {client_id: list(lines.values()) for client_id, lines in agreed.items()}


def recorded_for(db: Session, actor: Actor) -> list[RecordedFor]:
    """What other phones recorded for the actor and the actor has not seen yet, newest first."""
    rounds = (
        sa.select(sa.func.count())
        .where(
            col(Round.organisation_id) == col(Drill.organisation_id),
            col(Round.drill_id) == col(Drill.id),
        )
        .scalar_subquery()
    )
    found = db.exec(
        select(Drill, Person, rounds)
        .join(DrillPerson, beside(Drill, DrillPerson, col(DrillPerson.drill_id) == col(Drill.id)))
        .join(Person, beside(Drill, Person, col(Person.id) == col(Drill.recorded_by_id)))
        .where(
            col(Drill.organisation_id) == actor.organisation_id,
            col(DrillPerson.person_id) == actor.person_id,
            col(DrillPerson.acknowledged_at).is_(None),
            rounds > 0,
        )
        .order_by(col(Drill.day).desc(), col(Drill.id).desc())
        .limit(MOST_RECORDED)
    ).all()
    return [
        RecordedFor(drill.id, drill.day, people.ref(recorder), count)
        for drill, recorder, count in found
    ]


def visits_to_play(db: Session, actor: Actor, day: date) -> int:
    """How many visits the actor still plans to make on a day."""
    counted = select(sa.func.count()).where(
        col(Visit.organisation_id) == actor.organisation_id,
        col(Visit.rep_id) == actor.person_id,
        col(Visit.day) == day,
        col(Visit.state) == VisitState.PLANNED,
        col(Visit.deleted_at).is_(None),
    )
    return db.exec(counted).one()


def my_help(db: Session, actor: Actor) -> HelpDay:
    """Both sides in one statement; of many, the earliest promises."""
    is_open = col(HelpRequest.solved_at).is_(None)
    asked_of_me = sa.and_(help_requests.owed(), help_requests.for_me(actor))
    either = sa.or_(help_requests.mine(actor), asked_of_me)
    found = help_requests.lines(db, actor, is_open, either, most=MOST_HELP)
    mine = [one for one in found if one.asker.id == actor.person_id]
    waiting = [one for one in found if one.asker.id != actor.person_id]
    return HelpDay(mine[:MOST_SHOWN], waiting[:MOST_SHOWN])


def wants_help(db: Session, actor: Actor) -> list[HelpLine]:
    """Others the actor looks after, or who asked the actor, and who wait for an answer."""
    looked_after = sa.or_(help_requests.for_me(actor), personal(actor, col(HelpRequest.asker_id)))
    waits = (help_requests.owed(), help_requests.of_team(actor), looked_after)
    return help_requests.lines(db, actor, *waits, most=MOST_HELP)


def led_team(db: Session, actor: Actor) -> TeamName | None:
    """The team the actor leads, by name."""
    team = db.exec(
        select(Team).where(
            col(Team.organisation_id) == actor.organisation_id,
            col(Team.id).in_(sorted(actor.led_team_ids)),
        )
    ).first()
    return None if team is None else TeamName(team.id, Bilingual(zh=team.name_zh, en=team.name_en))
