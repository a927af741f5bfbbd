"""Plans, check-ins and objections as rows; whether a visit was effective is the domain's own rule."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

from api.demo.clients import DECIDERS
from api.demo.ledger import Ledger, born_as, seeded, words
from api.demo.month import TODAY, TOMORROW, Month
from api.demo.people import LEAVER, LEAVES_ON, REPS, Cast
from api.demo.schedule import Stop
from api.visits.models import (
    MetRole,
    NextStep,
    Outcome,
    Purpose,
    Visit,
    VisitObjection,
    VisitState,
)
from api.visits.policy import USUAL_REQUIREMENTS, is_effective

FEN = 100
OFFLINE = ("shi.jun", 16)
"""石峻 had no network all day: his check-ins arrive the next morning."""
HELP_WANTED_IN = ("lighthouse", "farsail")
MOVED, CANCELLED = 26, 18
STEPS = {
    "advanced": ("see_enquiries", "meet_partner", "visit_again", "send_material"),
    "continued": ("call_again", "visit_again", "send_material"),
    "signed": ("other",),
}


@dataclass(frozen=True)
class Told:
    """A stop and the visit made of it."""

    stop: Stop
    visit: Visit


def told_visits(ledger: Ledger, month: Month, cast: Cast, stops: list[Stop]) -> list[Told]:
    chance = seeded("visits")
    told = [Told(stop, _visit(ledger, month, cast, stop, chance)) for stop in stops]
    for one in told:
        if one.stop.done:
            _check_in(ledger, month, one, chance)
    _ask_for_help(told)
    _moved(ledger, month, told, chance)
    _cancelled(ledger, month, told, chance)
    return told


def minor(yuan: int | None) -> int | None:
    return None if yuan is None else yuan * FEN


def _visit(ledger: Ledger, month: Month, cast: Cast, stop: Stop, chance: random.Random) -> Visit:
    aims = words("visits")["aims"][stop.purpose]
    aim = chance.choice(aims) if chance.random() < 0.55 else None
    visit = ledger.add(
        Visit,
        _planned_at(month, stop),
        client_id=stop.known.client.id,
        rep_id=cast.people[stop.rep].id,
        day=month.days[stop.day],
        planned=stop.planned,
        purpose=Purpose(stop.purpose or ""),
        state=VisitState.PLANNED,
    )
    if stop.planned:
        visit.planned_time = stop.wall
        visit.aim = stop.told.get("aim") if stop.told else aim
        visit.expected_minor = minor(stop.expected)
        visit.expected_currency = None if stop.expected is None else "CNY"
        visit.birth_digest = born_as(visit.id)
    return visit


def _planned_at(month: Month, stop: Stop) -> datetime:
    """The evening before, this morning for tomorrow, or at the door."""
    if not stop.planned:
        return month.happened(stop.day, stop.wall, minutes=30)
    if stop.day in (0, TOMORROW):
        return month.happened(min(stop.day, TODAY), "08:45")
    return month.at(stop.day - 1, "19:00") + timedelta(seconds=int(stop.wall[:2]) * 20)


def _check_in(ledger: Ledger, month: Month, told: Told, chance: random.Random) -> None:
    stop, visit = told.stop, told.visit
    minutes = 35 if stop.told else chance.randint(22, 50)
    visit.outcome = Outcome(stop.outcome or "")
    visit.happened_at = month.happened(stop.day, stop.wall, minutes=minutes)
    visit.received_at = _received(month, stop, visit.happened_at, chance)
    visit.late = visit.received_at > month.at(stop.day, "20:00")
    visit.state = VisitState.NOT_MET if stop.outcome == "nobody_met" else VisitState.DONE
    visit.check_in_digest = born_as(visit.id)
    visit.updated_at, visit.version = visit.received_at, 2 if stop.planned else 1
    if visit.state is VisitState.DONE:
        _met(visit, stop, chance)
    if stop.next_day is not None:
        _next_step(visit, month, stop, chance)
    _amounts_and_words(visit, stop, chance)
    for place, (key, said) in enumerate(stop.heard):
        ledger.add(
            VisitObjection,
            visit.happened_at,
            visit_id=visit.id,
            place=place,
            type_key=key,
            words=said,
        )
    visit.effective = is_effective(visit, USUAL_REQUIREMENTS, objections=len(stop.heard))


def _received(month: Month, stop: Stop, happened_at: datetime, chance: random.Random) -> datetime:
    if (stop.rep, stop.day) == OFFLINE:
        return month.at(stop.day + 1, "08:12") + timedelta(seconds=chance.randint(1, 20))
    return min(happened_at + timedelta(seconds=chance.randint(1, 900)), month.now)


def _met(visit: Visit, stop: Stop, chance: random.Random) -> None:
    """An effective visit met somebody who decides; another one did not, or nothing was agreed."""
    decider = stop.known.decider
    if stop.told is not None and stop.told.get("met") == "second":
        decider = stop.known.contacts[-1]
    others = [one for one in stop.known.contacts if one.role not in DECIDERS]
    reached = stop.effective or stop.next_day is None or stop.told is not None
    if decider is not None and reached and (stop.effective or stop.told or chance.random() < 0.6):
        visit.met_contact_id, visit.met_name = decider.id, decider.name
        visit.met_role = MetRole(decider.role)
    elif stop.effective:
        visit.met_name, visit.met_role = _somebody(chance), MetRole.INFLUENCER
    elif others:
        visit.met_contact_id, visit.met_name = others[0].id, others[0].name
        visit.met_role = MetRole(others[0].role)
    else:
        visit.met_role = chance.choice((MetRole.USER, MetRole.GATEKEEPER))


def _somebody(chance: random.Random) -> str:
    surname: str = chance.choice(words("clients")["surnames"])
    return surname + chance.choice(("经理", "副总", "厂长"))


def _next_step(visit: Visit, month: Month, stop: Stop, chance: random.Random) -> None:
    steps = STEPS.get(str(stop.outcome), STEPS["continued"])
    told = stop.told or {}
    visit.next_step = NextStep(told.get("step") or chance.choice(steps))
    visit.next_on = month.days[stop.next_day or 0]
    visit.next_step_text = told.get("step_words")
    if visit.next_step is NextStep.OTHER:
        visit.next_step_text = "把负责人和客服拉到一个群"
    elif stop.outcome == "advanced" and not told and chance.random() < 0.3:
        visit.next_step_text = chance.choice(words("visits")["next_words"])


def _amounts_and_words(visit: Visit, stop: Stop, chance: random.Random) -> None:
    given, told = words("visits"), stop.told or {}
    visit.amount_minor = minor(stop.amount)
    visit.amount_currency = None if stop.amount is None else "CNY"
    visit.confidence_before = told.get("confidence") or chance.choice((None, None, 1, 2, 2, 3))
    visit.competitor = told.get("competitor")
    if visit.competitor is None and any(key == "competitor" for key, _ in stop.heard):
        visit.competitor = chance.choice(given["competitors"])
    notes = given["nobody"] if stop.outcome == "nobody_met" else given["notes"]
    visit.note = told.get("note") or (chance.choice(notes) if chance.random() < 0.18 else None)
    if told.get("help"):
        visit.wants_help, visit.help_words = True, told["help"]


def _ask_for_help(told: list[Told]) -> None:
    """Somebody of each team asked yesterday, and somebody else this morning; in 海鸥 the stories do."""
    texts = iter(words("visits")["help"])
    for team in HELP_WANTED_IN:
        reps = {rep.login for rep in REPS if rep.team == team}
        for day in (TODAY - 1, TODAY):
            asking = [
                one
                for one in told
                if one.stop.day == day and one.stop.rep in reps and one.stop.told is None
                if one.visit.state == VisitState.DONE
            ][-1]
            asking.visit.wants_help, asking.visit.help_words = True, next(texts)
            reps.remove(asking.stop.rep)


def _moved(ledger: Ledger, month: Month, told: list[Told], chance: random.Random) -> None:
    """Visits first planned for an earlier day of the same rep."""
    later = [
        one
        for one in told
        if one.stop.planned and _had_before(one.stop) and 3 <= one.stop.day < TODAY
    ]
    for one in chance.sample(later, MOVED):
        earlier = one.stop.day - 1
        _set_aside(
            ledger,
            month,
            one,
            earlier,
            state=VisitState.MOVED,
            moved_to=one.visit.day,
            moved_to_id=one.visit.id,
            reason=chance.choice(words("visits")["reasons_moved"]),
        )


def _cancelled(ledger: Ledger, month: Month, told: list[Told], chance: random.Random) -> None:
    """Plans for a day after the client was lost."""
    lost = [
        one
        for one in told
        if one.stop.outcome == "lost" and _had_before(one.stop)
        if one.stop.day + 2 < (LEAVES_ON if one.stop.rep == LEAVER else TODAY)
    ]
    for one in chance.sample(lost, CANCELLED):
        reason = chance.choice(words("visits")["reasons_cancelled"])
        _set_aside(ledger, month, one, one.stop.day + 2, state=VisitState.CANCELLED, reason=reason)


def _had_before(stop: Stop) -> bool:
    """A client the rep had already, in no story."""
    return stop.told is None and stop.place > 0 and stop.known.rep == stop.rep


def _set_aside(ledger: Ledger, month: Month, one: Told, day: int, **how: object) -> None:
    """A plan that did not happen on that day."""
    ledger.add(
        Visit,
        month.at(day, "08:10"),
        client_id=one.visit.client_id,
        rep_id=one.visit.rep_id,
        day=month.days[day],
        planned=True,
        planned_time=one.stop.wall,
        purpose=one.visit.purpose,
        updated_at=month.at(day, "09:05"),
        version=2,
        **how,
    )
