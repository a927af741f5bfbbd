"""Routes of series of reviews."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from api.kit.appointments import HourOff, WeekdayOff
from api.kit.errors import BornDifferently, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.reviews.policy import NobodyToReview, NotTheHost, ReviewDayOver
from api.reviews.series import service
from api.reviews.series.policy import SeriesEnded, SeriesStands
from api.reviews.series.schemas import SeriesChange, SeriesNew, SeriesRead

router = APIRouter(prefix="/review-series", tags=["reviews"])


@router.get(
    "",
    operation_id="review_series.list",
    response_model=PageRead[SeriesRead],
    responses=answers(BadCursor),
    summary="Series you have a seat in",
    description="Through the week from its first hour on, ended ones among them with their reason.",
)
async def series(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.series, actor, asked=page)


@router.post(
    "",
    operation_id="review_series.begin",
    status_code=status.HTTP_201_CREATED,
    response_model=SeriesRead,
    responses=answers(
        NobodyToReview, ReviewDayOver, WeekdayOff, HourOff, SeriesStands, BornDifferently
    ),
    summary="Begin a series",
    description="By a manager with a rep or the team, by a regional manager with a manager. Its reviews stand in the "
    "organisation's calendar four weeks ahead; on a day off they lie on the next working day.",
)
async def begin(
    given: SeriesNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.begin, actor, given=given, birth=birth))


@router.patch(
    "/{series_id}",
    operation_id="review_series.change",
    response_model=SeriesRead,
    responses=answers(NotTheHost, SeriesEnded, WeekdayOff, HourOff, VersionNeeded, Stale),
    summary="Change or end a series",
    description="By its host. Reviews that somebody has prepared, moved or held stay; the others are laid anew. "
    "An end needs its reason.",
)
async def change(
    series_id: UUID,
    given: SeriesChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change, actor, series_id=series_id, given=given, version=version
    )
    return etag(response, changed)
