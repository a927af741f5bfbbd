"""Routes of ride-alongs; also the one router of this folder."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status

from api.kit.appointments import DayOff
from api.kit.errors import BornDifferently
from api.kit.http import Birth, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.kit.wire import Day
from api.people.routes import CurrentActor
from api.playbook.policy import SkillUnknown
from api.ride_alongs import policy, service
from api.ride_alongs.debriefs.routes import router as debriefs
from api.ride_alongs.field.routes import router as field
from api.ride_alongs.ladder.routes import router as ladder
from api.ride_alongs.schemas import (
    AcceptanceGiven,
    PreparationGiven,
    RideAlongNew,
    RideAlongRead,
    RideCard,
    RideMoveGiven,
    RideVisitGiven,
    SharingGiven,
    WithdrawalGiven,
)

router = APIRouter()
days = APIRouter(prefix="/ride-alongs", tags=["ride-alongs"])

OfPerson = Annotated[UUID | None, Query(description="Only days on which this person rides.")]
FromDay = Annotated[Day | None, Query(alias="from", description="The first day.")]
ToDay = Annotated[Day | None, Query(alias="to", description="The last day.")]


@days.get(
    "",
    operation_id="ride_alongs.list",
    response_model=PageRead[RideCard],
    responses=answers(BadCursor),
    summary="Ride-alongs you may see",
    description="The latest day first: those you ride on, those of your apprentices and of your team, and what was "
    "shared with your region. No one is counted, and the list has no other order.",
)
async def list_rides(
    actor: CurrentActor,
    store: Store,
    page: Page,
    person: OfPerson = None,
    first: FromDay = None,
    last: ToDay = None,
) -> object:
    return await store.read(service.page, actor, asked=page, person_id=person, days=(first, last))


@days.post(
    "",
    status_code=status.HTTP_201_CREATED,
    operation_id="ride_alongs.ask",
    response_model=RideAlongRead,
    responses=answers(
        BornDifferently,
        policy.OnlyTheTwo,
        policy.NotBesideYou,
        policy.DayIsOver,
        DayOff,
        policy.NoticeNeeded,
        policy.TogetherAlready,
    ),
    summary="Ask for a ride-along",
    description="By whoever wants to help or whoever wants help; the other one accepts. On a working day, at least a day "
    "before, unless both say that short notice is fine. The same content under the same id answers the stored one.",
)
async def ask(
    given: RideAlongNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.ask, actor, given=given, birth=birth))


@days.get(
    "/{ride_along_id}",
    operation_id="ride_alongs.get",
    response_model=RideAlongRead,
    responses=answers(),
    summary="One ride-along",
    description="Everything of the day for the two who ride, stepping in for the mentor alone. The apprentice's own "
    "mentor and manager read the debrief, the region too where it was shared; their reading is listed.",
)
async def get(ride_along_id: UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.read(service.ride_along, actor, ride_id=ride_along_id))


@days.put(
    "/{ride_along_id}/acceptance",
    operation_id="ride_alongs.accept",
    response_model=RideAlongRead,
    responses=answers(
        policy.OnlyTheTwo,
        policy.AskedByYou,
        policy.DayIsOver,
        DayOff,
        policy.NoticeNeeded,
        policy.RequestWithdrawn,
    ),
    summary="Accept the day",
    description="By the one who was asked. Accepted again, it changes nothing.",
)
async def accept(
    ride_along_id: UUID,
    given: AcceptanceGiven,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    accepted = await store.write(service.accept, actor, ride_id=ride_along_id, given=given)
    return etag(response, accepted)


@days.put(
    "/{ride_along_id}/withdrawal",
    operation_id="ride_alongs.withdraw",
    response_model=RideAlongRead,
    responses=answers(policy.OnlyTheTwo, policy.AskedByTheOther, policy.AcceptedAlready),
    summary="Take your request back",
    description="By whoever asked, until the other one has accepted; why is up to you, and the other one reads it. "
    "The day stays in the list as withdrawn; sent again, it changes nothing.",
)
async def withdraw(
    ride_along_id: UUID,
    given: WithdrawalGiven,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    withdrawn = await store.write(service.withdraw, actor, ride_id=ride_along_id, given=given)
    return etag(response, withdrawn)


@days.put(
    "/{ride_along_id}/preparation",
    operation_id="ride_alongs.prepare",
    response_model=RideAlongRead,
    responses=answers(
        policy.OnlyTheTwo,
        policy.OnlyTheApprentice,
        policy.DebriefStands,
        policy.RequestWithdrawn,
        SkillUnknown,
    ),
    summary="Answer the two questions and choose one focus skill",
    description="By the apprentice; what was written last counts.",
)
async def prepare(
    ride_along_id: UUID,
    given: PreparationGiven,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    prepared = await store.write(service.prepare, actor, ride_id=ride_along_id, given=given)
    return etag(response, prepared)


@days.put(
    "/{ride_along_id}/day",
    operation_id="ride_alongs.move",
    response_model=RideAlongRead,
    responses=answers(
        BornDifferently,
        policy.OnlyTheTwo,
        policy.DebriefStands,
        policy.DayIsOver,
        policy.NoticeNeeded,
        policy.RequestWithdrawn,
        policy.TogetherAlready,
    ),
    summary="Move it to another day",
    description="By either of the two, with the reason; the other one accepts anew. The old day stays in `moves`.",
)
async def move(
    ride_along_id: UUID,
    given: RideMoveGiven,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    moved = await store.write(service.move, actor, ride_id=ride_along_id, given=given, birth=birth)
    return etag(response, moved)


@days.put(
    "/{ride_along_id}/visits/{visit_id}",
    operation_id="ride_alongs.ride_to",
    response_model=RideAlongRead,
    responses=answers(
        BornDifferently,
        policy.OnlyTheTwo,
        policy.NotAcceptedYet,
        policy.VisitNotOfThatDay,
        policy.VisitRidesAlready,
    ),
    summary="Go to a visit together, and choose its rung",
    description="A visit of that day, of one of the two. Choices of a rung are added: the latest counts, each is kept.",
)
async def ride_to(
    ride_along_id: UUID,
    visit_id: UUID,
    given: RideVisitGiven,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    of = {"ride_id": ride_along_id, "visit_id": visit_id}
    return etag(response, await store.write(service.ride_to, actor, given=given, birth=birth, **of))


@days.put(
    "/{ride_along_id}/sharing",
    operation_id="ride_alongs.share",
    response_model=RideAlongRead,
    responses=answers(policy.OnlyTheTwo, policy.OnlyTheApprentice),
    summary="Share the debrief with the region, or no longer",
    description="By the apprentice. Without it the region reads no debrief.",
)
async def share(
    ride_along_id: UUID,
    given: SharingGiven,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    return etag(
        response, await store.write(service.share, actor, ride_id=ride_along_id, given=given)
    )


for part in (field, debriefs, ladder, days):
    router.include_router(part)
