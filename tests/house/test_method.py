"""docs/method.md: each line of the article stands beside what holds it, and every name it gives is there."""

import ast
import json
import re

import pytest

from tests.house.files import ROOT

LINES = 54
HELD_AT_LEAST = 45
NOT_HELD = "Not held:"


def lines_of_the_method() -> dict[int, str]:
    """The numbered list, each entry joined to one line."""
    told = (ROOT / "docs" / "method.md").read_text().partition("## Line by line")[2]
    found = re.findall(r"^(\d+)\. (.+(?:\n   .+)*)", told.partition("\n## ")[0], re.MULTILINE)
    return {int(number): re.sub(r"\s+", " ", words) for number, words in found}


METHOD = lines_of_the_method()


def named_tests(words: str) -> list[tuple[str, str]]:
    return re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", words)


def test_all_fifty_four_stand_there_in_order() -> None:
    assert list(METHOD) == list(range(1, LINES + 1))


def test_most_lines_are_held_by_a_test_and_the_others_say_why() -> None:
    held = [number for number, words in METHOD.items() if named_tests(words)]
    silent = [number for number in METHOD if number not in held and NOT_HELD not in METHOD[number]]
    assert len(held) >= HELD_AT_LEAST
    assert silent == []


@pytest.mark.parametrize("number", METHOD)
def test_every_test_that_is_named_exists(number: int) -> None:
    named = named_tests(METHOD[number])
    assert [f"{file}::{test}" for file, test in named if test not in functions_of(file)] == []
    # A test that is named in another form would be looked up by nobody.
    assert METHOD[number].count("tests/") == len(named)


@pytest.mark.parametrize("number", METHOD)
def test_every_operation_that_is_named_exists(number: int) -> None:
    named = re.findall(r"`([a-z_]+\.[a-z_]+)`", METHOD[number])
    assert [name for name in named if name not in operations()] == []


@pytest.mark.parametrize("number", METHOD)
def test_every_screen_that_is_named_exists(number: int) -> None:
    named = re.findall(r"`(/[^`]*)`", METHOD[number])
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
