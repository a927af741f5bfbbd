"""Reads of camps: a page costs two statements whatever its size."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.origin import Origin
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.around import queries as around
from api.people.models import MentorPair, Person, SightKind, Team
from api.people.policy import Actor, pair_counts_on
from api.people.queries import PersonRef
from api.people.service import seen
from api.training.camp_template.models import CampDimension
from api.training.camps.models import Camp, CampDay, CampDayState
from api.training.camps.policy import may_say, visible_to
from api.training.queries import TeamView

OpenOrFinished = Literal["open", "finished"]
PLACES = {dimension: place for place, dimension in enumerate(CampDimension)}


@dataclass(frozen=True)
class OpenDayView:
    dimension: CampDimension
    day: date
    state: CampDayState


@dataclass(frozen=True)
class CampCardView:
    id: UUID
    person: PersonRef
    team: TeamView | None
    mentor: PersonRef | None
    begins_on: date
    finished_at: datetime | None
    show_day: date | None
    days: list[OpenDayView]


@dataclass(frozen=True)
class CampDayView(OpenDayView):
    title: dict[str, str]
    task: dict[str, str]
    asked: dict[str, str]
    case_id: UUID | None
    words: str | None
    link: Origin | None
    done_at: datetime | None


@dataclass(frozen=True)
class ShowView:
    day: date
    about: str
    held_at: datetime | None
    held_by: PersonRef | None


@dataclass(frozen=True)
class CampView:
    id: UUID
    person: PersonRef
    mentor: PersonRef | None
    manager: PersonRef | None
    begins_on: date
    days: list[CampDayView]
    show: ShowView | None
    newcomer_hand_at: datetime | None
    mentor_hand_at: datetime | None
    finished_at: datetime | None
    mine: bool
    may_say_held: bool
    may_shake: bool
    version: int


@dataclass(frozen=True)
class MyCampView:
    camp: CampView | None


def page(
    db: Session, actor: Actor, *, state: OpenOrFinished | None, asked: PageAsked
) -> Paged[CampCardView]:
    """The latest to begin first; of whoever has left nothing waits. Whose camps were looked at is told to them."""
    statement = _with_names(actor.today(db)).where(visible_to(actor))
    if state is not None:
        over = sa.or_(col(Camp.finished_at).is_not(None), col(Person.disabled_at).is_not(None))
        statement = statement.where(over if state == "finished" else sa.not_(over))
    keys = [Key(col(Camp.begins_on), "desc"), Key(col(Camp.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(_cards(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, camp_id: UUID) -> Camp:
    """A camp the actor may see; raises NotFound."""
    found = db.exec(select(Camp).where(visible_to(actor), col(Camp.id) == camp_id)).first()
    if found is None:
        raise NotFound
    return found


def of_person(db: Session, organisation_id: UUID, person_id: UUID) -> Camp | None:
    """Anybody's; the caller answers for who may ask."""
    return db.exec(
        select(Camp).where(
            col(Camp.organisation_id) == organisation_id, col(Camp.person_id) == person_id
        )
    ).first()


def days_of(db: Session, camp: Camp) -> list[CampDay]:
    """The five in their order."""
    return _days(db, camp.organisation_id, [camp.id])[camp.id]


def day_of(db: Session, camp: Camp, dimension: CampDimension) -> CampDay:
    return next(one for one in days_of(db, camp) if one.dimension == dimension)


def view(db: Session, actor: Actor, camp: Camp) -> CampView:
    """The whole of it; that it was opened is told to the newcomer."""
    db.flush()
    seen(db, actor, camp.person_id, SightKind.TRAINING)
    person = db.get_one(Person, (camp.organisation_id, camp.person_id))
    today = actor.today(db)
    beside = around.beside(db, person, today=today)
    names = people.refs(db, camp.organisation_id, [camp.show_held_by_id])
    own = actor.person_id == camp.person_id
    return CampView(
        id=camp.id,
        person=people.ref(person),
        mentor=beside.mentor,
        manager=beside.manager,
        begins_on=camp.begins_on,
        days=[_day(one, today) for one in days_of(db, camp)],
        show=_show(camp, names),
        newcomer_hand_at=camp.newcomer_hand_at,
        mentor_hand_at=camp.mentor_hand_at,
        finished_at=camp.finished_at,
        mine=own,
        may_say_held=may_say(actor, person),
        may_shake=_may_shake(actor, camp, own=own),
        version=camp.version,
    )


def _with_names(today: date) -> Any:
    """With the newcomer, the team, and who is mentor today."""
    asked: Any = select
    mentor = aliased(Person)
    same = col(Camp.organisation_id)
    pair = sa.and_(
        col(MentorPair.organisation_id) == same,
        col(MentorPair.apprentice_id) == col(Camp.person_id),
        pair_counts_on(today),
    )
    return (
        asked(Camp, Person, Team, mentor)
        .join(
            Person,
            sa.and_(col(Person.organisation_id) == same, col(Person.id) == col(Camp.person_id)),
        )
        .outerjoin(
            Team,
            sa.and_(col(Team.organisation_id) == same, col(Team.id) == col(Person.team_id)),
        )
        .outerjoin(MentorPair, pair)
        .outerjoin(
            mentor,
            sa.and_(
                col(mentor.organisation_id) == same,
                col(mentor.id) == col(MentorPair.mentor_id),
                col(mentor.disabled_at).is_(None),
            ),
        )
    )


def _cards(db: Session, actor: Actor, found: Iterable[Any]) -> list[CampCardView]:
    rows = list(found)
    days = _days(db, actor.organisation_id, [row[0].id for row in rows])
    for row in rows:
        seen(db, actor, row[0].person_id, SightKind.TRAINING)
    return [_card(*row, days=days[row[0].id], today=actor.today(db)) for row in rows]


def _card(
    camp: Camp,
    person: Person,
    team: Team | None,
    mentor: Person | None,
    *,
    days: Sequence[CampDay],
    today: date,
) -> CampCardView:
    return CampCardView(
        id=camp.id,
        person=people.ref(person),
        team=TeamView(team.id, team.name) if team else None,
        mentor=people.ref(mentor) if mentor else None,
        begins_on=camp.begins_on,
        finished_at=camp.finished_at,
        show_day=camp.show_day,
        days=[OpenDayView(one.dimension, one.day, one.state(today=today)) for one in days],
    )


def _days(
    db: Session, organisation_id: UUID, camp_ids: Collection[UUID]
) -> dict[UUID, list[CampDay]]:
    found: dict[UUID, list[CampDay]] = defaultdict(list)
    asked = select(CampDay).where(
        col(CampDay.organisation_id) == organisation_id,
        col(CampDay.camp_id).in_(sorted(camp_ids)),
    )
    for one in sorted(db.exec(asked), key=lambda day: PLACES[CampDimension(day.dimension)]):
        found[one.camp_id].append(one)
    return found


def _day(one: CampDay, today: date) -> CampDayView:
    return CampDayView(
        dimension=one.dimension,
        day=one.day,
        state=one.state(today=today),
        title=one.title,
        task=one.task,
        asked=one.asked,
        case_id=one.case_id,
        words=one.words,
        link=one.link,
        done_at=one.done_at,
    )


def _show(camp: Camp, names: dict[UUID, PersonRef]) -> ShowView | None:
    if camp.show_day is None or camp.show_about is None:
        return None
    held_by = names[camp.show_held_by_id] if camp.show_held_by_id else None
    return ShowView(camp.show_day, camp.show_about, camp.show_held_at, held_by)


def _may_shake(actor: Actor, camp: Camp, *, own: bool) -> bool:
    if camp.show_held_at is None:
        return False
    if own:
        return camp.newcomer_hand_at is None
    return camp.person_id in actor.apprentice_ids and camp.mentor_hand_at is None
