"""Routes of certifications."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from api.kit.errors import BornDifferently, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.training.certifications import policy, service
from api.training.certifications.schemas import (
    CertificationCardRead,
    CertificationMove,
    CertificationNew,
    CertificationRead,
    MarksGiven,
)

router = APIRouter(prefix="/certifications", tags=["training"])


@router.get(
    "",
    operation_id="certifications.list",
    response_model=PageRead[CertificationCardRead],
    responses=answers(BadCursor),
    summary="Certifications you may read",
    description="The latest day first: your own, your apprentices', your team's, those you planned and those you assess. "
    "That somebody has not passed yet is read by nobody else.",
)
async def certifications(actor: CurrentActor, store: Store, page: Page) -> object:
    return await store.read(service.certifications, actor, asked=page)


@router.post(
    "",
    operation_id="certifications.plan",
    status_code=status.HTTP_201_CREATED,
    response_model=CertificationRead,
    responses=answers(
        policy.NotYoursToCertify,
        policy.NotForCertification,
        policy.NotAnAssessor,
        policy.OnlyMentors,
        policy.CertificationOpen,
        BornDifferently,
    ),
    summary="Plan a certification",
    description="By mentor, manager or trainer, with two assessors of whom at least one is not the mentor.",
)
async def plan(
    given: CertificationNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.plan, actor, given=given, birth=birth))


@router.get(
    "/{certification_id}",
    operation_id="certifications.get",
    response_model=CertificationRead,
    responses=answers(),
    summary="One certification",
    description="The rep reads what an assessor marked at once; everybody else, the other assessor among them, once both "
    "have.",
)
async def certification(
    certification_id: UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    found = await store.read(service.certification, actor, certification_id=certification_id)
    return etag(response, found)


@router.put(
    "/{certification_id}/marks",
    operation_id="certifications.mark",
    response_model=CertificationRead,
    responses=answers(
        policy.NotYoursToMark, policy.CertificationAhead, policy.CertificationSettled
    ),
    summary="Mark what you saw",
    description="Six areas from 1 to 5 and two lines. You may correct it until the other assessor has marked; then it is "
    "`passed` when every area holds (3) on the average of the two and the one that must be passed holds with each.",
)
async def mark(
    certification_id: UUID,
    given: MarksGiven,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    marked = await store.write(service.mark, actor, certification_id=certification_id, given=given)
    return etag(response, marked)


@router.patch(
    "/{certification_id}",
    operation_id="certifications.move",
    response_model=CertificationRead,
    responses=answers(
        policy.NotYoursToCertify,
        policy.CertificationBegun,
        policy.CertificationSettled,
        Stale,
        VersionNeeded,
    ),
    summary="Move it to another day",
    description="Until one of the two has marked.",
)
async def move(
    certification_id: UUID,
    given: CertificationMove,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    moved = await store.write(
        service.move, actor, certification_id=certification_id, given=given, version=version
    )
    return etag(response, moved)


@router.delete(
    "/{certification_id}",
    operation_id="certifications.withdraw",
    status_code=status.HTTP_204_NO_CONTENT,
    responses=answers(
        policy.NotYoursToCertify, policy.CertificationBegun, policy.CertificationSettled
    ),
    summary="Take it back",
    description="Until one of the two has marked.",
)
async def withdraw(certification_id: UUID, actor: CurrentActor, store: Store) -> None:
    await store.write(service.withdraw, actor, certification_id=certification_id)
