"""The organisation, its working calendar and its teams over the wire."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.kit.errors import BornDifferently, Forbidden, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Store, answers, etag
from api.kit.wire import Day
from api.people import queries, schemas
from api.people.organisations import service
from api.people.policy import EveningUpsideDown, WrongTeam
from api.people.sign_in.routes import CurrentActor

router = APIRouter(tags=["organisation"])


@router.get(
    "/organisation",
    operation_id="organisation.get",
    response_model=schemas.OrganisationRead,
    responses=answers(),
    summary="The organisation and its settings",
    description="Open to everybody in it.",
)
async def get_organisation(actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.read(queries.organisation, actor))


@router.patch(
    "/organisation",
    operation_id="organisation.change",
    response_model=schemas.OrganisationRead,
    responses=answers(Forbidden, EveningUpsideDown, Stale, VersionNeeded),
    summary="Change name, hours, grades or working week",
    description="For admins. What is absent stays; a list replaces the whole list.",
)
async def change_organisation(
    given: schemas.OrganisationChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(service.change_organisation, actor, given=given, version=version)
    return etag(response, changed)


@router.get(
    "/organisation/calendar",
    operation_id="organisation.calendar",
    response_model=schemas.ListRead[schemas.CalendarDayRead],
    responses=answers(queries.DaysTooFar),
    summary="Which days are worked",
    description="Every day from `from` to `to`, at most 370; a name marks a day the organisation decided itself.",
)
async def get_calendar(
    actor: CurrentActor,
    store: Store,
    first: Annotated[Day, Query(alias="from", description="The first day.")],
    last: Annotated[Day, Query(alias="to", description="The last day.")],
) -> object:
    return {"items": await store.read(queries.calendar, actor, first=first, last=last)}


@router.put(
    "/organisation/calendar/{day}",
    operation_id="organisation.set_day",
    response_model=schemas.CalendarDayRead,
    responses=answers(Forbidden),
    summary="Make one day worked or free",
    description="For admins. It overrules the working week and the public holidays (调休).",
)
async def set_day(
    day: Day, given: schemas.CalendarDayGiven, actor: CurrentActor, store: Store
) -> object:
    return await store.write(service.set_day, actor, day=day, given=given)


@router.delete(
    "/organisation/calendar/{day}",
    operation_id="organisation.clear_day",
    status_code=204,
    responses=answers(Forbidden),
    summary="Let the week and the public holidays decide again",
    description="For admins. A day that was not set is no fault.",
)
async def clear_day(day: Day, actor: CurrentActor, store: Store) -> None:
    await store.write(service.clear_day, actor, day=day)


@router.get(
    "/teams",
    operation_id="teams.list",
    response_model=schemas.ListRead[schemas.TeamRead],
    responses=answers(),
    summary="Regions and teams",
    description="Open to everybody in the organisation; regions first.",
)
async def list_teams(actor: CurrentActor, store: Store) -> object:
    return {"items": await store.read(queries.teams, actor)}


@router.post(
    "/teams",
    operation_id="teams.add",
    status_code=201,
    response_model=schemas.TeamRead,
    responses=answers(Forbidden, WrongTeam, BornDifferently),
    summary="Add a region or a team",
    description="For admins. Its manager is the person with that role whose team it is.",
)
async def add_team(
    given: schemas.TeamNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.add_team, actor, given=given, birth=birth))


@router.patch(
    "/teams/{team_id}",
    operation_id="teams.change",
    response_model=schemas.TeamRead,
    responses=answers(Forbidden, WrongTeam, Stale, VersionNeeded),
    summary="Rename a team or move it to another region",
    description="For admins.",
)
async def change_team(
    team_id: UUID,
    given: schemas.TeamChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change_team, actor, team_id=team_id, given=given, version=version
    )
    return etag(response, changed)
