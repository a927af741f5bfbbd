"""Whose reminders are read, when one may be given, and the closed list of what one may say."""

from collections.abc import Mapping
from datetime import date, datetime

import sqlalchemy as sa
from sqlmodel import col

from api.kit.calendar import Calendar
from api.people.models import Spoken
from api.people.policy import Actor, OrganisationSettings
from api.reminders.models import Reminder, ReminderKind

SENTENCES: Mapping[ReminderKind, tuple[str, str]] = {
    ReminderKind.PRE_READ: (
        "{day}的Review，先写几句会更好谈。",
        "The review on {day} goes easier with a few lines before.",
    ),
    ReminderKind.REVIEW_LAID: (
        "下一次Review排好了，想聊什么慢慢想。",
        "Your next review is in the calendar. Collect what you want to talk about.",
    ),
    ReminderKind.PROMISE: (
        "你答应的一件事在{day}，要换一天也可以。",
        "A promise of yours is for {day}. Another day is fine, too.",
    ),
    ReminderKind.ANSWER: (
        "有人在等你一句话，{at} 前回一下？",
        "Somebody waits for a word from you. Before {at}?",
    ),
    ReminderKind.EVENING: (
        "晚上好，今晚的卡放好了，来一轮？",
        "Good evening. Tonight's cards are in place. A round?",
    ),
    ReminderKind.RIDE_ALONG: (
        "{day}有人陪你跑，想要什么帮助，写一句？",
        "Somebody rides with you on {day}. What help do you want?",
    ),
    ReminderKind.GOAL: (
        "目标那里有一句话在等你。",
        "With a goal, the next word is yours.",
    ),
}
"""All that a reminder ever says, in zh-CN and in English; a day or a time is all that is put in."""


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and change of reminders: one's own."""
    return sa.and_(
        col(Reminder.organisation_id) == actor.organisation_id,
        col(Reminder.person_id) == actor.person_id,
    )


def awake(calendar: Calendar, settings: OrganisationSettings, moment: datetime) -> bool:
    """Whether anybody may be reminded now: on a working day, between the quiet hours."""
    wall = calendar.wall(moment)
    inside = settings.quiet_until <= wall < settings.evening_closes
    return inside and calendar.is_working(calendar.today(moment))


def title(kind: ReminderKind, params: Mapping[str, str], language: Spoken) -> str:
    """The sentence of a reminder in a language."""
    chinese = language == Spoken.CHINESE
    said = SENTENCES[kind][0 if chinese else 1]
    day = date.fromisoformat(params["day"]) if "day" in params else None
    return said.format(day=_said(day, chinese=chinese) if day else "", at=params.get("at", ""))


def _said(day: date, *, chinese: bool) -> str:
    return f"{day.month}月{day.day}日" if chinese else f"{day.day} {day:%B}"
