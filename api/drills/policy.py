"""Who may see a drill, and what a drill and a round need before they count."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients import queries as clients
from api.clients import service as client_service
from api.drills.models import Drill, DrillPerson
from api.drills.schemas import DrillNew, RoundNew
from api.kit.errors import Conflict, NotFound
from api.kit.wire import Money
from api.people.models import Person
from api.people.policy import Actor, personal
from api.visits.models import Visit


class SheetIncomplete(Conflict):
    code = "sheet_incomplete"
    en = (
        "Answer the four questions of the client sheet first; “unknown, will ask” is an answer too."
    )
    zh = "先把客户分析的四问答完，“还不知道，去问”也算。"


class NotInThisDrill(Conflict):
    code = "not_in_this_drill"
    en = "A seat is taken by somebody who is not in this drill. Choose from its people."
    zh = "座位上有人不在这场演练里，请从参加的人里选。"


class OneSeatEach(Conflict):
    code = "one_seat_each"
    en = "Rep, boss and observer are different people. Choose a second person."
    zh = "销售员、老板和观察员要由不同的人来当，请再选一位。"


class PartnerNeeded(Conflict):
    code = "partner_needed"
    en = "Choose one or two colleagues who are active in your organisation."
    zh = "请选一两位在职的同事一起演练。"


class AnotherDay(Conflict):
    code = "another_day"
    en = "The day and the start of this drill name two different evenings. Send the day it started on."
    zh = "演练的日期和开始时间对不上，请填开始那天的日期。"


BIG_ORDER_ROUNDS = 2
"""The rep plays it and sees it from the boss's seat (domain.md §4)."""
OTHER_ZONE = timedelta(days=2)
"""So far apart can the local days of one moment lie, from one end of the world to the other."""


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """Drills of oneself, of one's apprentices and of the team one leads."""
    taking_part = (
        sa.select(col(DrillPerson.id))
        .where(
            col(DrillPerson.organisation_id) == col(Drill.organisation_id),
            col(DrillPerson.drill_id) == col(Drill.id),
            personal(actor, col(DrillPerson.person_id)),
        )
        .exists()
    )
    return sa.and_(col(Drill.organisation_id) == actor.organisation_id, taking_part)


def is_big_order(actor: Actor, expected: Money | None) -> bool:
    """At or over the organisation's amount: played tonight, by veterans too (domain.md 35)."""
    big = actor.settings.big_order
    if expected is None or expected.currency != big.currency:
        return False
    return expected.amount_minor >= big.amount_minor


def evening_of(actor: Actor, given: DrillNew, *, arrived: datetime) -> date:
    """The local day on which it started, and never after it arrived: a drill cannot lie in the future.

    The day is derived rather than compared, since an evening that took place must not be lost: a phone may run
    ahead, live in another zone, or send days later. What no zone explains was written by hand, not by a clock;
    putting that aside on another day would hide it from whoever sent it, so it is refused.
    """
    if abs(given.day - actor.calendar.today(given.started_at)) > OTHER_ZONE:
        raise AnotherDay
    return actor.calendar.today(min(given.started_at, arrived))


def check_partners(db: Session, actor: Actor, people_ids: Sequence[UUID], *, at: datetime) -> None:
    """Active when the drill began: a drill recorded offline survives a colleague who left meanwhile."""
    found = db.exec(
        select(Person).where(
            col(Person.organisation_id) == actor.organisation_id, col(Person.id).in_(people_ids)
        )
    ).all()
    active = {one.id for one in found if one.disabled_at is None or one.disabled_at > at}
    if len(active - {actor.person_id}) != len(people_ids):
        raise PartnerNeeded


def check_seats(given: RoundNew, people_ids: Collection[UUID]) -> None:
    seats = [given.rep_id, given.boss_id]
    if given.observer_id is not None:
        seats.append(given.observer_id)
    if len(set(seats)) != len(seats):
        raise OneSeatEach
    if not set(seats) <= set(people_ids):
        raise NotInThisDrill


def check_client(db: Session, actor: Actor, given: RoundNew, people_ids: Collection[UUID]) -> None:
    """A client one of them looks after, or did: what was practised stays, also when the client moved since."""
    organisation_id = actor.organisation_id
    if not any(
        clients.looked_after(db, organisation_id, given.client_id, one) for one in people_ids
    ):
        client_service.get(db, actor, given.client_id)
    sheet = clients.sheet_version(db, organisation_id, given.sheet_version_id)
    if sheet is None or sheet.client_id != given.client_id:
        raise NotFound
    if sheet.missing:
        raise SheetIncomplete
    if given.visit_id is not None:
        visit = db.get(Visit, (organisation_id, given.visit_id))
        if visit is None or visit.client_id != given.client_id:
            raise NotFound
