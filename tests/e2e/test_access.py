"""axe finds nothing on any screen of the router, in any state, light or dark, in either language."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.look import Look, looking
from tests.e2e.places import PLACES, WITHOUT_NETWORK, each_walk, screens_of_the_router, walks_of
from tests.e2e.scenery import (
    ADMIN,
    MANAGER,
    MENTOR,
    NEWEST,
    NOBODY,
    OWING,
    PARTNER,
    REGION,
    REP,
    TRAINER,
    Scenery,
)
from tests.e2e.states import SAVE, STALLED, State
from tests.served import Server

AXE = Path(__file__).resolve().parents[2] / "pwa" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HEIGHT = "document.documentElement.scrollHeight"
FAULT = {"type": "about:blank", "title": "Fault", "status": 500, "code": "fault", "errors": []}
REFUSED = {**FAULT, "status": 409, "code": "round_needs_a_sheet", "detail": "先补完。"}


def test_every_screen_of_the_router_is_looked_at() -> None:
    assert screens_of_the_router() == set(PLACES)


EVERYBODY = (REP, NEWEST, MENTOR, MANAGER, PARTNER, OWING, REGION, TRAINER, ADMIN, NOBODY)


def test_every_state_is_looked_at_in_one_of_the_walks() -> None:
    """The one of an apprentice who is asked for a ride-along once was in no walk."""
    every = [state for states in PLACES.values() for state in states]
    walked = [state for who in EVERYBODY for walk in walks_of(who) for state in walk]
    assert Counter(walked) == Counter(every)


@pytest.mark.parametrize(("who", "walk"), each_walk(*EVERYBODY))
def test_axe_finds_nothing_on_any_screen(
    browser: Browser, open_house: tuple[Server, Scenery], who: str, walk: list[State]
) -> None:
    with looking(browser, *open_house, who, language="zh-CN") as look:
        bring_axe(look)
        found = [fault for state in walk for fault in faults_at(look, state)]
    assert found == [], "\n".join(["", *found])


def test_axe_finds_nothing_without_a_network(
    browser: Browser, open_house: tuple[Server, Scenery]
) -> None:
    with looking(browser, *open_house, REP, language="en", service_workers="allow") as look:
        bring_axe(look)
        for address in WITHOUT_NETWORK:
            look.open(address)
        look.page.wait_for_function("() => navigator.serviceWorker.controller !== null")
        look.page.context.set_offline(True)
        found = [*faults_of_all(look), *faults_of_an_item(look)]
    assert found == [], "\n".join(["", *found])


def test_axe_finds_nothing_when_the_server_has_a_fault(
    browser: Browser, open_house: tuple[Server, Scenery]
) -> None:
    with looking(browser, *open_house, NOBODY, language="zh-CN") as look:
        bring_axe(look)
        look.page.route("**/api/v1/**", fail)
        look.open("/sign-in")
        look.take(("input[autocomplete=username]", REP))
        look.take(("input[autocomplete=current-password]", "alongside"))
        look.page.locator("button[type=submit]").click()
        expect(look.page.locator("nav.nav")).to_be_visible()
        found = [*faults_of_all(look), *faults_of_an_item(look)]
        found += faults_at(look, State("/outbox", ("main article .btn.quiet",)))
    assert found == [], "\n".join(["", *found])


FAULT_SAID = {
    "zh-CN": re.compile("服务器出了故障。你写的先存在这台手机，修好了自己会发。.*现在看到的是今天"),
    "en": re.compile("The server has a fault. What you write is kept here.*was read today"),
}
OVER_SAID = {
    "zh-CN": re.compile("登录到期了。重新登录"),
    "en": re.compile("This sign-in is over. Sign in again"),
}
NO_NETWORK = {"zh-CN": "没有网络", "en": "No network"}
ROOTS_OF = {REP: ("/", "/clients", "/evening"), MANAGER: ("/", "/clients", "/evening", "/team")}


@pytest.mark.parametrize("who", [REP, MANAGER])
def test_what_was_read_before_is_told_apart_from_the_fault_and_from_the_end_of_a_sign_in(
    browser: Browser, open_house: tuple[Server, Scenery], who: str
) -> None:
    with looking(browser, *open_house, who, language="zh-CN") as look:
        bring_axe(look)
        for root in ROOTS_OF[who]:
            look.open(root)
        look.page.route("**/api/v1/**", fail)
        found = [*faults_where_it_says(look, who, FAULT_SAID)]
        look.page.context.clear_cookies()
        look.page.unroute("**/api/v1/**")
        found += faults_where_it_says(look, who, OVER_SAID)
    assert found == [], "\n".join(["", *found])


def faults_where_it_says(
    look: Look, who: str, sentences: dict[str, re.Pattern[str]]
) -> Iterator[str]:
    for root in ROOTS_OF[who]:
        yield from faults_at(look, State(root))
        for language in look.in_both_languages():
            notes = look.page.locator("main .note").filter(has_text=sentences[language])
            expect(notes, f"{root}: {sentences[language].pattern}").to_have_count(1)
            for words in NO_NETWORK.values():
                expect(look.page.get_by_text(words), root).to_have_count(0)


def bring_axe(look: Look) -> None:
    """Into every page at its start, past the policy that refuses scripts it did not bring."""
    look.page.context.add_init_script(path=AXE)


def faults_of_all(look: Look) -> Iterator[str]:
    for address in WITHOUT_NETWORK:
        yield from faults_at(look, State(address))


def faults_of_an_item(look: Look) -> Iterator[str]:
    """Something that waits, or was refused, lies in the outbox; then somebody wants to leave."""
    look.at(State("/visits/{nowhere}/check-in?client={client}", (STALLED, SAVE)))
    look.page.wait_for_url("**/")
    yield from faults_at(look, State("/"))
    yield from faults_at(look, State("/outbox"))
    yield from faults_at(look, State("/me?sign-out"))


def fail(route: Route) -> None:
    """Signing in works, reading is a fault of the machine, writing is refused."""
    request = route.request
    if "/sign-in" in request.url:
        route.continue_()
        return
    problem = FAULT if request.method == "GET" else REFUSED
    route.fulfill(
        status=int(str(problem["status"])),
        content_type="application/problem+json",
        headers={"x-request-id": "1"},
        body=json.dumps(problem),
    )


def faults_at(look: Look, state: State) -> Iterator[str]:
    """In one language by day, in the other in the dark: no rule looks at both words and colours."""
    look.at(state)
    where = f"{state.address} {list(state.steps)}"
    for language in look.in_both_languages():
        roll_out(look)
        yield from (f"{where} {language}: {fault}" for fault in run_axe(look.page))
        look.page.emulate_media(color_scheme="dark")
    look.page.emulate_media(color_scheme="light")


def roll_out(look: Look) -> None:
    """As tall as its content: else a row that half lies under the bar counts as a target too small."""
    page = look.page
    for _try in range(5):
        if page.evaluate(HEIGHT) <= page.evaluate("innerHeight"):
            break
        look.hold({"width": page.evaluate("innerWidth"), "height": page.evaluate(HEIGHT)})
        look.wait()
    page.evaluate("scrollTo(0, 0)")


def run_axe(page: Page) -> list[str]:
    told = {"runOnly": RULES, "resultTypes": ["violations"], "preload": False}
    answer = page.evaluate("told => axe.run(document, told)", told)
    return [
        f"{broken['id']} {node['target']} {node['html'][:160]} {node['any'][:1]}"
        for broken in answer["violations"]
        for node in broken["nodes"]
    ]
