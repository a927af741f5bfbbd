"""Keeping the playbook: a new organisation starts with ours and edits it from there."""

import json
import uuid
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

import sqlalchemy as sa
from pydantic import BaseModel
from sqlmodel import Session, col, select

from api.kit.calendar import Calendar
from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.errors import Conflict, NotFound
from api.kit.events import publish
from api.kit.rows import new_id
from api.people.models import Organisation
from api.people.policy import Actor
from api.playbook import queries
from api.playbook.answers import service as answers
from api.playbook.events import AnswerAdded, PlaybookChanged
from api.playbook.models import Behaviour, ObjectionType, Skill
from api.playbook.policy import ObjectionTypeUnknown, SkillUnknown, check_may_edit
from api.playbook.queries import PlaybookView, TypeView
from api.playbook.schemas import (
    BehaviourChange,
    BehaviourNew,
    ObjectionTypeChange,
    ObjectionTypeNew,
    SkillChange,
)

Part = TypeVar("Part", Skill, Behaviour, ObjectionType)
PARTS: dict[type, str] = {Skill: "skill", Behaviour: "behaviour", ObjectionType: "objection_type"}


class KeyTaken(Conflict):
    code = "key_taken"
    en = "The key {key} is already in the playbook. Choose another one, or edit that entry."
    zh = "话术里已经有 {key} 这个编号了，换一个，或直接修改那一条。"


def playbook(db: Session, actor: Actor) -> PlaybookView:
    return queries.playbook(db, actor.organisation_id, today=actor.today(db))


def change_skill(
    db: Session, actor: Actor, *, skill_id: uuid.UUID, given: SkillChange, version: int
) -> Skill:
    check_may_edit(actor)
    return _change(db, actor, _part(db, actor, Skill, skill_id), given, version)


def add_behaviour(db: Session, actor: Actor, *, given: BehaviourNew, birth: bytes) -> Behaviour:
    """A behaviour at the end of its skill's list."""
    check_may_edit(actor)
    stored = _stored(db, actor, Behaviour, given.id)
    if stored is not None:
        same_birth(stored.birth_digest, birth)
        return stored
    skill = _part(db, actor, Skill, given.skill_id)
    added = Behaviour(
        **_born(db, actor.organisation_id, given.id),
        skill_id=skill.id,
        text=given.text.model_dump(),
        position=_last_place(db, actor, Behaviour, col(Behaviour.skill_id) == skill.id) + 1,
        birth_digest=birth,
    )
    return _note(db, actor, added)


def change_behaviour(
    db: Session, actor: Actor, *, behaviour_id: uuid.UUID, given: BehaviourChange, version: int
) -> Behaviour:
    check_may_edit(actor)
    return _change(db, actor, _part(db, actor, Behaviour, behaviour_id), given, version)


def add_objection_type(
    db: Session, actor: Actor, *, given: ObjectionTypeNew, birth: bytes
) -> TypeView:
    """A type at the end of the list, with its first answer; raises KeyTaken when its key is in use."""
    check_may_edit(actor)
    stored = _stored(db, actor, ObjectionType, given.id)
    if stored is not None:
        same_birth(stored.birth_digest, birth)
        return _type_view(db, actor, stored)
    if queries.known_keys(db, actor.organisation_id, [given.key]):
        raise KeyTaken(key=given.key)
    added = ObjectionType(
        **_born(db, actor.organisation_id, given.id),
        **given.model_dump(exclude={"id", "answer"}),
        position=_last_place(db, actor, ObjectionType) + 1,
        birth_digest=birth,
    )
    _note(db, actor, added)
    _answer_first(db, actor, added, given)
    return _type_view(db, actor, added)


def change_objection_type(
    db: Session, actor: Actor, *, type_id: uuid.UUID, given: ObjectionTypeChange, version: int
) -> TypeView:
    check_may_edit(actor)
    kind = _part(db, actor, ObjectionType, type_id)
    check_version(kind, version, current=_type_view(db, actor, kind))
    return _type_view(db, actor, _change(db, actor, kind, given, version))


def check_types(db: Session, organisation_id: uuid.UUID, keys: Iterable[str | None]) -> None:
    """Raises ObjectionTypeUnknown when one of the keys is not in the playbook; None is no type yet."""
    named = {key for key in keys if key is not None}
    unknown = named - queries.known_keys(db, organisation_id, named) if named else set()
    if unknown:
        raise ObjectionTypeUnknown(key=min(unknown))


def check_skills(db: Session, organisation_id: uuid.UUID, keys: Iterable[str | None]) -> None:
    """Raises SkillUnknown when one of the keys is not in the playbook; None is no skill."""
    named = {key for key in keys if key is not None}
    unknown = named - queries.known_skills(db, organisation_id, named) if named else set()
    if unknown:
        raise SkillUnknown(key=min(unknown))


def add_defaults(db: Session, organisation_id: uuid.UUID) -> None:
    """Gives a new organisation our playbook: six skills, five behaviours each, twelve objections answered."""
    for place, skill in enumerate(_defaults()["skills"], start=1):
        born = _born(db, organisation_id)
        db.add(Skill(**born, key=skill["key"], name=skill["name"], position=place))
        # Behaviours refer to their skill, and there is no ORM relationship to order the inserts.
        db.flush()
        for spot, text in enumerate(skill["behaviours"], start=1):
            own = _born(db, organisation_id)
            db.add(Behaviour(**own, skill_id=born["id"], text=text, position=spot))
    today = Calendar(zone=db.get_one(Organisation, organisation_id).zone).today(now(db))
    for place, told in enumerate(_defaults()["objection_types"], start=1):
        born = _born(db, organisation_id)
        kind = {name: value for name, value in told.items() if name != "answer"}
        db.add(ObjectionType(**born, **kind, position=place))
        db.flush()
        answers.add_with_type(
            db, organisation_id, type_id=born["id"], text=told["answer"], today=today
        )


@lru_cache
def _defaults() -> dict[str, list[dict[str, Any]]]:
    text = files("api.playbook").joinpath("defaults.json").read_text(encoding="utf-8")
    read: dict[str, list[dict[str, Any]]] = json.loads(text)
    return read


def _part(db: Session, actor: Actor, kind: type[Part], part_id: uuid.UUID) -> Part:
    found = _stored(db, actor, kind, part_id)
    if found is None:
        raise NotFound
    return found


def _stored(db: Session, actor: Actor, kind: type[Part], part_id: uuid.UUID | None) -> Part | None:
    return None if part_id is None else db.get(kind, (actor.organisation_id, part_id))


def _type_view(db: Session, actor: Actor, kind: ObjectionType) -> TypeView:
    return queries.type_view(db, kind, today=actor.today(db))


def _answer_first(db: Session, actor: Actor, kind: ObjectionType, given: ObjectionTypeNew) -> None:
    first = answers.add_with_type(
        db,
        actor.organisation_id,
        type_id=kind.id,
        text=given.answer.model_dump(),
        today=actor.today(db),
    )
    publish(db, actor.organisation_id, AnswerAdded(first.id, kind.id), by=actor.person_id)


def _born(
    db: Session, organisation_id: uuid.UUID, given_id: uuid.UUID | None = None
) -> dict[str, Any]:
    moment = now(db)
    return {
        "organisation_id": organisation_id,
        "id": given_id or new_id(db),
        "created_at": moment,
        "updated_at": moment,
    }


def _last_place(
    db: Session,
    actor: Actor,
    kind: type[Behaviour] | type[ObjectionType],
    *where: sa.ColumnElement[bool],
) -> int:
    mine = col(kind.organisation_id) == actor.organisation_id
    last = db.exec(select(sa.func.max(col(kind.position))).where(mine, *where)).one()
    return last or 0


def _change(db: Session, actor: Actor, part: Part, given: BaseModel, version: int) -> Part:
    check_version(part, version)
    for name, value in changes(given).items():
        setattr(part, name, value.model_dump() if isinstance(value, BaseModel) else value)
    part.updated_at = now(db)
    return _note(db, actor, part)


def _note(db: Session, actor: Actor, part: Part) -> Part:
    db.add(part)
    db.flush()
    fact = PlaybookChanged(part=PARTS[type(part)], part_id=part.id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return part
