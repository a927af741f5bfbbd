"""Who reads a reward: the team it was told to, whoever got it, and their mentor."""

import sqlalchemy as sa
from sqlmodel import col

from api.goals.figures.policy import GoalState
from api.goals.models import Reward
from api.goals.queries import GoalView
from api.kit.errors import Conflict
from api.people.policy import Actor


class NotMet(Conflict):
    code = "goal_not_met"
    en = "A reward is for a goal that was reached. Say thanks in person for what went well."
    zh = "奖励是给达成的目标的。做得好的地方，可以当面说声谢谢。"


class NobodyToTell(Conflict):
    code = "reward_has_no_team"
    en = "A reward is told to the team, and this person works in none. Say it in person."
    zh = "奖励是说给团队听的，这个人不在任何团队里，请当面说。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list of rewards."""
    whose = [actor.person_id, *sorted(actor.apprentice_ids)]
    readers: list[sa.ColumnElement[bool]] = [col(Reward.owner_id).in_(whose)]
    if actor.team_id is not None:
        readers.append(col(Reward.team_id) == actor.team_id)
    return sa.and_(col(Reward.organisation_id) == actor.organisation_id, sa.or_(*readers))


def check_met(goal: GoalView) -> None:
    if goal.state is not GoalState.MET:
        raise NotMet
