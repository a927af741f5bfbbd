"""One rung at a time, in the organisation's order; up when both agree after two visits at the rung, down without blame."""

from collections.abc import Sequence

from api.kit.errors import Conflict, Forbidden
from api.people.policy import Actor
from api.ride_alongs.models import Rung

VISITS_BEFORE_UP = 2
"""So many visits at the rung speak for the next one (domain.md §2.5)."""


class OneRungAtATime(Conflict):
    code = "one_rung_at_a_time"
    en = "The ladder goes one rung up or down at a time. Choose the next one."
    zh = "阶段一次只走一步，请选相邻的那一步。"


class MoreVisitsFirst(Conflict):
    code = "more_visits_first"
    en = "Two visits at this rung come first. Ride along once more, then go up."
    zh = "这一步至少先走两家客户，再陪访一次，然后往上走。"


class MovedToday(Conflict):
    code = "moved_today"
    en = "This skill moved a rung today already. Let the new rung have its day, and move tomorrow."
    zh = "这项技能今天已经走过一步，先用好新的一步，明天再走。"


class MoveIsOpen(Conflict):
    code = "move_is_open"
    en = "A move of this skill waits for an answer. Answer that one first."
    zh = "这项技能已有一步在等回应，请先回应那一步。"


class MoveIsAnswered(Conflict):
    code = "move_is_answered"
    en = "This move was answered already. Propose a new one when the time has come."
    zh = "这一步已经回应过了，以后需要可以再提。"


class OtherSideAnswers(Forbidden):
    code = "other_side_answers"
    en = "Your side proposed this move, so the other side answers. Talk it over at the next ride-along."
    zh = "这一步是你们这边提的，要由对方回应，下次陪访时聊一聊。"


def order_of(actor: Actor) -> list[Rung]:
    return [Rung(name) for name in actor.settings.rungs]


def check_one_step(order: Sequence[Rung], *, current: Rung, wanted: Rung) -> bool:
    """Whether it goes up. Raises OneRungAtATime for anything but a neighbour."""
    steps = order.index(wanted) - order.index(current)
    if abs(steps) != 1:
        raise OneRungAtATime
    return steps > 0


def goes_up(actor: Actor, from_rung: str, to_rung: str) -> bool:
    """By the order of today; `actor` lends it."""
    order = order_of(actor)
    return order.index(Rung(to_rung)) > order.index(Rung(from_rung))


def rung_below(order: Sequence[Rung], current: Rung) -> Rung | None:
    place = order.index(current)
    return order[place - 1] if place else None
