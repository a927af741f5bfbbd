"""The playbook over HTTP."""

import uuid

from fastapi import APIRouter, Response

from api.kit.errors import BornDifferently, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Store, answers, etag
from api.people.routes import CurrentActor
from api.playbook import service
from api.playbook.answers.routes import router as answers_to_objections
from api.playbook.policy import NotYoursToEdit
from api.playbook.schemas import (
    BehaviourChange,
    BehaviourNew,
    BehaviourRead,
    ObjectionTypeChange,
    ObjectionTypeNew,
    ObjectionTypeRead,
    PlaybookRead,
    SkillChange,
    SkillRead,
)

router = APIRouter(prefix="/playbook", tags=["playbook"])
router.include_router(answers_to_objections)
CHANGE_REFUSALS = answers(NotYoursToEdit, VersionNeeded, Stale)


@router.get(
    "",
    operation_id="playbook.read",
    response_model=PlaybookRead,
    responses=answers(),
    summary="The whole playbook",
    description="Skills with the behaviours to tick, and objection types with the two answers to offer "
    "first. Small enough to keep on a phone; `version` grows with every change and with every use of an answer.",
)
async def read(actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.read(service.playbook, actor))


@router.patch(
    "/skills/{skill_id}",
    operation_id="playbook.change_skill",
    response_model=SkillRead,
    responses=CHANGE_REFUSALS,
    summary="Rename a skill",
    description="For trainer and admin. The key stays.",
)
async def change_skill(
    skill_id: uuid.UUID,
    given: SkillChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change_skill, actor, skill_id=skill_id, given=given, version=version
    )
    return etag(response, changed)


@router.post(
    "/behaviours",
    status_code=201,
    operation_id="playbook.add_behaviour",
    response_model=BehaviourRead,
    responses=answers(NotYoursToEdit, BornDifferently),
    summary="Add a behaviour to tick",
    description="For trainer and admin. It goes to the end of its skill's list.",
)
async def add_behaviour(
    given: BehaviourNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    added = await store.write(service.add_behaviour, actor, given=given, birth=birth)
    return etag(response, added)


@router.patch(
    "/behaviours/{behaviour_id}",
    operation_id="playbook.change_behaviour",
    response_model=BehaviourRead,
    responses=CHANGE_REFUSALS,
    summary="Change or retire a behaviour",
    description="For trainer and admin. A retired one stays in old drills and is no longer offered.",
)
async def change_behaviour(
    behaviour_id: uuid.UUID,
    given: BehaviourChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change_behaviour, actor, behaviour_id=behaviour_id, given=given, version=version
    )
    return etag(response, changed)


@router.post(
    "/objection-types",
    status_code=201,
    operation_id="playbook.add_objection_type",
    response_model=ObjectionTypeRead,
    responses=answers(NotYoursToEdit, BornDifferently, service.KeyTaken),
    summary="Add an objection type",
    description="For trainer and admin. Write the words as clients really say them; `answer` becomes the "
    "type's first answer.",
)
async def add_objection_type(
    given: ObjectionTypeNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    added = await store.write(service.add_objection_type, actor, given=given, birth=birth)
    return etag(response, added)


@router.patch(
    "/objection-types/{type_id}",
    operation_id="playbook.change_objection_type",
    response_model=ObjectionTypeRead,
    responses=CHANGE_REFUSALS,
    summary="Change or retire an objection type",
    description="For trainer and admin. A retired one stays in old visits and is no longer offered. Its "
    "answers are changed by `PATCH /playbook/answers/{answer_id}`.",
)
async def change_objection_type(
    type_id: uuid.UUID,
    given: ObjectionTypeChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change_objection_type, actor, type_id=type_id, given=given, version=version
    )
    return etag(response, changed)
