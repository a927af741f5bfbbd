"""Which two people play on which evening: newcomers nearly always, the others when something is to be practised."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from api.demo.ledger import dealt, seeded
from api.demo.month import WORKED
from api.demo.people import LEAVER, LEAVES_ON, PARTS, REPS, Part
from api.people.models import Role

EVENINGS = 106
ROUNDS = {2: 0.52, 3: 0.39, 4: 0.09}
PARTNERS = {"mentor": 0.5, "colleague": 0.35, "manager": 0.15}
OTHER_PLANS = 0.1
TIRED = {("xu.nian", 18), ("xu.nian", 19)}
"""许念 has not drilled for two evenings; her child is ill."""

Seat = tuple[str, str]
"""The rep of a round by login, and the client by name."""


@dataclass(frozen=True)
class Evening:
    """Two people, and how many rounds. A story names the seats and clients; `phone_of` keeps the record.

    `also` are kinds of objection for which a line was agreed though they stand on no sheet.
    """

    day: int
    first: str
    second: str
    rounds: int
    told: tuple[Seat, ...] = ()
    phone_of: str | None = None
    also: tuple[str, ...] = ()


XIAOMAN = "lin.xiaoman"
RUICHUAN = "锐川紧固件"
TOLD = (
    Evening(7, XIAOMAN, "han.xue", 3, ((XIAOMAN, "暖屿灯饰"),) * 3),
    Evening(9, XIAOMAN, "zhou.qihang", 3, ((XIAOMAN, "泽源泵业"),) * 3),
    Evening(11, "han.xue", "he.jing", 4, (("han.xue", "鸿岳轴承"),) * 4, also=("partner",)),
    Evening(12, XIAOMAN, "han.xue", 3, ((XIAOMAN, "泽源泵业"),) * 3),
    Evening(16, XIAOMAN, "han.xue", 3, ((XIAOMAN, "溪石厨具"),) * 3),
    Evening(18, XIAOMAN, "han.xue", 2, ((XIAOMAN, RUICHUAN),) * 2, phone_of="han.xue"),
    Evening(
        19,
        XIAOMAN,
        "zhou.qihang",
        3,
        ((XIAOMAN, RUICHUAN), (XIAOMAN, RUICHUAN), ("zhou.qihang", RUICHUAN)),
    ),
)
"""林小满 fires nine rounds at "no result" before she leads on day 14; 韩雪 plays her big order with 何静."""


def evenings_of_the_month(has_something: Callable[[str, int], bool]) -> list[Evening]:
    """`has_something` tells by login and day whether there is anything of tomorrow to play."""
    chance = seeded("evenings")
    busy: dict[int, set[str]] = defaultdict(set)
    for one in TOLD:
        busy[one.day] |= {one.first, one.second}
    pairs: list[tuple[int, str, str]] = []
    for day, rep in _wanting():
        partner = _partner(rep, day, busy[day])
        if partner is None or not (has_something(rep.login, day) or has_something(partner, day)):
            continue
        if len(pairs) + len(TOLD) < EVENINGS:
            busy[day] |= {rep.login, partner}
            pairs.append((day, rep.login, partner))
    sizes = dealt(chance, ROUNDS, len(pairs))
    made_up = [Evening(*pair, size) for pair, size in zip(pairs, sizes, strict=True)]
    return sorted([*TOLD, *made_up], key=lambda one: (one.day, one.first))


def _wanting() -> list[tuple[int, Part]]:
    """Newcomers first, then the others in any order; the last two evenings keep tomorrow's big orders open."""
    chance = seeded("who drills")
    newcomers = [(day, rep) for day in range(WORKED) for rep in REPS if rep.newcomer]
    others = [(day, rep) for day in range(WORKED) for rep in REPS if not rep.newcomer]
    chance.shuffle(others)
    return [one for one in newcomers if chance.random() > OTHER_PLANS] + others


def _partner(rep: Part, day: int, busy: set[str]) -> str | None:
    if not _free(rep.login, day, busy):
        return None
    chance = seeded(f"partner of {rep.login} on {day}")
    kind = chance.choices(list(PARTNERS), list(PARTNERS.values()))[0]
    manager = next(one.login for one in PARTS if one.role is Role.MANAGER and one.team == rep.team)
    team = [one.login for one in REPS if one.team == rep.team and one.login != rep.login]
    free = [login for login in team if _free(login, day, busy)]
    if kind == "mentor" and rep.mentor in free:
        return rep.mentor
    if kind == "manager" and manager not in busy:
        return manager
    return chance.choice(free) if free else None


def _free(login: str, day: int, busy: set[str]) -> bool:
    left = login == LEAVER and day > LEAVES_ON
    return not (left or login in busy or (login, day) in TIRED)
