"""Reads of the playbook."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from api.playbook.models import Behaviour, BilingualText, ObjectionType, Skill


@dataclass(frozen=True)
class SkillView:
    """A skill with its behaviours, in the order the trainer gave them."""

    id: uuid.UUID
    key: str
    name: BilingualText
    position: int
    version: int
    behaviours: Sequence[Behaviour]


@dataclass(frozen=True)
class PlaybookView:
    version: int
    skills: Sequence[SkillView]
    objection_types: Sequence[ObjectionType]


def playbook(db: Session, organisation_id: uuid.UUID) -> PlaybookView:
    """The whole list in three statements, retired parts included: old drills still name them."""
    skills = _skills(db, organisation_id)
    behaviours = _behaviours(db, organisation_id)
    types = _objection_types(db, organisation_id)
    # Rows are only ever added or changed, so the sum of their versions grows with every edit.
    version = sum(row.version for row in (*skills, *behaviours, *types))
    views = [_with_behaviours(skill, behaviours) for skill in skills]
    return PlaybookView(version, views, types)


def known_keys(db: Session, organisation_id: uuid.UUID, keys: Iterable[str]) -> set[str]:
    """Which of `keys` are objection types of this organisation, retired ones included."""
    mine = col(ObjectionType.organisation_id) == organisation_id
    asked = col(ObjectionType.key).in_(sorted(set(keys)))
    return set(db.exec(select(ObjectionType.key).where(mine, asked)).all())


def known_behaviours(
    db: Session, organisation_id: uuid.UUID, ids: Iterable[uuid.UUID]
) -> set[uuid.UUID]:
    """Which of `ids` are behaviours of this organisation, retired ones included."""
    mine = col(Behaviour.organisation_id) == organisation_id
    asked = col(Behaviour.id).in_(sorted(set(ids)))
    return set(db.exec(select(Behaviour.id).where(mine, asked)).all())


def _skills(db: Session, organisation_id: uuid.UUID) -> Sequence[Skill]:
    mine = col(Skill.organisation_id) == organisation_id
    return db.exec(select(Skill).where(mine).order_by(col(Skill.position), col(Skill.id))).all()


def _behaviours(db: Session, organisation_id: uuid.UUID) -> Sequence[Behaviour]:
    mine = col(Behaviour.organisation_id) == organisation_id
    ordered = select(Behaviour).where(mine).order_by(col(Behaviour.position), col(Behaviour.id))
    return db.exec(ordered).all()


def _objection_types(db: Session, organisation_id: uuid.UUID) -> Sequence[ObjectionType]:
    mine = col(ObjectionType.organisation_id) == organisation_id
    place, last = col(ObjectionType.position), col(ObjectionType.id)
    return db.exec(select(ObjectionType).where(mine).order_by(place, last)).all()


def _with_behaviours(skill: Skill, behaviours: Sequence[Behaviour]) -> SkillView:
    own = [behaviour for behaviour in behaviours if behaviour.skill_id == skill.id]
    return SkillView(skill.id, skill.key, skill.name, skill.position, skill.version, own)
