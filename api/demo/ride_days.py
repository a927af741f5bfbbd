"""Which days somebody rides along: two a week for each newcomer from the second week on, one for each of the others.

Of the forty-one three lie ahead: today's, tomorrow's, and one that is asked for.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from api.demo.ledger import seeded
from api.demo.month import TODAY, TOMORROW, WORKED
from api.demo.people import LEAVER, LEAVES_ON, PARTS, REPS, Part
from api.demo.visits import Told
from api.people.models import Role

WEEKS = ((5, 9), (10, 14), (15, 19))
EACH_WEEK, MOST_VISITS, FEWEST_VISITS = 2, 4, 2
STORY = {"lin.xiaoman": {(5, 9): (5, 7, 9), (10, 14): (13,)}}
"""Days that 林小满's story needs: she listens first, is rescued twice, and a week later she leads."""
OTHERWISE = {"lin.xiaoman": (3, 1, 1), "xu.nian": (2, 2, 1)}
"""How many days in each of the weeks; the last one of both is still ahead."""
AHEAD = (("lin.xiaoman", TODAY), ("xu.nian", TOMORROW))
ASKS = ("zhou.qihang", "he.jing", TOMORROW + 1)
"""A day somebody has asked for, and the other one has not answered yet."""
FIRST_DAY = ("lin.xiaoman", 5)
"""She listens at two doors, and watches at those after."""
SHE_LED = (("暖屿灯饰", 7), ("泽源泵业", 9))
"""Where her mentor stepped in."""


@dataclass(frozen=True)
class RideDay:
    """`mentor` helps `apprentice` on a day, at these visits of the apprentice."""

    mentor: str
    apprentice: Part
    day: int
    visits: tuple[Told, ...]


def ride_days(told: list[Told]) -> list[RideDay]:
    """Of the four weeks, by day; nobody helps or is helped twice on one day."""
    by_day = _by_day(told)
    taken: set[tuple[str, int]] = set()
    newcomers = [one for one in REPS if one.newcomer]
    others = [one for one in REPS if not one.newcomer and one.login != ASKS[0]]
    found = [day for rep in newcomers for day in _of_newcomer(rep, by_day, taken)]
    found += [_of_other(rep, by_day, taken) for rep in others]
    return sorted(found, key=lambda one: (one.day, one.apprentice.login))


def today_with(told: list[Told], login: str, *, day: int = TODAY) -> RideDay:
    """The day on which somebody's mentor comes along, today or tomorrow."""
    part = next(one for one in REPS if one.login == login)
    visits = _by_day(told)[login, day][:MOST_VISITS]
    return RideDay(part.mentor or "", part, day, tuple(visits))


def _by_day(told: Iterable[Told]) -> dict[tuple[str, int], list[Told]]:
    """What took place, and what of today and tomorrow is planned."""
    found: dict[tuple[str, int], list[Told]] = defaultdict(list)
    for one in sorted(told, key=lambda one: one.stop.wall):
        still_ahead = one.stop.day in (TODAY, TOMORROW)
        if one.visit.checked_in or still_ahead:
            found[one.stop.rep, one.stop.day].append(one)
    return found


def _of_newcomer(
    rep: Part, by_day: dict[tuple[str, int], list[Told]], taken: set[tuple[str, int]]
) -> list[RideDay]:
    chance = seeded(f"ride-alongs {rep.login}")
    mentor = rep.mentor or ""
    found: list[RideDay] = []
    each = OTHERWISE.get(rep.login, (EACH_WEEK,) * len(WEEKS))
    for (first, last), most in zip(WEEKS, each, strict=True):
        if rep.login == LEAVER and last > LEAVES_ON:
            continue
        wanted = list(STORY.get(rep.login, {}).get((first, last), ()))
        free = [day for day in range(first, last + 1) if day not in wanted]
        chance.shuffle(free)
        for day in [*wanted, *free][: last - first + 1]:
            if len([one for one in found if first <= one.day <= last]) < most:
                found += _ride(mentor, rep, day, by_day, taken)
    return found


def _of_other(
    rep: Part, by_day: dict[tuple[str, int], list[Told]], taken: set[tuple[str, int]]
) -> RideDay:
    """Once a month with the manager of the team."""
    manager = next(one.login for one in PARTS if one.role is Role.MANAGER and one.team == rep.team)
    days = list(range(1, WORKED))
    seeded(f"ride-alongs {rep.login}").shuffle(days)
    return next(found for day in days for found in _ride(manager, rep, day, by_day, taken))


def _ride(
    mentor: str,
    rep: Part,
    day: int,
    by_day: dict[tuple[str, int], list[Told]],
    taken: set[tuple[str, int]],
) -> list[RideDay]:
    """One day when both are free and there are clients to go to; else none."""
    visits = by_day[rep.login, day][:MOST_VISITS]
    both = {(mentor, day), (rep.login, day)}
    if len(visits) < FEWEST_VISITS or both & taken:
        return []
    taken |= both
    return [RideDay(mentor, rep, day, tuple(visits))]
