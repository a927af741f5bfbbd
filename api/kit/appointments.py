"""When two people may agree to meet: on a day that is worked, and in the waking hours."""

from datetime import date

from api.kit.calendar import Calendar
from api.kit.errors import Conflict

EARLIEST, LATEST = "07:00", "22:00"
WEEKDAYS = (
    ("Monday", "周一"),
    ("Tuesday", "周二"),
    ("Wednesday", "周三"),
    ("Thursday", "周四"),
    ("Friday", "周五"),
    ("Saturday", "周六"),
    ("Sunday", "周日"),
)
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class DayOff(Conflict):
    code = "day_off"
    en = "{day_en} is a day off. Choose {next_en} or another working day."
    zh = "{day_zh}休息，请选{next_zh}或别的工作日。"


class WeekdayOff(Conflict):
    code = "weekday_off"
    en = "{weekday_en} is not a working day here. Choose a weekday that is worked."
    zh = "{weekday_zh}不上班，请选上班的日子。"


class HourOff(Conflict):
    code = "hour_off"
    en = "A talk begins between 07:00 and 22:00. Choose a time in between."
    zh = "谈话在7:00到22:00之间开始，请选这之间的时间。"


def check_worked(day: date, calendar: Calendar) -> None:
    """The organisation's own calendar decides; a Saturday that is made up for (调休) is worked."""
    if not calendar.is_working(day):
        following = calendar.next_working(day)
        raise DayOff(**_named("day", day), **_named("next", following))


def check_weekday(weekday: int, calendar: Calendar) -> None:
    """`weekday` is an ISO weekday: 1 is Monday."""
    if weekday not in calendar.week:
        en, zh = WEEKDAYS[weekday - 1]
        raise WeekdayOff(weekday_en=en, weekday_zh=zh)


def check_hour(starts: str) -> None:
    """`starts` is a wall-clock time such as "16:30"."""
    if not EARLIEST <= starts <= LATEST:
        raise HourOff


def _named(name: str, day: date) -> dict[str, str]:
    en, zh = WEEKDAYS[day.weekday()]
    return {
        f"{name}_en": f"{en}, {day.day} {MONTHS[day.month - 1]}",
        f"{name}_zh": f"{day.month}月{day.day}日（{zh}）",
    }
