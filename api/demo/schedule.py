"""Who stands at whose door on which day: the stops of a month, with signatures and losses already placed."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from api.demo.clients import Known
from api.demo.ledger import seeded, words
from api.demo.month import TODAY, TOMORROW
from api.demo.people import LEAVER, LEAVES_ON, REPS, TAKES_OVER, Part
from api.demo.workload import workload

MORNING = ("09:00", "09:30", "10:00", "10:30", "11:00")
AFTERNOON = ("13:30", "14:00", "14:30", "15:00", "15:30", "16:00", "16:30")
REST = 2
"""A rep comes back to a client on the second day after at the earliest."""
SERVED_AFTER_SIGNING = 3
NOTHING_BUT_THE_STORY = ("lin.xiaoman", TODAY)
"""林小满's today and tomorrow are told visit by visit."""


@dataclass
class Stop:
    """One visit in the making. `place` counts the visits to this client from 0; amounts are yuan."""

    rep: str
    day: int
    wall: str
    known: Known
    place: int = 0
    told: dict[str, Any] | None = None
    purpose: str | None = None
    outcome: str | None = None
    amount: int | None = None
    expected: int | None = None
    effective: bool = False
    planned: bool = True
    heard: list[tuple[str, str]] = field(default_factory=list)
    next_day: int | None = None
    after_signing: int = 0

    @property
    def done(self) -> bool:
        return self.outcome is not None


class Walk:
    """A rep's way through the month: who is due, and what must happen on the way."""

    def __init__(self, rep: Part, clients: list[Known]) -> None:
        self.rep = rep
        self.chance = seeded(f"schedule {rep.login}")
        self.work = workload(rep)
        self.free = [known for known in clients if not known.told]
        self.told = {known.client.name: known for known in clients if known.told}
        self.last: dict[str, int] = {}
        self.places: Counter[str] = Counter()
        self.signed = {known.client.name: 0 for known in clients if known.old_order}
        self.closed: set[str] = set()
        self.stops: list[Stop] = []

    def take_over(self, clients: list[Known], before: "Walk") -> None:
        """Clients of a colleague who left, with what has been with them."""
        for known in clients:
            known.starts = max(known.starts, LEAVES_ON + 1)
        self.free += clients
        self.last |= before.last
        self.places |= before.places
        self.signed |= before.signed
        self.closed |= before.closed

    def walk(self, days: range) -> None:
        for day in days:
            told = [self._story(one) for one in self._stories() if one["day"] == day]
            free = self._free_stops(day, told)
            for stop in sorted([*told, *free], key=lambda one: one.wall):
                self._visit(stop)
            self._decide(free, day)

    def _stories(self) -> list[dict[str, Any]]:
        stories: list[dict[str, Any]] = words("stories")["stops"].get(self.rep.login, [])
        return stories

    def _free_stops(self, day: int, told: list[Stop]) -> list[Stop]:
        """What is not told of the day: whoever is due, at the hours that are left."""
        login, since = NOTHING_BUT_THE_STORY
        size = max(0, self.work.visits.get(day, 0) - len(told))
        if self.rep.login == login and day >= since:
            size = 0
        taken = {stop.wall for stop in told}
        walls = [wall for wall in MORNING + AFTERNOON if wall not in taken]
        due = self._due(day, size)
        return [
            Stop(self.rep.login, day, wall, known)
            for wall, known in zip(self.chance.sample(walls, len(due)), due, strict=True)
        ]

    def _story(self, told: dict[str, Any]) -> Stop:
        return Stop(
            self.rep.login,
            told["day"],
            told["wall"],
            self.told[told["client"]],
            told=told,
            purpose=told["purpose"],
            outcome=told.get("outcome"),
            amount=told.get("amount"),
            expected=told.get("expected"),
            heard=[(key, said) for key, said in told.get("heard", [])],
        )

    def _due(self, day: int, size: int) -> list[Known]:
        """Those who have waited longest; a new client goes first on its first day."""
        active = [
            known
            for known in self.free
            if known.starts <= day
            and known.client.name not in self.closed
            and self.last.get(known.client.name, -REST) <= day - REST
        ]

        def waited(known: Known) -> float:
            return self.last.get(known.client.name, known.starts - 6) + self.chance.random() * 3

        return sorted(active, key=waited)[:size]

    def _visit(self, stop: Stop) -> None:
        name = stop.known.client.name
        stop.place = self.places[name]
        self.places[name] += 1
        self.last[name] = stop.day
        if name in self.signed:
            self.signed[name] += 1
            stop.after_signing = self.signed[name]
            if stop.after_signing >= SERVED_AFTER_SIGNING:
                self.closed.add(name)
        if stop.outcome == "signed":
            self.signed[name] = 0
        self.stops.append(stop)

    def _decide(self, stops: list[Stop], day: int) -> None:
        """Signs with the client known longest, and loses one it has seen before."""
        open_still = [stop for stop in stops if not stop.after_signing]
        open_still.sort(key=lambda stop: stop.place, reverse=True)
        if day in self.work.orders and open_still:
            stop, amount = open_still.pop(0), self.work.orders[day]
            stop.outcome, stop.amount, stop.expected = "signed", amount, amount
            self.signed[stop.known.client.name] = 0
        for _ in range(self.work.losses[day]):
            if open_still:
                stop = open_still.pop()
                stop.outcome = "lost"
                self.closed.add(stop.known.client.name)


def stops_of_the_month(clients: dict[str, list[Known]]) -> list[Stop]:
    """Every stop from the first day to tomorrow, by day and time."""
    walks = {rep.login: Walk(rep, clients[rep.login]) for rep in REPS}
    for rep in REPS:
        walks[rep.login].walk(range(LEAVES_ON + 1))
    walks[TAKES_OVER].take_over(clients[LEAVER], walks[LEAVER])
    for rep in REPS:
        if rep.login != LEAVER:
            walks[rep.login].walk(range(LEAVES_ON + 1, TOMORROW + 1))
    every = [stop for one in walks.values() for stop in one.stops]
    return sorted(every, key=lambda stop: (stop.day, stop.wall, stop.rep))
