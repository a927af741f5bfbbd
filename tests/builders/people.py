"""Organisations, teams, people and mentor pairs as rows, with sensible values for what a test does not care about."""

import uuid
from datetime import date
from typing import Any

from argon2 import PasswordHasher
from sqlmodel import Session

from api.kit.clock import now
from api.kit.rows import new_id
from api.people.models import (
    MentorPair,
    Organisation,
    Person,
    Role,
    Spoken,
    Team,
    TeamKind,
    found_by,
)
from api.people.organisations.service import organisation_add

PASSWORD = "walk beside me"
CHEAP_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
"""A real argon2id hash with the smallest cost, so that a test spends its time elsewhere."""


def make_organisation(db: Session, *, slug: str, name: str) -> Organisation:
    return organisation_add(db, slug=slug, name=name)


def make_team(
    db: Session, company: Organisation, *, zh: str, en: str, region: Team | None = None
) -> Team:
    """A team of `region`, or a region when none is given."""
    team = Team(
        organisation_id=company.id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        kind=TeamKind.TEAM if region else TeamKind.REGION,
        name_zh=zh,
        name_en=en,
        parent_id=region.id if region else None,
    )
    db.add(team)
    db.flush()
    return team


def make_person(
    db: Session,
    company: Organisation,
    *,
    names: tuple[str, str, str],
    role: Role = Role.REP,
    team: Team | None = None,
    **other: Any,
) -> Person:
    """`names` are family, given and Latin name; the login is made of the Latin one: han.xue."""
    family_name, given_name, latin_name = names
    row: dict[str, Any] = {
        "organisation_id": company.id,
        "id": new_id(db),
        "created_at": now(db),
        "updated_at": now(db),
        "login": latin_name.lower().replace(" ", "."),
        "family_name": family_name,
        "given_name": given_name,
        "latin_name": latin_name,
        "found_by": found_by(family_name, given_name, latin_name),
        "role": role,
        "team_id": team.id if team else None,
        "language": Spoken.CHINESE,
        "newcomer": False,
        "joined_on": date(2024, 3, 4),
        "password_hash": CHEAP_HASH,
    }
    person = Person(**{**row, **other})
    db.add(person)
    db.flush()
    return person


def make_pair(db: Session, mentor: Person, apprentice: Person, *, starts_on: date) -> MentorPair:
    pair = MentorPair(
        organisation_id=mentor.organisation_id,
        id=new_id(db),
        created_at=now(db),
        updated_at=now(db),
        mentor_id=mentor.id,
        apprentice_id=apprentice.id,
        starts_on=starts_on,
    )
    db.add(pair)
    db.flush()
    return pair


def an_id(number: int) -> uuid.UUID:
    """A valid UUIDv7 for a record a phone gives birth to: the same for the same number."""
    return uuid.UUID(int=(0x0190A000 << 96) | (0x7000 << 64) | (0x8 << 60) | number)
