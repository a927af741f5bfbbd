"""Erasing one person: their words and what was written about them, then the name wherever it stands, then who they were."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.erasure import queries
from api.erasure.policy import (
    COPIED,
    DOCUMENTS,
    GONE,
    MACHINE,
    RETIRED,
    SHORTEST_COPY,
    WORDS,
    ClientsFirst,
    PersonUnknown,
    Words,
    blanked,
    kept,
)
from api.erasure.queries import TABLES, is_document, theirs
from api.kit.clock import now
from api.kit.events import publish
from api.kit.files import Files
from api.kit.job import once_committed
from api.kit.text import folded, spaced
from api.people.events import PersonErased
from api.people.models import MentorPair, Organisation, Person, Role
from api.people.service import ask_another_admin, end_sign_ins

NO_DIGEST = bytes(32)
NAMED = {"family_name": "已删除", "given_name": "", "latin_name": "Erased"}
BY_THEMSELVES = {"people", "media"}
NOT_SEARCHED = {"people", "clients", "contacts", "organisations", "media"}
"""Names of others, and what holds no words."""


@dataclass(frozen=True)
class Erased:
    """How many cells lost their words, and how many recordings their file."""

    cells: int
    recordings: int


def erase(db: Session, organisation: Organisation, *, login: str, files: Files) -> Erased:
    """Raises PersonUnknown, ClientsFirst, or LastAdmin for the only admin. What was erased does not come back."""
    person = _named(db, organisation, login)
    if person.role == Role.ADMIN:
        ask_another_admin(db, person)
    clients = queries.clients_of(db, person)
    if clients:
        raise ClientsFirst(number=clients)
    names = list(_names(db, person))
    recordings = _remove_recordings(db, person, files)
    said = _blank_words(db, person)
    copies = _take_out(db, person, said)
    mentions = sum(_take_out_name(db, person, name) for name in names)
    _forget_who(db, person)
    publish(db, person.organisation_id, PersonErased(person.id))
    return Erased(len(said) + copies + mentions, recordings)


def _named(db: Session, organisation: Organisation, login: str) -> Person:
    found = db.exec(
        select(Person).where(
            col(Person.organisation_id) == organisation.id,
            col(Person.login) == folded(login),
            col(Person.deleted_at).is_(None),
        )
    ).first()
    if found is None:
        raise PersonUnknown(login=login)
    return found


def _names(db: Session, person: Person) -> Iterator[str]:
    """The whole name as texts mention it; the given name alone may be a word of the language, and stays."""
    if queries.same_name(db, person, person.organisation_id):
        return
    whole = f"{person.family_name}{person.given_name}"
    yield from (whole, f"{person.family_name} {person.given_name}", spaced(whole))
    yield person.latin_name


def _remove_recordings(db: Session, person: Person, files: Files) -> int:
    """A file goes with the commit; its row stays and is counted."""
    media = TABLES["media"]
    mine = theirs(media, WORDS["media"][0].whose, person)
    standing = sa.select(media.c.file).where(mine, media.c.file.is_not(None))
    found = db.connection().execute(standing).scalars().all()
    gone = sa.update(media).where(mine, media.c.file.is_not(None))
    db.connection().execute(gone.values(file=None, removed_at=now(db)))
    db.connection().execute(sa.update(media).where(mine).values(digest=NO_DIGEST))
    for name in found:
        once_committed(db, partial(files.discard, name))
    return len(found)


def _blank_words(db: Session, person: Person) -> list[str]:
    """Answers every text that stood there. Where there was none, nothing comes to stand."""
    said: list[str] = []
    for name, placed in WORDS.items():
        if name not in BY_THEMSELVES:
            for one in placed:
                said += _blank_rows(db, person, TABLES[name], one)
    for name, whose in GONE.items():
        gone = theirs(TABLES[name], (whose,), person)
        db.connection().execute(sa.delete(TABLES[name]).where(gone))
    return said


def _blank_rows(db: Session, person: Person, table: Any, one: Words) -> list[str]:
    mine = theirs(table, one.whose, person)
    columns = [table.c[name] for name in one.columns]
    found = db.connection().execute(sa.select(*columns).where(mine)).all()
    blank = {column.name: _blank(column) for column in columns}
    db.connection().execute(sa.update(table).where(mine).values(blank | _touched(table)))
    return [text for row in found for value in row for text in _texts(value)]


def _blank(column: Any) -> Any:
    if is_document(column):
        empty = DOCUMENTS[f"{column.table.name}.{column.name}"]
        return sa.null() if empty is None else sa.literal(empty, column.type)
    return sa.case((column.is_not(None), sa.literal(Words.NOTHING)), else_=sa.null())


def _touched(table: Any) -> dict[str, Any]:
    """A phone that knows the row reads it again, and a digest gives no guess away."""
    changed: dict[str, Any] = {}
    if "version" in table.c:
        changed["version"] = table.c.version + 1
    for column in table.c:
        if "digest" in column.name:
            changed[column.name] = sa.case((column.is_not(None), NO_DIGEST), else_=sa.null())
    if table.name in RETIRED:
        changed["retired"] = True
    return changed


def _take_out(db: Session, person: Person, said: Iterable[str]) -> int:
    """Where the method copied a sentence into a row of others."""
    whole = {text for text in said if text != Words.NOTHING}
    long = {text for text in whole if len(text) >= SHORTEST_COPY}
    return sum(
        _rewrite(db, person, name, partial(_without, sentences=whole, long=long)) for name in COPIED
    )


def _without(value: Any, *, sentences: set[str], long: set[str]) -> Any:
    if isinstance(value, list):
        return [one for one in value if one not in sentences]
    return Words.NOTHING if value in long else value


def _take_out_name(db: Session, person: Person, name: str) -> int:
    """Out of every text of the organisation, whoever wrote it."""
    changed = 0
    for place in _places():
        changed += _rewrite(db, person, place, partial(_unnamed, name=name), holding=name)
    return changed


def _places() -> Iterator[str]:
    placed = [*blanked(), *(place for place, why in kept().items() if why != MACHINE)]
    yield from (place for place in placed if place.partition(".")[0] not in NOT_SEARCHED)


def _unnamed(value: Any, *, name: str) -> Any:
    if isinstance(value, str):
        return value.replace(name, Words.NOTHING)
    if isinstance(value, list):
        return [_unnamed(one, name=name) for one in value]
    if isinstance(value, dict):
        return {key: _unnamed(one, name=name) for key, one in value.items()}
    return value


def _rewrite(
    db: Session, person: Person, place: str, change: Any, *, holding: str | None = None
) -> int:
    """Puts what `change` makes of each value in its place; a plain text is looked at only where it holds `holding`."""
    table_name, _, column_name = place.partition(".")
    table = TABLES[table_name]
    column, mine = table.c[column_name], table.c.organisation_id == person.organisation_id
    asked = sa.select(table.c.id, column).where(mine, column.is_not(None))
    if holding is not None and not is_document(column):
        asked = asked.where(column.contains(holding, autoescape=True))
    changed = 0
    for row_id, value in db.connection().execute(asked).all():
        becomes = change(value)
        if becomes != value:
            row = sa.update(table).where(mine, table.c.id == row_id)
            db.connection().execute(row.values({column_name: becomes}))
            changed += 1
    return changed


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))


def _forget_who(db: Session, person: Person) -> None:
    """Nobody signs in as them any more, and the login is free."""
    end_sign_ins(db, person)
    for name, value in NAMED.items():
        setattr(person, name, value)
    person.login = f"erased-{person.id.hex}"
    person.found_by = ""
    person.language = person.password_hash = person.disabled_reason = None
    person.newcomer = False
    person.birth_digest = None
    person.disabled_at = person.disabled_at or now(db)
    person.deleted_at = person.updated_at = now(db)
    _end_pairs(db, person)
    db.flush()


def _end_pairs(db: Session, person: Person) -> None:
    today = now(db).date()
    db.connection().execute(
        sa.update(MentorPair)
        .where(
            col(MentorPair.organisation_id) == person.organisation_id,
            sa.or_(
                col(MentorPair.mentor_id) == person.id, col(MentorPair.apprentice_id) == person.id
            ),
            sa.or_(col(MentorPair.ends_on).is_(None), col(MentorPair.ends_on) > today),
        )
        .values(
            ends_on=sa.case(
                (col(MentorPair.starts_on) > today, col(MentorPair.starts_on)), else_=today
            ),
            version=col(MentorPair.version) + 1,
        )
    )
