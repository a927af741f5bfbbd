"""Reads of answers: with what became of them at visits, and the two best of each kind."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.origin import Origin
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.people import queries as people
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.playbook.answers.policy import best, is_due
from api.playbook.models import Answer, AnswerUse, BilingualText, ObjectionType, UseResult

Words = Mapping[str, str | None]
"""Both languages, null where nobody has written it yet."""


class Shown(StrEnum):
    """Which answers of a list are asked for."""

    OFFERED = "offered"
    DUE = "due"
    RETIRED = "retired"


@dataclass(frozen=True)
class Tally:
    """At how many visits an answer worked, worked in part, or did not."""

    worked: int = 0
    partly: int = 0
    not_worked: int = 0


@dataclass(frozen=True)
class CountedAnswer:
    """An answer with its counts; `versions` grows with every change to it or to one of its uses."""

    id: UUID
    type_id: UUID
    text: Words
    author_id: UUID | None
    created_at: datetime
    check_on: date
    retired: bool
    versions: int
    worked: int
    partly: int
    not_worked: int


@dataclass(frozen=True)
class BestView:
    """An answer that is offered first, as it stands on a day."""

    id: UUID
    text: Words
    worked: int
    partly: int
    not_worked: int
    check_on: date
    due_for_check: bool

    @classmethod
    def of(cls, one: CountedAnswer, today: date) -> "BestView":
        due = is_due(one.check_on, today, retired=one.retired)
        return cls(one.id, one.text, one.worked, one.partly, one.not_worked, one.check_on, due)


@dataclass(frozen=True)
class AnswerView:
    id: UUID
    type_key: str
    text: Words
    author: PersonRef | None
    origin: Origin | None
    worked: int
    partly: int
    not_worked: int
    check_on: date
    due_for_check: bool
    added_at: datetime
    retired: bool
    version: int


def find(db: Session, organisation_id: UUID, answer_id: UUID) -> Answer:
    """An answer of this organisation, retired ones included; raises NotFound."""
    found = db.get(Answer, (organisation_id, answer_id))
    if found is None:
        raise NotFound
    return found


def page(
    db: Session,
    actor: Actor,
    *,
    type_key: str | None,
    shown: Shown,
    origins: Collection[UUID] | None,
    asked: PageAsked,
) -> Paged[AnswerView]:
    """Answers by the day they return for a look, the longest waiting first."""
    statement = _with_key().where(
        col(Answer.organisation_id) == actor.organisation_id,
        col(Answer.retired).is_(shown is Shown.RETIRED),
    )
    if shown is Shown.DUE:
        statement = statement.where(col(Answer.check_on) <= actor.today(db))
    if type_key is not None:
        statement = statement.where(col(ObjectionType.key) == type_key)
    if origins is not None:
        statement = statement.where(col(Answer.origin_id).in_(sorted(origins)))
    found = page_of(
        db, statement, keys=[Key(col(Answer.check_on)), Key(col(Answer.id))], asked=asked
    )
    return Paged(_views(db, actor, found.items), found.next_cursor)


def view(db: Session, actor: Actor, answer: Answer) -> AnswerView:
    """One answer as it stands after everything flushed so far."""
    one = (col(Answer.organisation_id) == actor.organisation_id, col(Answer.id) == answer.id)
    return _views(db, actor, db.exec(_with_key().where(*one)).all())[0]


def type_by_key(db: Session, organisation_id: UUID, key: str) -> ObjectionType | None:
    mine = col(ObjectionType.organisation_id) == organisation_id
    return db.exec(select(ObjectionType).where(mine, col(ObjectionType.key) == key)).first()


def counted(db: Session, organisation_id: UUID) -> list[CountedAnswer]:
    """Every answer with its counts, retired ones included, in one statement."""
    return [one for _, one in _counted(db, organisation_id)]


def best_for(
    db: Session, organisation_id: UUID, type_keys: Iterable[str]
) -> dict[str, list[CountedAnswer]]:
    """By key of an objection type the answers to offer first, at most two, in one statement."""
    keys = set(type_keys)
    if not keys:
        return {}
    of_type: dict[str, list[CountedAnswer]] = defaultdict(list)
    for key, answer in _counted(db, organisation_id, col(ObjectionType.key).in_(sorted(keys))):
        of_type[key].append(answer)
    return {key: best(of_type[key]) for key in sorted(keys)}


def known_answers(db: Session, organisation_id: UUID, ids: Iterable[UUID]) -> set[UUID]:
    """Which of `ids` are answers of this organisation, retired ones included."""
    mine = col(Answer.organisation_id) == organisation_id
    asked = col(Answer.id).in_(sorted(set(ids)))
    return set(db.exec(select(col(Answer.id)).where(mine, asked)).all())


def is_said_by_others(db: Session, answer: Answer) -> bool:
    """Whether somebody else than its author has told of saying it at a visit."""
    said = select(col(AnswerUse.id)).where(
        _stands(answer.organisation_id),
        col(AnswerUse.answer_id) == answer.id,
        col(AnswerUse.by_id) != answer.author_id,
    )
    return db.exec(said.limit(1)).first() is not None


def answers_told(db: Session, organisation_id: UUID, *, visit_id: UUID, by_id: UUID) -> set[UUID]:
    """The answers somebody has told of saying at a visit."""
    told = (col(AnswerUse.visit_id) == visit_id, col(AnswerUse.by_id) == by_id)
    return set(db.exec(select(col(AnswerUse.answer_id)).where(_stands(organisation_id), *told)))


def worked_at(
    db: Session, organisation_id: UUID, visit_ids: Collection[UUID], by_id: UUID
) -> dict[str, Words]:
    """By key of an objection type, the answer somebody last told of working at one of these visits."""
    answer = _same(AnswerUse, Answer, col(Answer.id) == col(AnswerUse.answer_id))
    of_type = _same(Answer, ObjectionType, col(ObjectionType.id) == col(Answer.type_id))
    asked = (
        select(col(ObjectionType.key), col(Answer.text))
        .select_from(AnswerUse)
        .join(Answer, answer)
        .join(ObjectionType, of_type)
        .where(
            _stands(organisation_id),
            col(AnswerUse.visit_id).in_(sorted(visit_ids)),
            col(AnswerUse.by_id) == by_id,
            col(AnswerUse.result) == UseResult.WORKED,
        )
        .order_by(col(AnswerUse.day), col(AnswerUse.id))
    )
    return {key: words(text) for key, text in db.exec(asked)}


def words(text: BilingualText) -> Words:
    return {"zh": text.get("zh"), "en": text.get("en")}


def _stands(organisation_id: UUID) -> Any:
    return sa.and_(
        col(AnswerUse.organisation_id) == organisation_id, col(AnswerUse.deleted_at).is_(None)
    )


def _same(left: Any, right: Any, condition: Any) -> Any:
    """A join that stays inside the organisation."""
    return sa.and_(col(right.organisation_id) == col(left.organisation_id), condition)


def _with_key() -> Any:
    of_type = _same(Answer, ObjectionType, col(ObjectionType.id) == col(Answer.type_id))
    return select(Answer, col(ObjectionType.key)).join(ObjectionType, of_type)


def _tallies(organisation_id: UUID, *narrowed: Any) -> Any:
    """Counts by answer: taken back uses count for nothing but the version."""

    def times(result: UseResult) -> Any:
        stands = sa.and_(col(AnswerUse.deleted_at).is_(None), col(AnswerUse.result) == result)
        return sa.func.count(sa.case((stands, 1)))

    return (
        sa.select(
            col(AnswerUse.answer_id).label("answer_id"),
            times(UseResult.WORKED).label("worked"),
            times(UseResult.PARTLY).label("partly"),
            times(UseResult.NOT).label("not_worked"),
            sa.func.sum(col(AnswerUse.version)).label("versions"),
        )
        .where(col(AnswerUse.organisation_id) == organisation_id, *narrowed)
        .group_by(col(AnswerUse.answer_id))
    )


def _counted(db: Session, organisation_id: UUID, *narrowed: Any) -> list[tuple[str, CountedAnswer]]:
    tally = _tallies(organisation_id).subquery()
    of_type = _same(Answer, ObjectionType, col(ObjectionType.id) == col(Answer.type_id))
    statement = (
        sa.select(
            col(ObjectionType.key),
            col(Answer.id),
            col(Answer.type_id),
            col(Answer.text),
            col(Answer.author_id),
            col(Answer.created_at),
            col(Answer.check_on),
            col(Answer.retired),
            col(Answer.version) + sa.func.coalesce(tally.c.versions, 0),
            sa.func.coalesce(tally.c.worked, 0),
            sa.func.coalesce(tally.c.partly, 0),
            sa.func.coalesce(tally.c.not_worked, 0),
        )
        .join(ObjectionType, of_type)
        .outerjoin(tally, tally.c.answer_id == col(Answer.id))
        .where(col(Answer.organisation_id) == organisation_id, *narrowed)
    )
    rows = db.connection().execute(statement).all()
    return [
        (key, CountedAnswer(answer_id, type_id, words(text), *rest))
        for key, answer_id, type_id, text, *rest in rows
    ]


def _tallies_of(db: Session, organisation_id: UUID, ids: Collection[UUID]) -> dict[UUID, Tally]:
    if not ids:
        return {}
    statement = _tallies(organisation_id, col(AnswerUse.answer_id).in_(sorted(ids)))
    rows = db.connection().execute(statement)
    return {row.answer_id: Tally(row.worked, row.partly, row.not_worked) for row in rows}


def _views(db: Session, actor: Actor, found: Iterable[Any]) -> list[AnswerView]:
    rows = [(row[0], row[1]) for row in found]
    tallies = _tallies_of(db, actor.organisation_id, {answer.id for answer, _ in rows})
    authors = people.refs(db, actor.organisation_id, {answer.author_id for answer, _ in rows})
    today = actor.today(db)
    return [
        _view(answer, key, tallies.get(answer.id, Tally()), authors, today) for answer, key in rows
    ]


def _view(
    answer: Answer, key: str, tally: Tally, authors: Mapping[UUID, PersonRef], today: date
) -> AnswerView:
    return AnswerView(
        id=answer.id,
        type_key=key,
        text=words(answer.text),
        author=authors[answer.author_id] if answer.author_id else None,
        origin=answer.origin,
        worked=tally.worked,
        partly=tally.partly,
        not_worked=tally.not_worked,
        check_on=answer.check_on,
        due_for_check=is_due(answer.check_on, today, retired=answer.retired),
        added_at=answer.created_at,
        retired=answer.retired,
        version=answer.version,
    )
