"""Reads of the question bank: the organisation's own words, and the method's where it has none."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from api.kit.template import own_words, proposed
from api.reviews.models import ReviewKind
from api.reviews.questions.models import QuestionKey, ReviewQuestion

FORMS = {ReviewKind.MANAGER: "coaching", ReviewKind.DEAL: "deal"}
"""Which form a kind of review is asked by; the others by `review`."""


@dataclass(frozen=True)
class QuestionView:
    key: QuestionKey
    form: str
    part: str
    text: dict[str, str]
    own: bool
    version: int


@dataclass(frozen=True)
class BankView:
    questions: list[QuestionView]


def bank(db: Session, organisation_id: UUID) -> list[QuestionView]:
    """Every question in the order of its form, in one statement."""
    own = own_questions(db, organisation_id)
    return [view(key, own.get(key)) for key in QuestionKey]


def of_kind(db: Session, organisation_id: UUID, kind: ReviewKind) -> list[QuestionView]:
    """What is asked in a review of this kind."""
    return [one for one in bank(db, organisation_id) if one.form == form_of(kind)]


def form_of(kind: ReviewKind) -> str:
    return FORMS.get(ReviewKind(kind), "review")


def own_questions(db: Session, organisation_id: UUID) -> dict[str, ReviewQuestion]:
    return own_words(db, ReviewQuestion, organisation_id, by="key")


def view(key: QuestionKey, own: ReviewQuestion | None) -> QuestionView:
    text = proposed("api.reviews.questions")[key] if own is None else own.text
    version = 0 if own is None else own.version
    return QuestionView(key, key.form, key.part, text, own is not None, version)
