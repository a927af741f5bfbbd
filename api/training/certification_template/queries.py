"""Reads of the certification's template: the organisation's own words, and our proposal where it has none."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from api.kit.template import own_words, proposed
from api.training.certification_template.models import (
    CertificationArea,
    CertificationTemplateArea,
)

Words = dict[str, str]
Anchors = dict[str, list[Words]]
"""By area, five sentences each, the one of mark 1 first."""
Own = Mapping[str, CertificationTemplateArea]
USUAL = CertificationArea.OBJECTIONS
"""Has to hold with each of the two while the organisation has said nothing else."""


@dataclass(frozen=True)
class TemplateAreaView:
    area: CertificationArea
    anchors: list[Words]
    must_pass: bool
    own: bool
    version: int


@dataclass(frozen=True)
class CertificationTemplateView:
    areas: list[TemplateAreaView]

    @property
    def must_pass(self) -> CertificationArea:
        return next(one.area for one in self.areas if one.must_pass)

    @property
    def anchors(self) -> Anchors:
        return {one.area: one.anchors for one in self.areas}


def template(db: Session, organisation_id: UUID) -> CertificationTemplateView:
    """The six areas in the order of a sale, in one statement."""
    own = own_areas(db, organisation_id)
    return CertificationTemplateView([view(area, own) for area in CertificationArea])


def own_areas(db: Session, organisation_id: UUID) -> dict[str, CertificationTemplateArea]:
    return own_words(db, CertificationTemplateArea, organisation_id, by="area")


def view(area: CertificationArea, own: Own) -> TemplateAreaView:
    chosen = next((one for one, row in own.items() if row.must_pass), USUAL)
    row, must_pass = own.get(area), area == chosen
    if row is None:
        return TemplateAreaView(area, proposal()[area], must_pass, own=False, version=0)
    is_own = row.anchors != proposal()[area]
    return TemplateAreaView(area, row.anchors, must_pass, own=is_own, version=row.version)


def proposal() -> Anchors:
    return proposed("api.training.certification_template")
