"""Routes of the certification's template."""

from fastapi import APIRouter, Response

from api.kit.errors import Forbidden, Stale, VersionNeeded
from api.kit.http import IfMatch, Store, answers, etag
from api.people.routes import CurrentActor
from api.training.certification_template import service
from api.training.certification_template.models import CertificationArea
from api.training.certification_template.schemas import (
    CertificationTemplateRead,
    TemplateAreaChange,
    TemplateAreaRead,
)

router = APIRouter(prefix="/certification-template", tags=["training"])


@router.get(
    "",
    operation_id="certification_template.read",
    response_model=CertificationTemplateRead,
    responses=answers(),
    summary="What the marks of a certification look like",
    description="Six areas in the order of a sale, five sentences each; everybody may read beforehand what is looked at.",
)
async def read(actor: CurrentActor, store: Store) -> object:
    return await store.read(service.template, actor)


@router.patch(
    "/{area}",
    operation_id="certification_template.change",
    response_model=TemplateAreaRead,
    responses=answers(Forbidden, VersionNeeded, Stale),
    summary="Say what the marks of an area look like",
    description="For trainers and admins. Version 0 is our proposal; certifications that are planned keep their words and "
    "the area that has to hold with each.",
)
async def change(
    area: CertificationArea,
    given: TemplateAreaChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(service.change_area, actor, area=area, given=given, version=version)
    return etag(response, changed)
