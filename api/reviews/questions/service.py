"""Keeping the question bank: trainers and admins put a question in their own words."""

from sqlmodel import Session

from api.kit.changes import check_version
from api.kit.clock import now
from api.kit.rows import new_id
from api.people.models import Role
from api.people.policy import Actor
from api.reviews.questions import queries
from api.reviews.questions.models import QuestionKey, ReviewQuestion
from api.reviews.questions.queries import BankView, QuestionView
from api.reviews.questions.schemas import QuestionChange


def questions(db: Session, actor: Actor) -> BankView:
    return BankView(queries.bank(db, actor.organisation_id))


def change_question(
    db: Session, actor: Actor, *, key: QuestionKey, given: QuestionChange, version: int
) -> QuestionView:
    actor.needs(Role.TRAINER, Role.ADMIN)
    own = queries.own_questions(db, actor.organisation_id).get(key)
    current = queries.view(key, own)
    check_version(current, version)
    if own is None:
        own = ReviewQuestion(
            organisation_id=actor.organisation_id,
            id=new_id(db),
            created_at=now(db),
            updated_at=now(db),
            key=key,
            text=given.text.model_dump(),
        )
        db.add(own)
    own.text, own.updated_at = given.text.model_dump(), now(db)
    db.flush()
    return queries.view(key, own)
