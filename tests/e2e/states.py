"""One look at one screen, and the steps that lead to it."""

from dataclasses import dataclass

from tests.e2e.scenery import REP

Step = str | tuple[str, str]
"""A tap on the first that fits a selector, or a selector and what is typed there."""

SAVE = "footer.dock button.btn:not(.icon)"
DONE = "dialog button[type=submit]"
STALLED = "input[name=outcome][value=stalled]"
NO_RESULT = "input[name=objection][value=noresult]"


@dataclass(frozen=True)
class State:
    """One look at one screen by one person."""

    address: str
    steps: tuple[Step, ...] = ()
    who: str = REP
    wide: bool = False


def states_of(*looks: str | tuple[str, tuple[Step, ...]], who: str = REP) -> list[State]:
    return [State(look, (), who) if isinstance(look, str) else State(*look, who) for look in looks]
