"""How much each rep does in the month: visits a day, orders signed, clients lost."""

import random
from collections import Counter
from dataclasses import dataclass

from api.demo.ledger import dealt, seeded, words
from api.demo.month import TODAY, TOMORROW, WORKED
from api.demo.people import CAMP_DAYS, LEAVER, LEAVES_ON, REPS, Part

VISITS_OF_A_VETERAN, VISITS_OF_A_NEWCOMER, VISITS_OF_THE_LEAVER = 113, 57, 38
SPREAD = 4
LOST_SHARE = 0.046
FIRST_ORDER, FIRST_ORDER_OF_A_NEWCOMER = 3, 14
"""The days from which somebody signs."""

ORDERS = {
    20_000: 1,
    29_800: 18,
    30_000: 1,
    45_000: 1,
    49_800: 1,
    59_800: 11,
    79_800: 1,
    98_000: 6,
    128_000: 1,
    198_000: 1,
}
"""How many orders of each size, in yuan: 42 worth 2.33 million, eight of them big."""
ORDERS_OF = {
    "han.xue": 5,
    "zhou.qihang": 3,
    "jiang.yuan": 4,
    "qin.lan": 2,
    "gu.chuan": 7,
    "lu.yiming": 4,
    "song.jia": 1,
    "shi.jun": 3,
    "pan.yue": 5,
    "luo.an": 3,
    "tang.ning": 2,
    "ren.jia": 1,
    "lin.xiaoman": 1,
    "bai.lu": 1,
}
"""Everybody else signs nothing this month."""
TOLD_ORDERS = {"lin.xiaoman": [29_800], "han.xue": [198_000]}
SMALL_FIRST = {"bai.lu": [29_800]}
STANDSTILL = {"zhou.qihang": range(5, 11)}
"""周启航 signs nothing in the second week, then finds his way again."""
FULL_DAYS = {("shi.jun", 16): 6}
"""A day that needs that many visits for its story."""


@dataclass(frozen=True)
class Workload:
    """Visits by day, orders in yuan by day, and the days on which a client is lost."""

    visits: dict[int, int]
    orders: dict[int, int]
    losses: Counter[int]


def workload(rep: Part) -> Workload:
    chance = seeded(f"workload {rep.login}")
    visits = _visits(rep, chance)
    worked = [day for day in visits if day < WORKED]
    losses = round(sum(visits[day] for day in worked) * LOST_SHARE)
    return Workload(
        visits, _orders(rep, worked, chance), Counter(chance.choices(worked[1:], k=losses))
    )


def _visits(rep: Part, chance: random.Random) -> dict[int, int]:
    """Visits by day; one working day of the month is off."""
    last = LEAVES_ON if rep.login == LEAVER else WORKED - 1
    days = list(range(CAMP_DAYS if rep.newcomer else 0, last + 1))
    told = {one["day"] for one in words("stories")["stops"].get(rep.login, [])}
    fixed = told | {day for login, day in FULL_DAYS if login == rep.login}
    off = chance.choice([day for day in days[1:-2] if day not in fixed])
    worked = [day for day in days if day != off or rep.login == LEAVER]
    visits = _unevenly(worked, _total(rep, chance), chance)
    visits |= {day: size for (login, day), size in FULL_DAYS.items() if login == rep.login}
    if rep.login != LEAVER:
        visits |= {TODAY: 4 if rep.newcomer else 6, TOMORROW: 3 if rep.newcomer else 5}
    return visits


def _total(rep: Part, chance: random.Random) -> int:
    if rep.login == LEAVER:
        return VISITS_OF_THE_LEAVER
    usual = VISITS_OF_A_NEWCOMER if rep.newcomer else VISITS_OF_A_VETERAN
    return usual + chance.randint(-SPREAD, SPREAD)


def _unevenly(days: list[int], total: int, chance: random.Random) -> dict[int, int]:
    """No two days are the same, and none is twice another."""
    visits = dict(Counter(dealt(chance, dict.fromkeys(days, 1), total)))
    for _ in range(len(days) // 2):
        more, less = chance.sample(days, 2)
        if visits[more] - visits[less] < 2:
            visits[more], visits[less] = visits[more] + 1, visits[less] - 1
    return dict(sorted(visits.items()))


def _orders(rep: Part, worked: list[int], chance: random.Random) -> dict[int, int]:
    amounts = _amounts()[rep.login]
    earliest = FIRST_ORDER_OF_A_NEWCOMER if rep.newcomer else FIRST_ORDER
    possible = [
        day for day in worked if day >= earliest and day not in STANDSTILL.get(rep.login, ())
    ]
    return dict(zip(chance.sample(possible, len(amounts)), amounts, strict=True))


def _amounts() -> dict[str, list[int]]:
    """What each rep will sign beside the orders of a story."""
    pool = Counter(ORDERS)
    for given in (TOLD_ORDERS, SMALL_FIRST):
        pool -= Counter(amount for amounts in given.values() for amount in amounts)
    amounts = list(pool.elements())
    seeded("orders").shuffle(amounts)
    found: dict[str, list[int]] = {}
    for rep in REPS:
        own = SMALL_FIRST.get(rep.login, [])
        more = ORDERS_OF.get(rep.login, 0) - len(own) - len(TOLD_ORDERS.get(rep.login, []))
        found[rep.login] = own + [amounts.pop() for _ in range(more)]
    return found
