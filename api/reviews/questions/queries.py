"""Reads of the question bank: the organisation's own words, and the method's where it has none."""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from uuid import UUID

from sqlmodel import Session, col, select

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
    mine = col(ReviewQuestion.organisation_id) == organisation_id
    own = {QuestionKey(row.key): row for row in db.exec(select(ReviewQuestion).where(mine))}
    return [view(key, own.get(key)) for key in QuestionKey]


def of_kind(db: Session, organisation_id: UUID, kind: ReviewKind) -> list[QuestionView]:
    """What is asked in a review of this kind."""
    return [one for one in bank(db, organisation_id) if one.form == form_of(kind)]


def form_of(kind: ReviewKind) -> str:
    return FORMS.get(ReviewKind(kind), "review")


def own_words(db: Session, organisation_id: UUID, key: QuestionKey) -> ReviewQuestion | None:
    return db.exec(
        select(ReviewQuestion).where(
            col(ReviewQuestion.organisation_id) == organisation_id, col(ReviewQuestion.key) == key
        )
    ).first()


def view(key: QuestionKey, own: ReviewQuestion | None) -> QuestionView:
    text = _method()[key] if own is None else own.text
    version = 0 if own is None else own.version
    return QuestionView(key, key.form, key.part, text, own is not None, version)


@lru_cache(maxsize=1)
def _method() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(
        files("api.reviews.questions").joinpath("defaults.json").read_text(encoding="utf-8")
    )
    return found
