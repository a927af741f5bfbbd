"""Answers over HTTP: `/playbook/answers`."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.kit.errors import BornDifferently, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.playbook.answers import service
from api.playbook.answers.policy import (
    AnswerInUse,
    AnswerNamesClient,
    AnswerNeedsWords,
    CheckIsLater,
)
from api.playbook.answers.queries import Shown
from api.playbook.answers.schemas import AnswerChange, AnswerChecked, AnswerNew, AnswerRead
from api.playbook.policy import NotYoursToEdit, ObjectionTypeUnknown

router = APIRouter(prefix="/answers")

OfType = Annotated[
    str | None,
    Query(
        alias="type",
        pattern="^[a-z][a-z0-9_]{1,39}$",
        description="Only answers to this objection type, by its key.",
    ),
]
Origins = Annotated[
    list[uuid.UUID] | None,
    Query(
        alias="origin",
        max_length=20,
        description="Only what was born in one of these: the id of a round or a visit, once or several times.",
    ),
]
InState = Annotated[
    Shown,
    Query(description="`offered`, those of them that are `due` for a look today, or `retired`."),
]


@router.get(
    "",
    operation_id="answers.list",
    response_model=PageRead[AnswerRead],
    responses=answers(BadCursor),
    summary="Answers to what clients say",
    description="By the day they return for a look, the longest waiting first; never by how well they did. "
    "The two to offer first of each type stand in `GET /playbook`.",
)
async def list_answers(
    actor: CurrentActor,
    store: Store,
    page: Page,
    type_key: OfType = None,
    state: InState = Shown.OFFERED,
    origins: Origins = None,
) -> object:
    return await store.read(
        service.answers, actor, type_key=type_key, shown=state, origins=origins, asked=page
    )


@router.post(
    "",
    status_code=201,
    operation_id="answers.add",
    response_model=AnswerRead,
    responses=answers(BornDifferently, ObjectionTypeUnknown, AnswerNamesClient),
    summary="Add an answer",
    description="For everybody. It begins without counts, and returns for a look in 90 days.",
)
async def add(
    given: AnswerNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.add, actor, given=given, birth=birth))


@router.get(
    "/{answer_id}",
    operation_id="answers.get",
    response_model=AnswerRead,
    responses=answers(),
    summary="One answer",
    description="How it went at visits is counted; who said it is told to nobody.",
)
async def get(
    answer_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.read(service.answer, actor, answer_id=answer_id))


@router.patch(
    "/{answer_id}",
    operation_id="answers.change",
    response_model=AnswerRead,
    responses=answers(NotYoursToEdit, AnswerInUse, AnswerNeedsWords, VersionNeeded, Stale),
    summary="Change or retire an answer",
    description="Trainer and admin change words and retire; authors change their own words until somebody "
    "else has said them at a visit. A retired answer keeps its counts and is no longer offered.",
)
async def change(
    answer_id: uuid.UUID,
    given: AnswerChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change, actor, answer_id=answer_id, given=given, version=version
    )
    return etag(response, changed)


@router.put(
    "/{answer_id}/check",
    operation_id="answers.check",
    response_model=AnswerRead,
    responses=answers(NotYoursToEdit, CheckIsLater),
    summary="Say that an answer is still good",
    description="For trainer and admin: somebody looked at it, and it returns for the next look on `check_on`.",
)
async def check(
    answer_id: uuid.UUID,
    given: AnswerChecked,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    checked = await store.write(service.check, actor, answer_id=answer_id, check_on=given.check_on)
    return etag(response, checked)
