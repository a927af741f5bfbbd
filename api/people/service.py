"""Who belongs to the organisation: adding, changing, letting go; mentor pairs; the log of who opened what."""

import uuid
from collections.abc import Iterable
from datetime import date
from types import SimpleNamespace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col, select

from api.kit.calendar import Calendar
from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.errors import Forbidden, NotFound
from api.kit.events import publish
from api.kit.job import Sight, job_of
from api.kit.rows import new_id
from api.kit.text import folded, latin
from api.people import events, queries
from api.people.around import queries as around
from api.people.models import (
    AccessLog,
    Invitation,
    MentorPair,
    Organisation,
    Person,
    RefreshToken,
    Role,
    SightKind,
    Spoken,
    found_by,
)
from api.people.policy import (
    NOBODY,
    Actor,
    AlreadyMentored,
    LastAdmin,
    LoginTaken,
    MentorFull,
    NotAMentor,
)
from api.people.schemas import MeChange, MentorPairNew, PersonChange, PersonNew

MOST_APPRENTICES = 2


def add_person(
    db: Session, actor: Actor, *, given: PersonNew, birth: bytes | None = None
) -> Person:
    """Managers add reps to their own team, admins anybody; the person joins by an invitation."""
    stored = db.get(Person, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        same_birth(stored.birth_digest, birth or b"")
        return stored
    own_rep = Role(given.role) is Role.REP and given.team_id in actor.led_team_ids
    if actor.role is not Role.ADMIN and not own_rep:
        raise Forbidden
    return person_add(db, actor.organisation_id, given=given, birth=birth, by=actor.person_id)


def person_add(
    db: Session,
    organisation_id: uuid.UUID,
    *,
    given: PersonNew,
    birth: bytes | None = None,
    by: uuid.UUID | None = None,
) -> Person:
    """Stores a person whoever asks: the command line's way to the first admin."""
    login = folded(given.login)
    _ask_login_free(db, organisation_id, login)
    in_pinyin = given.latin_name or f"{latin(given.family_name)} {latin(given.given_name)}"
    person = Person(
        organisation_id=organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        login=login,
        family_name=given.family_name,
        given_name=given.given_name,
        latin_name=in_pinyin,
        found_by=found_by(given.family_name, given.given_name, in_pinyin),
        role=Role(given.role),
        team_id=given.team_id,
        language=Spoken(given.language) if given.language else None,
        newcomer=given.newcomer,
        joined_on=given.joined_on,
        birth_digest=birth,
    )
    db.add(person)
    db.flush()
    added = events.PersonAdded(person_id=person.id, role=person.role, team_id=person.team_id)
    publish(db, organisation_id, added, by=by)
    return person


def change_person(
    db: Session, actor: Actor, *, person_id: uuid.UUID, given: PersonChange, version: int
) -> Person:
    person = managed(db, actor, person_id)
    check_version(person, version)
    sent = changes(given)
    if actor.role is not Role.ADMIN and sent.keys() & {"login", "role", "team_id"}:
        raise Forbidden
    if "login" in sent:
        sent["login"] = folded(sent["login"])
        _ask_login_free(db, actor.organisation_id, sent["login"], but=person.id)
    if person.role == Role.ADMIN and sent.get("role", Role.ADMIN) != Role.ADMIN:
        ask_another_admin(db, person)
    names = (
        sent.get(name, getattr(person, name))
        for name in ("family_name", "given_name", "latin_name")
    )
    _apply(db, person, {**sent, "found_by": found_by(*names)})
    publish(db, actor.organisation_id, events.PersonChanged(person.id), by=actor.person_id)
    return person


def no_longer_new(db: Session, organisation_id: uuid.UUID, person_id: uuid.UUID) -> None:
    """By the method; what is asked of newcomers alone is asked no more."""
    person = db.get_one(Person, (organisation_id, person_id))
    if person.newcomer:
        _apply(db, person, {"newcomer": False})
        publish(db, organisation_id, events.PersonChanged(person.id))


def disable(db: Session, actor: Actor, *, person_id: uuid.UUID, reason: str) -> Person:
    """Ends every sign-in at once; what the person wrote stays theirs, their clients wait for a hand-over."""
    person = managed(db, actor, person_id)
    if person.disabled:
        return person
    if person.role == Role.ADMIN:
        ask_another_admin(db, person)
    end_sign_ins(db, person, tell_devices=True)
    _apply(db, person, {"disabled_at": now(db), "disabled_reason": reason})
    publish(db, actor.organisation_id, events.PersonDisabled(person.id), by=actor.person_id)
    return person


def enable(db: Session, actor: Actor, *, person_id: uuid.UUID) -> Person:
    person = managed(db, actor, person_id)
    if person.disabled:
        end_sign_ins(db, person)
        _apply(db, person, {"disabled_at": None, "disabled_reason": None})
        publish(db, actor.organisation_id, events.PersonEnabled(person.id), by=actor.person_id)
    return person


def change_me(db: Session, actor: Actor, *, given: MeChange, version: int) -> SimpleNamespace:
    person = db.get_one(Person, (actor.organisation_id, actor.person_id))
    check_version(person, version, current=around.me(db, actor))
    _apply(db, person, changes(given))
    publish(db, actor.organisation_id, events.PersonChanged(person.id), by=actor.person_id)
    return around.me(db, actor)


def managed(db: Session, actor: Actor, person_id: uuid.UUID) -> Person:
    """Somebody the actor looks after: an admin everybody, a manager the reps of the own team."""
    person = queries.person(db, actor, person_id)
    if not actor.may_manage(person):
        raise Forbidden
    return person


def end_sign_ins(db: Session, person: Person, *, tell_devices: bool = False) -> None:
    """Every token and link given out before this moment is over.

    The devices of somebody disabled may still be told so: their rows stay, and nothing is renewed.
    """
    person.keys_issue += 1
    ended = (Invitation,) if tell_devices else (RefreshToken, Invitation)
    for kind in ended:
        db.exec(
            sa.delete(kind).where(
                col(kind.organisation_id) == person.organisation_id,
                col(kind.person_id) == person.id,
            )
        )


def start_mentor_pair(
    db: Session, actor: Actor, *, given: MentorPairNew, birth: bytes | None = None
) -> queries.MentorPairView:
    """A mentor has at most two apprentices, an apprentice one mentor; the manager of the apprentice decides."""
    stored = db.get(MentorPair, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        same_birth(stored.birth_digest, birth or b"")
        return queries.pair_views(db, actor, [stored])[0]
    apprentice = managed(db, actor, given.apprentice_id)
    _ask_mentor(db, apprentice, given)
    pair = MentorPair(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        mentor_id=given.mentor_id,
        apprentice_id=given.apprentice_id,
        starts_on=given.starts_on,
        birth_digest=birth,
    )
    db.add(pair)
    db.flush()
    started = events.MentorPairStarted(pair.id, pair.mentor_id, pair.apprentice_id, pair.starts_on)
    publish(db, actor.organisation_id, started, by=actor.person_id)
    return queries.pair_views(db, actor, [pair])[0]


def end_mentor_pair(
    db: Session, actor: Actor, *, pair_id: uuid.UUID, ends_on: date
) -> queries.MentorPairView:
    """`ends_on` is the last day the pair counts; a day before its beginning means that one day."""
    pair = db.get(MentorPair, (actor.organisation_id, pair_id))
    if pair is None or pair.deleted_at is not None:
        raise NotFound
    managed(db, actor, pair.apprentice_id)
    _apply(db, pair, {"ends_on": max(ends_on, pair.starts_on)})
    ended = events.MentorPairEnded(pair.id, max(ends_on, pair.starts_on))
    publish(db, actor.organisation_id, ended, by=actor.person_id)
    return queries.pair_views(db, actor, [pair])[0]


def seen(db: Session, actor: Actor, owner_id: uuid.UUID, kind: SightKind) -> None:
    """Notes that the actor opened a record of `owner_id`; stored before the answer, for its owner to read."""
    if actor.person_id not in (owner_id, NOBODY):
        job_of(db).sights.add(Sight(actor.organisation_id, actor.person_id, owner_id, kind))


def record_sights(db: Session, sights: Iterable[Sight]) -> None:
    """One row per reader, owner, kind and local day, with a count; two readers at once do not collide."""
    noted = sorted(
        sights,
        key=lambda sight: (sight.organisation_id, sight.owner_id, sight.reader_id, sight.kind),
    )
    days = _local_days(db, {sight.organisation_id for sight in noted})
    rows = [
        {
            "organisation_id": sight.organisation_id,
            "id": new_id(db),
            "created_at": now(db),
            "owner_id": sight.owner_id,
            "reader_id": sight.reader_id,
            "kind": sight.kind,
            "day": days[sight.organisation_id],
            "times": 1,
            "last_at": now(db),
        }
        for sight in noted
    ]
    dialect: Any = {"sqlite": sqlite, "postgresql": postgresql}[db.connection().dialect.name]
    adding = dialect.insert(AccessLog.__table__)  # type: ignore[attr-defined]  # SQLModel adds __table__
    once_more = adding.on_conflict_do_update(
        index_elements=["organisation_id", "owner_id", "reader_id", "kind", "day"],
        set_={"times": col(AccessLog.times) + 1, "last_at": now(db)},
    )
    db.connection().execute(once_more, rows)


def _local_days(db: Session, organisation_ids: set[uuid.UUID]) -> dict[uuid.UUID, date]:
    zones = db.exec(
        select(col(Organisation.id), col(Organisation.zone)).where(
            col(Organisation.id).in_(sorted(organisation_ids))
        )
    ).all()
    return {found: Calendar(zone=zone).today(now(db)) for found, zone in zones}


def _ask_login_free(
    db: Session, organisation_id: uuid.UUID, login: str, *, but: uuid.UUID | None = None
) -> None:
    holder = db.exec(
        select(col(Person.id)).where(
            col(Person.organisation_id) == organisation_id, col(Person.login) == login
        )
    ).first()
    if holder not in (None, but):
        raise LoginTaken


def ask_another_admin(db: Session, person: Person) -> None:
    """Locks the admins, so that two of them cannot let each other go at once."""
    admins = db.exec(
        select(Person)
        .where(
            col(Person.organisation_id) == person.organisation_id,
            col(Person.role) == Role.ADMIN,
            queries.active(),
        )
        .with_for_update()
    ).all()
    if all(admin.id == person.id for admin in admins):
        raise LastAdmin


def _ask_mentor(db: Session, apprentice: Person, given: MentorPairNew) -> None:
    """Locks both people, so that two pairs made at once are both counted."""
    key = (apprentice.organisation_id, given.mentor_id)
    mentor = db.get(Person, key, with_for_update=True)
    db.refresh(apprentice, with_for_update=True)
    if mentor is None or mentor.id == apprentice.id or mentor.disabled or apprentice.disabled:
        raise NotAMentor
    if mentor.role not in (Role.REP, Role.MANAGER) or apprentice.role != Role.REP:
        raise NotAMentor
    pairs = db.exec(
        select(MentorPair).where(
            col(MentorPair.organisation_id) == apprentice.organisation_id,
            col(MentorPair.deleted_at).is_(None),
            sa.or_(
                col(MentorPair.mentor_id) == mentor.id,
                col(MentorPair.apprentice_id) == apprentice.id,
            ),
            sa.or_(col(MentorPair.ends_on).is_(None), col(MentorPair.ends_on) >= given.starts_on),
        )
    ).all()
    if any(pair.apprentice_id == apprentice.id for pair in pairs):
        raise AlreadyMentored
    if sum(pair.mentor_id == mentor.id for pair in pairs) >= MOST_APPRENTICES:
        raise MentorFull


def _apply(db: Session, row: Any, sent: dict[str, Any]) -> None:
    for name, value in sent.items():
        setattr(row, name, value)
    row.updated_at = now(db)
    db.flush()
