"""Routes of coverage."""

from uuid import UUID

from fastapi import APIRouter

from api.kit.http import Store, answers
from api.people.routes import CurrentActor
from api.training.coverage import queries
from api.training.coverage.schemas import CoverageRead, TeamCoverageRead

router = APIRouter(tags=["training"])


@router.get(
    "/people/{person_id}/coverage",
    operation_id="people.coverage",
    response_model=CoverageRead,
    responses=answers(),
    summary="What somebody has had of each product and skill",
    description="The latest class and the latest confirmed practice. Read by the person, their mentor and manager, and the "
    "trainer; that it was read is told to the person.",
)
async def of_person(person_id: UUID, actor: CurrentActor, store: Store) -> object:
    return await store.read(queries.of_person, actor, person_id=person_id)


@router.get(
    "/teams/{team_id}/coverage",
    operation_id="teams.coverage",
    response_model=TeamCoverageRead,
    responses=answers(),
    summary="Which product or skill somebody of a team has not had yet",
    description="By subject, with the names of those who have had no class about it. For the trainer and the team's manager; "
    "it is told to each of them.",
)
async def of_team(team_id: UUID, actor: CurrentActor, store: Store) -> object:
    return await store.read(queries.of_team, actor, team_id=team_id)
