"""When advice is given, and what an answer to it needs."""

from api.goals.advice.schemas import AdviceAnswerNew
from api.goals.figures.policy import GoalState
from api.goals.models import AdviceAnswer, Metric
from api.goals.queries import GoalView
from api.kit.errors import Conflict

SKILL_OF = {
    Metric.EFFECTIVE_VISITS: "opening",
    Metric.NEW_KPS: "opening",
    Metric.SIGNED: "close",
    Metric.AVERAGE_ORDER: "presentation",
    Metric.COLLECTED: "collection",
}
"""The skill of our playbook in whose hands a figure lies most; of the others any may."""


class NotMissed(Conflict):
    code = "goal_not_missed"
    en = "Advice belongs to a goal whose period is over and that was not reached. Talk now, if it drifts."
    zh = "建议是给已结束、还差一些的目标的。现在偏离的话，当面聊一聊。"


class AnsweredAlready(Conflict):
    code = "advice_answered"
    en = "This advice has been answered, and the step is agreed. Open it to see."
    zh = "这条建议已经有了回答，下一步也定好了，打开看看。"


class NoAdviceYet(Conflict):
    code = "no_advice_yet"
    en = "There is no advice to answer yet. Should it be late, that is on your manager's side, not on yours."
    zh = "还没有建议可以回答，晚的话记在主管那边，不在你这边。"


class OwnCauseNeeded(Conflict):
    code = "own_cause_needed"
    en = "Say what the cause is in your eyes, what it is about, and your own step."
    zh = "写一句你看到的原因、它属于哪一类，再写你自己的下一步。"


def check_missed(goal: GoalView) -> None:
    if goal.state is not GoalState.MISSED:
        raise NotMissed


def check_answer(given: AdviceAnswerNew) -> None:
    """Whoever sees another cause says which, so that the next step follows from it."""
    own = (given.words, given.correction, given.step, given.how_seen, given.due)
    if given.answer is AdviceAnswer.OTHER_CAUSE and not all(own):
        raise OwnCauseNeeded
