"""The demo's reminders are ones that the job itself could have laid, and one of them waits."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from api.people.models import Person
from api.reminders.models import Reminder, ReminderKind
from tests.demo.conftest import Demo


def test_the_last_week_has_its_evenings_rides_and_promises(any_demo: Demo) -> None:
    kinds = {one.kind for one in any_demo.all(Reminder)}
    told = {ReminderKind.EVENING, ReminderKind.RIDE_ALONG, ReminderKind.PROMISE}
    assert kinds == told | {ReminderKind.REVIEW_LAID}
    assert 60 <= len(any_demo.all(Reminder)) <= 250


def test_nobody_was_reminded_in_quiet_hours(demo: Demo) -> None:
    walls = [one.due_at.astimezone(ZoneInfo("Asia/Shanghai")) for one in demo.all(Reminder)]
    assert all(8 <= wall.hour < 20 for wall in walls)


def test_one_reminder_waits_for_its_reader_and_the_others_were_seen_within_minutes(
    any_demo: Demo,
) -> None:
    waiting = [one for one in any_demo.all(Reminder) if one.seen_at is None]
    assert [one.person_id for one in waiting] == [any_demo.person("han.xue").id]
    waited = [one.seen_at - one.due_at for one in any_demo.all(Reminder) if one.seen_at]
    assert max(waited) <= timedelta(minutes=12)


def test_only_people_who_are_here_are_reminded(any_demo: Demo) -> None:
    here = {one.id for one in any_demo.all(Person) if one.disabled_at is None}
    assert {one.person_id for one in any_demo.all(Reminder)} <= here
