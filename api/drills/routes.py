"""Routes of drills and their rounds; also the one router of this folder."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status

from api.drills import queries, service
from api.drills.deck.routes import router as deck
from api.drills.evenings.routes import router as evenings
from api.drills.points.policy import PointOfAnother
from api.drills.policy import (
    AnotherDay,
    NotInThisDrill,
    OneSeatEach,
    PartnerNeeded,
    SheetIncomplete,
)
from api.drills.reality_checks.routes import router as reality_checks
from api.drills.schemas import (
    DrillCard,
    DrillNew,
    DrillRead,
    DrillWrap,
    RoundChange,
    RoundNew,
    RoundRead,
)
from api.kit.errors import BornDifferently, Forbidden, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import PageRead
from api.kit.wire import Day
from api.people.routes import CurrentActor

router = APIRouter()
played = APIRouter(prefix="/drills", tags=["drills"])

OfPerson = Annotated[UUID | None, Query(description="Whose evenings; yours when left out.")]
OnDay = Annotated[Day | None, Query(description="Only this day; overrules from and to.")]
OfClient = Annotated[
    UUID | None, Query(description="Only evenings with this client, and its rounds alone.")
]
FromDay = Annotated[Day | None, Query(alias="from", description="The first day.")]
ToDay = Annotated[Day | None, Query(alias="to", description="The last day.")]


@played.get(
    "",
    operation_id="drills.list",
    response_model=PageRead[DrillCard],
    responses=answers(),
    summary="Evenings of one person",
    description="The newest first; yours unless `person` names somebody you may see. Rounds are counted, "
    "never added up; open a drill for them.",
)
async def drills(
    actor: CurrentActor,
    store: Store,
    page: Page,
    person: OfPerson = None,
    day: OnDay = None,
    first: FromDay = None,
    last: ToDay = None,
    client: OfClient = None,
) -> object:
    days, whose = (day or first, day or last), person or actor.person_id
    return await store.read(
        queries.drill_page, actor, asked=page, person_id=whose, days=days, client_id=client
    )


@played.post(
    "",
    operation_id="drills.start",
    status_code=status.HTTP_201_CREATED,
    response_model=DrillRead,
    responses=answers(PartnerNeeded, AnotherDay, BornDifferently),
    summary="Start an evening of two or three",
    description="Recorded on the caller's phone. The others see it at their next sign-in and acknowledge it.",
)
async def start(
    given: DrillNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.start, actor, given=given, birth=birth))


@played.get(
    "/{drill_id}",
    operation_id="drills.get",
    response_model=DrillRead,
    responses=answers(),
    summary="One evening with its rounds",
    description="Ticks stand only on the rounds in which the caller was the rep; open a round for others you may see.",
)
async def drill(drill_id: UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.read(queries.drill, actor, drill_id=drill_id))


@played.post(
    "/{drill_id}/rounds",
    operation_id="drills.play_round",
    status_code=status.HTTP_201_CREATED,
    response_model=RoundRead,
    responses=answers(
        SheetIncomplete, NotInThisDrill, OneSeatEach, PointOfAnother, BornDifferently, Forbidden
    ),
    summary="Record a round that was played",
    description="Needs the four answers of the sheet version they played from; “unknown, will ask” is an answer. "
    "Its lines stand on the visit's card the next day.",
)
async def play_round(
    drill_id: UUID,
    given: RoundNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    recorded = await store.write(
        service.play_round, actor, drill_id=drill_id, given=given, birth=birth
    )
    return etag(response, recorded)


@played.get(
    "/{drill_id}/rounds/{round_id}",
    operation_id="drills.get_round",
    response_model=RoundRead,
    responses=answers(),
    summary="One round",
    description="With its ticks for the rep, the boss, and the rep's mentor and manager.",
)
async def round_(
    drill_id: UUID, round_id: UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    shown = await store.read(queries.round_of, actor, drill_id=drill_id, round_id=round_id)
    return etag(response, shown)


@played.patch(
    "/{drill_id}/rounds/{round_id}",
    operation_id="drills.correct_round",
    response_model=RoundRead,
    responses=answers(Forbidden, Stale, VersionNeeded),
    summary="Put your own words right",
    description="A merge patch by the rep of the round; what stood there before is kept in `corrections`.",
)
async def correct_round(
    drill_id: UUID,
    round_id: UUID,
    given: RoundChange,
    actor: CurrentActor,
    store: Store,
    expected: IfMatch,
    response: Response,
) -> object:
    of = {"drill_id": drill_id, "round_id": round_id}
    corrected = await store.write(
        service.correct_round, actor, given=given, expected=expected, **of
    )
    return etag(response, corrected)


@played.put(
    "/{drill_id}/wrap",
    operation_id="drills.wrap",
    response_model=DrillRead,
    responses=answers(Forbidden),
    summary="The evening is done",
    description="Said once by any of its people; said again, it changes nothing.",
)
async def wrap(
    drill_id: UUID, given: DrillWrap, actor: CurrentActor, store: Store, response: Response
) -> object:
    wrapped = await store.write(service.wrap, actor, drill_id=drill_id, wrapped_at=given.wrapped_at)
    return etag(response, wrapped)


@played.put(
    "/{drill_id}/acknowledgement",
    operation_id="drills.acknowledge",
    response_model=DrillRead,
    responses=answers(Forbidden),
    summary="I saw what was recorded on another phone",
    description="The caller's own rounds stay open to correction by them afterwards.",
)
async def acknowledge(
    drill_id: UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.write(service.acknowledge, actor, drill_id=drill_id))


for part in (deck, evenings, reality_checks, played):
    router.include_router(part)
