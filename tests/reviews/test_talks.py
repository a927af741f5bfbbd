"""In the talk: answers written together, promises on the table, and two taps that make them commitments."""

from typing import Any

import pytest
from sqlmodel import Session, col, select

from api.commitments.models import Commitment
from api.kit.events import EventRow
from api.reviews.pre_reads.models import ReviewPreparation
from tests.builders.field import add_client
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import API, Json, made
from tests.reviews.talking import NOW, Talk, code

pytestmark = pytest.mark.anyio


def names(people: list[Json]) -> list[str]:
    return [one["latin_name"] for one in people]


@pytest.fixture
async def talk(world: World) -> Talk:
    planned = Talk(world)
    await planned.plan()
    return planned


async def test_the_questions_go_from_goal_to_next_and_keep_the_words_they_were_asked_in(
    talk: Talk,
) -> None:
    told = await made(await talk.put("answers/review_process", {"words": "见到老板 5 家"}))
    assert [one["part"] for one in told["questions"]] == [
        "goal",
        "process",
        "ability",
        "help",
        "next",
    ]
    changed = {"text": {"zh": "哪次动了？", "en": "Which one moved?"}}
    asked = f"{API}/review-questions/review_process"
    sumin = talk.world.as_("sumin")
    await made(await sumin.patch(asked, json=changed, headers={"If-Match": '"0"'}))
    read = {one["part"]: one for one in (await talk.read("qihang"))["questions"]}
    assert read["process"]["answer"] == "见到老板 5 家"
    assert read["process"]["by"]["latin_name"] == "He Jing"
    assert read["process"]["text"]["en"].startswith("Which visit moved")


async def test_the_first_answer_begins_the_talk_and_an_empty_one_is_taken_back(talk: Talk) -> None:
    begun = await made(await talk.put("answers/review_goal", {"words": "还差两单"}))
    assert (begun["state"], begun["started_at"]) == ("in_session", NOW)
    undone = await made(await talk.put("answers/review_goal", {"words": ""}, by="qihang"))
    assert undone["questions"][0]["answer"] is None


async def test_nobody_sits_down_or_agrees_before_the_day(talk: Talk) -> None:
    later = {"day": "2026-03-26", "starts": "16:30", "reason": "展会"}
    await made(await talk.put("day", later))
    begin = {"started_at": NOW}
    for what, told in (("session", begin), ("answers/review_goal", {"words": "还差两单"})):
        assert code(await talk.put(what, told)) == (409, "review_ahead")
    await made(await talk.promise())
    assert code(await talk.agree("hejing")) == (409, "review_not_begun")
    assert (await talk.read())["state"] == "scheduled"
    today = {"day": "2026-03-24", "starts": "16:30", "reason": "今天就有空"}
    await made(await talk.put("day", today))
    assert (await talk.begin())["state"] == "in_session"


async def test_a_question_of_another_form_is_not_asked(talk: Talk) -> None:
    answer = await talk.put("answers/deal_cause", {"words": "价格"})
    assert code(answer) == (409, "question_not_asked")


async def test_a_teammate_writes_nothing_and_who_leads_another_team_finds_nothing(
    talk: Talk,
) -> None:
    for name in ("xiaoman", "zhaohui", "liqun"):
        answer = await talk.put("answers/review_goal", {"words": "x"}, by=name)
        assert answer.status_code == 404


@pytest.mark.parametrize(
    ("mine", "hosts", "refused"),
    [
        ([{}, {}, {}, {}], [{}], "too_many_promises"),
        ([{"correction": None}], [{}], "correction_needed"),
        ([{"due": "2026-03-23"}], [{}], "due_in_the_past"),
        ([{"skill_key": "juggling"}], [{}], "skill_unknown"),
    ],
)
async def test_what_may_not_lie_on_the_table(
    talk: Talk, mine: list[dict[str, Any]], hosts: list[dict[str, Any]], refused: str
) -> None:
    promises = [talk.of_person(number, **told) for number, told in enumerate(mine)]
    promises += [talk.of_host(number, **told) for number, told in enumerate(hosts)]
    answer = await talk.promise(*promises)
    assert code(answer) == (409, refused)
    assert (await talk.read())["promises"] == []


async def test_nobody_outside_the_talk_promises_in_it(talk: Talk) -> None:
    other = talk.of_person(owner_id=str(talk.world.id("xiaoman")))
    assert code(await talk.promise(other, talk.of_host())) == (409, "promise_of_somebody_else")


async def test_a_promise_is_about_a_client_of_whoever_promises(talk: Talk) -> None:
    theirs = await add_client(talk.world.as_("xiaoman"), 1)
    own = await add_client(talk.world.as_("qihang"), 2)
    wrong = await talk.promise(talk.of_person(client_id=theirs), talk.of_host())
    assert code(wrong) == (409, "promise_client_unknown")
    right = await made(await talk.promise(talk.of_person(client_id=own), talk.of_host()))
    assert right["promises"][0]["client_id"] == own


@pytest.mark.parametrize(
    ("left", "refused"), [("host", "promise_missing"), ("person", "help_missing")]
)
async def test_both_sides_promise_before_anybody_agrees(
    talk: Talk, left: str, refused: str
) -> None:
    only = talk.of_host() if left == "host" else talk.of_person()
    await talk.begin()
    await made(await talk.promise(only))
    assert code(await talk.agree("hejing")) == (409, refused)


async def test_the_second_tap_makes_commitments_of_the_same_ids(talk: Talk) -> None:
    await talk.begin()
    await made(await talk.promise())
    first = await made(await talk.agree("hejing"))
    assert (first["state"], len(first["agreements"])) == ("in_session", 1)
    closed = await made(await talk.agree("qihang"))
    assert closed["state"] == "agreed"
    assert [one["id"] for one in closed["promises"]] == [str(an_id(101)), str(an_id(201))]
    theirs = await made(await talk.person.get(f"{API}/commitments/{an_id(101)}"))
    assert (theirs["to"]["latin_name"], theirs["correction"]) == ("He Jing", "method")
    assert theirs["origin"] == {"kind": "review", "id": talk.id}
    helps = await made(await talk.person.get(f"{API}/commitments/{an_id(201)}"))
    assert (helps["owner"]["latin_name"], helps["to"]["latin_name"]) == ("He Jing", "Zhou Qihang")


async def test_nobody_agrees_for_somebody_else(talk: Talk) -> None:
    """A manager once agreed for the rep from one tablet, and the rep's phone showed a promise as agreed."""
    await talk.begin()
    await made(await talk.promise())
    await made(await talk.agree("hejing"))
    assert code(await talk.agree("hejing", tapped="qihang")) == (403, "agreement_not_yours")
    assert code(await talk.agree("qihang", tapped="hejing")) == (403, "agreement_not_yours")
    assert (await talk.read())["state"] == "in_session"
    closed = await made(await talk.agree("qihang", tapped="qihang"))
    assert closed["state"] == "agreed"
    assert all(one["person"] == one["recorded_by"] for one in closed["agreements"])


async def test_nobody_agrees_before_the_talk_has_begun(talk: Talk) -> None:
    assert code(await talk.agree("hejing")) == (409, "review_not_begun")
    await made(await talk.promise())
    for name in ("hejing", "qihang"):
        assert code(await talk.agree(name)) == (409, "review_not_begun")
    await talk.begin()
    assert len((await made(await talk.agree("qihang")))["agreements"]) == 1


async def test_without_a_promise_the_missing_one_is_named(talk: Talk) -> None:
    await talk.begin()
    assert code(await talk.agree("qihang")) == (409, "promise_missing")


async def test_a_screen_that_waits_reads_whose_tap_is_missing_and_no_word_of_the_talk(
    talk: Talk,
) -> None:
    async def waits() -> list[str]:
        told = await made(await talk.person.get(f"{talk.at}/agreement"))
        assert set(told) == {"promises_version", "agreements", "awaited", "agreed_at"}
        return [one["latin_name"] for one in told["awaited"]]

    await talk.begin()
    await made(await talk.promise())
    assert await waits() == ["He Jing", "Zhou Qihang"]
    await made(await talk.agree("hejing"))
    assert await waits() == ["Zhou Qihang"] == names((await talk.read())["awaited"])
    await made(await talk.agree("qihang"))
    assert await waits() == []


async def test_the_list_of_reviews_says_that_a_tap_is_awaited(talk: Talk) -> None:
    async def awaits(name: str) -> bool:
        listed = await made(await talk.world.as_(name).get(f"{API}/reviews"))
        return bool(listed["items"][0]["awaits_you"])

    await talk.begin()
    await made(await talk.promise())
    assert [await awaits(name) for name in ("hejing", "qihang")] == [False, False]
    await made(await talk.agree("hejing"))
    assert [await awaits(name) for name in ("hejing", "qihang")] == [False, True]
    await made(await talk.promise(talk.of_person(words="先约三位老板"), talk.of_host()))
    assert [await awaits(name) for name in ("hejing", "qihang")] == [False, False]
    await made(await talk.agree("qihang", version=2))
    assert [await awaits(name) for name in ("hejing", "qihang")] == [True, False]
    await made(await talk.agree("hejing", version=2))
    assert [await awaits(name) for name in ("hejing", "qihang")] == [False, False]


async def test_a_mentor_sits_there_and_taps_for_nobody(world: World) -> None:
    talk = Talk(world, person="xiaoman")
    await talk.plan()
    await made(await talk.promise())
    assert code(await talk.agree("hanxue")) == (403, "agreement_not_yours")
    for tapped in ("hejing", "xiaoman"):
        assert code(await talk.agree("hanxue", tapped=tapped)) == (403, "agreement_not_yours")


async def test_a_changed_list_asks_both_to_agree_anew(talk: Talk) -> None:
    await talk.begin()
    await made(await talk.promise())
    await made(await talk.agree("hejing"))
    changed = await made(await talk.promise(talk.of_person(words="先约三位老板"), talk.of_host()))
    assert (changed["promises_version"], changed["agreements"]) == (2, [])
    assert code(await talk.agree("qihang", version=1)) == (409, "promises_changed")
    await made(await talk.agree("qihang", version=2))
    assert (await made(await talk.agree("hejing", version=2)))["state"] == "agreed"


async def test_everything_may_arrive_twice_also_after_the_end(talk: Talk) -> None:
    async def everything() -> Json:
        await made(await talk.put("session", {"started_at": NOW}))
        await made(await talk.put("answers/review_process", {"words": "见到老板 5 家"}))
        await made(await talk.promise())
        await made(await talk.agree("hejing"))
        return await made(await talk.agree("qihang"))

    first, last = await everything(), await everything()
    assert first == last
    assert (last["promises_version"], len(last["promises"]), len(last["agreements"])) == (1, 2, 2)
    late = await talk.put("answers/review_goal", {"words": "还有一句"})
    assert code(late) == (409, "review_closed")


async def test_the_hosts_own_notes_are_gone_from_the_database_at_the_close(talk: Talk) -> None:
    await made(await talk.put("preparation-notes", {"words": "他最近很累"}))
    await talk.begin()
    await made(await talk.promise())
    await made(await talk.agree("hejing"))

    def kept(db: Session) -> int:
        return len(db.exec(select(ReviewPreparation)).all())

    assert talk.world.store.read_now(kept) == 1
    closed = await made(await talk.agree("qihang"))
    assert (closed["preparation"], talk.world.store.read_now(kept)) == (None, 0)
    assert (await talk.read())["preparation"] is None


async def test_the_next_review_opens_with_kept_and_not_kept_of_both_sides(talk: Talk) -> None:
    await talk.begin()
    await made(await talk.promise())
    for name in ("hejing", "qihang"):
        await made(await talk.agree(name))
    settled = {101: {"outcome": "partly", "reason": "两家"}, 201: {"outcome": "kept"}}
    for number, outcome in settled.items():
        at = f"{API}/commitments/{an_id(number)}/outcome"
        await made(await talk.person.put(at, json=outcome))
    assert (await talk.read())["state"] == "followed_up"
    following = Talk(talk.world)
    following.id = str(an_id(2))
    planned = await following.plan(day="2026-03-31")
    assert planned["last_time"]["review_id"] == talk.id
    assert [
        (one["owner"]["latin_name"], one["outcome"]) for one in planned["last_time"]["promises"]
    ] == [
        ("Zhou Qihang", "partly"),
        ("He Jing", "kept"),
    ]


async def test_a_teams_review_closes_with_its_manager_and_each_who_promised(world: World) -> None:
    """Once one teammate's tap closed it, and the promise of another stood as agreed without a word of theirs."""
    talk = Talk(world)
    await talk.plan(kind="team", person_id=None)
    await talk.begin()
    hers = talk.of_person(2, owner_id=str(world.id("xiaoman")))
    await made(await talk.promise(talk.of_person(), hers, talk.of_host(), by="xiaoman"))
    await made(await talk.agree("hejing"))
    assert code(await talk.agree("hanxue")) == (403, "agreement_not_yours")
    waits = await made(await talk.agree("xiaoman"))
    assert (waits["state"], names(waits["awaited"])) == ("in_session", ["Zhou Qihang"])
    assert (await made(await talk.agree("qihang")))["state"] == "agreed"


async def test_what_was_agreed_is_told_by_ids_alone(talk: Talk) -> None:
    await talk.begin()
    await made(await talk.promise())
    for name in ("hejing", "qihang"):
        await made(await talk.agree(name))

    def told(db: Session) -> list[Any]:
        about = select(EventRow).where(col(EventRow.topic) == "review.agreed")
        return [row.payload for row in db.exec(about)]

    def ids(db: Session) -> list[str]:
        return [str(one.id) for one in db.exec(select(Commitment).order_by(col(Commitment.id)))]

    assert talk.world.store.read_now(told) == [
        {
            "review_id": talk.id,
            "kind": "weekly",
            "host_id": str(talk.world.id("hejing")),
            "person_id": str(talk.world.id("qihang")),
            "commitment_ids": talk.world.store.read_now(ids),
        }
    ]
