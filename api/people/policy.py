"""Who may see and do what. `personal` is the one home of the rule for personal records."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.calendar import Calendar
from api.kit.clock import now
from api.kit.errors import Conflict, Forbidden, NotFound, Unauthenticated
from api.kit.rows import RecordId
from api.people.models import CalendarDay, MentorPair, Organisation, Person, Role


class WrongSignIn(Unauthenticated):
    code = "wrong_sign_in"
    en = (
        "This name and password do not fit together. Try again, or ask your manager for a new link."
    )
    zh = "名字和密码对不上。再试一次，或请主管给你一个新链接。"


class LetOut(Unauthenticated):
    """Told only to a device that holds a secret of this very person."""

    code = "let_out"
    en = "Your sign-in here was ended. What you wrote on this phone is kept, and you can save it as a file."
    zh = "你在这里的登录已停用。你在手机上写的内容都还在，可以存成文件。"


class WrongPassword(Conflict):
    code = "wrong_password"
    en = "The current password is another one. Try again, or ask your manager for a new link."
    zh = "现在的密码不是这个。再试一次，或请主管给你一个新链接。"


class HeaderNeeded(Forbidden):
    code = "header_needed"
    en = "Send the header X-Alongside: 1 with this request."
    zh = "请带上请求头 X-Alongside: 1。"


class InvitationOver(NotFound):
    code = "invitation_over"
    en = "This link was used, replaced or is older than a day. Ask your manager for a new one."
    zh = "这个链接已用过、已换新，或超过了一天。请主管再发一个。"


class PersonDisabled(Conflict):
    code = "person_disabled"
    en = "This person cannot sign in now. Let them in again first."
    zh = "这个人现在不能登录，请先恢复。"


class LoginTaken(Conflict):
    code = "login_taken"
    en = "Somebody already signs in with this name. Choose another one."
    zh = "这个登录名已有人用，请换一个。"


class ZoneUnknown(Conflict):
    code = "zone_unknown"
    en = "There is no time zone {zone} in the IANA list. Give one such as Asia/Shanghai."
    zh = "IANA 时区表里没有 {zone}，请写成 Asia/Shanghai 这样。"


class SlugNotFree(Conflict):
    code = "slug_not_free"
    en = "A short name is up to 40 small letters, digits and hyphens that no other company here uses."
    zh = "简称用小写字母、数字和连字符，最多 40 个，且不能和别的公司相同。"


class LastAdmin(Conflict):
    code = "last_admin"
    en = "This is the only admin. Make somebody else an admin first."
    zh = "这是唯一的管理员，请先让别人也成为管理员。"


class WrongTeam(Conflict):
    code = "wrong_team"
    en = "A team stands under a region, and a region stands alone. Choose a region."
    zh = "团队属于大区，大区不属于别的团队，请选一个大区。"


class EveningUpsideDown(Conflict):
    code = "evening_upside_down"
    en = "The evening closes after it opens. Choose a later time to close, or an earlier one to open."
    zh = "晚间要先开始再结束，请把结束时间改晚，或把开始时间改早。"


class MentorFull(Conflict):
    code = "mentor_full"
    en = "This mentor already has two apprentices then. Choose another mentor or end a pair first."
    zh = "这位师傅那时已有两个徒弟。换一位师傅，或先结束一对。"


class AlreadyMentored(Conflict):
    code = "already_mentored"
    en = "This person already has a mentor then. End that pair first."
    zh = "这个人那时已有师傅，请先结束那一对。"


class NotAMentor(Conflict):
    code = "not_a_mentor"
    en = "A pair is an active rep with another active rep or manager. Choose somebody else."
    zh = "师徒是一位在职销售员和另一位在职销售员或主管，请另选一位。"


NOBODY = uuid.UUID(int=0)
USUAL_SETTINGS: dict[str, Any] = {
    "evening_opens": "18:30",
    "evening_closes": "20:00",
    "quiet_until": "08:00",
    "round_minutes": 6,
    "rungs": ["tell", "show", "tell_back", "do"],
    "topic_heard": 5,
    "big_order": {"amount_minor": 10_000_000, "currency": "CNY"},
    "grades": [
        {
            "key": "A0",
            "label": {"zh": "A0", "en": "A0"},
            "meaning": {"zh": "已谈定，等打款", "en": "Agreed, awaiting money"},
            "probability": 90,
        },
        {
            "key": "A1",
            "label": {"zh": "A1", "en": "A1"},
            "meaning": {"zh": "这周很可能签", "en": "Likely this week"},
            "probability": 70,
        },
        {
            "key": "A",
            "label": {"zh": "A", "en": "A"},
            "meaning": {"zh": "这个月签", "en": "Signs this month"},
            "probability": 50,
        },
        {
            "key": "B",
            "label": {"zh": "B", "en": "B"},
            "meaning": {"zh": "三个月内签", "en": "Signs within three months"},
            "probability": 20,
        },
        {
            "key": "C",
            "label": {"zh": "C", "en": "C"},
            "meaning": {"zh": "以后再说", "en": "Later"},
            "probability": 5,
        },
    ],
}
"""Proposals for a new organisation; an admin changes them."""
DAYS_BEFORE, DAYS_AFTER = timedelta(days=40), timedelta(days=370)


@dataclass(frozen=True)
class Amount:
    """Money as the settings hold it; the wire's `Money` reads it."""

    amount_minor: int
    currency: str


@dataclass(frozen=True)
class OrganisationSettings:
    """What an organisation decides for itself. Times are local wall-clock times."""

    evening_opens: time
    evening_closes: time
    quiet_until: time
    round_minutes: int
    big_order: Amount
    grades: tuple[dict[str, Any], ...]
    rungs: tuple[str, ...]
    topic_heard: int

    @classmethod
    def of(cls, document: dict[str, Any]) -> "OrganisationSettings":
        """From `Organisation.settings`; what was stored before a setting came to be has its usual value."""
        stored = USUAL_SETTINGS | document
        return cls(
            evening_opens=time.fromisoformat(stored["evening_opens"]),
            evening_closes=time.fromisoformat(stored["evening_closes"]),
            quiet_until=time.fromisoformat(stored["quiet_until"]),
            round_minutes=stored["round_minutes"],
            big_order=Amount(**stored["big_order"]),
            grades=tuple(stored["grades"]),
            rungs=tuple(stored["rungs"]),
            topic_heard=stored["topic_heard"],
        )


@dataclass(frozen=True)
class Actor:
    """Who is asking, with all that rules need to know of them; nothing of it is taken from the token."""

    organisation_id: uuid.UUID
    person_id: uuid.UUID
    role: Role
    team_id: uuid.UUID | None
    led_team_ids: frozenset[uuid.UUID]
    apprentice_ids: frozenset[uuid.UUID]
    calendar: Calendar
    settings: OrganisationSettings
    demo: bool = False

    @classmethod
    def method(cls, db: Session, organisation_id: uuid.UUID) -> "Actor":
        """The method itself, acting through a flow: it leads nobody and reads no personal record."""
        organisation = db.exec(
            select(Organisation).where(col(Organisation.id) == organisation_id)
        ).one()
        return _actor(db, organisation, person_id=NOBODY, role=Role.METHOD, team_id=None)

    def leads(self, person: Person) -> bool:
        """Whether the person works in a team this actor manages."""
        return person.team_id is not None and person.team_id in self.led_team_ids

    def may_see(self, person: Person) -> bool:
        """`personal` for one person already loaded."""
        mine = person.id == self.person_id or person.id in self.apprentice_ids
        return mine or self.leads(person)

    def may_manage(self, person: Person) -> bool:
        """Managers look after the reps of their own team, admins after everybody."""
        return self.role is Role.ADMIN or (person.role == Role.REP and self.leads(person))

    def needs(self, *roles: Role) -> None:
        """Raises Forbidden unless the actor has one of the roles."""
        if self.role not in roles:
            raise Forbidden

    def today(self, db: Session) -> date:
        return self.calendar.today(now(db))

    def evening_closes_at(self, day: date) -> datetime:
        """When the evening of that day closes: after it, edits of the day's check-ins become amendments."""
        return self.calendar.moment(day, self.settings.evening_closes)


def personal(actor: Actor, owner_column: Any) -> sa.ColumnElement[bool]:
    """Records whose owner is the actor, one of the actor's apprentices, or in a team the actor manages.

    The table of `owner_column` must still be narrowed to `actor.organisation_id`.
    """
    allowed = [owner_column.in_([actor.person_id, *sorted(actor.apprentice_ids)])]
    if actor.led_team_ids:
        allowed.append(owner_column.in_(_people_of(actor.organisation_id, actor.led_team_ids)))
    return sa.or_(*allowed)


def _people_of(organisation_id: uuid.UUID, team_ids: Iterable[uuid.UUID]) -> Any:
    return select(col(Person.id)).where(
        col(Person.organisation_id) == organisation_id, col(Person.team_id).in_(sorted(team_ids))
    )


def load_actor(
    db: Session, *, organisation_id: uuid.UUID, person_id: uuid.UUID, keys_issue: int
) -> Actor:
    """The person a token speaks of, in two statements; raises Unauthenticated when it speaks no more."""
    found = db.exec(
        select(Person, Organisation)
        .join(Organisation, col(Organisation.id) == col(Person.organisation_id))
        .where(
            col(Person.organisation_id) == organisation_id,
            col(Person.id) == person_id,
            col(Person.keys_issue) == keys_issue,
            col(Person.disabled_at).is_(None),
            col(Person.deleted_at).is_(None),
        )
    ).first()
    if found is None:
        raise Unauthenticated
    return actor_of(db, *found)


def acting(db: Session, organisation_id: uuid.UUID, person_id: uuid.UUID) -> Actor:
    """Somebody with their own rights, for what follows from what they did themselves."""
    person = db.get_one(Person, (organisation_id, person_id))
    return actor_of(db, person, db.get_one(Organisation, organisation_id))


def actor_of(db: Session, person: Person, organisation: Organisation) -> Actor:
    """The actor a person is today, in one statement."""
    # The column gives back a plain string; rules compare with `is`.
    role = Role(person.role)
    return _actor(db, organisation, person_id=person.id, role=role, team_id=person.team_id)


def _actor(
    db: Session,
    organisation: Organisation,
    *,
    person_id: uuid.UUID,
    role: Role,
    team_id: uuid.UUID | None,
) -> Actor:
    today = Calendar(zone=organisation.zone).today(now(db))
    apprentices, exceptions = _around(db, organisation.id, person_id, today)
    led = [team_id] if role is Role.MANAGER and team_id is not None else []
    return Actor(
        organisation_id=organisation.id,
        person_id=person_id,
        role=role,
        team_id=team_id,
        led_team_ids=frozenset(led),
        apprentice_ids=apprentices,
        calendar=_calendar(organisation, exceptions, today),
        settings=OrganisationSettings.of(organisation.settings),
        demo=organisation.demo,
    )


def _around(
    db: Session, organisation_id: uuid.UUID, mentor_id: uuid.UUID, today: date
) -> tuple[frozenset[uuid.UUID], dict[date, bool]]:
    """Today's apprentices and the calendar's exceptions near today, in one statement."""
    pairs: Any = sa.select(
        col(MentorPair.apprentice_id).label("apprentice_id"),
        sa.cast(sa.null(), sa.Date).label("day"),
        sa.cast(sa.null(), sa.Boolean).label("working"),
    ).where(
        col(MentorPair.organisation_id) == organisation_id,
        col(MentorPair.mentor_id) == mentor_id,
        pair_counts_on(today),
    )
    days = sa.select(
        sa.cast(sa.null(), RecordId), col(CalendarDay.day), col(CalendarDay.working)
    ).where(
        col(CalendarDay.organisation_id) == organisation_id,
        col(CalendarDay.day).between(today - DAYS_BEFORE, today + DAYS_AFTER),
    )
    rows = db.connection().execute(sa.union_all(pairs, days)).all()
    apprentices = frozenset(row.apprentice_id for row in rows if row.apprentice_id is not None)
    return apprentices, {row.day: row.working for row in rows if row.day is not None}


def _calendar(organisation: Organisation, exceptions: dict[date, bool], today: date) -> Calendar:
    """In a demo today and tomorrow are always worked."""
    always = [today, today + timedelta(days=1)] if organisation.demo else []
    return Calendar(
        zone=organisation.zone,
        country=organisation.country,
        week=frozenset(organisation.week),
        exceptions=exceptions,
        always_working=frozenset(always),
    )


def pair_counts_on(day: date) -> sa.ColumnElement[bool]:
    """Mentor pairs count between their dates, both included."""
    ends = col(MentorPair.ends_on)
    return sa.and_(
        col(MentorPair.deleted_at).is_(None),
        col(MentorPair.starts_on) <= day,
        sa.or_(ends.is_(None), ends >= day),
    )
