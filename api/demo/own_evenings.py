"""What people said of their evenings: not tonight and why, a partner wished for, one line on the day."""

from datetime import timedelta
from typing import Any

from api.demo.ledger import Ledger, seeded, words
from api.demo.month import TODAY, WORKED, Month
from api.demo.people import CAMP_DAYS, LEAVER, LEAVES_ON, REPS, Cast
from api.drills.evenings.models import DayPart, PersonsEvening, PostponeReason
from api.drills.models import Drill, DrillPerson

REFLECTS = 0.2
WAITS_TONIGHT = "han.xue"
"""Her order of 198,000 is tomorrow, and she waits for somebody to play the boss."""
FEVER = {("xu.nian", 18): "孩子发烧，改在电话里练。", ("xu.nian", 19): "还在医院，明晚一定练。"}


def own_evenings(ledger: Ledger, month: Month, cast: Cast) -> None:
    """No newcomer misses an evening in silence; what somebody writes on a day is theirs alone."""
    chance, given = seeded("own evenings"), words("drills")
    days = {drill.id: drill.day for drill in ledger.of(Drill)}
    seats = {(seat.person_id, days[seat.drill_id]) for seat in ledger.of(DrillPerson)}
    for rep in REPS:
        for day in range(CAMP_DAYS if rep.newcomer else 0, WORKED):
            if rep.login == LEAVER and day > LEAVES_ON:
                continue
            told: dict[str, Any] = {}
            played = (cast.people[rep.login].id, month.days[day]) in seats
            if rep.newcomer and not played:
                told = _not_tonight(month, rep.login, day)
            if played and chance.random() < REFLECTS:
                told["reflection"] = chance.choice(given["reflections"])
            if told:
                wall = "18:20" if told.get("reason") else "19:50"
                moment = month.at(day, wall) + timedelta(seconds=len(rep.login) * 7)
                _evening(ledger, month, cast, rep.login, day, moment=moment, **told)
    waits = month.happened(TODAY, "09:50")
    _evening(ledger, month, cast, WAITS_TONIGHT, TODAY, moment=waits, wants_partner=True)


def _not_tonight(month: Month, login: str, day: int) -> dict[str, Any]:
    chance = seeded(f"not tonight {login} {day}")
    reasons = words("drills")["not_tonight"]
    reason = "family" if (login, day) in FEVER else chance.choice(list(reasons))
    return {
        "reason": PostponeReason(reason),
        "words": FEVER.get((login, day)) or chance.choice(reasons[reason]),
        "to_day": month.days[day + 1],
        "to_part": chance.choice(list(DayPart)),
    }


def _evening(
    ledger: Ledger, month: Month, cast: Cast, login: str, day: int, *, moment: Any, **told: Any
) -> None:
    ledger.add(
        PersonsEvening,
        moment,
        person_id=cast.people[login].id,
        day=month.days[day],
        **{"wants_partner": False, **told},
    )
