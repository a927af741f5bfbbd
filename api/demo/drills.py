"""Evenings of role-play as rows: seats, verdicts, ticks, and the lines agreed for the next day."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from api.clients.models import ClientSheet
from api.demo.boss_cards import boss_card
from api.demo.clients import Known
from api.demo.evenings import Evening
from api.demo.ledger import Ledger, born_as, seeded, words
from api.demo.month import WORKED, Month
from api.demo.people import Cast
from api.demo.sheets import Desk
from api.demo.visits import Told
from api.drills.models import (
    ChangeKind,
    Drill,
    DrillPerson,
    DrillState,
    Mark,
    Round,
    RoundLine,
    RoundTick,
    Verdict,
)

VERDICTS = {Verdict.WOULD_SIGN: 35, Verdict.WOULD_MEET_AGAIN: 52, Verdict.WOULD_NOT: 13}
FIRST_VERDICTS = {Verdict.WOULD_SIGN: 15, Verdict.WOULD_MEET_AGAIN: 50, Verdict.WOULD_NOT: 35}
MARKS = (Mark.YES, Mark.YES, Mark.PARTLY, Mark.PARTLY, Mark.NO)
MOST_LINES = 3
PLAYED_BEFORE = ("first", "follow_up", "close")


@dataclass(frozen=True)
class Play:
    """One round to be played: who is the rep, who the boss, at which client, from which sheet."""

    rep: str
    boss: str
    known: Known
    sheet: ClientSheet


class Stage:
    """Where the month's evenings are played."""

    def __init__(
        self, ledger: Ledger, month: Month, cast: Cast, desk: Desk, behaviours: Sequence[UUID]
    ) -> None:
        self.ledger = ledger
        self.month = month
        self.cast = cast
        self.desk = desk
        self.behaviours = behaviours
        self.chance = seeded("drills")
        self.plans: dict[tuple[str, int], list[Told]] = defaultdict(list)
        self.clients: dict[str, Known] = {}

    def announce(self, told: list[Told]) -> None:
        """The month's visits: what is planned for a day is what may be played the evening before."""
        for one in told:
            self.clients[one.stop.known.client.name] = one.stop.known
            if one.stop.planned:
                self.plans[(one.stop.rep, one.stop.day)].append(one)

    def has_something(self, login: str, day: int) -> bool:
        return bool(self._worth_playing(login, day))

    def play(self, evening: Evening) -> None:
        begins = self.month.at(evening.day, "18:35", minutes=self.chance.randint(0, 12))
        plays = self._plays(evening, begins)
        drill = self._drill(evening, begins)
        clock = begins + timedelta(minutes=2)
        for number, play in enumerate(plays, start=1):
            is_last = number == len(plays) or plays[number].known is not play.known
            played = self._round(drill, number, play, clock)
            client = play.known.client.name
            played.boss_card = boss_card(self.ledger, played, play.sheet, client)
            self._leave_behind(played, self._agreed(play.sheet, evening) if is_last else [])
            clock += timedelta(seconds=played.seconds + self.chance.randint(120, 260))
        drill.wrapped_at = drill.updated_at = clock
        drill.state, drill.version = DrillState.WRAPPED, 2 + len(plays)

    def _plays(self, evening: Evening, begins: datetime) -> list[Play]:
        seats = [(rep, self.clients[name]) for rep, name in evening.told] or self._seats(evening)
        moment = begins - timedelta(minutes=self.chance.randint(6, 14))
        others = {evening.first: evening.second, evening.second: evening.first}
        sheets = {
            known.client.name: self.desk.ready(known, evening.day, moment) for _, known in seats
        }
        return [Play(rep, others[rep], known, sheets[known.client.name]) for rep, known in seats]

    def _seats(self, evening: Evening) -> list[tuple[str, Known]]:
        """The first one's client, then the other's; who has none of tomorrow plays the partner's."""
        mine, theirs = (
            self._worth_playing(login, evening.day) for login in (evening.first, evening.second)
        )
        mine, theirs = mine or theirs, theirs or mine
        for_me = (evening.rounds + 1) // 2
        return [(evening.first, mine[0])] * for_me + [
            (evening.second, theirs[0]) for _ in range(evening.rounds - for_me)
        ]

    def _worth_playing(self, login: str, day: int) -> list[Known]:
        return [
            one.stop.known
            for one in self.plans.get((login, day + 1), [])
            if one.stop.told is None and one.stop.purpose in PLAYED_BEFORE
        ]

    def _drill(self, evening: Evening, begins: datetime) -> Drill:
        phone = evening.phone_of or evening.first
        people = self.cast.people
        drill = self.ledger.add(
            Drill,
            begins,
            day=self.month.days[evening.day],
            state=DrillState.RUNNING,
            started_by_id=people[phone].id,
            recorded_by_id=people[phone].id,
            started_at=begins,
            birth_digest=b"",
        )
        drill.birth_digest = born_as(drill.id)
        for login in (evening.first, evening.second):
            self.ledger.add(
                DrillPerson,
                begins,
                drill_id=drill.id,
                person_id=people[login].id,
                acknowledged_at=self._seen(evening.day, begins, on_phone=login == phone),
            )
        return drill

    def _seen(self, day: int, begins: datetime, *, on_phone: bool) -> datetime | None:
        """Who did not hold the phone looks next morning; the last two evenings still wait to be seen."""
        if on_phone:
            return begins
        return self.month.at(day + 1, "08:20") if day < WORKED - 2 else None

    def _round(self, drill: Drill, number: int, play: Play, clock: datetime) -> Round:
        chance, given = self.chance, words("drills")
        verdicts = FIRST_VERDICTS if number == 1 else VERDICTS
        change = chance.choice(given["changes"])
        played = self.ledger.add(
            Round,
            clock,
            drill_id=drill.id,
            number=number,
            visit_id=self._visit_of(drill, play.known),
            client_id=play.known.client.id,
            rep_id=self.cast.people[play.rep].id,
            boss_id=self.cast.people[play.boss].id,
            sheet_version_id=play.sheet.id,
            briefed=chance.random() < 0.8,
            started_at=clock,
            seconds=chance.randint(280, 460),
            verdict=chance.choices(list(verdicts), list(verdicts.values()))[0],
            key_moment=chance.choice(given["key_moments"]) if chance.random() < 0.5 else None,
            rep_words=chance.choice(given["rep_words"]) if chance.random() < 0.7 else None,
            keep=chance.choice(given["keeps"]),
            change=change["words"],
            change_kind=ChangeKind(change["kind"]),
            birth_digest=b"",
        )
        played.birth_digest = born_as(played.id)
        return played

    def _visit_of(self, drill: Drill, known: Known) -> UUID | None:
        """The visit of the next day they play for, when there is one."""
        day = self.month.days.index(drill.day) + 1
        planned = [
            one.visit.id
            for (_, on), visits in self.plans.items()
            if on == day
            for one in visits
            if one.stop.known is known
        ]
        return planned[0] if planned else None

    def _agreed(self, sheet: ClientSheet, evening: Evening) -> list[dict[str, Any]]:
        """What goes along to the client: the sheet's lines, and what a story adds to them."""
        usual = words("visits")["objections"]
        also = [
            {"type_key": key, "words": usual[key][0], "answer": self.desk.playbook.first(key)}
            for key in evening.also
        ]
        return [*sheet.content["objections"]["items"][:MOST_LINES], *also]

    def _leave_behind(self, played: Round, agreed: list[dict[str, Any]]) -> None:
        """Ticks after every round; agreed lines once, after the last round on a client."""
        for behaviour_id in self.chance.sample(self.behaviours, self.chance.randint(2, 4)):
            mark = self.chance.choice(MARKS)
            self.ledger.add(
                RoundTick,
                played.created_at,
                round_id=played.id,
                behaviour_id=behaviour_id,
                mark=mark,
            )
        for place, said in enumerate(agreed):
            self.ledger.add(
                RoundLine,
                played.created_at,
                round_id=played.id,
                place=place,
                words=said["words"],
                answer=said["answer"],
                type_key=said["type_key"],
                answer_id=self.desk.playbook.answer_id(said["type_key"], said["answer"]),
            )
