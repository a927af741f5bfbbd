"""The newcomers' first week: five camps on the first five working days, four over and one that still waits."""

from collections import Counter, defaultdict

from api.people.models import MentorPair, Person
from api.training.camps.models import Camp, CampDay
from tests.demo.conftest import Demo


def test_each_newcomer_has_a_camp_of_five_days_from_the_join_date_on(any_demo: Demo) -> None:
    people = any_demo.by_id(Person)
    camps = any_demo.all(Camp)
    newcomers = {one.id for one in people.values() if one.newcomer}
    assert {camp.person_id for camp in camps} == newcomers
    assert len(camps) == 5
    days = defaultdict(list)
    for day in any_demo.all(CampDay):
        days[day.camp_id].append(day.day)
    for camp in camps:
        assert camp.begins_on == min(days[camp.id]) == people[camp.person_id].joined_on
        assert camp.enrolled_by_id is None
        assert len(set(days[camp.id])) == 5


def test_four_ended_with_a_handshake_and_one_still_waits(any_demo: Demo) -> None:
    mentors = {(one.apprentice_id, one.mentor_id) for one in any_demo.all(MentorPair)}
    over = [camp for camp in any_demo.all(Camp) if camp.finished_at is not None]
    assert len(over) == 4
    for camp in over:
        assert (camp.person_id, camp.mentor_id) in mentors
        assert camp.newcomer_hand_at is not None
        assert camp.mentor_hand_at is not None
    [waits] = [camp for camp in any_demo.all(Camp) if camp.finished_at is None]
    assert waits.person_id == any_demo.person("xu.nian").id
    assert waits.show_day is not None
    assert waits.show_day > any_demo.today


def test_a_day_was_caught_up_and_two_are_still_open(any_demo: Demo) -> None:
    days = any_demo.all(CampDay)
    calendar = {day.day for day in days}
    late = [day for day in days if day.done_at is not None and day.done_at.date() > day.day]
    assert len(late) == 1
    assert len([day for day in days if day.done_at is None]) == 2
    assert len(calendar) == 5
    words = Counter(day.words for day in days if day.words)
    assert set(words.values()) == {1}
