"""Routes of attendance, practice and evidence."""

from uuid import UUID

from fastapi import APIRouter, Response, status

from api.kit.errors import BornDifferently
from api.kit.http import Birth, Store, answers, etag
from api.people.routes import CurrentActor
from api.playbook.policy import ObjectionTypeUnknown, SkillUnknown
from api.training.policy import HoldItFirst, NotYourSession, SessionDayOver, SessionOver
from api.training.practice import service
from api.training.practice.policy import (
    NotALearner,
    NotYoursToConfirm,
    OnlyForManagers,
    TriedElsewhere,
)
from api.training.practice.schemas import AttendanceGiven, EvidenceNew, PracticeGiven
from api.training.schemas import SessionRead

router = APIRouter(prefix="/sessions", tags=["training"])


@router.put(
    "/{session_id}/attendance/{person_id}",
    operation_id="sessions.mark_attendance",
    response_model=SessionRead,
    responses=answers(NotYourSession, HoldItFirst, SessionOver, SessionDayOver),
    summary="Say whether somebody was there",
    description="Whoever missed it has a reason and a day to make it up. Read by the person, their mentor and manager, "
    "and those who give the class.",
)
async def mark(
    session_id: UUID,
    person_id: UUID,
    given: AttendanceGiven,
    actor: CurrentActor,
    store: Store,
    response: Response,
) -> object:
    marked = await store.write(
        service.mark, actor, session_id=session_id, person_id=person_id, given=given
    )
    return etag(response, marked)


@router.put(
    "/{session_id}/practice",
    operation_id="sessions.assign_practice",
    response_model=SessionRead,
    responses=answers(
        NotYourSession,
        SessionOver,
        SessionDayOver,
        OnlyForManagers,
        ObjectionTypeUnknown,
        SkillUnknown,
    ),
    summary="Say what to practise, and until when",
    description="A drill on an objection or a skill, a try at a client's, or in the management track a ride-along or a "
    "review to hold. It may be said before the class.",
)
async def assign(
    session_id: UUID, given: PracticeGiven, actor: CurrentActor, store: Store, response: Response
) -> object:
    given_out = await store.write(service.assign, actor, session_id=session_id, given=given)
    return etag(response, given_out)


@router.post(
    "/{session_id}/evidence",
    operation_id="sessions.show_practice",
    status_code=status.HTTP_201_CREATED,
    response_model=SessionRead,
    responses=answers(
        NotALearner, HoldItFirst, SessionOver, OnlyForManagers, TriedElsewhere, BornDifferently
    ),
    summary="Say where you tried it",
    description="By the learner: a round in which you were the rep, or a visit of your own, and a few words. Of the management track "
    "also a ride-along or a review that you held.",
)
async def show(
    session_id: UUID,
    given: EvidenceNew,
    actor: CurrentActor,
    store: Store,
    birth: Birth,
    response: Response,
) -> object:
    shown = await store.write(service.show, actor, session_id=session_id, given=given, birth=birth)
    return etag(response, shown)


@router.put(
    "/{session_id}/evidence/{evidence_id}/confirmation",
    operation_id="sessions.confirm_practice",
    response_model=SessionRead,
    responses=answers(NotYoursToConfirm),
    summary="Say that you have seen it",
    description="By mentor, manager, or whoever played the round; never by the learner. Confirmed twice it stays with the first.",
)
async def confirm(
    session_id: UUID, evidence_id: UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    confirmed = await store.write(
        service.confirm, actor, session_id=session_id, evidence_id=evidence_id
    )
    return etag(response, confirmed)
