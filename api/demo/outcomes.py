"""What came of each stop: outcome, purpose, whether it was effective, and what the client said.

The shares are those of the domain page (§9); chance decides only where they fall.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Iterable

from api.demo.ledger import dealt, seeded, words
from api.demo.month import TODAY, WORKED
from api.demo.people import REPS
from api.demo.schedule import Stop

OUTCOMES = {"advanced": 27.0, "continued": 37.5, "stalled": 16.0, "nobody_met": 12.0}
PURPOSES = {"first": 0.375, "close": 0.165}
"""Of all stops: the plans of today and tomorrow hold fewer first visits than the month that is over."""
EFFECTIVE_OF_A_VETERAN, EFFECTIVE_OF_A_NEWCOMER = 0.45, 0.33
HEARD = {0: 0.385, 1: 0.465, 2: 0.13, 3: 0.02}
OBJECTIONS = (
    "price",
    "noresult",
    "thinking",
    "trader",
    "partner",
    "fair",
    "staff",
    "season",
    "trust",
    "competitor",
    "timing",
    "refund",
)  # fmt: skip - in the order of how often they are heard
TRADER_WEEK, TRADER_TOPIC = range(5, 10), 13
TRADER_HEARD, TRADER_STALLS, TRADER_STALLS_LESS = 1.7, 5.2, 2.2
"""In the second week clients lean on their traders; after a topic on it in the third, fewer visits stall there."""
DONE_THIS_MORNING = 2
PLANNED_SHARE = 0.88
PRICES = (29_800, 29_800, 29_800, 59_800, 59_800, 49_800)
NEWCOMERS = {rep.login for rep in REPS if rep.newcomer}


def decide(stops: list[Stop]) -> None:
    """Fills in every stop up to this morning; the rest of today and tomorrow stays a plan."""
    happened = _happened(stops)
    _pay(happened)
    _deal_outcomes(happened)
    _mark_effective(happened)
    _choose_purposes(stops)
    _hear(happened)
    _promise_next(stops)
    _expect(stops)
    chance = seeded("planned")
    for stop in happened:
        stop.planned = stop.told is not None or chance.random() < PLANNED_SHARE


def _happened(stops: list[Stop]) -> list[Stop]:
    """All of the days before, and each rep's first visits of this morning."""
    done = [stop for stop in stops if stop.day < TODAY]
    for of_rep in _by_rep(stop for stop in stops if stop.day == TODAY).values():
        told = [stop for stop in of_rep if stop.told is not None]
        morning = 1 if of_rep[0].rep in NEWCOMERS else DONE_THIS_MORNING
        done += [stop for stop in told if stop.done]
        done += [stop for stop in of_rep[:morning] if stop.told is None and stop.wall < "12:00"]
    return done


def _pay(happened: list[Stop]) -> None:
    """Most money arrives at the first or second visit after the signature."""
    chance = seeded("payments")
    owed = {stop.known.client.name: stop.amount for stop in happened if stop.outcome == "signed"}
    owed |= {s.known.client.name: s.known.old_order for s in happened if s.known.old_order}
    for stop in happened:
        name = stop.known.client.name
        if stop.after_signing and stop.told is None and owed.get(name) and chance.random() < 0.5:
            stop.outcome, stop.amount, owed[name] = "paid", owed[name], None


def _deal_outcomes(happened: list[Stop]) -> None:
    for rep, of_rep in _by_rep(happened).items():
        open_still = [stop for stop in of_rep if not stop.done]
        hand = dealt(seeded(f"outcomes {rep}"), OUTCOMES, len(open_still))
        for stop, outcome in zip(open_still, hand, strict=True):
            stop.outcome = outcome


def _choose_purposes(stops: list[Stop]) -> None:
    """Collecting and service after a signature, first until somebody was met, closing with those known longest."""
    undecided = _plain_purposes(stops)
    chance = seeded("purposes")
    moved = _moved_forward(stops)
    undecided.sort(key=lambda stop: stop.place + moved[id(stop)] * 1.5 + chance.random())
    chosen = Counter(stop.purpose for stop in stops)
    again = max(0, round(PURPOSES["first"] * len(stops)) - chosen["first"])
    closing = max(0, round(PURPOSES["close"] * len(stops)) - chosen["close"])
    for number, stop in enumerate(undecided):
        late = number >= len(undecided) - closing
        stop.purpose = "first" if number < again else "close" if late else "follow_up"


def _plain_purposes(stops: list[Stop]) -> list[Stop]:
    """Sets the purposes nobody has to think about; answers the stops that are left."""
    paid: set[str] = set()
    undecided: list[Stop] = []
    for stop in stops:
        name = stop.known.client.name
        if stop.after_signing:
            stop.purpose = stop.purpose or ("service" if name in paid else "collect")
        elif stop.outcome == "signed":
            stop.purpose = "close"
        elif stop.place == 0:
            stop.purpose = stop.purpose or "first"
        elif stop.purpose is None:
            undecided.append(stop)
        paid |= {name} if stop.outcome == "paid" else set()
    return undecided


def _moved_forward(stops: list[Stop]) -> dict[int, bool]:
    """Whether the client had been won over to a next step before the stop."""
    won: set[str] = set()
    found: dict[int, bool] = {}
    for stop in stops:
        found[id(stop)] = stop.known.client.name in won
        won |= {stop.known.client.name} if stop.effective else set()
    return found


def _mark_effective(happened: list[Stop]) -> None:
    for rep, of_rep in _by_rep(happened).items():
        share = EFFECTIVE_OF_A_NEWCOMER if rep in NEWCOMERS else EFFECTIVE_OF_A_VETERAN
        chance = seeded(f"effective {rep}")
        waiting = sorted(of_rep, key=lambda stop: _likely(stop) + chance.random())
        for stop in waiting[: round(share * len(of_rep))]:
            stop.effective = stop.outcome in ("advanced", "continued", "signed")


def _likely(stop: Stop) -> float:
    """Lower comes first. A client who moved forward was met by somebody who decides."""
    ranks = {"advanced": 0.0, "continued": 0.92, "signed": 0.6}
    told = -2.0 if stop.told is not None and stop.outcome == "advanced" else 0.0
    unmet = 0.75 if stop.known.decider is None else 0.0
    return ranks.get(str(stop.outcome), 9.0) + told + unmet


def _hear(happened: list[Stop]) -> None:
    chance = seeded("objections")
    open_still = [
        stop
        for stop in happened
        if stop.told is None and stop.outcome in ("advanced", "continued", "stalled", "lost")
    ]
    for stop, size in zip(open_still, dealt(chance, HEARD, len(open_still)), strict=True):
        for key in _kinds(chance, stop, size):
            stop.heard.append((key, chance.choice(words("visits")["objections"][key])))


def _kinds(chance: random.Random, stop: Stop, size: int) -> list[str]:
    """By rank to the power of -0.8, but for the story of the traders."""
    weights = {key: place**-0.8 for place, key in enumerate(OBJECTIONS, start=1)}
    if stop.day in TRADER_WEEK:
        weights["trader"] *= TRADER_HEARD
    if stop.outcome == "stalled":
        weights["trader"] *= TRADER_STALLS if stop.day < TRADER_TOPIC else TRADER_STALLS_LESS
    chosen: list[str] = []
    while len(chosen) < size:
        key = chance.choices(list(weights), list(weights.values()))[0]
        del weights[key]
        chosen.append(key)
    return chosen


def _promise_next(stops: list[Stop]) -> None:
    """The next step falls on the day the client is really seen again, when that is soon."""
    chance = seeded("next steps")
    seen_again: dict[str, int] = {}
    for stop in reversed(stops):
        name = stop.known.client.name
        if stop.done and (stop.effective or stop.outcome == "advanced"):
            again = seen_again.get(name, WORKED * 2)
            stop.next_day = again if again - stop.day <= 7 else stop.day + chance.randint(2, 6)
        seen_again[name] = stop.day


def _expect(stops: list[Stop]) -> None:
    chance = seeded("expected orders")
    for stop in stops:
        wanted = stop.purpose == "close" or (stop.purpose == "follow_up" and stop.place >= 2)
        if wanted and stop.expected is None and stop.told is None:
            stop.expected = chance.choice(PRICES)


def _by_rep(stops: Iterable[Stop]) -> dict[str, list[Stop]]:
    found: dict[str, list[Stop]] = defaultdict(list)
    for stop in stops:
        found[stop.rep].append(stop)
    return found
