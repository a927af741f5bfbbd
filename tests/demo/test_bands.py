"""The month has the size of domain.md §9: between the tenth and ninetieth of a hundred simulated months."""

from collections import Counter
from collections.abc import Iterable

from sqlmodel import Session, select

from api.clients.models import Client, ClientSheet, Contact, ContactRole
from api.deals.models import Deal
from api.demo.people import CAMP_DAYS, REPS
from api.drills.models import Drill, Round
from api.people.models import MentorPair, Organisation, Person, Role, Team
from api.visits.models import Visit, VisitObjection, VisitState
from tests.demo.conftest import Demo

BIG = 98_000_00


def checked_in(demo: Demo) -> list[Visit]:
    return [visit for visit in demo.all(Visit) if visit.checked_in]


def signed(demo: Demo) -> list[Deal]:
    """Orders of the four weeks; some clients signed before."""
    begins = min(visit.day for visit in demo.all(Visit))
    return [deal for deal in demo.all(Deal) if deal.signed_on and deal.signed_on >= begins]


def shares(values: Iterable[str]) -> dict[str, float]:
    counted = Counter(values)
    return {value: 100 * count / counted.total() for value, count in counted.items()}


def near(measured: dict[str, float], wanted: dict[str, float], *, within: float) -> bool:
    return all(abs(measured.get(name, 0) - share) <= within for name, share in wanted.items())


def test_the_cast_is_eighteen_reps_with_their_managers(demo: Demo) -> None:
    roles = Counter(person.role for person in demo.all(Person))
    assert roles == {
        Role.REP: 18,
        Role.MANAGER: 3,
        Role.REGIONAL_MANAGER: 1,
        Role.TRAINER: 1,
        Role.ADMIN: 1,
    }
    assert sum(person.newcomer for person in demo.all(Person)) == 5
    assert len({pair.mentor_id for pair in demo.all(MentorPair)}) == 4
    assert len(demo.all(Team)) == 4


def test_clients_and_contacts_have_their_numbers(demo: Demo) -> None:
    clients = demo.all(Client)
    assert len(clients) == len({client.name for client in clients}) == 420
    assert len({client.district for client in clients}) == 7
    assert len({client.industry for client in clients}) == 12
    contacts = demo.all(Contact)
    decided_by = {one.client_id for one in contacts if one.role == ContactRole.BOSS}
    assert len(contacts) == 610
    assert 0.67 <= len(decided_by) / len(clients) <= 0.73


def test_visits_and_effective_visits_are_in_their_bands(any_demo: Demo) -> None:
    visits = checked_in(any_demo)
    assert 1_705 <= len(visits) <= 1_795
    assert 728 <= sum(visit.effective for visit in visits) <= 791


def test_newcomers_are_less_often_effective_than_the_others(demo: Demo) -> None:
    newcomers = {person.id for person in demo.all(Person) if person.newcomer}
    theirs = [visit for visit in checked_in(demo) if visit.rep_id in newcomers]
    others = [visit for visit in checked_in(demo) if visit.rep_id not in newcomers]
    assert abs(sum(visit.effective for visit in theirs) / len(theirs) - 0.33) < 0.03
    assert abs(sum(visit.effective for visit in others) / len(others) - 0.45) < 0.03


def test_an_experienced_rep_makes_about_114_visits(demo: Demo) -> None:
    newcomers = {person.id for person in demo.all(Person) if person.newcomer}
    each = Counter(visit.rep_id for visit in checked_in(demo) if visit.rep_id not in newcomers)
    assert len(each) == 13
    assert abs(sum(each.values()) / 13 - 114) < 4


def test_newcomers_make_about_four_visits_a_day_after_their_camp(demo: Demo) -> None:
    newcomers = {person.id for person in demo.all(Person) if person.newcomer}
    days = sorted({visit.day for visit in checked_in(demo)})[CAMP_DAYS:20]
    made = Counter((one.rep_id, one.day) for one in checked_in(demo) if one.rep_id in newcomers)
    each = [count for (_, day), count in made.items() if day in days]
    assert abs(sum(each) / len(each) - 4) < 0.7


def test_an_experienced_rep_is_off_one_day_in_twenty(demo: Demo) -> None:
    experienced = {one.id for one in demo.all(Person) if one.role == Role.REP and not one.newcomer}
    days = sorted({visit.day for visit in checked_in(demo)})[:20]
    worked = {(one.rep_id, one.day) for one in checked_in(demo) if one.rep_id in experienced}
    off = 1 - sum(day in days for _, day in worked) / (len(experienced) * len(days))
    assert 0.03 <= off <= 0.07


def test_purposes_and_outcomes_have_their_mix(demo: Demo) -> None:
    visits = checked_in(demo)
    purposes = {"first": 40.0, "follow_up": 38.0, "close": 14.0, "collect": 5.0, "service": 3.0}
    outcomes = {"advanced": 27.0, "continued": 38.0, "stalled": 16.0}
    rarer = {"nobody_met": 12.0, "lost": 4.6, "signed": 2.4}
    assert near(shares(visit.purpose for visit in visits), purposes, within=2)
    assert near(shares(str(visit.outcome) for visit in visits), outcomes | rarer, within=2)


def test_objections_are_heard_in_their_order_and_in_many_words(demo: Demo) -> None:
    heard = demo.all(VisitObjection)
    assert 1_106 <= len(heard) <= 1_192
    common = Counter(one.type_key for one in heard)
    assert len(common) == 12
    assert [key for key, _ in common.most_common(2)] == ["price", "noresult"]
    assert len({one.words for one in heard}) > 50


def test_orders_are_in_their_bands(demo: Demo) -> None:
    deals = signed(demo)
    assert 33 <= len(deals) <= 51
    assert 1_740_000_00 <= sum(deal.amount_minor for deal in deals) <= 2_990_000_00
    assert 5 <= sum(deal.amount_minor >= BIG for deal in deals) <= 13
    each = Counter(deal.owner_id for deal in deals)
    assert 2 <= len(REPS) - len(each) <= 6
    assert max(each.values()) in (6, 7)


def test_evenings_and_rounds_are_in_their_bands(any_demo: Demo) -> None:
    assert 98 <= len(any_demo.all(Drill)) <= 114
    assert 254 <= len(any_demo.all(Round)) <= 296


def test_the_month_has_its_106_evenings_and_276_rounds(any_demo: Demo) -> None:
    """The median of the simulated months: the seed is pinned, and no evening is dropped for want of a client."""
    assert (len(any_demo.all(Drill)), len(any_demo.all(Round))) == (106, 276)


def test_a_good_part_of_the_clients_has_a_sheet(demo: Demo) -> None:
    assert len({sheet.client_id for sheet in demo.all(ClientSheet)}) > 420 * 0.4


def test_today_is_begun_and_tomorrow_is_planned_for_every_rep(any_demo: Demo) -> None:
    here = {one.id for one in any_demo.all(Person) if one.role == Role.REP and not one.disabled}
    visits = any_demo.all(Visit)
    today = [visit for visit in visits if visit.day == any_demo.today]
    tomorrow = [visit for visit in visits if visit.day == any_demo.tomorrow]
    assert {visit.rep_id for visit in today if visit.state == VisitState.PLANNED} == here
    assert 20 <= sum(visit.checked_in for visit in today) < len(today) / 2
    assert {visit.rep_id for visit in tomorrow} == here
    assert {visit.state for visit in tomorrow} == {VisitState.PLANNED}


def test_four_weeks_are_twenty_working_days_without_the_public_holidays(any_demo: Demo) -> None:
    worked = {visit.day for visit in checked_in(any_demo) if visit.day < any_demo.today}
    holidays = {(2, 17), (2, 18), (2, 19), (10, 1), (10, 2), (10, 5)}
    assert len(worked) == 20
    assert not {(day.month, day.day) for day in worked} & holidays


def test_the_companies_say_that_they_are_a_demo(demo: Demo) -> None:
    organisations = demo.store.read_now(_organisations)
    assert {one.slug: one.demo for one in organisations} == {"lanbridge": True, "chartwell": True}


def test_in_the_demo_an_order_is_big_from_90_000_yuan(demo: Demo) -> None:
    amounts = [one.settings["big_order"] for one in demo.store.read_now(_organisations)]
    assert amounts == [{"amount_minor": 90_000_00, "currency": "CNY"}] * 2


def _organisations(db: Session) -> list[Organisation]:
    return list(db.exec(select(Organisation)).all())
