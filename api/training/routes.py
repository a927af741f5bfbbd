"""Routes of sessions; also the one router of this folder."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response, status

from api.deals.policy import ProductUnknown
from api.kit.errors import BornDifferently, Stale, VersionNeeded
from api.kit.http import Birth, IfMatch, Page, Store, answers, etag
from api.kit.paging import BadCursor, PageRead
from api.people.routes import CurrentActor
from api.playbook.policy import SkillUnknown
from api.training import service
from api.training.camp_template.routes import router as camp_template
from api.training.camps.routes import router as camps
from api.training.certification_template.routes import router as certification_template
from api.training.certifications.routes import router as certifications
from api.training.coverage.routes import router as coverage
from api.training.materials.routes import router as materials
from api.training.models import Track
from api.training.plans.routes import router as plans
from api.training.policy import (
    HoldItFirst,
    NobodyToTrain,
    NotYetItsDay,
    NotYourSession,
    SessionDayOver,
    SessionHeldAlready,
    SessionOver,
    TopicNeeded,
)
from api.training.practice.policy import NobodyCame, PracticeMissing, PracticeNeeded
from api.training.practice.routes import router as practice
from api.training.queries import Wanted, When
from api.training.schemas import (
    HoldingGiven,
    PointsGiven,
    SessionCard,
    SessionChange,
    SessionRead,
    SessionSkip,
    TrainingSessionNew,
)
from api.training.series.routes import router as series
from api.training.topics.routes import router as topics

router = APIRouter()
classes = APIRouter(prefix="/sessions", tags=["training"])

ComingOrPast = Annotated[
    When | None,
    Query(
        description="`coming`: from this week's Monday on, the nearest first. `past`: before it, the latest first."
    ),
]
OfTrack = Annotated[Track | None, Query(description="Only sessions of this track.")]
OfTeam = Annotated[UUID | None, Query(description="Only sessions of this team.")]


@classes.get(
    "",
    operation_id="sessions.list",
    response_model=PageRead[SessionCard],
    responses=answers(BadCursor),
    summary="Training of your team, or that you give",
    description="The latest day first, or with `when=coming` the nearest. A skipped week stays here with its reason. "
    "Managers find their own track here, the trainer every team's.",
)
async def sessions(
    actor: CurrentActor,
    store: Store,
    page: Page,
    when: ComingOrPast = None,
    track: OfTrack = None,
    team: OfTeam = None,
) -> object:
    wanted = Wanted(when=when, track=track, team_id=team)
    return await store.read(service.sessions, actor, wanted=wanted, asked=page)


@classes.post(
    "",
    operation_id="sessions.plan",
    status_code=status.HTTP_201_CREATED,
    response_model=SessionRead,
    responses=answers(NobodyToTrain, SessionDayOver, ProductUnknown, BornDifferently),
    summary="Plan a session outside any series",
    description="By the trainer, or by a manager for the own team.",
)
async def plan(
    given: TrainingSessionNew, actor: CurrentActor, store: Store, birth: Birth, response: Response
) -> object:
    return etag(response, await store.write(service.plan, actor, given=given, birth=birth))


@classes.get(
    "/{session_id}",
    operation_id="sessions.get",
    response_model=SessionRead,
    responses=answers(),
    summary="One session",
    description="Why it is given, its learning points, what to practise; and who came and what was tried, as far as you may "
    "see it. Whose practice you read is told.",
)
async def get(session_id: UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.read(service.session, actor, session_id=session_id))


@classes.patch(
    "/{session_id}",
    operation_id="sessions.change",
    response_model=SessionRead,
    responses=answers(
        NotYourSession,
        SessionOver,
        SessionHeldAlready,
        TopicNeeded,
        ProductUnknown,
        VersionNeeded,
        Stale,
    ),
    summary="Write what it is about, and why",
    description="Until it is held. Another day is a skip with its reason and its make-up.",
)
async def change(
    session_id: UUID,
    given: SessionChange,
    actor: CurrentActor,
    store: Store,
    version: IfMatch,
    response: Response,
) -> object:
    changed = await store.write(
        service.change, actor, session_id=session_id, given=given, version=version
    )
    return etag(response, changed)


@classes.put(
    "/{session_id}/learning-points",
    operation_id="sessions.write_points",
    response_model=SessionRead,
    responses=answers(NotYourSession, SessionOver, SessionHeldAlready, SkillUnknown),
    summary="Write the learning points",
    description="Rules: if the client does this, then I do that. Until it is held.",
)
async def write_points(
    session_id: UUID, given: PointsGiven, actor: CurrentActor, store: Store, response: Response
) -> object:
    written = await store.write(service.write_points, actor, session_id=session_id, given=given)
    return etag(response, written)


@classes.put(
    "/{session_id}/announcement",
    operation_id="sessions.announce",
    response_model=SessionRead,
    responses=answers(NotYourSession, SessionOver, SessionHeldAlready, TopicNeeded),
    summary="Announce it",
    description="The team knows what it will be about. Announced twice it was announced once.",
)
async def announce(
    session_id: UUID, actor: CurrentActor, store: Store, response: Response
) -> object:
    return etag(response, await store.write(service.announce, actor, session_id=session_id))


@classes.put(
    "/{session_id}/holding",
    operation_id="sessions.hold",
    response_model=SessionRead,
    responses=answers(NotYourSession, SessionOver, TopicNeeded, NotYetItsDay),
    summary="Say that it was held",
    description="On its day or after. From now on its topic and its learning points stand.",
)
async def hold(
    session_id: UUID, given: HoldingGiven, actor: CurrentActor, store: Store, response: Response
) -> object:
    held = await store.write(service.hold, actor, session_id=session_id, given=given)
    return etag(response, held)


@classes.put(
    "/{session_id}/skip",
    operation_id="sessions.skip",
    response_model=SessionRead,
    responses=answers(NotYourSession, SessionOver, SessionHeldAlready, SessionDayOver),
    summary="Skip it, with a reason and a day to make it up",
    description="The week stays in the list with its reason, and the same class stands on the other day.",
)
async def skip(
    session_id: UUID, given: SessionSkip, actor: CurrentActor, store: Store, response: Response
) -> object:
    skipped = await store.write(service.skip, actor, session_id=session_id, given=given)
    return etag(response, skipped)


@classes.put(
    "/{session_id}/closing",
    operation_id="sessions.close",
    response_model=SessionRead,
    responses=answers(
        NotYourSession, SessionOver, HoldItFirst, NobodyCame, PracticeNeeded, PracticeMissing
    ),
    summary="Close it, after practice",
    description="Only once everybody who came has practised and somebody has seen it. A refusal says how many are missing, "
    "and never who.",
)
async def close(session_id: UUID, actor: CurrentActor, store: Store, response: Response) -> object:
    return etag(response, await store.write(service.close, actor, session_id=session_id))


of_classes = (classes, materials, practice, series, plans, topics, coverage)
for part in (*of_classes, camp_template, camps, certification_template, certifications):
    router.include_router(part)
