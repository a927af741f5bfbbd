"""The month's ride-alongs: their number, 林小满's story, and nothing that could not have been entered."""

from collections import Counter, defaultdict
from datetime import date, time, timedelta
from typing import Any

from api.commitments.models import Commitment
from api.kit.calendar import Calendar
from api.people.models import MentorPair, Person
from api.people.policy import USUAL_SETTINGS
from api.ride_alongs.debriefs.models import Acknowledgement, Debrief
from api.ride_alongs.debriefs.policy import counting, latest, missing
from api.ride_alongs.field.models import CurbsideLine, Moment, Rescue
from api.ride_alongs.ladder.models import RungEvidence, RungMove, Standing
from api.ride_alongs.models import RideAlong, RideState, RideVisit, Rung, RungChoice
from api.visits.models import Visit, VisitState
from tests.demo.conftest import Demo, loading

ORDER = list(Rung)
RUNGS = [Rung(name) for name in USUAL_SETTINGS["rungs"]]


def ridden(demo: Demo) -> list[RideAlong]:
    return [one for one in demo.all(RideAlong) if one.agreed_at is not None]


def test_there_are_forty_one_days_twenty_eight_of_them_with_newcomers(any_demo: Demo) -> None:
    """In every list, today's, tomorrow's and the one that is asked for among them."""
    newcomers = {one.id for one in any_demo.all(Person) if one.newcomer}
    days = any_demo.all(RideAlong)
    assert len(days) == 41
    assert len(ridden(any_demo)) == 38
    assert sum(one.apprentice_id in newcomers for one in days) == 28


def test_each_day_had_two_to_four_visits_and_nobody_was_in_two_places(any_demo: Demo) -> None:
    visits = any_demo.by_id(Visit)
    within: dict[Any, list[Visit]] = defaultdict(list)
    for row in any_demo.all(RideVisit):
        within[row.ride_along_id].append(visits[row.visit_id])
    for ride in any_demo.all(RideAlong):
        made = within[ride.id]
        assert all(one.rep_id in ride.riders and one.day == ride.day for one in made)
        if ride.agreed_at is not None:
            assert 2 <= len(made) <= 4
    places = Counter((who, one.day) for one in ridden(any_demo) for who in one.riders)
    assert max(places.values()) == 1


def test_a_newcomer_rides_with_the_own_mentor(any_demo: Demo) -> None:
    pairs = {one.apprentice_id: one.mentor_id for one in any_demo.all(MentorPair)}
    for ride in ridden(any_demo):
        if ride.apprentice_id in pairs:
            assert ride.mentor_id == pairs[ride.apprentice_id]


def test_xiaoman_was_rescued_twice_on_no_result_and_leads_now(any_demo: Demo) -> None:
    xiaoman, days = any_demo.person("lin.xiaoman"), any_demo.by_id(RideAlong)
    rescues = any_demo.all(Rescue)
    assert [one.type_key for one in rescues] == ["noresult", "noresult"]
    assert {days[one.ride_along_id].apprentice_id for one in rescues} == {xiaoman.id}
    assert len({days[one.ride_along_id].day for one in rescues}) == 2
    [standing] = [one for one in any_demo.all(Standing) if one.person_id == xiaoman.id]
    assert ORDER.index(Rung(standing.rung)) > ORDER.index(Rung.SHOW)


def test_she_rides_today_and_opens_with_what_was_agreed_last(any_demo: Demo) -> None:
    xiaoman = any_demo.person("lin.xiaoman")
    hers = [one for one in any_demo.all(RideAlong) if one.apprentice_id == xiaoman.id]
    today = [one for one in hers if one.day == any_demo.today]
    assert [one.state(any_demo.today) for one in today] == [RideState.IN_FIELD]
    assert any(one.agreed_at is not None and one.day < any_demo.today for one in hers)


def test_the_ladder_begins_on_its_first_rung_and_no_rung_is_tried_before_its_turn(
    any_demo: Demo,
) -> None:
    days = any_demo.by_id(RideAlong)
    tried: dict[Any, list[tuple[Any, int]]] = defaultdict(list)
    within = any_demo.by_id(RideVisit)
    for choice in any_demo.all(RungChoice):
        ride = days[within[choice.ride_visit_id].ride_along_id]
        tried[ride.apprentice_id, ride.focus_skill_key].append(
            (choice.at, RUNGS.index(choice.rung))
        )
    assert tried
    for rungs in tried.values():
        highest = -1
        for _at, rung in sorted(rungs):
            assert rung <= highest + 1
            highest = max(highest, rung)


def test_moments_lie_within_their_visits_by_day(any_demo: Demo) -> None:
    """Loaded in the night, too: nothing was seen at midnight."""
    visits, calendar = any_demo.by_id(Visit), Calendar()
    noted: list[Moment | Rescue] = [*any_demo.all(Moment), *any_demo.all(Rescue)]
    assert len(noted) > 100
    for one in noted:
        assert one.visit_id is not None
        visit = visits[one.visit_id]
        assert calendar.today(one.at) == visit.day
        assert time(8) <= calendar.wall(one.at) <= time(20)
        assert visit.happened_at is not None
        assert visit.happened_at - timedelta(minutes=30) <= one.at <= visit.happened_at


def test_one_rung_at_a_time_with_two_visits_behind_it_and_never_two_in_a_day(
    any_demo: Demo,
) -> None:
    visits, evidence = any_demo.by_id(Visit), Counter[Any]()
    for row in any_demo.all(RungEvidence):
        assert visits[row.visit_id].state == VisitState.DONE
        evidence[row.move_id] += 1
    moves = any_demo.all(RungMove)
    assert moves
    for move in moves:
        assert ORDER.index(Rung(move.to_rung)) - ORDER.index(Rung(move.from_rung)) == 1
        assert evidence[move.id] >= 2
    days = Counter((one.person_id, one.skill_key, one.day) for one in moves)
    assert max(days.values()) == 1


def test_every_debrief_was_whole_when_it_was_agreed_and_became_two_promises(
    any_demo: Demo,
) -> None:
    written: dict[Any, list[Debrief]] = defaultdict(list)
    for one in any_demo.all(Debrief):
        written[one.ride_along_id].append(one)
    promised = Counter(one.origin_id for one in any_demo.all(Commitment))
    for ride in ridden(any_demo):
        counts = counting(
            latest(written[ride.id]), mentor_id=ride.mentor_id, apprentice_id=ride.apprentice_id
        )
        assert missing(counts) == []
        assert promised[ride.id] == 2
    assert any(not one.agrees for one in any_demo.all(Acknowledgement))


def test_nothing_of_it_happened_after_the_demo_was_loaded(any_demo: Demo) -> None:
    moment = loading(any_demo.today)
    for kind in (RideAlong, Moment, Rescue, CurbsideLine, Debrief, RungChoice, RungMove):
        assert all(one.created_at <= moment for one in any_demo.all(kind)), kind


def test_nobody_was_surprised(any_demo: Demo) -> None:
    """Each day was announced before it came."""
    for ride in any_demo.all(RideAlong):
        announced: date = ride.announced_at.date()
        assert announced < ride.day or ride.accepted_at is None
