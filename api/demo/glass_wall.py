"""Who has looked at whose records in the last days, so that a newcomer finds the glass wall with names on it."""

from api.demo.ledger import Ledger
from api.demo.month import TODAY, Month
from api.demo.people import LEAVER, REPS, Cast
from api.people.models import AccessLog, SightKind

LOOKS = (
    (TODAY - 3, "mentor", SightKind.DRILL, 1),
    (TODAY - 2, "manager", SightKind.CLIENT_SHEET, 1),
    (TODAY - 1, "mentor", SightKind.VISITS, 2),
    (TODAY - 1, "manager", SightKind.PLAN, 1),
)
"""Day, who looked, at what, and how often."""


def looks(ledger: Ledger, month: Month, cast: Cast) -> None:
    """Mentors and managers prepare for their newcomers; each of them is told."""
    for rep in REPS:
        if not rep.newcomer or rep.login == LEAVER:
            continue
        readers = {"mentor": cast.people[rep.mentor or ""], "manager": cast.manager_of(rep)}
        for day, who, kind, times in LOOKS:
            moment = month.at(day, "18:20" if who == "mentor" else "18:40")
            ledger.add(
                AccessLog,
                moment,
                owner_id=cast.people[rep.login].id,
                reader_id=readers[who].id,
                kind=kind,
                day=month.days[day],
                times=times,
                last_at=moment,
            )
