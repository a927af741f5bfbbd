"""Reads of the camp's template: the organisation's own words, and our proposal where it has none."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from api.kit.template import own_words, proposed
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
    own = own_days(db, organisation_id)
    return TemplateView([view(one, own.get(one)) for one in CampDimension])


def own_days(db: Session, organisation_id: UUID) -> dict[str, CampTemplateDay]:
    return own_words(db, CampTemplateDay, organisation_id, by="dimension")


def view(dimension: CampDimension, own: CampTemplateDay | None) -> TemplateDayView:
    if own is None:
        return TemplateDayView(
            dimension, **_proposal()[dimension], case_id=None, own=False, version=0
        )
    words = (own.title, own.task, own.asked, own.case_id)
    return TemplateDayView(dimension, *words, own=True, version=own.version)


def _proposal() -> dict[str, dict[str, Words]]:
    return proposed("api.training.camp_template")
