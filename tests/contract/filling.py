"""For every list of the API: who reads it, and how it gets as many rows as a test asks for.

Rows share their first key (a name, a day), so that the order must come from the last one.
"""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session

from api.goals.models import Reward
from api.kit.clock import now
from api.kit.rows import new_id
from api.people.models import AccessLog, SightKind
from api.playbook.answers.service import note_use
from api.playbook.models import UseResult
from api.reviews.models import ReviewKind
from api.reviews.series.models import ReviewSeries
from tests.builders.field import API, a_check_in, add_client, an_objection, check_in, yuan
from tests.builders.people import an_id, make_pair, make_person
from tests.builders.world import World
from tests.commitments.promising import give, move
from tests.contract import filling_promises as ledger
from tests.contract import filling_shares as shares
from tests.contract import filling_training as training
from tests.drills.evening import Evening, made, write_sheet
from tests.goals.setting import agreed
from tests.reminders.laying import a_due, lay_for
from tests.reviews.talking import Talk
from tests.shares.filled import interviews, pks
from tests.visibility.reminded import ROBOT

Fill = Callable[[World, Iterable[int]], Awaitable[None]]
CLIENT = str(an_id(1000))
ANSWER = str(an_id(9000))
GOAL = str(an_id(9300))
DAY = "2026-03-24"


@dataclass(frozen=True)
class Filling:
    """`reader` opens the list; `add` makes one row for each number; `besides` are rows of the world itself."""

    reader: str
    add: Fill
    besides: int = 0
    narrowed_by: str = ""


async def people(world: World, numbers: Iterable[int]) -> None:
    def add(db: Session) -> None:
        for number in numbers:
            names = ("林", "小满", "Lin Xiaoman")
            make_person(db, world.organisation, names=names, login=f"lin.{number}")

    world.store.write_now(add)


async def pairs(world: World, numbers: Iterable[int]) -> None:
    mentor, apprentice = world.person("hanxue"), world.person("qihang")

    def add(db: Session) -> None:
        for _ in numbers:
            make_pair(db, mentor, apprentice, starts_on=date(2026, 3, 24))

    world.store.write_now(add)


async def readings(world: World, numbers: Iterable[int]) -> None:
    """Four kinds by five readers a day."""
    readers = [world.id(name) for name in ("hejing", "hanxue", "qihang", "dinglei", "zhaohui")]
    kinds = list(SightKind)

    def add(db: Session) -> None:
        db.add_all(
            AccessLog(
                organisation_id=world.organisation.id,
                id=new_id(db),
                created_at=now(db),
                owner_id=world.id("xiaoman"),
                reader_id=readers[number % 5],
                kind=kinds[number // 5 % 4],
                day=date(2026, 3, 23) - timedelta(days=number // 20),
                times=1,
                last_at=now(db),
            )
            for number in numbers
        )

    world.store.write_now(add)


async def clients(world: World, numbers: Iterable[int]) -> None:
    rep = world.as_("xiaoman")
    for number in numbers:
        await add_client(rep, number, name="暖屿灯饰", industry="灯具", district="北仑")


async def sheets(world: World, numbers: Iterable[int]) -> None:
    rep = world.as_("xiaoman")
    for number in numbers:
        if number == 0:
            await add_client(rep, 0)
        await write_sheet(rep, {"id": CLIENT}, version=number)


async def products(world: World, numbers: Iterable[int]) -> None:
    for number in numbers:
        name = {"zh": "远航版", "en": "Voyage"}
        key = {"id": str(an_id(4000 + number)), "key": f"voyage-{number}"}
        given = {**key, "name": name, "price": yuan(29_800)}
        await made(await world.as_("admin").post(f"{API}/products", json=given))


async def deals(world: World, numbers: Iterable[int]) -> None:
    rep = world.as_("xiaoman")
    for number in numbers:
        if number == 0:
            await add_client(rep, 0)
            await products(world, range(1))
        lines = [{"product_id": str(an_id(4000)), "amount": yuan(29_800)}]
        given = {"client_id": CLIENT, "lines": lines, "grade": "A1"}
        deal = await made(await rep.post(f"{API}/deals", json=given))
        at = f"{API}/deals/{deal['id']}"
        await made(await rep.put(f"{at}/signature", json={"signed_on": DAY}))
        paid = {"amount": yuan(500), "received_on": DAY}
        await made(await rep.post(f"{at}/payments", json=paid))


async def visits(world: World, numbers: Iterable[int]) -> None:
    rep = world.as_("xiaoman")
    for number in numbers:
        if number == 0:
            await add_client(rep, 0)
        heard = [an_objection(number, words="做过一年，一个单都没有。")]
        told = a_check_in(CLIENT, note="他想先看去年的询盘", objections=heard)
        await made(await rep.put(f"{API}/visits/{an_id(number)}/check-in", json=told))


async def rules(world: World, numbers: Iterable[int]) -> None:
    given = {"requires": ["met_decider", "dated_next_step"], "applies_from": DAY}
    for _ in numbers:
        await made(await world.as_("admin").post(f"{API}/effective-visit-rules", json=given))


async def drills(world: World, numbers: Iterable[int]) -> None:
    """Evenings of two people with a round each."""
    rep = world.as_("xiaoman")
    for number in numbers:
        if number == 0:
            await add_client(rep, 0)
            await write_sheet(rep, {"id": CLIENT})
        evening = Evening(world)
        evening.client, evening.visit = {"id": CLIENT}, {"id": None}
        evening.sheet = await made(await rep.get(f"{API}/clients/{CLIENT}/sheet"))
        evening.drill = await made(await evening.start(id=str(an_id(500 + number)), day=DAY))
        played = evening.new_round(id=str(an_id(700 + number)))
        await made(await evening.play(played))


async def answers(world: World, numbers: Iterable[int]) -> None:
    """Each said at a visit, and all to be looked at on the same day."""
    rep = world.as_("xiaoman")
    for number in numbers:
        if number == 0:
            await add_client(rep, 0)
            await made(await check_in(rep, CLIENT, visit=0))
        born = {"id": str(an_id(8000 + number)), "type_key": "price", "text": "按单算，不按年算。"}
        await made(await rep.post(f"{API}/playbook/answers", json=born))
        say(world, answer=8000 + number, visit=0)


async def uses(world: World, numbers: Iterable[int]) -> None:
    """One answer at many visits of the same day."""
    await visits(world, numbers)
    for number in numbers:
        if number == 0:
            born = {"id": ANSWER, "type_key": "noresult", "text": "谁回的询盘？"}
            await made(await world.as_("qihang").post(f"{API}/playbook/answers", json=born))
        say(world, answer=9000, visit=number)


def say(world: World, *, answer: int, visit: int) -> None:
    world.store.write_now(
        note_use,
        world.organisation.id,
        answer_id=an_id(answer),
        visit_id=an_id(visit),
        by_id=world.id("xiaoman"),
        result=UseResult.PARTLY,
        day=date(2026, 3, 24),
    )


async def commitments(world: World, numbers: Iterable[int]) -> None:
    """Of two reps, each moved once."""
    for number in numbers:
        owner = ("xiaoman", "qihang")[number % 2]
        give(world, 9100 + number, owner=owner)
        later = await move(world, owner, "2026-03-30", 9100 + number)
        assert later.is_success, later.text


async def goals(world: World, numbers: Iterable[int]) -> None:
    """Agreed days of one rep, each changed once."""
    for number in numbers:
        day = (date(2026, 3, 24) + timedelta(days=number)).isoformat()
        born = {"period": "day", "day": day, "quality": "每家都约好下一步"}
        goal = await agreed(world, 9200 + number, **born)
        change = {"target": 8, "why": "周三周四展会"}
        path = f"{API}/goals/{goal['id']}/versions"
        await made(await world.as_("xiaoman").post(path, json=change))


async def figure_rows(world: World, numbers: Iterable[int]) -> None:
    """The visits a goal is made of."""
    await visits(world, numbers)
    if 0 in numbers:
        await agreed(world, 9300, target=900)


async def rewards(world: World, numbers: Iterable[int]) -> None:
    """For one goal each, all told to one team at the same moment."""
    goals_met = [await agreed(world, 9400 + number, **_a_day(number)) for number in numbers]

    def add(db: Session) -> None:
        for goal in goals_met:
            db.add(
                Reward(
                    organisation_id=world.organisation.id,
                    id=new_id(db),
                    created_at=now(db),
                    goal_id=UUID(goal["id"]),
                    owner_id=world.id("xiaoman"),
                    by_id=world.id("hejing"),
                    team_id=world.team("gull").id,
                    why="每家都约好了下一步",
                    birth_digest=b"",
                )
            )

    world.store.write_now(add)


async def reviews(world: World, numbers: Iterable[int]) -> None:
    """All of the same day, to which they were moved."""
    for number in numbers:
        talk = Talk(world)
        talk.id = str(an_id(700 + number))
        await talk.plan()
        day = {"day": "2026-03-25", "starts": "16:30", "reason": "客户临时改到周三下午"}
        await made(await talk.put("day", day))


async def review_series(world: World, numbers: Iterable[int]) -> None:
    def add(db: Session) -> None:
        db.add_all(
            ReviewSeries(
                organisation_id=world.organisation.id,
                id=new_id(db),
                created_at=now(db),
                updated_at=now(db),
                kind=ReviewKind.WEEKLY,
                host_id=world.id("hejing"),
                person_id=world.id("xiaoman"),
                weekday=4,
                starts="16:30",
                every_weeks=1,
                minutes=25,
                starts_on=date(2026, 3, 24),
                birth_digest=bytes(32),
            )
            for _ in numbers
        )

    world.store.write_now(add)


def _a_day(number: int) -> dict[str, str]:
    day = date(2026, 3, 24) + timedelta(days=number)
    return {"period": "day", "day": day.isoformat()}


async def help_requests(world: World, numbers: Iterable[int]) -> None:
    """Asked for the same evening, answered and handed on."""
    rep, manager = world.as_("xiaoman"), world.as_("hejing")
    asked = {"kind": "price", "needed": "tonight", "audience": "manager", "words": "能分两次付吗？"}
    for number in numbers:
        if number == 0:
            await add_client(rep, 0)
        born = {"about": {"kind": "client", "id": CLIENT}, "happened_at": f"{DAY}T02:00:00Z"}
        one = await made(await rep.post(f"{API}/help-requests", json=asked | born))
        at = f"{API}/help-requests/{one['id']}"
        await made(await manager.post(f"{at}/answers", json={"words": "可以"}))
        handed = {"helper_id": str(world.id("hanxue"))}
        await made(await manager.put(f"{at}/helper", json=handed))


async def rides(world: World, numbers: Iterable[int]) -> None:
    """Of one apprentice with two mentors, all of them moved."""
    calendar = world.actor("xiaoman").calendar
    for number in numbers:
        mentor = ("hanxue", "qihang")[number % 2]
        told = {
            "id": str(an_id(9400 + number)),
            "mentor_id": str(world.id(mentor)),
            "apprentice_id": str(world.id("xiaoman")),
            "day": str(calendar.next_working(date(2026, 3, 24), steps=1 + number // 2)),
            "wish": "他压价的时候先别替我说，让我试一次。",
        }
        rep = world.as_("xiaoman")
        ride = await made(await rep.post(f"{API}/ride-alongs", json=told))
        later = {
            "id": str(an_id(9500 + number)),
            "to_day": str(calendar.next_working(date(2026, 9, 1), steps=1 + number)),
            "why": "客户去展会了",
        }
        await made(await rep.put(f"{API}/ride-alongs/{ride['id']}/day", json=later))


async def reminders(world: World, numbers: Iterable[int]) -> None:
    """Laid in the same minute."""
    lay_for(world, *[a_due(world, "hejing", number) for number in numbers])


async def robots(world: World, numbers: Iterable[int]) -> None:
    for number in numbers:
        address = f"{ROBOT['address']}{number}"
        given = ROBOT | {"team_id": str(world.team("gull").id), "address": address}
        at = f"{API}/robots/{an_id(9600 + number)}"
        await made(await world.as_("hejing").put(at, json=given))


FILLINGS: dict[str, Filling] = {
    "me.access_log": Filling("xiaoman", readings),
    "people.list": Filling("hejing", people, besides=9),
    "people.promises": Filling("qihang", ledger.promises),
    "mentor_pairs.list": Filling("hejing", pairs, besides=1),
    "clients.list": Filling("hejing", clients),
    "clients.list_sheet_versions": Filling("hejing", sheets),
    "products.list": Filling("hejing", products),
    "deals.list": Filling("hejing", deals),
    "visits.list": Filling("hejing", visits),
    "effective_visit_rules.list": Filling("hejing", rules),
    "drills.list": Filling("hejing", drills, narrowed_by="person"),
    "answers.list": Filling("hejing", answers, besides=12),
    "answers.uses": Filling("hejing", uses),
    "commitments.list": Filling("hejing", commitments),
    "goals.list": Filling("hejing", goals),
    "goals.rows": Filling("hejing", figure_rows),
    "rewards.list": Filling("hejing", rewards),
    "ride_alongs.list": Filling("hejing", rides),
    "shares.list": Filling("hejing", shares.tips),
    "rivalries.list": Filling("xiaoman", pks),
    "rivalries.wall": Filling("hejing", pks),
    "pair_interviews.list": Filling("xiaoman", interviews, besides=1),
    "cases.list": Filling("qihang", shares.cases),
    "me.case_uses": Filling("xiaoman", shares.cases),
    "me.tries": Filling("qihang", shares.tries),
    "me.tried": Filling("xiaoman", shares.tries),
    "clients.competitor_notes": Filling("hejing", shares.competitor_notes),
    "help_requests.list": Filling("hejing", help_requests),
    "reviews.list": Filling("hejing", reviews),
    "review_series.list": Filling("hejing", review_series),
    "reminders.list": Filling("hejing", reminders),
    "robots.list": Filling("hejing", robots),
    "sessions.list": Filling("hejing", training.sessions),
    "training_series.list": Filling("hejing", training.training_series),
    "training_plans.list": Filling("hejing", training.training_plans),
    "camps.list": Filling("hejing", training.camps),
    "topic_proposals.list": Filling("hejing", training.topic_proposals),
    "certifications.list": Filling("hejing", training.certifications),
}


@dataclass(frozen=True)
class Where:
    """A list as somebody asks for it."""

    path: str
    asked: dict[str, str]
    lines: str = "items"


def where(world: World, path: str, filling: Filling, lines: str) -> Where:
    narrowed = {filling.narrowed_by: str(world.id("xiaoman"))} if filling.narrowed_by else {}
    known = {"client_id": CLIENT, "answer_id": ANSWER, "goal_id": GOAL}
    return Where(path.format(**known, person_id=world.id("hejing")), narrowed, lines)
