"""The case library over HTTP."""

import uuid
from typing import Annotated

from fastapi import APIRouter, Query, Response

from api.kit.errors import BornDifferently, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.playbook.policy import ObjectionTypeUnknown, SkillUnknown
from api.shares.cases import policy, service
from api.shares.cases.models import Stage, TagKind
from api.shares.cases.queries import Wanted
from api.shares.cases.schemas import (
    CaseChange,
    CaseCheckNew,
    CaseDetailRead,
    CaseDraftRead,
    CaseNew,
    CaseRead,
    CaseScene,
    CaseUseNew,
    MyCaseUseRead,
)
from api.shares.policy import NotPublished

router = APIRouter(tags=["cases"])

Asked = Annotated[
    str | None,
    Query(
        max_length=60, description="Part of a case, in Chinese or English; one character is enough."
    ),
]
OfValue = Annotated[str | None, Query(max_length=60, description="Only cases with this tag.")]
Due = Annotated[
    bool, Query(description="Only what you have to look at again, since its day has come.")
]
Retired = Annotated[bool, Query(description="Those that are no longer offered instead.")]


@router.get(
    "/cases",
    operation_id="cases.list",
    response_model=PageRead[CaseRead],
    responses=answers(BadCursor),
    summary="The case library",
    description="Of the whole company, the newest first; no client is named in it.",
)
async def list_cases(
    actor: CurrentActor,
    store: Store,
    page: Page,
    q: Asked = None,
    objection: OfValue = None,
    industry: OfValue = None,
    grade: OfValue = None,
    skill: OfValue = None,
    stage: Annotated[Stage | None, Query(description="Only cases of this stage.")] = None,
    due: Due = False,  # noqa: FBT002  # named by whoever asks
    retired: Retired = False,  # noqa: FBT002  # named by whoever asks
) -> object:
    tags = {
        TagKind.OBJECTION: objection,
        TagKind.INDUSTRY: industry,
        TagKind.GRADE: grade,
        TagKind.STAGE: stage,
        TagKind.SKILL: skill,
    }
    named = [(kind, value) for kind, value in tags.items() if value]
    wanted = Wanted(q=q, tags=named, due=due, retired=retired)
    return await store.read(service.cases, actor, wanted=wanted, asked=page)


@router.post(
    "/cases",
    status_code=201,
    operation_id="cases.curate",
    response_model=CaseDetailRead,
    responses=answers(
        BornDifferently,
        NotPublished,
        ObjectionTypeUnknown,
        SkillUnknown,
        policy.NotACurator,
        policy.CuratedAlready,
        policy.CaseNamesClient,
        policy.NoSuchCaseParts,
        policy.CaseCheckIsLater,
        policy.NotALikelyOwner,
    ),
    summary="Make a share a case",
    description="For the manager of the team it was told to, or a trainer it was offered to. A text that still "
    "names a client is refused. The same content under the same id answers the stored case.",
)
async def curate(
    given: CaseNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.curate, actor, given=given, birth=birth))


@router.get(
    "/cases/{case_id}",
    operation_id="cases.get",
    response_model=CaseDetailRead,
    responses=answers(),
    summary="One case",
    description="Who used it and how it went is told to its author alone.",
)
async def get(case_id: uuid.UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.read(service.case, actor, case_id=case_id))


@router.patch(
    "/cases/{case_id}",
    operation_id="cases.change",
    response_model=CaseDetailRead,
    responses=answers(
        VersionNeeded,
        Stale,
        ObjectionTypeUnknown,
        SkillUnknown,
        policy.NotYourCase,
        policy.CaseNamesClient,
        policy.NoSuchCaseParts,
        policy.CaseCheckIsLater,
        policy.NotALikelyOwner,
    ),
    summary="Put a case right, or retire it",
    description="For whoever looks after it, and for trainers. Who told it may have it retired.",
)
async def change(
    case_id: uuid.UUID,
    given: CaseChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change, actor, case_id=case_id, given=given, version=version
    )
    return etag(response, changed)


@router.put(
    "/cases/{case_id}/check",
    operation_id="cases.check",
    response_model=CaseDetailRead,
    responses=answers(policy.NotYourCase, policy.CaseCheckIsLater),
    summary="Look at a case again",
    description="It is still good, and returns on the day given or in 90 days.",
)
async def check(
    case_id: uuid.UUID,
    given: CaseCheckNew,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    checked = await store.write(service.check, actor, case_id=case_id, check_on=given.check_on)
    return etag(response, checked)


@router.put(
    "/cases/{case_id}/uses/{visit_id}",
    operation_id="cases.tell_use",
    response_model=CaseDetailRead,
    responses=answers(policy.TellTheVisitFirst, policy.OwnCase, policy.CaseRetired),
    summary="I used this",
    description="At a visit of yours that you checked in at: it worked, in part, or not. Everybody reads the count; "
    "your name is told to the author alone. Told again, the last word counts.",
)
async def tell_use(
    case_id: uuid.UUID,
    visit_id: uuid.UUID,
    given: CaseUseNew,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    told = await store.write(
        service.tell_use, actor, case_id=case_id, visit_id=visit_id, result=given.result
    )
    return etag(response, told)


@router.put(
    "/cases/{case_id}/scene",
    operation_id="cases.play",
    response_model=CaseDetailRead,
    responses=answers(policy.PlayingIsForReps, policy.CaseRetired),
    summary="Play this case tonight",
    description="It lies in your deck of this evening, at a client of yours: the boss says what the case tells. Sent "
    "again, it is there once; with another client, it is played there.",
)
async def play(case_id: uuid.UUID, given: CaseScene, actor: CurrentActor, store: Store) -> object:
    return await store.write(service.play, actor, case_id=case_id, client_id=given.client_id)


@router.get(
    "/shares/{share_id}/case-draft",
    operation_id="cases.draft",
    response_model=CaseDraftRead,
    responses=answers(NotPublished),
    summary="How a share could stand in the library",
    description="Names of clients and sums of money are masked; each text before and after. For who may curate it; "
    "nothing is stored.",
)
async def draft(share_id: uuid.UUID, actor: CurrentActor, store: Store) -> object:
    return await store.read(service.draft, actor, share_id=share_id)


@router.get(
    "/me/case-uses",
    operation_id="me.case_uses",
    response_model=PageRead[MyCaseUseRead],
    responses=answers(BadCursor),
    summary="Who used what you told, and how it went",
    description="For you alone: uses of the cases that came from your shares, the latest first.",
)
async def my_uses(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.my_uses, actor, asked=page)
