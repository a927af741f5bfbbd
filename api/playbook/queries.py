"""Reads of the playbook."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from api.playbook.answers import queries as answers
from api.playbook.answers.policy import best
from api.playbook.answers.queries import BestView, CountedAnswer
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
class TypeView:
    """An objection type with the answers to offer first, at most two."""

    id: uuid.UUID
    key: str
    name: BilingualText
    short: BilingualText
    words: BilingualText
    best: Sequence[BestView]
    position: int
    retired: bool
    version: int


@dataclass(frozen=True)
class PlaybookView:
    version: int
    skills: Sequence[SkillView]
    objection_types: Sequence[TypeView]


def playbook(db: Session, organisation_id: uuid.UUID, *, today: date) -> PlaybookView:
    """The whole list in four statements, retired parts included: old drills still name them."""
    skills = _skills(db, organisation_id)
    behaviours = _behaviours(db, organisation_id)
    types = _objection_types(db, organisation_id)
    found = answers.counted(db, organisation_id)
    # Rows are only ever added or changed, so the sum of their versions grows with every edit.
    version = sum(row.version for row in (*skills, *behaviours, *types))
    version += sum(answer.versions for answer in found)
    views = [_with_behaviours(skill, behaviours) for skill in skills]
    return PlaybookView(version, views, [_with_best(kind, found, today) for kind in types])


def type_view(db: Session, kind: ObjectionType, *, today: date) -> TypeView:
    """One objection type as it stands after everything flushed so far."""
    found = answers.best_for(db, kind.organisation_id, [kind.key])
    return _with_best(kind, found[kind.key], today)


def words_of_types(db: Session, organisation_id: uuid.UUID) -> dict[str, BilingualText]:
    """What clients often say, by the key of its type."""
    return {one.key: one.words for one in _objection_types(db, organisation_id)}


def known_keys(db: Session, organisation_id: uuid.UUID, keys: Iterable[str]) -> set[str]:
    """Which of `keys` are objection types of this organisation, retired ones included."""
    mine = col(ObjectionType.organisation_id) == organisation_id
    asked = col(ObjectionType.key).in_(sorted(set(keys)))
    return set(db.exec(select(ObjectionType.key).where(mine, asked)).all())


def names_of_types(db: Session, organisation_id: uuid.UUID) -> dict[str, dict[str, str]]:
    """What objection types are called, retired ones included, by key."""
    mine = col(ObjectionType.organisation_id) == organisation_id
    found = db.exec(select(col(ObjectionType.key), col(ObjectionType.name)).where(mine)).all()
    return dict(found)


def known_skills(db: Session, organisation_id: uuid.UUID, keys: Iterable[str]) -> set[str]:
    """Which of `keys` are skills of this organisation."""
    mine = col(Skill.organisation_id) == organisation_id
    asked = col(Skill.key).in_(sorted(set(keys)))
    return set(db.exec(select(Skill.key).where(mine, asked)).all())


def names_of_skills(db: Session, organisation_id: uuid.UUID) -> list[tuple[str, BilingualText]]:
    """Every skill in the trainer's order, by key."""
    return [(skill.key, skill.name) for skill in _skills(db, organisation_id)]


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


def _with_best(kind: ObjectionType, found: Iterable[CountedAnswer], today: date) -> TypeView:
    offered = best(answer for answer in found if answer.type_id == kind.id)
    return TypeView(
        id=kind.id,
        key=kind.key,
        name=kind.name,
        short=kind.short,
        words=kind.words,
        best=[BestView.of(answer, today) for answer in offered],
        position=kind.position,
        retired=kind.retired,
        version=kind.version,
    )
