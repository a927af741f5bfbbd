"""Who sees a series, and on which days it lies. The days are pure: the same series and calendar give the same."""

from datetime import date

import sqlalchemy as sa
from sqlmodel import col

from api.kit.calendar import Calendar
from api.kit.errors import Conflict
from api.kit.series import Repeating, Slot, weekly, worked
from api.people.policy import Actor
from api.training.models import Track
from api.training.policy import of_the_team
from api.training.series.models import TrainingSeries

EVERY = {Track.MANAGEMENT: 4}
"""Weeks between two; every week for what is not named (domain.md §2.2)."""


class SeriesStands(Conflict):
    code = "training_series_stands"
    en = "There is such a series already. Change that one, or end it first."
    zh = "已经有这样一个系列了，请直接修改，或先结束它。"


class SeriesEnded(Conflict):
    code = "training_series_ended"
    en = "This series has ended. Begin a new one."
    zh = "这个系列已经结束，请新建一个。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """A series is seen by those whose sessions it makes."""
    return sa.and_(
        col(TrainingSeries.organisation_id) == actor.organisation_id,
        of_the_team(actor, TrainingSeries.team_id, TrainingSeries.track),
    )


def slots(series: Repeating, calendar: Calendar, *, until: date) -> list[Slot]:
    """Every day of the series up to `until`; on a day off the class is on the next working day."""
    return worked(weekly(series, until=until), calendar)
