"""Three cases for the visit that is prepared: the same objection, the industry, common words, then what helped."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from api.shares.proposals.policy import Offered, ProposedFor, Wanted, proposed, reason, words_in
from tests.builders.people import an_id
from tests.builders.world import World
from tests.drills.evening import add_client, made, plan_visit, write_sheet
from tests.shares.telling import API, CASES, curated, parts

NOW = datetime(2026, 3, 24, tzinfo=UTC)
WANTED = Wanted(frozenset({"price", "noresult"}), "灯具", words_in("他侄女管后台的询盘"))


def offered(number: int, *, author: int | None = None, days: int = 10, **other: Any) -> Offered:
    told: dict[str, Any] = {
        "objections": frozenset(),
        "industries": frozenset(),
        "words": frozenset(),
        "worked": 0,
        "partly": 0,
        "not_worked": 0,
    }
    age = timedelta(days=days)
    by = an_id(100 + (number if author is None else author))
    return Offered(id=an_id(number), author_id=by, curated_at=NOW - age, **(told | other))


def order(*cases: Offered) -> list[UUID]:
    return [one.id for one in proposed(cases, WANTED, moment=NOW)]


SAME_OBJECTION = offered(1, objections=frozenset({"price"}), days=300)
SAME_INDUSTRY = offered(2, industries=frozenset({"灯具"}), days=200)
SAME_WORDS = offered(3, words=words_in("侄女管后台"), days=100)
HELPED = offered(4, worked=8, not_worked=1, days=20)
NEW = offered(5, days=1)
OLD = offered(6, worked=8, days=120)


def test_the_same_objection_comes_first_then_the_industry_then_words_in_common() -> None:
    shuffled = (NEW, SAME_WORDS, SAME_INDUSTRY, HELPED, SAME_OBJECTION)
    assert order(*shuffled) == [one.id for one in (SAME_OBJECTION, SAME_INDUSTRY, SAME_WORDS)]


def test_among_the_rest_what_is_recent_comes_first_and_what_helped_before_the_newest() -> None:
    assert order(OLD, NEW, HELPED) == [HELPED.id, NEW.id, OLD.id]


def test_at_most_one_of_an_author_is_proposed() -> None:
    same = [offered(number, author=1, objections=frozenset({"price"})) for number in (11, 12)]
    assert order(*same, NEW) == [an_id(11), NEW.id]


@pytest.mark.parametrize(
    ("case", "kind", "value"),
    [
        (SAME_OBJECTION, ProposedFor.OBJECTION, "price"),
        (SAME_INDUSTRY, ProposedFor.INDUSTRY, "灯具"),
        (SAME_WORDS, ProposedFor.WORDS, None),
        (NEW, ProposedFor.RECENT, None),
    ],
)
def test_the_reason_is_the_first_thing_that_speaks_for_it(
    case: Offered, kind: ProposedFor, value: str | None
) -> None:
    assert (reason(case, WANTED).kind, reason(case, WANTED).value) == (kind, value)


async def prepared(world: World, name: str = "dinglei") -> str:
    """A visit for tomorrow with a sheet that expects “noresult”; answers its id."""
    rep = world.as_(name)
    client = await add_client(rep, name="远山灯具")
    await write_sheet(rep, client)
    return str((await plan_visit(rep, client, day=world.tomorrow.isoformat()))["id"])


async def suggested(world: World, visit: str, name: str = "dinglei") -> Any:
    answer = await world.as_(name).get(f"{CASES}/suggested", params={"visit": visit})
    return (await made(answer))["cases"]


@pytest.mark.anyio
async def test_a_rep_of_another_team_is_shown_the_case_with_its_reason(world: World) -> None:
    case = await curated(world)
    [one] = await suggested(world, await prepared(world))
    assert one["id"] == case["id"]
    assert one["reason"] == {"kind": "objection", "value": "noresult"}
    assert one["author"]["id"] == str(world.id("xiaoman"))


@pytest.mark.anyio
async def test_ones_own_cases_and_retired_ones_are_not_proposed(world: World) -> None:
    case = await curated(world)
    assert await suggested(world, await prepared(world, "xiaoman"), "xiaoman") == []
    visit = await prepared(world)
    path, version = f"{CASES}/{case['id']}", {"If-Match": f'"{case["version"]}"'}
    gone = await world.as_("hejing").patch(path, json={"retired": True}, headers=version)
    await made(gone)
    assert await suggested(world, visit) == []


@pytest.mark.anyio
async def test_it_is_for_a_visit_of_ones_own(world: World) -> None:
    await curated(world, parts=parts(problems="先问谁回询盘"))
    visit = await prepared(world, "xiaoman")
    for name in ("hejing", "hanxue", "qihang", "stranger"):
        asked = {"visit": visit}
        answer = await world.as_(name).get(f"{API}/cases/suggested", params=asked)
        assert answer.status_code == 404
