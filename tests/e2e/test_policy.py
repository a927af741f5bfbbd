"""What the page may load, run and ask for: the policy is strict, and no screen runs into it."""

import httpx
from playwright.sync_api import Browser

from tests.e2e.look import looking
from tests.e2e.scenery import NOBODY, Scenery
from tests.served import Server


def test_the_watch_on_the_walk_sees_a_broken_rule_and_a_question_for_the_place(
    browser: Browser, open_house: tuple[Server, Scenery]
) -> None:
    with looking(browser, *open_house, NOBODY, language="en") as look:
        look.open("/help")
        look.page.evaluate("document.body.setAttribute('style', 'color: red')")
        look.page.evaluate("navigator.geolocation.getCurrentPosition(() => {})")
        look.page.wait_for_function("() => JSON.parse(sessionStorage.broken).length === 2")
        broken = look.broken()
    assert "/help: asked where the phone is" in broken
    assert any("style-src" in one for one in broken)


def test_the_page_is_served_with_a_policy_that_trusts_no_inline_script(
    open_house: tuple[Server, Scenery],
) -> None:
    server, _scenery = open_house
    for path in ("/", "/evening", "/api/v1/nothing"):
        policy = headers_of(server, path)["content-security-policy"]
        assert "unsafe-inline" not in policy
        assert "unsafe-eval" not in policy
        assert "require-trusted-types-for 'script'" in policy
        assert "default-src 'none'" in policy


def test_the_place_of_a_phone_is_out_of_reach_for_every_page(
    open_house: tuple[Server, Scenery],
) -> None:
    server, _scenery = open_house
    assert "geolocation=()" in headers_of(server, "/")["permissions-policy"]


def test_nothing_of_the_api_is_kept_by_a_cache(open_house: tuple[Server, Scenery]) -> None:
    server, _scenery = open_house
    for path in ("/api/v1/me", "/api/v1/today", "/api/v1/nothing"):
        assert "no-store" in headers_of(server, path)["cache-control"]


def headers_of(server: Server, path: str) -> dict[str, str]:
    return dict(httpx.get(f"{server.url}{path}").headers)
