"""What a visitor of the demo is meant to find."""

import uuid
from datetime import timedelta

from api.clients.models import Client, ClientSheet, missing
from api.deals.models import Deal, DealState
from api.demo.people import LEAVER
from api.drills.models import Drill, DrillPerson, Round, RoundLine
from api.people.models import AccessLog, MentorPair, Person, Role
from api.people.policy import Actor, load_actor
from api.shares.cases.models import Case
from api.today.field import service as field
from api.visits.models import Outcome, Visit, VisitObjection, VisitState
from tests.demo.conftest import Demo


def client(demo: Demo, name: str) -> Client:
    return next(one for one in demo.all(Client) if one.name == name)


def visits(demo: Demo, name: str) -> list[Visit]:
    """At this client, by day."""
    wanted = client(demo, name).id
    return sorted(
        (one for one in demo.all(Visit) if one.client_id == wanted), key=lambda one: one.day
    )


def newest_sheet(demo: Demo, client_id: uuid.UUID) -> ClientSheet | None:
    versions = [one for one in demo.all(ClientSheet) if one.client_id == client_id]
    return max(versions, key=lambda one: one.number, default=None)


def rounds(demo: Demo, name: str) -> list[Round]:
    wanted = client(demo, name).id
    return [one for one in demo.all(Round) if one.client_id == wanted]


def test_xiaoman_has_been_at_nuanyu_this_morning_and_heard_the_sentence(any_demo: Demo) -> None:
    visit = next(one for one in visits(any_demo, "暖屿灯饰") if one.day == any_demo.today)
    heard = [one.words for one in any_demo.all(VisitObjection) if one.visit_id == visit.id]
    assert visit.rep_id == any_demo.person("lin.xiaoman").id
    assert visit.outcome == Outcome.ADVANCED
    assert heard == ["做过一年，一个单都没有。"]
    assert visit.next_on == any_demo.tomorrow


def test_tonight_nuanyu_can_be_played_at_once(any_demo: Demo) -> None:
    tomorrow = [one for one in visits(any_demo, "暖屿灯饰") if one.day == any_demo.tomorrow]
    sheet = newest_sheet(any_demo, client(any_demo, "暖屿灯饰").id)
    assert [visit.state for visit in tomorrow] == [VisitState.PLANNED]
    assert sheet is not None
    assert missing(sheet.content) == []


def test_last_night_left_lines_for_a_visit_xiaoman_still_makes_today(any_demo: Demo) -> None:
    today = next(one for one in visits(any_demo, "锐川紧固件") if one.day == any_demo.today)
    assert today.state == VisitState.PLANNED
    played = [one for one in rounds(any_demo, "锐川紧固件") if one.visit_id == today.id]
    lines = {one.round_id for one in any_demo.all(RoundLine)}
    assert len(played) == 3
    assert any(one.id in lines for one in played)


def test_xiaoman_is_shown_an_evening_that_hanxues_phone_recorded(any_demo: Demo) -> None:
    unseen = {
        one.drill_id
        for one in any_demo.all(DrillPerson)
        if one.person_id == any_demo.person("lin.xiaoman").id and one.acknowledged_at is None
    }
    recorded_by = {any_demo.by_id(Drill)[one].recorded_by_id for one in unseen}
    assert any_demo.person("han.xue").id in recorded_by


def test_xiaoman_fires_nine_rounds_at_no_result_then_leads_then_signs(demo: Demo) -> None:
    """Story (a): stuck twice, nine rounds, leads on day 14, first order on day 18."""
    worked = sorted({one.day for one in demo.all(Visit) if one.checked_in})
    stuck = [one for one in visits(demo, "泽源泵业") + visits(demo, "暖屿灯饰") if one.outcome]
    assert sum(one.outcome == Outcome.STALLED for one in stuck) == 2
    before = [
        one
        for one in rounds(demo, "泽源泵业") + rounds(demo, "暖屿灯饰")
        if one.started_at.date() < worked[13]
    ]
    assert len(before) == 9
    leads = next(one for one in visits(demo, "泽源泵业") if one.day == worked[13])
    assert leads.outcome == Outcome.ADVANCED
    first_order = next(one for one in visits(demo, "溪石厨具") if one.outcome == Outcome.SIGNED)
    assert (first_order.day, first_order.amount_minor) == (worked[17], 29_800_00)


def test_hanxues_big_order_was_played_four_times_and_its_money_is_late(demo: Demo) -> None:
    """Story (c)."""
    played = rounds(demo, "鸿岳轴承")
    assert {one.boss_id for one in played} == {demo.person("he.jing").id}
    assert len(played) == 4
    deal = next(one for one in demo.all(Deal) if one.client_id == client(demo, "鸿岳轴承").id)
    assert (deal.amount_minor, deal.state) == (198_000_00, DealState.SIGNED)


def test_hanxues_order_of_tomorrow_is_prepared_and_not_played(any_demo: Demo) -> None:
    big = next(one for one in visits(any_demo, "云帛纺织") if one.day == any_demo.tomorrow)
    sheet = newest_sheet(any_demo, big.client_id)
    assert big.expected_minor == 198_000_00
    assert sheet is not None
    assert missing(sheet.content) == []
    assert rounds(any_demo, "云帛纺织") == []


def test_of_tomorrows_big_orders_one_still_lacks_an_answer(any_demo: Demo) -> None:
    big = [
        one
        for one in any_demo.all(Visit)
        if one.day == any_demo.tomorrow and (one.expected_minor or 0) >= 90_000_00
    ]
    sheets = [newest_sheet(any_demo, one.client_id) for one in big]
    assert len(big) >= 3
    assert sum(sheet is None or bool(missing(sheet.content)) for sheet in sheets) == 1


def test_every_manager_finds_somebody_who_wants_help(any_demo: Demo) -> None:
    people = any_demo.by_id(Person)
    recent = any_demo.today - timedelta(days=9)
    asking = {
        people[one.rep_id].team_id
        for one in any_demo.all(Visit)
        if one.wants_help and one.day >= recent and one.help_words
    }
    managed = {one.team_id for one in any_demo.all(Person) if one.role == Role.MANAGER}
    assert asking == managed


def test_dinglei_has_left_and_his_clients_have_somebody(demo: Demo) -> None:
    """Story (f): what he wrote stays his, his clients and pair do not wait for him."""
    leaver = demo.person(LEAVER)
    assert leaver.disabled
    assert not [one for one in demo.all(Client) if one.owner_id == leaver.id]
    assert [one for one in demo.all(Visit) if one.rep_id == leaver.id and one.checked_in]
    pair = next(one for one in demo.all(MentorPair) if one.apprentice_id == leaver.id)
    assert pair.ends_on is not None
    [case] = [one for one in demo.all(Case) if one.author_id == leaver.id]
    assert case.owner_id == demo.person("ma.zhaohui").id


def test_traders_are_heard_more_in_week_two_and_stall_less_after_the_topic(demo: Demo) -> None:
    """Story (e)."""
    worked = sorted({one.day for one in demo.all(Visit) if one.checked_in})
    trader = {one.visit_id for one in demo.all(VisitObjection) if one.type_key == "trader"}
    heard = [one for one in demo.all(Visit) if one.id in trader]
    weeks = [sum(one.day in worked[start : start + 5] for one in heard) for start in (0, 5, 10, 15)]
    assert max(weeks) == weeks[1]
    before = [one.outcome == Outcome.STALLED for one in heard if one.day < worked[13]]
    after = [one.outcome == Outcome.STALLED for one in heard if one.day >= worked[13]]
    assert abs(sum(before) / len(before) - 0.41) < 0.05
    assert abs(sum(after) / len(after) - 0.29) < 0.05


def test_six_check_ins_of_an_offline_day_arrived_late(any_demo: Demo) -> None:
    """Story (h)."""
    late = [one for one in any_demo.all(Visit) if one.late]
    assert len(late) == 6
    assert len({(one.rep_id, one.day) for one in late}) == 1
    assert len({one.client_id for one in late}) == 6


def test_the_newcomer_sees_who_looked_at_her_records(demo: Demo) -> None:
    owner = demo.person("lin.xiaoman").id
    readers = {one.reader_id for one in demo.all(AccessLog) if one.owner_id == owner}
    assert readers == {demo.person("han.xue").id, demo.person("he.jing").id}


def actor(demo: Demo, login: str) -> Actor:
    person = demo.person(login)
    return demo.store.read_now(
        load_actor,
        organisation_id=demo.id,
        person_id=person.id,
        keys_issue=person.keys_issue,
    )


def test_the_region_is_told_of_three_teams_with_someone_to_talk_to(any_demo: Demo) -> None:
    teams = any_demo.store.read_now(field.region_day, actor(any_demo, "shen.liqun")).teams
    managers = {team.name.en: team.manager and team.manager.latin_name for team in teams}
    assert managers == {"Farsail": "Du Xiaolan", "Gull": "He Jing", "Lighthouse": "Ma Zhaohui"}
    for team in teams:
        told = [one for one in team.heard.types if one.times and one.times_before]
        assert len(told) >= 3, team.name
        assert team.planned.visits, team.name
        assert team.planned.with_answers is not None, team.name
    assert sum(team.planned.big_orders or 0 for team in teams) >= 2
    assert sum(team.help_waiting for team in teams) >= 2


def test_the_trainer_hears_the_field_and_meets_four_newcomers(any_demo: Demo) -> None:
    """The fifth has left."""
    found = any_demo.store.read_now(field.field_day, actor(any_demo, "su.min"))
    assert len([one for one in found.heard.types if one.times and one.times_before]) >= 8
    assert len(found.newcomers) == 4
    assert all(newcomer.mentor for newcomer in found.newcomers)
