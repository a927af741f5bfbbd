"""The working calendar, forwards and backwards."""

from datetime import date

from api.kit.calendar import Calendar

AFTER_NATIONAL_DAY = date(2026, 10, 8)


def test_the_working_day_before_a_holiday_is_the_last_one_worked() -> None:
    before = Calendar().previous_working(AFTER_NATIONAL_DAY)
    assert before == date(2026, 9, 30)
    assert Calendar().next_working(before) == AFTER_NATIONAL_DAY


def test_five_working_days_back_step_over_a_weekend() -> None:
    tuesday = date(2026, 3, 24)
    assert Calendar().previous_working(tuesday, steps=5) == date(2026, 3, 17)


def test_a_saturday_worked_by_exception_is_a_working_day_before() -> None:
    calendar = Calendar(exceptions={date(2026, 3, 21): True})
    assert calendar.previous_working(date(2026, 3, 23)) == date(2026, 3, 21)
