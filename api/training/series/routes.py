"""Routes of series of training."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from api.kit.errors import BornDifferently, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.training.policy import NobodyToTrain, NotYourSession, SessionDayOver
from api.training.series import service
from api.training.series.policy import SeriesEnded, SeriesStands
from api.training.series.schemas import (
    TrainingSeriesChange,
    TrainingSeriesNew,
    TrainingSeriesRead,
)

router = APIRouter(prefix="/training-series", tags=["training"])


@router.get(
    "",
    operation_id="training_series.list",
    response_model=PageRead[TrainingSeriesRead],
    responses=answers(BadCursor),
    summary="Series of training that you or your team learn in",
    description="The newest first, ended ones among them with their reason.",
)
async def series(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.series, actor, asked=page)


@router.post(
    "",
    operation_id="training_series.begin",
    status_code=status.HTTP_201_CREATED,
    response_model=TrainingSeriesRead,
    responses=answers(NobodyToTrain, SessionDayOver, SeriesStands, BornDifferently),
    summary="Begin a series",
    description="By the trainer, or by a manager for the own team. Its sessions stand in the organisation's calendar four "
    "weeks ahead; on a day off they lie on the next working day. A plan gives them their topics.",
)
async def begin(
    given: TrainingSeriesNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.begin, actor, given=given, birth=birth))


@router.patch(
    "/{series_id}",
    operation_id="training_series.change",
    response_model=TrainingSeriesRead,
    responses=answers(NotYourSession, SeriesEnded, VersionNeeded, Stale),
    summary="Change or end a series",
    description="Sessions that have a topic, were held or skipped stay; the others are laid anew. An end needs its reason.",
)
async def change(
    series_id: UUID,
    given: TrainingSeriesChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change, actor, series_id=series_id, given=given, version=version
    )
    return etag(response, changed)
