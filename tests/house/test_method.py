"""docs/method.md: each line of the article stands beside what holds it, and every name it gives is there."""

import ast
import json
import re

import pytest

from tests.house.files import ROOT

LINES = 54
HELD_AT_LEAST = 45
NOT_HELD = "Not held:"


def numbered(heading: str) -> dict[int, str]:
    """The list under this heading, each entry joined to one line."""
    told = (ROOT / "docs" / "method.md").read_text().partition(f"## {heading}\n")[2]
    found = re.findall(r"^(\d+)\. (.+(?:\n {3,4}.+)*)", told.partition("\n## ")[0], re.MULTILINE)
    return {int(number): re.sub(r"\s+", " ", words) for number, words in found}


METHOD = numbered("Line by line")
FEEDS = numbered("How the mechanisms feed one another")
EVERY = [
    pytest.param(words, id=f"{name} {number}")
    for name, told in (("line", METHOD), ("feed", FEEDS))
    for number, words in told.items()
]
FLOWS = {path.stem for path in (ROOT / "api" / "flows").glob("[!_]*.py")}


def named_tests(words: str) -> list[tuple[str, str]]:
    return re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", words)


def test_all_fifty_four_stand_there_in_order() -> None:
    assert list(METHOD) == list(range(1, LINES + 1))


def test_most_lines_are_held_by_a_test_and_the_others_say_why() -> None:
    held = [number for number, words in METHOD.items() if named_tests(words)]
    silent = [number for number in METHOD if number not in held and NOT_HELD not in METHOD[number]]
    assert len(held) >= HELD_AT_LEAST
    assert silent == []


def test_every_flow_stands_in_a_sentence_and_every_sentence_in_its_order() -> None:
    assert list(FEEDS) == list(range(1, len(FEEDS) + 1))
    named = re.findall(r"`api/flows/(\w+)\.py`", " ".join(FEEDS.values()))
    assert sorted(named) == sorted(FLOWS)


def test_every_sentence_is_held_by_a_test_and_those_of_a_flow_by_the_flows_own() -> None:
    for words in FEEDS.values():
        tests = {file for file, _test in named_tests(words)}
        flows = re.findall(r"`api/flows/(\w+)\.py`", words)
        assert tests
        assert {f"tests/flows/test_{flow}.py" for flow in flows} <= tests
        assert flows or "Computed:" in words


@pytest.mark.parametrize("words", EVERY)
def test_every_test_that_is_named_exists(words: str) -> None:
    named = named_tests(words)
    assert [f"{file}::{test}" for file, test in named if test not in functions_of(file)] == []
    # A test that is named in another form would be looked up by nobody.
    assert words.count("tests/") == len(named)


@pytest.mark.parametrize("words", EVERY)
def test_every_operation_that_is_named_exists(words: str) -> None:
    named = re.findall(r"`([a-z_]+\.[a-z_]+)`", words)
    assert [name for name in named if name not in operations()] == []


@pytest.mark.parametrize("words", EVERY)
def test_every_screen_that_is_named_exists(words: str) -> None:
    named = re.findall(r"`(/[^`]*)`", words)
    assert [path for path in named if path not in screens()] == []


def functions_of(file: str) -> set[str]:
    path = ROOT / file
    if not path.is_file():
        return set()
    tree = ast.parse(path.read_text())
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, kinds)}


def operations() -> set[str]:
    document = json.loads((ROOT / "openapi" / "openapi.json").read_text())
    return {route["operationId"] for path in document["paths"].values() for route in path.values()}


def screens() -> set[str]:
    """The addresses of the router's table."""
    return set(re.findall(r"path: '([^']+)'", (ROOT / "pwa" / "src" / "screens.ts").read_text()))
