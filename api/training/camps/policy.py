"""Who reads a camp, who enrols, who says that the show was held, and whose hands close it.

Reading: the newcomer, the mentor, the own manager and the trainer; nobody else, the region and admins among them.
"""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.kit.calendar import Calendar
from api.kit.errors import Conflict, Forbidden
from api.people.models import Person, Role
from api.people.policy import Actor, personal
from api.training.camp_template.models import CampDimension
from api.training.camps.models import Camp, CampLinkKind
from api.training.policy import decides


class NotYourCamp(Forbidden):
    code = "camp_not_yours"
    en = "The newcomer writes what a day of the camp asks for. You can read it once it is there."
    zh = "训练营每天交什么，由新人自己写，写好后你能读到。"


class NobodyToEnrol(Forbidden):
    code = "nobody_to_enrol"
    en = "The trainer begins a camp, and a manager for the own team. Tell one of them who is new."
    zh = "训练营由训练官开，主管可以为自己团队的人开。请告诉他们谁是新人。"


class NotForACamp(Conflict):
    code = "not_for_a_camp"
    en = "A camp is for a rep who works here now. Choose one of them."
    zh = "训练营是给在职销售员的，请选一位。"


class InCampAlready(Conflict):
    code = "in_camp_already"
    en = "This person has a camp already. Open it instead; what was missed can be caught up there."
    zh = "这个人已经有训练营了。直接打开它，落下的那天可以补上。"


class DayStays(Conflict):
    code = "camp_day_stays"
    en = "Your camp is over and this day was handed in, so it stays as it is. Write what is new in a tip."
    zh = "训练营已经结束，这一天也交过了，就保持原样。有新的想法，可以写成诀窍。"


class LinkUnknown(Conflict):
    code = "camp_link_unknown"
    en = "You cannot open what is attached here. Attach another one, or write a few words."
    zh = "附上的这一条你打不开。换一条，或者写几句话。"


class ShowTooEarly(Conflict):
    code = "show_too_early"
    en = "The show is on a day of the camp or after it. Choose a day from {day} on."
    zh = "分享放在训练营期间或之后，请选 {day} 或更晚的一天。"


class ShowNotPlanned(Conflict):
    code = "show_not_planned"
    en = "Write first on which day the show is and what it is about."
    zh = "先写好哪一天分享、讲什么。"


class ShowNotYet(Conflict):
    code = "show_not_yet"
    en = "The day of the show has not come yet. Say that it was held on the day itself or after."
    zh = "分享的日子还没到，当天或之后再标记。"


class ShowHeldAlready(Conflict):
    code = "show_held"
    en = "The show was held already, so its day and what it was about stay."
    zh = "分享已经讲过了，日期和内容保持原样。"


class NotYoursToSay(Forbidden):
    code = "show_not_yours_to_say"
    en = "Mentor or manager says that the show was held. Ask one of them."
    zh = "由师傅或主管标记分享已完成，请找其中一位。"


class ShowFirst(Conflict):
    code = "show_first"
    en = "First the ten minutes before the team, then the handshake."
    zh = "先给团队讲十分钟，再握手。"


class NotYourHand(Forbidden):
    code = "handshake_not_yours"
    en = "Newcomer and mentor shake hands. Nobody does it for them."
    zh = "握手是新人和师傅两个人的事，别人不能代替。"


Opens = Callable[[Session, Actor, UUID], object]
_opens: dict[CampLinkKind, Opens] = {}


def knows_link(kind: CampLinkKind) -> Callable[[Opens], Opens]:
    """Registers who opens a link of this kind, raising NotFound: training knows no other mechanism's rows."""

    def register(opens: Opens) -> Opens:
        _opens[kind] = opens
        return opens

    return register


def opener(kind: CampLinkKind) -> Opens:
    return _opens[kind]


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get of camps, and of their days."""
    return sa.and_(
        col(Camp.organisation_id) == actor.organisation_id,
        col(Camp.deleted_at).is_(None),
        sa.or_(
            personal(actor, col(Camp.person_id)),
            sa.true() if actor.role is Role.TRAINER else sa.false(),
        ),
    )


def check_enrols(actor: Actor, person: Person) -> None:
    if not decides(actor, person.team_id):
        raise NobodyToEnrol
    if person.role != Role.REP or person.disabled:
        raise NotForACamp


def may_say(actor: Actor, person: Person) -> bool:
    """Mentor or manager."""
    return person.id in actor.apprentice_ids or actor.leads(person)


def five_days(calendar: Calendar, *, since: date) -> list[tuple[CampDimension, date]]:
    """The first five working days from `since` on, that day included."""
    first = since if calendar.is_working(since) else calendar.next_working(since)
    return [
        (dimension, calendar.next_working(first, steps=ahead) if ahead else first)
        for ahead, dimension in enumerate(CampDimension)
    ]
