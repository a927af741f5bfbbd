"""Reads of the camp's template: the organisation's own words, and our proposal where it has none."""

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from uuid import UUID

from sqlmodel import Session, col, select

from api.training.camp_template.models import CampDimension, CampTemplateDay

Words = dict[str, str]


@dataclass(frozen=True)
class TemplateDayView:
    dimension: CampDimension
    title: Words
    task: Words
    asked: Words
    case_id: UUID | None
    own: bool
    version: int


@dataclass(frozen=True)
class TemplateView:
    days: list[TemplateDayView]


def template(db: Session, organisation_id: UUID) -> TemplateView:
    """The five days in their order, in one statement."""
    mine = col(CampTemplateDay.organisation_id) == organisation_id
    own = {
        CampDimension(row.dimension): row for row in db.exec(select(CampTemplateDay).where(mine))
    }
    return TemplateView([view(one, own.get(one)) for one in CampDimension])


def own_words(
    db: Session, organisation_id: UUID, dimension: CampDimension
) -> CampTemplateDay | None:
    return db.exec(
        select(CampTemplateDay).where(
            col(CampTemplateDay.organisation_id) == organisation_id,
            col(CampTemplateDay.dimension) == dimension,
        )
    ).first()


def view(dimension: CampDimension, own: CampTemplateDay | None) -> TemplateDayView:
    if own is None:
        return TemplateDayView(
            dimension, **_proposed()[dimension], case_id=None, own=False, version=0
        )
    words = (own.title, own.task, own.asked, own.case_id)
    return TemplateDayView(dimension, *words, own=True, version=own.version)


@lru_cache(maxsize=1)
def _proposed() -> dict[str, dict[str, Words]]:
    found: dict[str, dict[str, Words]] = json.loads(
        files("api.training.camp_template").joinpath("defaults.json").read_text(encoding="utf-8")
    )
    return found
