"""The debrief: two versions kept, the apprentice's answer, what it becomes, who reads it."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import Session

from api.people.models import Person, Role
from api.ride_alongs.debriefs.models import Debrief
from api.ride_alongs.debriefs.policy import FIELDS, OWN_WORDS, counting, differing, latest
from tests.builders.field import API
from tests.builders.people import an_id, make_person, make_team
from tests.builders.world import TUESDAY, World
from tests.drills.evening import made
from tests.ride_alongs.the_day import Day, code

pytestmark = pytest.mark.anyio


async def test_it_counts_when_both_agree_and_becomes_an_action_and_a_promise(world: World) -> None:
    day = await Day(world).begin()
    written = await day.sum_up()
    assert (written["missing"], written["agreed_at"]) == ([], None)
    assert (await day.read())["state"] == "debriefing"
    agreed = await made(await day.answer(words="周五前我先约好"))
    action = await made(await day.phone.get(f"{API}/commitments/{agreed['action_id']}"))
    promise = await made(await day.phone.get(f"{API}/commitments/{agreed['promise_id']}"))
    assert (action["words"], action["correction"], action["due"]) == (
        "今晚练三轮合伙人",
        "skill",
        "2026-03-27",
    )
    assert action["owner"]["id"] == str(world.id("xiaoman"))
    assert promise["owner"]["id"] == str(world.id("hanxue"))
    assert promise["origin"] == {"kind": "ride_along", "id": day.ride["id"]}
    assert (await day.read())["state"] == "agreed"


async def test_the_apprentice_alone_answers_for_herself(world: World) -> None:
    day = await Day(world).begin()
    await day.sum_up()
    given_ = {"id": str(an_id(7600)), "debrief_id": str(an_id(7500)), "agrees": True}
    answer = await day.tablet.put(f"{day.at}/debrief/acknowledgement", json=given_)
    assert code(answer) == (403, "only_the_apprentice")


async def test_what_is_not_written_cannot_be_agreed_to(world: World) -> None:
    day = await Day(world).begin()
    written = await day.sum_up(mark_result=None, action_seen=None, well=None, stuck=None)
    assert written["missing"] == ["well", "mark_result", "action_seen"]
    assert code(await day.answer()) == (409, "debrief_incomplete")


async def test_seen_differently_stays_in_writing_and_the_mentor_writes_anew(world: World) -> None:
    day = await Day(world).begin()
    await day.sum_up()
    silent = await day.answer(agrees=False)
    assert silent.status_code == 422
    differs = await made(await day.answer(agrees=False, words="我觉得是话术不熟，不是胆子"))
    assert differs["agreed_at"] is None
    newer = await day.sum_up(number=7501, written_at="2026-03-25T11:20:00Z", correction="knowledge")
    assert newer["counts"]["correction"] == "knowledge"
    assert code(await day.answer(number=7601)) == (409, "debrief_changed")
    agreed = await made(await day.answer(7501, number=7602))
    assert [one["agrees"] for one in agreed["acknowledgements"]] == [False, True]


async def test_two_versions_are_kept_and_each_side_counts_for_its_part(world: World) -> None:
    day = await Day(world).begin()
    await day.sum_up()
    own = {"well": "我先问了谁回询盘", "change": "报价前先问"}
    both = await day.sum_up(by=day.phone, number=7502, **own)
    assert both["counts"]["well"] == own["well"], "her own words are hers"
    assert both["counts"]["change"] == "听到合伙人，先问他会问什么"
    assert both["differing"] == ["well", "change"]
    assert len(both["versions"]) == 2
    assert both == (await day.read(day.tablet))["debrief"]


async def test_the_same_version_twice_is_one_and_after_agreement_none_is_added(
    world: World,
) -> None:
    day = await Day(world).begin()
    await day.sum_up()
    await day.sum_up()
    changed = day.summed_up(7500, change="别的")
    assert code(await day.tablet.put(f"{day.at}/debrief", json=changed)) == (
        409,
        "born_differently",
    )
    await made(await day.answer())
    await made(await day.answer())
    late = day.summed_up(7503, change="别的")
    assert code(await day.tablet.put(f"{day.at}/debrief", json=late)) == (409, "debrief_stands")


async def test_nobody_debriefs_a_day_that_has_not_come(world: World) -> None:
    day = await (await (await Day(world).ask()).accept()).plan()
    answer = await day.tablet.put(f"{day.at}/debrief", json=day.summed_up())
    assert code(answer) == (409, "too_early_to_debrief")


async def test_the_manager_reads_the_debrief_and_not_the_notes_and_is_listed(world: World) -> None:
    day = await Day(world).begin()
    await day.note(7200)
    await day.step_in(7300)
    await day.sum_up()
    read = await made(await world.as_("hejing").get(day.at))
    assert read["debrief"]["counts"]["change"] == "听到合伙人，先问他会问什么"
    assert [read[part] for part in ("moments", "rescues", "curbside", "watched", "visits")] == [
        [] for _ in range(5)
    ]
    assert (read["preparation"], read["wish"]) == (None, None)
    log = await made(await day.phone.get(f"{API}/me/access-log"))
    assert [(one["kind"], one["reader"]["given_name"]) for one in log["items"]] == [
        ("ride_along", "静")
    ]


async def test_whoever_reads_a_debrief_does_not_write_in_it(world: World) -> None:
    day = await Day(world).begin()
    answer = await world.as_("hejing").put(f"{day.at}/debrief", json=day.summed_up())
    assert code(answer) == (403, "only_the_two")


async def test_the_region_reads_only_what_the_apprentice_shares(world: World) -> None:
    day = await Day(world).begin()
    await day.sum_up()
    region = world.as_("liqun")
    assert (await region.get(day.at)).status_code == 404
    by_mentor = await day.tablet.put(f"{day.at}/sharing", json={"shared": True})
    assert code(by_mentor) == (403, "only_the_apprentice")
    await made(await day.phone.put(f"{day.at}/sharing", json={"shared": True}))
    assert (await made(await region.get(day.at)))["debrief"] is not None
    await made(await day.phone.put(f"{day.at}/sharing", json={"shared": False}))
    assert (await region.get(day.at)).status_code == 404


async def test_another_region_reads_nothing_of_what_is_shared(world: World) -> None:
    day = await Day(world).begin()
    await made(await day.phone.put(f"{day.at}/sharing", json={"shared": True}))

    def west(db: Session) -> Person:
        region = make_team(db, world.organisation, zh="西区", en="West")
        names = ("高", "远", "Gao Yuan")
        return make_person(
            db, world.organisation, names=names, role=Role.REGIONAL_MANAGER, team=region
        )

    world.cast.people["west"] = world.store.write_now(west)
    assert (await world.as_("west").get(day.at)).status_code == 404


MENTOR, APPRENTICE = an_id(1), an_id(2)
words = st.none() | st.sampled_from(["先问", "再答", "停三秒"])


@st.composite
def versions(draw: st.DrawFn) -> list[Debrief]:
    return [
        Debrief(
            organisation_id=an_id(3),
            ride_along_id=an_id(4),
            created_at=TUESDAY,
            birth_digest=b"",
            id=an_id(100 + number),
            by_id=draw(st.sampled_from([MENTOR, APPRENTICE])),
            written_at=TUESDAY.replace(minute=draw(st.integers(0, 59))),
            well=draw(words),
            change=draw(words),
            action=draw(words),
        )
        for number in range(draw(st.integers(1, 6)))
    ]


@given(written=versions(), shuffled=st.randoms())
def test_what_counts_does_not_depend_on_the_order_of_arrival(
    written: list[Debrief], shuffled: Random
) -> None:
    others = list(written)
    shuffled.shuffle(others)
    first, second = latest(written), latest(others)
    told = [counting(one, mentor_id=MENTOR, apprentice_id=APPRENTICE) for one in (first, second)]
    assert told[0] == told[1]
    assert differing(first) == differing(second)


@given(written=versions())
def test_nothing_that_somebody_wrote_last_is_lost(written: list[Debrief]) -> None:
    """Each field that counts was written by one of the two; where they differ, both stand beside it."""
    of_each = latest(written)
    counts = counting(of_each, mentor_id=MENTOR, apprentice_id=APPRENTICE)
    for name in FIELDS:
        told = {value for one in of_each.values() if (value := getattr(one, name)) is not None}
        assert counts[name] in told or (counts[name] is None and not told)
        assert (name in differing(of_each)) == (len(told) > 1)
        owner = APPRENTICE if name in OWN_WORDS else MENTOR
        if owner in of_each and (own := getattr(of_each[owner], name)) is not None:
            assert counts[name] == own
