"""Reads about people: names for other domains, me, teams, pairs, the calendar, who looked."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import SimpleNamespace

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.calendar import Calendar
from api.kit.errors import Invalid, NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.kit.text import folded
from api.people.models import (
    AccessLog,
    CalendarDay,
    MentorPair,
    Organisation,
    Person,
    Role,
    Team,
    TeamKind,
)
from api.people.policy import USUAL_SETTINGS, Actor

MOST_DAYS = timedelta(days=370)
same_company = col(Person.organisation_id) == col(MentorPair.organisation_id)


class DaysTooFar(Invalid):
    code = "days_too_far"
    pointer = "/to"
    en = "Ask for at most 370 days, from the earlier day to the later one."
    zh = "一次最多查 370 天，从较早的一天到较晚的一天。"


@dataclass(frozen=True)
class PersonRef:
    """Somebody by name; what other domains show of a person."""

    id: uuid.UUID
    family_name: str
    given_name: str
    latin_name: str


@dataclass(frozen=True)
class TeamView:
    id: uuid.UUID
    name: dict[str, str]
    kind: str
    parent_id: uuid.UUID | None
    manager: PersonRef | None
    version: int


@dataclass(frozen=True)
class MentorPairView:
    id: uuid.UUID
    mentor: PersonRef
    apprentice: PersonRef
    starts_on: date
    ends_on: date | None
    version: int


@dataclass(frozen=True)
class CalendarDayView:
    day: date
    working: bool
    name: str | None


@dataclass(frozen=True)
class AccessView:
    id: uuid.UUID
    reader: PersonRef
    kind: str
    day: date
    times: int
    last_at: datetime


def ref(person: Person) -> PersonRef:
    return PersonRef(person.id, person.family_name, person.given_name, person.latin_name)


def refs(
    db: Session, organisation_id: uuid.UUID, ids: Iterable[uuid.UUID | None]
) -> dict[uuid.UUID, PersonRef]:
    """Names by id, in one statement; disabled people keep theirs."""
    wanted = sorted({given for given in ids if given is not None})
    if not wanted:
        return {}
    found = db.exec(
        select(
            col(Person.id), col(Person.family_name), col(Person.given_name), col(Person.latin_name)
        ).where(col(Person.organisation_id) == organisation_id, col(Person.id).in_(wanted))
    ).all()
    return {row[0]: PersonRef(*row) for row in found}


def who_left(db: Session, organisation_id: uuid.UUID, ids: Collection[uuid.UUID]) -> set[uuid.UUID]:
    """Those of them who may sign in no more."""
    if not ids:
        return set()
    asked = select(col(Person.id)).where(
        col(Person.organisation_id) == organisation_id,
        col(Person.id).in_(sorted(ids)),
        col(Person.disabled_at).is_not(None),
    )
    return set(db.exec(asked).all())


def active() -> sa.ColumnElement[bool]:
    """People who can sign in today, once they have a password."""
    return sa.and_(col(Person.disabled_at).is_(None), col(Person.deleted_at).is_(None))


def reps_of(db: Session, organisation_id: uuid.UUID, team_id: uuid.UUID) -> list[uuid.UUID]:
    """Who sells in a team today."""
    found = db.exec(
        select(col(Person.id)).where(
            col(Person.organisation_id) == organisation_id,
            col(Person.team_id) == team_id,
            col(Person.role) == Role.REP,
            active(),
        )
    )
    return list(found)


def team_ids(db: Session, organisation_id: uuid.UUID) -> list[uuid.UUID]:
    """Every team of an organisation, regions left out."""
    found = db.exec(
        select(col(Team.id))
        .where(
            col(Team.organisation_id) == organisation_id,
            col(Team.kind) == TeamKind.TEAM,
            col(Team.deleted_at).is_(None),
        )
        .order_by(col(Team.id))
    )
    return list(found)


def by_login(db: Session, login: str) -> Person | None:
    """Whom `name` or `name@slug` means; a bare name that two organisations know means nobody."""
    name, _, slug = folded(login).partition("@")
    statement = select(Person).where(col(Person.login) == name, col(Person.deleted_at).is_(None))
    if slug:
        of_slug = select(col(Organisation.id)).where(col(Organisation.slug) == slug)
        statement = statement.where(col(Person.organisation_id).in_(of_slug))
    found = db.exec(statement.limit(2)).all()
    return found[0] if len(found) == 1 else None


def person(db: Session, actor: Actor, person_id: uuid.UUID) -> Person:
    """Somebody with login and language: oneself, one's own team's people, and for admins everybody."""
    found = db.get(Person, (actor.organisation_id, person_id))
    if found is None or found.deleted_at is not None:
        raise NotFound
    if found.id != actor.person_id and actor.role is not Role.ADMIN and not actor.leads(found):
        raise NotFound
    return found


def organisation(db: Session, actor: Actor) -> SimpleNamespace:
    """The organisation with its settings laid flat, as everybody in it may read them."""
    return laid_flat(
        db.exec(select(Organisation).where(col(Organisation.id) == actor.organisation_id)).one()
    )


def organisation_by_slug(db: Session, slug: str) -> Organisation | None:
    return db.exec(select(Organisation).where(col(Organisation.slug) == slug)).first()


def organisation_ids(db: Session) -> list[uuid.UUID]:
    return list(db.exec(select(col(Organisation.id)).order_by(col(Organisation.id))))


def organisations_named(db: Session, slug: str) -> tuple[Sequence[str], Sequence[Organisation]]:
    """The short names of all, and those meant by one; an empty one means whoever is here."""
    every = db.exec(select(Organisation).order_by(col(Organisation.slug))).all()
    return [one.slug for one in every], [one for one in every if slug in ("", one.slug)]


def laid_flat(row: Organisation) -> SimpleNamespace:
    kept = ("id", "slug", "name", "zone", "country", "week", "demo", "version")
    settings = USUAL_SETTINGS | row.settings
    return SimpleNamespace(**{name: getattr(row, name) for name in kept}, **settings)


def managers(
    db: Session, organisation_id: uuid.UUID, team_ids: Sequence[uuid.UUID], *, roles: Sequence[Role]
) -> dict[uuid.UUID, PersonRef]:
    """The manager of each team; of two, the one who joined first."""
    found = db.exec(
        select(Person)
        .where(
            col(Person.organisation_id) == organisation_id,
            col(Person.team_id).in_(team_ids),
            col(Person.role).in_(roles),
            active(),
        )
        .order_by(col(Person.joined_on).desc(), col(Person.id).desc())
    ).all()
    return {one.team_id: ref(one) for one in found if one.team_id is not None}


def teams(db: Session, actor: Actor) -> list[TeamView]:
    """Regions first, then teams; open to the whole organisation."""
    found = db.exec(
        select(Team)
        .where(col(Team.organisation_id) == actor.organisation_id, col(Team.deleted_at).is_(None))
        .order_by(col(Team.kind), col(Team.name_en), col(Team.id))
    ).all()
    return team_views(db, actor, found)


def team_views(db: Session, actor: Actor, found: Sequence[Team]) -> list[TeamView]:
    roles = [Role.MANAGER, Role.REGIONAL_MANAGER]
    led_by = managers(db, actor.organisation_id, [one.id for one in found], roles=roles)
    return [
        TeamView(one.id, one.name, one.kind, one.parent_id, led_by.get(one.id), one.version)
        for one in found
    ]


def mentor_pairs(
    db: Session, actor: Actor, *, ended: bool | None = None, asked: PageAsked
) -> Paged[MentorPairView]:
    """Pairs of the organisation, the latest first; who learns from whom is no secret."""
    statement = select(MentorPair).where(
        col(MentorPair.organisation_id) == actor.organisation_id,
        col(MentorPair.deleted_at).is_(None),
    )
    over = sa.func.coalesce(col(MentorPair.ends_on) < actor.today(db), sa.false())
    if ended is not None:
        statement = statement.where(over if ended else sa.not_(over))
    keys = [Key(col(MentorPair.starts_on), "desc"), Key(col(MentorPair.id), "desc")]
    page = page_of(db, statement, keys=keys, asked=asked)
    return Paged(pair_views(db, actor, page.items), page.next_cursor)


def pair_views(db: Session, actor: Actor, pairs: Sequence[MentorPair]) -> list[MentorPairView]:
    ids = [one for pair in pairs for one in (pair.mentor_id, pair.apprentice_id)]
    names = refs(db, actor.organisation_id, ids)
    return [
        MentorPairView(
            id=pair.id,
            mentor=names[pair.mentor_id],
            apprentice=names[pair.apprentice_id],
            starts_on=pair.starts_on,
            ends_on=pair.ends_on,
            version=pair.version,
        )
        for pair in pairs
    ]


def calendar(db: Session, actor: Actor, *, first: date, last: date) -> list[CalendarDayView]:
    """Every day from `first` to `last`, worked or not."""
    if not timedelta() <= last - first <= MOST_DAYS:
        raise DaysTooFar
    found = db.exec(
        select(CalendarDay).where(
            col(CalendarDay.organisation_id) == actor.organisation_id,
            col(CalendarDay.day).between(first, last),
        )
    ).all()
    names = {one.day: one.name for one in found}
    known = Calendar(
        zone=actor.calendar.zone,
        country=actor.calendar.country,
        week=actor.calendar.week,
        exceptions={one.day: one.working for one in found},
        always_working=actor.calendar.always_working,
    )
    days = [first + timedelta(days=ahead) for ahead in range((last - first).days + 1)]
    return [CalendarDayView(day, known.is_working(day), names.get(day)) for day in days]


def access_log(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[AccessView]:
    """Who opened records of the actor, the latest day first."""
    statement = select(AccessLog).where(
        col(AccessLog.organisation_id) == actor.organisation_id,
        col(AccessLog.owner_id) == actor.person_id,
    )
    keys = [Key(col(AccessLog.day), "desc"), Key(col(AccessLog.id), "desc")]
    page = page_of(db, statement, keys=keys, asked=asked)
    names = refs(db, actor.organisation_id, [one.reader_id for one in page.items])
    seen = [
        AccessView(one.id, names[one.reader_id], one.kind, one.day, one.times, one.last_at)
        for one in page.items
    ]
    return Paged(seen, page.next_cursor)
