"""The order of a ledger, and its pages: what is owed comes from every mechanism, so the cursor is a place in that order."""

import base64
import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from api.commitments.owed.queries import Owed
from api.kit.calendar import Calendar
from api.kit.paging import BadCursor, PageAsked, Paged

Place = tuple[int, int, str, str]
LATE, OPEN, DONE = range(3)


def in_order(found: Sequence[Owed], calendar: Calendar) -> list[Owed]:
    """Late ones first, then open ones by their day, then what was done, the latest first."""
    return sorted(found, key=lambda one: _place(one, calendar))


def page(found: Sequence[Owed], calendar: Calendar, asked: PageAsked) -> Paged[Owed]:
    """What stands behind the place of the cursor, whatever came or went before it."""
    rows = in_order(found, calendar)
    if asked.cursor is not None:
        last = _opened(asked.cursor)
        rows = [one for one in rows if _place(one, calendar) > last]
    shown, more = rows[: asked.limit], len(rows) > asked.limit
    return Paged(shown, _sealed(_place(shown[-1], calendar)) if more else None)


def day_of(one: Owed, calendar: Calendar) -> date | None:
    return calendar.today(one.due) if isinstance(one.due, datetime) else one.due


def _place(one: Owed, calendar: Calendar) -> Place:
    told = f"{one.kind}:{one.ending}:{one.due}"
    if one.done_at is not None:
        return DONE, -round(one.done_at.timestamp() * 1_000_000), str(one.id), told
    day = day_of(one, calendar) or date.max
    return LATE if one.late else OPEN, day.toordinal(), str(one.id), told


def _sealed(place: Place) -> str:
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def _opened(cursor: str) -> Place:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        told: Any = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True).decode())
        part, at, id_, kind = told
        return int(part), int(at), str(id_), str(kind)
    except (ValueError, TypeError, RecursionError) as unreadable:
        raise BadCursor from unreadable
