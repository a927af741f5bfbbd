"""What a team does with its answers: finds another one, puts it right, looks at it again, says how it went."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people.policy import Actor
from api.playbook.answers import queries
from api.playbook.answers.policy import (
    CHECKED_AGAIN_AFTER,
    AnswerNeedsWords,
    AnswerUnknown,
    CheckIsLater,
    check_may_change,
    check_names_no_client,
)
from api.playbook.answers.queries import AnswerView, Shown
from api.playbook.answers.schemas import AnswerChange, AnswerNew, AnswerWords
from api.playbook.events import (
    AnswerAdded,
    AnswerChecked,
    AnswerUsed,
    AnswerUseTakenBack,
    PlaybookChanged,
)
from api.playbook.models import Answer, AnswerUse, BilingualText, UseResult
from api.playbook.policy import ObjectionTypeUnknown, check_may_edit


def answers(
    db: Session,
    actor: Actor,
    *,
    type_key: str | None,
    shown: Shown,
    origins: Collection[UUID] | None,
    asked: PageAsked,
) -> Paged[AnswerView]:
    return queries.page(db, actor, type_key=type_key, shown=shown, origins=origins, asked=asked)


def answer(db: Session, actor: Actor, *, answer_id: UUID) -> AnswerView:
    return queries.view(db, actor, queries.find(db, actor.organisation_id, answer_id))


def add(db: Session, actor: Actor, *, given: AnswerNew, birth: bytes) -> AnswerView:
    """Anybody's answer to a kind of objection, offered as soon as it is among the best of its kind."""
    organisation_id = actor.organisation_id
    stored = db.get(Answer, (organisation_id, given.id)) if given.id else None
    if stored is not None:
        same_birth(stored.birth_digest, birth)
        return queries.view(db, actor, stored)
    kind = queries.type_by_key(db, organisation_id, given.type_key)
    if kind is None:
        raise ObjectionTypeUnknown(key=given.type_key)
    text = given.text.model_dump(exclude_none=True)
    if given.origin:
        kind_of, origin_id = given.origin.kind, given.origin.id
        check_names_no_client(db, organisation_id, text.values(), kind=kind_of, origin_id=origin_id)
    added = _new(
        db,
        organisation_id,
        given_id=given.id,
        type_id=kind.id,
        text=text,
        today=actor.today(db),
        author_id=actor.person_id,
        origin_kind=given.origin.kind if given.origin else None,
        origin_id=given.origin.id if given.origin else None,
        birth_digest=birth,
    )
    publish(db, organisation_id, AnswerAdded(added.id, kind.id), by=actor.person_id)
    return queries.view(db, actor, added)


def add_with_type(
    db: Session, organisation_id: UUID, *, type_id: UUID, text: BilingualText, today: date
) -> Answer:
    """The answer an objection type begins with. It is the playbook's own and has no author."""
    return _new(db, organisation_id, given_id=None, type_id=type_id, text=text, today=today)


def change(
    db: Session, actor: Actor, *, answer_id: UUID, given: AnswerChange, version: int
) -> AnswerView:
    found = queries.find(db, actor.organisation_id, answer_id)
    check_may_change(
        actor,
        found,
        given.model_fields_set,
        said_by_others=queries.is_said_by_others(db, found),
    )
    check_version(found, version, current=queries.view(db, actor, found))
    sent = changes(given)
    if "text" in sent:
        found.text = _reworded(found.text, given.text)
    if "retired" in sent:
        found.retired = given.retired
    found.updated_at = now(db)
    db.flush()
    fact = PlaybookChanged(part="answer", part_id=found.id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, actor, found)


def check(db: Session, actor: Actor, *, answer_id: UUID, check_on: date | None) -> AnswerView:
    """Somebody looked at it and it is still good: it returns on the day given, or after the usual time."""
    check_may_edit(actor)
    found = queries.find(db, actor.organisation_id, answer_id)
    today = actor.today(db)
    if check_on is not None and check_on <= today:
        raise CheckIsLater
    found.check_on = check_on or today + CHECKED_AGAIN_AFTER
    found.updated_at = now(db)
    db.flush()
    fact = AnswerChecked(found.id, found.check_on)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.view(db, actor, found)


def tell_uses(
    db: Session,
    organisation_id: UUID,
    *,
    visit_id: UUID,
    by_id: UUID,
    day: date,
    results: Mapping[UUID, UseResult],
) -> None:
    """What a rep tells of a visit takes the place of all they told of it before.

    An id that is no answer of this organisation counts nowhere; the others are counted all the same.
    """
    before = queries.answers_told(db, organisation_id, visit_id=visit_id, by_id=by_id)
    for answer_id in _hold(db, organisation_id, before | results.keys()):
        if answer_id not in results:
            forget_use(db, organisation_id, answer_id=answer_id, visit_id=visit_id)
            continue
        note_use(
            db,
            organisation_id,
            answer_id=answer_id,
            visit_id=visit_id,
            by_id=by_id,
            result=results[answer_id],
            day=day,
        )


def note_use(
    db: Session,
    organisation_id: UUID,
    *,
    answer_id: UUID,
    visit_id: UUID,
    by_id: UUID,
    result: UseResult,
    day: date,
) -> None:
    """An answer was said at a visit; a second word about the same visit takes the place of the first."""
    if not _hold(db, organisation_id, [answer_id]):
        raise AnswerUnknown
    use = _use(db, organisation_id, answer_id, visit_id)
    told: dict[str, Any] = {"by_id": by_id, "result": result, "day": day, "deleted_at": None}
    if use is None:
        born = _born(db, organisation_id)
        db.add(AnswerUse(**born, answer_id=answer_id, visit_id=visit_id, **told))
    elif all(getattr(use, name) == value for name, value in told.items()):
        return
    else:
        for name, value in told.items():
            setattr(use, name, value)
        use.updated_at = now(db)
    db.flush()
    publish(db, organisation_id, AnswerUsed(answer_id, visit_id), by=by_id)


def forget_use(db: Session, organisation_id: UUID, *, answer_id: UUID, visit_id: UUID) -> None:
    """The answer was not said at that visit after all; forgetting twice is no fault."""
    use = _use(db, organisation_id, answer_id, visit_id)
    if use is None or use.deleted_at is not None:
        return
    use.deleted_at = use.updated_at = now(db)
    db.flush()
    publish(db, organisation_id, AnswerUseTakenBack(answer_id, visit_id), by=use.by_id)


def _hold(db: Session, organisation_id: UUID, ids: Collection[UUID]) -> Sequence[UUID]:
    """Those of `ids` that are answers here, held so that nobody else notes their uses meanwhile.

    In one order, so that two visits told at the same moment do not wait for each other crosswise.
    """
    mine = (col(Answer.organisation_id) == organisation_id, col(Answer.id).in_(sorted(ids)))
    held = select(col(Answer.id)).where(*mine).order_by(col(Answer.id))
    return db.exec(held.with_for_update(key_share=True)).all()


def _use(db: Session, organisation_id: UUID, answer_id: UUID, visit_id: UUID) -> AnswerUse | None:
    """The one row of an answer and a visit, taken back or not."""
    return db.exec(
        select(AnswerUse).where(
            col(AnswerUse.organisation_id) == organisation_id,
            col(AnswerUse.answer_id) == answer_id,
            col(AnswerUse.visit_id) == visit_id,
        )
    ).first()


def _new(
    db: Session, organisation_id: UUID, *, given_id: UUID | None, today: date, **told: Any
) -> Answer:
    added = Answer(
        **_born(db, organisation_id, given_id), check_on=today + CHECKED_AGAIN_AFTER, **told
    )
    db.add(added)
    db.flush()
    return added


def _born(db: Session, organisation_id: UUID, given_id: UUID | None = None) -> dict[str, Any]:
    moment = now(db)
    return {
        "organisation_id": organisation_id,
        "id": given_id or new_id(db),
        "created_at": moment,
        "updated_at": moment,
    }


def _reworded(stored: BilingualText, given: AnswerWords) -> BilingualText:
    """A language that was sent takes the place of what stood there, null clears it."""
    merged = {**stored, **given.model_dump(exclude_unset=True)}
    left = {language: said for language, said in merged.items() if said is not None}
    if not left:
        raise AnswerNeedsWords
    return left
