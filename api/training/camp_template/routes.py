"""Routes of the camp's template."""

from fastapi import APIRouter, Response

from api.kit.errors import Forbidden, Stale, VersionNeeded
from api.kit.http import IfMatch, Store, answers, etag
from api.people.routes import CurrentActor
from api.training.camp_template import service
from api.training.camp_template.models import CampDimension
from api.training.camp_template.schemas import (
    CampTemplateRead,
    TemplateDayChange,
    TemplateDayRead,
)

router = APIRouter(prefix="/camp-template", tags=["training"])


@router.get(
    "",
    operation_id="camp_template.read",
    response_model=CampTemplateRead,
    responses=answers(),
    summary="What the five days of the newcomers' camp hold",
    description="看 信 行 思 分享 in their order; everybody may read it.",
)
async def read(actor: CurrentActor, store: Store) -> object:
    return await store.read(service.template, actor)


@router.patch(
    "/{dimension}",
    operation_id="camp_template.change",
    response_model=TemplateDayRead,
    responses=answers(Forbidden, VersionNeeded, Stale),
    summary="Say what a day of the camp holds",
    description="For trainers and admins. Version 0 is our proposal; camps that have begun keep their words.",
)
async def change(
    dimension: CampDimension,
    given: TemplateDayChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change_day, actor, dimension=dimension, given=given, version=version
    )
    return etag(response, changed)
