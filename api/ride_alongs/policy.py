"""Who may see and do what on a ride-along. Everything of a day is for the two who ride, rescues for the mentor alone.

The apprentice's own mentor and manager read the debrief; the region only what the apprentice shares.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.appointments import check_worked
from api.kit.calendar import Calendar
from api.kit.errors import Conflict, Forbidden
from api.people.models import MentorPair, Person, Role, Team
from api.people.policy import Actor, pair_counts_on, personal
from api.ride_alongs.models import RideAlong


class OnlyTheTwo(Forbidden):
    code = "only_the_two"
    en = "Only the two who ride together can do this. Talk it over with them."
    zh = "这要由一起陪访的两个人来做，请和他们聊一聊。"


class OnlyTheApprentice(Forbidden):
    code = "only_the_apprentice"
    en = "This is for the apprentice to say. Ask them, and let them write it."
    zh = "这要由徒弟自己来写，请问问对方。"


class OnlyTheMentor(Forbidden):
    code = "only_the_mentor"
    en = "Only the mentor of this day notes when they stepped in."
    zh = "接管由当天的师傅自己记。"


class NotBesideYou(Conflict):
    code = "not_beside_you"
    en = "A ride-along is with your mentor, your apprentice, your manager or somebody of your team. Choose one of them."
    zh = "陪访要找师傅、徒弟、主管或同组的同事，请从他们里选一位。"


class DayIsOver(Conflict):
    code = "day_is_over"
    en = "This day is over. Choose today or a later day."
    zh = "这一天已经过去了，请选今天或以后的日子。"


class NoticeNeeded(Conflict):
    code = "notice_needed"
    en = "A ride-along is announced a day before. Choose tomorrow or later, or both say that short notice is fine."
    zh = "陪访要提前一天说。选明天或以后，或者两个人都同意临时陪访。"


class AskedByYou(Conflict):
    code = "asked_by_you"
    en = "You asked for this day, so the other one accepts it. They see it under ride-alongs."
    zh = "这一天是你提的，要等对方接受。对方在“陪访”里能看到。"


class TogetherAlready(Conflict):
    code = "together_already"
    en = "The two of you have a ride-along on this day already. Open that one, or choose another day."
    zh = "你们这一天已经约了陪访，请打开那一次，或换一天。"


class AskedByTheOther(Conflict):
    code = "asked_by_the_other"
    en = (
        "The other one asked for this day, so only they take it back. Choose another day with them."
    )
    zh = "这一天是对方提的，由对方收回。想换一天就改期。"


class AcceptedAlready(Conflict):
    code = "accepted_already"
    en = "This day is accepted already. Move it to another day, with the reason."
    zh = "这一天对方已经接受了。要换就改期，写一句原因。"


class RequestWithdrawn(Conflict):
    code = "request_withdrawn"
    en = "This request was taken back. Ask for another day."
    zh = "这次邀约已经收回了，请另约一天。"


class NotAcceptedYet(Conflict):
    code = "not_accepted_yet"
    en = "This ride-along is not accepted yet. Accept it first, or wait for the other one."
    zh = "这次陪访还没有接受。先接受，或等对方接受。"


class VisitNotOfThatDay(Conflict):
    code = "visit_not_of_that_day"
    en = "You ride along to visits of that day, of one of the two. Choose one of those."
    zh = "陪访的客户要是当天、两人之一的拜访，请从里面选。"


class VisitRidesAlready(Conflict):
    code = "visit_rides_already"
    en = "This visit belongs to another ride-along of that day. Choose another visit."
    zh = "这次拜访已经在当天另一次陪访里了，请选别的拜访。"


class NotedOnAnotherDay(Conflict):
    code = "noted_on_another_day"
    en = "This lies outside the day you rode together. Check the clock of this device, or note it on its own day."
    zh = "这条记的时间不在这次陪访那天。看看这台设备的时间，或记到它自己的那一天。"


class DebriefStands(Conflict):
    code = "debrief_stands"
    en = "The debrief is agreed, so this day stays as it is. Take it up at the next ride-along."
    zh = "总结已经两人同意，这一天不再改。留到下次陪访说。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """Days the actor rides on, of whom they look after, and of their region when the apprentice shared them."""
    seen = [col(RideAlong.mentor_id) == actor.person_id, personal(actor, RideAlong.apprentice_id)]
    if actor.role is Role.REGIONAL_MANAGER and actor.team_id is not None:
        seen.append(
            sa.and_(
                col(RideAlong.shared_at).is_not(None),
                _of_region(actor.organisation_id, actor.team_id),
            )
        )
    return sa.and_(
        col(RideAlong.organisation_id) == actor.organisation_id,
        col(RideAlong.deleted_at).is_(None),
        sa.or_(*seen),
    )


def rides(actor: Actor, ride: RideAlong) -> bool:
    return actor.person_id in ride.riders


def check_rides(actor: Actor, ride: RideAlong) -> None:
    if not rides(actor, ride):
        raise OnlyTheTwo


def check_is_apprentice(actor: Actor, ride: RideAlong) -> None:
    if actor.person_id != ride.apprentice_id:
        raise OnlyTheApprentice


def check_accepted(ride: RideAlong) -> None:
    if ride.accepted_at is None:
        raise NotAcceptedYet


def check_stands(ride: RideAlong) -> None:
    if ride.withdrawn_at is not None:
        raise RequestWithdrawn


def check_may_withdraw(actor: Actor, ride: RideAlong) -> None:
    """One's own request, until the other one has accepted it; afterwards a day moves and never vanishes."""
    if ride.accepted_at is not None:
        raise AcceptedAlready
    if actor.person_id != ride.asked_by_id:
        raise AskedByTheOther


def check_noted_on(day: date, *, days: Iterable[date]) -> None:
    """On a day it stood on, or in the night and the day after it: a debrief may be late, a clock a little off."""
    if not any(stood <= day <= stood + timedelta(days=1) for stood in days):
        raise NotedOnAnotherDay


def check_open(ride: RideAlong) -> None:
    """Until both have agreed on the debrief the day may still be told."""
    check_stands(ride)
    if ride.agreed_at is not None:
        raise DebriefStands


def check_day(day: date, *, today: date, calendar: Calendar, short_notice: bool) -> None:
    """At least a day's notice, unless it is said that short notice is fine (domain.md §2.5), and on a day that is worked."""
    if day < today:
        raise DayIsOver
    check_worked(day, calendar)
    if day == today and not short_notice:
        raise NoticeNeeded


def stand_side_by_side(db: Session, mentor: Person, apprentice: Person, day: date) -> bool:
    """A pair, a team, or a regional manager and a manager of the region."""
    if mentor.team_id is not None and mentor.team_id == apprentice.team_id:
        return True
    return _are_a_pair(db, mentor, apprentice, day) or _is_of_region(db, mentor, apprentice)


def _are_a_pair(db: Session, mentor: Person, apprentice: Person, day: date) -> bool:
    found = db.exec(
        select(col(MentorPair.id)).where(
            col(MentorPair.organisation_id) == mentor.organisation_id,
            col(MentorPair.mentor_id) == mentor.id,
            col(MentorPair.apprentice_id) == apprentice.id,
            pair_counts_on(day),
        )
    ).first()
    return found is not None


def _is_of_region(db: Session, leader: Person, manager: Person) -> bool:
    if leader.role != Role.REGIONAL_MANAGER or manager.role != Role.MANAGER:
        return False
    team = db.get(Team, (manager.organisation_id, manager.team_id)) if manager.team_id else None
    return team is not None and team.parent_id == leader.team_id


def _of_region(organisation_id: UUID, region_id: UUID) -> sa.ColumnElement[bool]:
    teams = sa.select(col(Team.id)).where(
        col(Team.organisation_id) == organisation_id, col(Team.parent_id) == region_id
    )
    people = sa.select(col(Person.id)).where(
        col(Person.organisation_id) == organisation_id, col(Person.team_id).in_(teams)
    )
    return col(RideAlong.apprentice_id).in_(people)
