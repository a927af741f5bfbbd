"""Help, not control: what Alongside must never know has no name to be stored or sent under."""

import ast
import asyncio
import json
import re
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from sqlmodel import SQLModel

import api.tables
from api.kit.settings import Settings
from api.main import create_app
from tests.house.files import API, ROOT, parsed, project_files, shown

NEVER = (
    "location",
    "geolocation",
    "coordinates",
    "latitude",
    "longitude",
    "gps",
    "arrival",
    "arrived_at",
    "minutes_on_site",
    "time_on_site",
    "rank",
    "ranking",
    "leaderboard",
    "total_score",
    "score_total",
    "penalty",
    "penalties",
)


def is_never(name: str) -> bool:
    """Whether a name holds one of the words, as whole words: `frank` does not hold `rank`."""
    words = re.sub(r"([a-z])([A-Z])", r"\1_\2", name).lower()
    words = f"_{re.sub(r'[^a-z]+', '_', words)}_"
    return any(f"_{word}_" in words for word in NEVER)


@pytest.mark.parametrize("name", ["gps", "home_location", "-rank", "totalScore", "visits:location"])
def test_the_words_are_found_inside_names(name: str) -> None:
    assert is_never(name)


@pytest.mark.parametrize("name", ["frank", "locale", "score", "arrive_prepared"])
def test_other_words_are_left_alone(name: str) -> None:
    assert not is_never(name)


def test_no_column_can_hold_it() -> None:
    assert api.tables.__doc__
    columns = [column for table in SQLModel.metadata.tables.values() for column in table.columns]
    assert columns
    assert [str(column) for column in columns if is_never(column.name)] == []


def test_no_field_of_any_class_can_hold_it() -> None:
    fields = [
        f"{shown(file)}: {node.target.id}"
        for file in project_files(".py")
        if file.is_relative_to(API)
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
        if is_never(node.target.id)
    ]
    assert fields == []


def test_no_word_of_the_api_asks_or_tells_it() -> None:
    """Paths, parameters, fields, choices (sort orders among them) and scopes."""
    document = json.loads((ROOT / "openapi" / "openapi.json").read_text())
    names = set(names_in(document))
    assert names
    assert sorted(name for name in names if is_never(name)) == []


def names_in(part: Any) -> Iterator[str]:
    if isinstance(part, list):
        for child in part:
            yield from names_in(child)
    if isinstance(part, dict):
        for key, value in part.items():
            yield from names_under(key, value)


def names_under(key: str, value: Any) -> Iterator[str]:
    if key in {"example", "examples", "default"}:
        return
    if key in {"paths", "properties", "scopes"}:
        yield from value
    if key == "enum":
        yield from map(str, value)
    if key == "name" and isinstance(value, str):
        yield value
    yield from names_in(value)


def test_the_screens_never_ask_the_phone_where_it_is() -> None:
    asking = [
        shown(file)
        for file in project_files(".ts", ".tsx")
        if "navigator.geolocation" in file.read_text()
    ]
    assert asking == []


def test_every_answer_forbids_the_browser_to_tell_where_it_is(database_url: str) -> None:
    app = create_app(Settings(demo=True, database_url=database_url))

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
            return await client.get("/no-such-page")

    assert "geolocation=()" in asyncio.run(ask()).headers["Permissions-Policy"]
