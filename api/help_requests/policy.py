"""Who reads a request, who may do what with it, and by when an answer is promised."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import col

from api.help_requests.models import Audience, HelpKind, HelpRequest, Needed
from api.kit.errors import Conflict, Forbidden
from api.people.models import Person, Role, Team
from api.people.policy import Actor, personal

NOW_WITHIN = timedelta(minutes=15)
"""Of the hours in which a helper's phone may ring: on a working day, from the quiet hours' end to the evening's close."""
WEEK_WITHIN = 2
"""Working days; by the evening's close of the last."""


@dataclass(frozen=True)
class Around:
    """Who stands near an asker: the mentor, and the teams of the own line, from the team up to its region."""

    mentor_id: UUID | None
    line: Collection[UUID]


class NotTheAsker(Forbidden):
    code = "help_not_asked_by_you"
    en = "Only whoever asked says whether it helped. Answer, or hand it over."
    zh = "有没有帮到，由求助的人自己说。你可以回答，或者转给别人。"


class NotTheHelper(Forbidden):
    code = "help_not_asked_of_you"
    en = "Somebody else was asked. Whoever sees it may still answer."
    zh = "这条求助请的是别人。看得到的人都可以回答。"


class NobodyToAsk(Conflict):
    code = "nobody_to_ask"
    en = (
        "Nobody would be reached that way now. Ask somebody else; where nobody is offered, talk to a colleague "
        "and ask your admin who leads you here."
    )
    zh = "现在这样请不到人。换一位请；一位都没有时，当面找同事，再问管理员这里由谁带你。"


class PersonalIsForOne(Conflict):
    code = "personal_is_for_one"
    en = "Something personal is told to one person, not to the team. Choose your manager or your mentor."
    zh = "个人的事只说给一个人，不发给全队。请选主管或师傅。"


class CannotHelpHere(Conflict):
    code = "cannot_help_here"
    en = "{latin_name} cannot take this request. Choose somebody of the asker's team, the mentor or a manager."
    zh = "{name}接不了这条求助，请选对方团队里的人、师傅或主管。"


class TakenAlready(Conflict):
    code = "help_taken_already"
    en = "{latin_name} has it already. You may still answer beside them."
    zh = "{name}已经接了，你仍然可以一起回答。"


class ClosedAlready(Conflict):
    code = "help_closed_already"
    en = "The asker has closed this request, so nobody needs to take it over. Say a word, if you like."
    zh = "求助的人已经关掉了这条，不用再转。想说的话仍然可以写。"


class OffersAreOfHelpers(Conflict):
    code = "offers_are_of_helpers"
    en = "A ride or a drill is offered by the helper. Write what you would like, and they will see it."
    zh = "陪访或陪练由帮忙的人来定。写一句你想要的，对方会看到。"


class CorrectionsAreOfHelpers(Conflict):
    code = "corrections_are_of_helpers"
    en = "What it is about is said by whoever helps. Send your words without it."
    zh = "属于哪一类由帮忙的人来说，你只写话就好。"


class NothingToTry(Conflict):
    code = "help_not_answered_yet"
    en = "Nobody has answered yet, so there is nothing to try. Ask somebody else, or close it."
    zh = "还没有人回答，没有可以试的。可以换人问，或者先关掉。"


class PersonalStaysNear(Conflict):
    code = "personal_stays_near"
    en = "Something personal stays with the asker's own manager, mentor or region. Only the asker tells it further."
    zh = "个人的事只留在对方自己的主管、师傅或大区，要再告诉谁，由本人决定。"


class HelpWithdrawnAlready(Conflict):
    code = "help_withdrawn"
    en = "This request was withdrawn. Ask anew if you still need help."
    zh = "这条求助已经撤回了，还需要就重新提一条。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get: asker, helper, the team when it was asked, mentor and manager.

    What is personal is seen by its asker and its helper alone.
    """
    beside: list[sa.ColumnElement[bool]] = [personal(actor, col(HelpRequest.asker_id))]
    if actor.team_id is not None or actor.role is Role.REGIONAL_MANAGER:
        beside.append(
            sa.and_(
                col(HelpRequest.audience) == Audience.TEAM,
                of_asked_team(actor),
            )
        )
    return sa.and_(
        col(HelpRequest.organisation_id) == actor.organisation_id,
        col(HelpRequest.deleted_at).is_(None),
        sa.or_(
            col(HelpRequest.asker_id) == actor.person_id,
            col(HelpRequest.helper_id) == actor.person_id,
            sa.and_(col(HelpRequest.kind) != HelpKind.PERSONAL, sa.or_(*beside)),
        ),
    )


def of_asked_team(actor: Actor) -> sa.ColumnElement[bool]:
    """Requests of somebody whose whole team the actor belongs to; a region's is asked with the managers of its teams.

    One of no team is a trainer's and asks all regional managers.
    """
    own = col(HelpRequest.team_id) == actor.team_id
    if actor.role is Role.REGIONAL_MANAGER:
        return sa.or_(own, col(HelpRequest.team_id).is_(None))
    if actor.role is not Role.MANAGER:
        return own
    region = sa.select(col(Team.parent_id)).where(
        col(Team.organisation_id) == actor.organisation_id, col(Team.id) == actor.team_id
    )
    return sa.or_(own, col(HelpRequest.team_id) == region.scalar_subquery())


def due(actor: Actor, needed: Needed, *, received: datetime) -> datetime:
    """By when an answer is promised, counted from its arrival (domain.md 2.7); `actor` lends calendar and hours."""
    if needed == Needed.NOW:
        return _at_once(actor, received)
    calendar, today = actor.calendar, actor.calendar.today(received)
    if needed == Needed.WEEK:
        return actor.evening_closes_at(calendar.next_working(today, steps=WEEK_WITHIN))
    tonight = actor.evening_closes_at(today)
    open_yet = calendar.is_working(today) and received < tonight
    return tonight if open_yet else actor.evening_closes_at(calendar.next_working(today))


def _at_once(actor: Actor, received: datetime) -> datetime:
    """At night, on a day off, and when the fifteen minutes would end in the night, they begin with the next morning."""
    calendar, today = actor.calendar, actor.calendar.today(received)
    if calendar.is_working(today):
        promised = max(received, _opens_at(actor, today)) + NOW_WITHIN
        if promised <= actor.evening_closes_at(today):
            return promised
    return _opens_at(actor, calendar.next_working(today)) + NOW_WITHIN


def _opens_at(actor: Actor, day: date) -> datetime:
    return actor.calendar.moment(day, actor.settings.quiet_until)


def check_audience(kind: HelpKind, audience: Audience) -> None:
    if kind == HelpKind.PERSONAL and audience == Audience.TEAM:
        raise PersonalIsForOne


def check_is_asker(actor: Actor, request: HelpRequest) -> None:
    if request.asker_id != actor.person_id:
        raise NotTheAsker


def check_is_asked(actor: Actor, request: HelpRequest) -> None:
    """The helper; while nobody has taken it, whoever it was told to."""
    if actor.person_id == request.asker_id or request.helper_id not in (None, actor.person_id):
        raise NotTheHelper


def check_may_hand_over(actor: Actor, request: HelpRequest, *, to_id: UUID) -> None:
    """Its helper and its asker choose somebody; others may take it themselves."""
    chooses = actor.person_id in (request.asker_id, request.helper_id)
    if request.solved_at is not None:
        raise ClosedAlready
    if not chooses and to_id != actor.person_id:
        raise NotTheHelper


def check_may_help(
    actor: Actor, request: HelpRequest, asker: Person, to: Person, around: Around
) -> None:
    """Somebody of the asker's team, the mentor, or anybody who leads or trains; an admin sees no coaching text.

    Something personal stays in the asker's own line, unless the asker passes it on.
    """
    leads = to.role in (Role.MANAGER, Role.REGIONAL_MANAGER, Role.TRAINER)
    mentor = around.mentor_id == to.id
    teammate = to.role == Role.REP and to.team_id is not None and to.team_id == asker.team_id
    personal_one = request.kind == HelpKind.PERSONAL
    fits = leads or mentor or (teammate and not personal_one)
    if to.disabled or to.deleted_at is not None or to.id == asker.id or not fits:
        name = f"{to.family_name}{to.given_name}"
        raise CannotHelpHere(name=name, latin_name=to.latin_name)
    near = mentor or (to.role != Role.TRAINER and to.team_id in around.line)
    if personal_one and not near and actor.person_id != asker.id:
        raise PersonalStaysNear
