"""What a KPI post needs before anybody can tell it."""

from api.kit.errors import Conflict


class NoGoalAgreed(Conflict):
    code = "no_goal_agreed"
    en = "No goal of that week is agreed yet, so there is nothing to show. Agree on one with your manager first."
    zh = "这一周还没有说好的目标，没有数字可晒。先和主管说好目标。"


class WeekToldAlready(Conflict):
    code = "week_told_already"
    en = "You told this week already. Open it and change what is there."
    zh = "这一周你已经晒过了，打开它直接改就行。"
