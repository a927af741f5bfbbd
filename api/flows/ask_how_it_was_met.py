"""奖励达到的，也请他说说怎么做到的: who is thanked for a goal that was met is asked to tell the others how (domain.md §4)."""

from uuid import UUID

from sqlmodel import Session

from api.goals.events import RewardGiven
from api.kit.events import on
from api.shares.prompts import service as prompts


@on(RewardGiven)
def ask_for_a_share(db: Session, fact: RewardGiven, organisation_id: UUID) -> None:
    """Once for a goal; whoever would rather not lets it be."""
    prompts.prompt_how(
        db,
        organisation_id,
        goal_id=fact.goal_id,
        author_id=fact.owner_id,
        team_id=fact.team_id,
    )
