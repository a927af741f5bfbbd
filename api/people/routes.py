"""People, me, mentor pairs and the access log over the wire; also the one router of this folder."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Query, Response

from api.kit.errors import BornDifferently, Forbidden, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import PageRead
from api.people import queries, schemas, service
from api.people.around import queries as around
from api.people.directory import queries as directory
from api.people.directory.queries import State, Wanted
from api.people.organisations.routes import router as organisations
from api.people.policy import AlreadyMentored, LastAdmin, LoginTaken, MentorFull, NotAMentor
from api.people.sign_in.routes import CurrentActor
from api.people.sign_in.routes import router as sign_in

__all__ = ["CurrentActor", "router"]

router = APIRouter()
people = APIRouter(tags=["people"])


@people.get(
    "/me",
    operation_id="me.get",
    response_model=schemas.MeRead,
    responses=answers(),
    summary="Who is signed in",
    description="With the organisation's settings, the team, its manager, mentor and apprentices of today.",
)
async def get_me(actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.read(around.me, actor))


@people.patch(
    "/me",
    operation_id="me.change",
    response_model=schemas.MeRead,
    responses=answers(Stale, VersionNeeded),
    summary="Choose my language",
    description="Null speaks as the phone does. The rest of a person is changed by the manager or an admin.",
)
async def change_me(
    given: schemas.MeChange, actor: CurrentActor, store: Store, version: IfMatch, response: Response
) -> object:
    return etag(response, await store.write(service.change_me, actor, given=given, version=version))


@people.get(
    "/me/access-log",
    operation_id="me.access_log",
    response_model=PageRead[schemas.AccessRead],
    responses=answers(),
    summary="Who opened my records",
    description="One line per reader, kind and day, the latest day first. Nobody can switch it off.",
)
async def access_log(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(queries.access_log, actor, asked=page)


@people.get(
    "/people",
    operation_id="people.list",
    response_model=PageRead[schemas.PersonCard],
    responses=answers(),
    summary="The directory",
    description="By Latin name: active people, or one team's, or those whose name or pinyin holds `q`. "
    "`invitation_accepted` is null unless you look after that person.",
)
async def list_people(
    actor: CurrentActor,
    store: Store,
    page: Page,
    team: Annotated[
        Literal["mine"] | UUID | None,
        Query(description="`mine`, or the id of a team.", examples=["mine"]),
    ] = None,
    state: Annotated[
        State,
        Query(
            description="For those who look after them: `invited`, who has not joined yet; `disabled`, who left."
        ),
    ] = "active",
    q: Annotated[
        str | None,
        Query(max_length=60, description="Part of a name, of its pinyin, or pinyin initials."),
    ] = None,
) -> object:
    wanted = Wanted(team=team, state=state, q=q)
    return await store.read(directory.page, actor, wanted=wanted, asked=page)


@people.post(
    "/people",
    operation_id="people.add",
    status_code=201,
    response_model=schemas.PersonRead,
    responses=answers(Forbidden, LoginTaken, BornDifferently),
    summary="Add somebody",
    description="A manager adds reps to the own team, an admin anybody. They join by an invitation.",
)
async def add_person(
    given: schemas.PersonNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.add_person, actor, given=given, birth=birth))


@people.get(
    "/people/{person_id}",
    operation_id="people.get",
    response_model=schemas.PersonRead,
    responses=answers(),
    summary="Somebody with login and language",
    description="Oneself, the people of the own team for its manager, and everybody for admins.",
)
async def get_person(
    person_id: UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.read(queries.person, actor, person_id))


@people.patch(
    "/people/{person_id}",
    operation_id="people.change",
    response_model=schemas.PersonRead,
    responses=answers(Forbidden, LoginTaken, LastAdmin, Stale, VersionNeeded),
    summary="Change somebody",
    description="Login, role and team by admins; names, newcomer, first day and language also by the manager.",
)
async def change_person(
    person_id: UUID,
    given: schemas.PersonChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change_person, actor, person_id=person_id, given=given, version=version
    )
    return etag(response, changed)


@people.put(
    "/people/{person_id}/disabled",
    operation_id="people.disable",
    response_model=schemas.PersonRead,
    responses=answers(Forbidden, LastAdmin),
    summary="End somebody's access at once",
    description="Every sign-in and link ends now. What they wrote stays; their clients wait for a hand-over.",
)
async def disable(
    person_id: UUID,
    given: schemas.Disabling,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    disabled = await store.write(service.disable, actor, person_id=person_id, reason=given.reason)
    return etag(response, disabled)


@people.delete(
    "/people/{person_id}/disabled",
    operation_id="people.enable",
    response_model=schemas.PersonRead,
    responses=answers(Forbidden),
    summary="Let somebody in again",
    description="The password they had works again; a new invitation replaces it.",
)
async def enable(person_id: UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.write(service.enable, actor, person_id=person_id))


@people.get(
    "/mentor-pairs",
    operation_id="mentor_pairs.list",
    response_model=PageRead[schemas.MentorPairRead],
    responses=answers(),
    summary="Who learns from whom",
    description="The latest first, past ones too. Open to everybody in the organisation.",
)
async def list_pairs(
    actor: CurrentActor,
    store: Store,
    page: Page,
    ended: Annotated[
        bool | None,
        Query(description="`true`: only pairs that are over. `false`: only those that are not."),
    ] = None,
) -> object:
    return await store.read(queries.mentor_pairs, actor, ended=ended, asked=page)


@people.post(
    "/mentor-pairs",
    operation_id="mentor_pairs.start",
    status_code=201,
    response_model=schemas.MentorPairRead,
    responses=answers(Forbidden, MentorFull, AlreadyMentored, NotAMentor, BornDifferently),
    summary="Pair a mentor and an apprentice",
    description="By the apprentice's manager or an admin. At most two apprentices a mentor, one mentor an apprentice.",
)
async def start_pair(
    given: schemas.MentorPairNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    started = await store.write(service.start_mentor_pair, actor, given=given, birth=birth)
    return etag(response, started)


@people.put(
    "/mentor-pairs/{pair_id}/end",
    operation_id="mentor_pairs.end",
    response_model=schemas.MentorPairRead,
    responses=answers(Forbidden),
    summary="End a pair",
    description="`ends_on` is the last day on which the mentor sees the apprentice's records.",
)
async def end_pair(
    pair_id: UUID,
    given: schemas.MentorPairEnd,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    ended = await store.write(
        service.end_mentor_pair, actor, pair_id=pair_id, ends_on=given.ends_on
    )
    return etag(response, ended)


router.include_router(sign_in)
router.include_router(people)
router.include_router(organisations)
