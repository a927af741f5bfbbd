"""Four weeks of pair interviews and this one: laid as the method lays them, written and mostly held."""

from datetime import date
from random import Random
from uuid import UUID

from api.demo.ledger import Ledger, seeded, words
from api.demo.month import TODAY, Month
from api.demo.people import LEAVER, LEAVES_ON, REPS, TEAMS, Cast
from api.shares.interviews.models import InterviewSeat, PairInterview
from api.shares.interviews.policy import Group, groups_of, met, monday_of, usual_day

NOT_HELD, MOVED = (("gull", 1), ("farsail", 2)), ("lighthouse", 0)
"""By team and week: the first interview of that week was not held, or took place a working day later."""
NOT_YET = "lin.xiaoman"
"""Whose interview of this week is still to come, moved to today if its day went by, so that there is something to fill."""
RECOVERS = ("zhou.qihang", 12)
"""Story (b): the day is in the week after the one that he missed."""
WEEKS = 5


class Interviews:
    def __init__(self, ledger: Ledger, month: Month, cast: Cast) -> None:
        self.ledger, self.month, self.cast = ledger, month, cast
        self.chance = seeded("pair interviews")
        self.said = words("rivals")

    def meet(self) -> None:
        for team, _, _ in TEAMS:
            before: list[Group] = []
            for number, monday in enumerate(self._mondays()):
                before = self._week(team, number, monday, before)

    def _mondays(self) -> list[date]:
        """The four weeks before this one, as far as the month knows them, and this one."""
        known = self.month.days[: TODAY + 1]
        return list(dict.fromkeys(monday_of(day) for day in known))[-WEEKS:]

    def _week(self, team: str, number: int, monday: date, before: list[Group]) -> list[Group]:
        is_now = monday == monday_of(self.month.today)
        laid_on = max(monday, self.month.days[0])
        day = usual_day(monday, self.month.calendar, today=laid_on)
        if day is None:
            return before
        groups = groups_of(self._here(team, day), before=met(before), turn=number)
        for place, group in enumerate(groups):
            one = self._lay(team, group, monday, day)
            if is_now and self.cast.people[NOT_YET].id in group:
                if day < self.month.today:
                    self._move(one, self.month.today)
            elif is_now and day >= self.month.today:
                self._write(one)
            elif not (place == 0 and (team, number) in NOT_HELD):
                if place == 0 and (team, number) == MOVED:
                    self._move(one, self.month.calendar.next_working(day))
                self._hold(one)
        return groups

    def _here(self, team: str, day: date) -> list[UUID]:
        """In the order of the cast: experienced ones first, as last month's figures would have them."""
        parts = sorted((one for one in REPS if one.team == team), key=lambda one: one.newcomer)
        left = self.month.days[LEAVES_ON]
        return [
            self.cast.people[one.login].id
            for one in parts
            if one.login != LEAVER or monday_of(day) < monday_of(left)
        ]

    def _lay(self, team: str, group: Group, monday: date, day: date) -> PairInterview:
        someone = next(one for one in REPS if one.team == team)
        born = min(self.month.calendar.moment(monday, "00:10"), self.month.now)
        one = self.ledger.add(
            PairInterview,
            born,
            team_id=self.cast.people[someone.login].team_id,
            week=monday,
            day=day,
        )
        self.seats = [
            self.ledger.add(
                InterviewSeat, born, interview_id=one.id, person_id=person_id, week=monday
            )
            for person_id in sorted(group)
        ]
        return one

    def _move(self, one: PairInterview, day: date) -> None:
        one.moved_from, one.move_reason = one.day, self.said["moved"]
        one.day, one.version = day, 2

    def _hold(self, one: PairInterview) -> None:
        """Written at noon, talked in the evening, each with one line to take along."""
        for seat in self.seats:
            self._fill(seat, self.chance)
            seat.filled_at = self.month.calendar.moment(one.day, "12:40")
            seat.takeaway = self.chance.choice(self.said["takeaway"])
            self._recover(one, seat)
        one.held_at = one.updated_at = self.month.calendar.moment(one.day, "19:20")
        one.version += len(self.seats) * 2

    def _recover(self, one: PairInterview, seat: InterviewSeat) -> None:
        login, day = RECOVERS
        week = monday_of(self.month.days[day])
        if (seat.person_id, one.week) == (self.cast.people[login].id, week):
            for line, told in self.said["recovers"].items():
                setattr(seat, line, told)

    def _write(self, one: PairInterview) -> None:
        moment = self.month.happened(TODAY, "08:30")
        for seat in self.seats:
            self._fill(seat, self.chance)
            seat.filled_at = one.updated_at = moment
        one.version += len(self.seats)

    def _fill(self, seat: InterviewSeat, chance: Random) -> None:
        for line in ("went_well", "stuck", "tried", "would_ask"):
            setattr(seat, line, chance.choice(self.said[line]))
