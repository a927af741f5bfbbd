"""为什么在这里: from what the app lays before somebody, in two taps, to the record it came from."""

import re
from uuid import UUID

from playwright.sync_api import Locator, Page, expect

from tests.e2e import hands
from tests.e2e.conftest import Ask, Hold
from tests.e2e.stage import Stage, born_id

REP, MANAGER = "lin.xiaoman", "he.jing"
WHY = "为什么在这里？"
BEGUN = """
    SELECT shares.id, people.login FROM shares JOIN people ON people.id = shares.author_id
    WHERE shares.state = 'prompted' AND shares.origin_kind = ? ORDER BY shares.id LIMIT 1
"""
PROMISE = """
    SELECT commitments.id FROM commitments JOIN people ON people.id = commitments.owner_id
    WHERE people.login = ? AND commitments.outcome IS NULL AND commitments.deleted_at IS NULL
    AND commitments.origin_kind IN ('review', 'ride_along') ORDER BY commitments.id LIMIT 1
"""
ASKED = """
    SELECT person.id, person.login, manager.login FROM review_asks
    JOIN people person ON person.id = review_asks.person_id
    JOIN people manager ON manager.team_id = person.team_id AND manager.role = 'manager'
    WHERE review_asks.goal_id IS NOT NULL LIMIT 1
"""


def test_five_things_lead_to_the_visit_promise_round_and_goal_behind_them(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    phone = hold("xiaoman")
    phone.sign_in(REP)
    client = stage.client(REP, "雾屿灯具")
    visit = stage.visit(REP, client, day=stage.tomorrow)
    phone.page.goto("/evening")
    card = phone.page.locator("section.card, article.card").filter(has_text=client.name).first
    card.get_by_role("button", name="为什么练这张").click()
    leads_to(phone.page, rf"visit={visit}")

    [(promise,)] = ask(PROMISE, REP)
    phone.page.goto(f"/promises?promise={UUID(bytes=promise)}")
    why(phone.page.get_by_role("dialog"))
    leads_to(phone.page, r"/(reviews|ride-alongs)/")

    request = asked_about_a_share(stage)
    phone.page.goto(f"/help-requests/{request}")
    why(phone.page)
    leads_to(phone.page, r"/shares/")
    assert phone.faults == []

    for origin, behind in (("round", r"/drills/"), ("goal", r"/goals/")):
        [(share, login)] = ask(BEGUN, origin)
        other = hold(login)
        other.sign_in(login)
        other.page.goto(f"/shares/{UUID(bytes=share)}/write")
        why(other.page)
        leads_to(other.page, behind)
        assert other.faults == []


def test_a_question_of_a_review_leads_to_its_goal_and_the_review_to_the_loops(
    hold: Hold, stage: Stage, ask: Ask
) -> None:
    [(person, login, manager)] = ask(ASKED)
    told = {
        "id": str(born_id()),
        "kind": "weekly",
        "person_id": str(UUID(bytes=person)),
        "day": stage.tomorrow,
        "starts": "16:30",
    }
    review = stage.as_(manager).post("/reviews", json=told).raise_for_status().json()["id"]
    phone = hold(login)
    phone.sign_in(login)
    page = phone.page
    page.goto(f"/reviews/{review}")
    card = page.locator("section.card").filter(has_text="要一起谈的")
    expect(card).to_contain_text("目标要不要改")
    why(card)
    leads_to(page, r"/goals/")
    page.goto(f"/reviews/{review}")
    page.get_by_role("link", name=re.compile("从课堂到客户")).click()
    expect(page).to_have_url(re.compile(r"/me/loops$"))
    expect(page.get_by_role("heading", name="从课堂到客户", level=1)).to_be_visible()
    assert phone.faults == []


def test_what_is_counted_or_nobodys_has_its_sentence_and_no_way(hold: Hold) -> None:
    phone = hold("sumin")
    phone.sign_in("su.min")
    phone.page.goto("/training/topics")
    why(phone.page.locator("article").filter(has_text="来自现场").first)
    dialog = phone.page.get_by_role("dialog")
    expect(dialog).to_contain_text("这里不写客户的名字")
    expect(dialog.get_by_role("link")).to_have_count(0)
    hands.tap(dialog, "知道了")
    assert phone.faults == []


def why(scope: Page | Locator) -> None:
    scope.get_by_role("button", name=WHY).first.click()


def leads_to(page: Page, address: str) -> None:
    """From the sheet on top, by its first way."""
    page.get_by_role("dialog").last.get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(address))


def asked_about_a_share(stage: Stage) -> str:
    tip = {"id": str(born_id()), "kind": "tip", "words": "先问谁回询盘"}
    share = stage.as_(REP).post("/shares", json=tip).raise_for_status().json()["id"]
    told = {
        "id": str(born_id()),
        "kind": "resource",
        "needed": "week",
        "audience": "manager",
        "words": "样品不够",
        "about": {"kind": "share", "id": share},
        "happened_at": "2026-01-01T08:00:00Z",
    }
    asked = stage.as_(REP).post("/help-requests", json=told).raise_for_status()
    return str(asked.json()["id"])
