"""Routes of the ladder."""

from uuid import UUID

from fastapi import APIRouter, status

from api.kit.errors import BornDifferently
from api.kit.http import Birth, Store, answers
from api.people.routes import CurrentActor
from api.playbook.policy import SkillUnknown
from api.ride_alongs.ladder import policy, service
from api.ride_alongs.ladder.schemas import LadderRead, RungMoveAnswer, RungMoveNew

router = APIRouter(prefix="/people/{person_id}/ladder", tags=["ride-alongs"])


@router.get(
    "",
    operation_id="ladder.get",
    response_model=LadderRead,
    responses=answers(),
    summary="Where somebody stands in each skill",
    description="For the person, their mentor and their manager; reading it is listed to the person.",
)
async def get(person_id: UUID, actor: CurrentActor, store: Store) -> object:
    return await store.read(service.ladder, actor, person_id=person_id)


@router.post(
    "/moves",
    status_code=status.HTTP_201_CREATED,
    operation_id="ladder.propose",
    response_model=LadderRead,
    responses=answers(
        BornDifferently,
        SkillUnknown,
        policy.OneRungAtATime,
        policy.MoreVisitsFirst,
        policy.MovedToday,
        policy.MoveIsOpen,
    ),
    summary="Propose the next rung, up or down",
    description="By the person or by whoever helps them; the other side answers. Up needs two visits at the rung, down "
    "needs nothing. A skill moves one rung a day at most.",
)
async def propose(
    person_id: UUID, given: RungMoveNew, actor: CurrentActor, store: Store, birth: Birth
) -> object:
    return await store.write(service.propose, actor, person_id=person_id, given=given, birth=birth)


@router.put(
    "/moves/{move_id}/answer",
    operation_id="ladder.answer",
    response_model=LadderRead,
    responses=answers(policy.OtherSideAnswers, policy.MoveIsAnswered, policy.MovedToday),
    summary="Agree to a move, or not now",
    description="By the other side; who proposed it may take it back. Said again, it changes nothing.",
)
async def answer(
    person_id: UUID, move_id: UUID, given: RungMoveAnswer, actor: CurrentActor, store: Store
) -> object:
    of = {"person_id": person_id, "move_id": move_id}
    return await store.write(service.answer, actor, given=given, **of)
