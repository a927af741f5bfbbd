"""What is wrong is said in the language it was asked in, down to the single field."""

import ast
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from api.kit.wire import Bilingual, InputModel, Money
from api.kit.wording import WORDS, said_of
from tests.builders.world import World
from tests.contract.live import inputs
from tests.contract.pydantics import is_of_pydantic
from tests.house.files import API, parsed, shown

pytestmark = pytest.mark.anyio

WRONG: tuple[Any, ...] = (
    *(None, "", " ", "x" * 5000, "?", "2026-13-45", "2026-03-24", "2026-03-24T10:00:00"),
    *("2026-03-24T10:00:00Z", "1999-01-01", "1999-01-01T00:00:00Z", "2199-01-01"),
    *("2199-01-01T00:00:00Z", "99:99", "a\0b", "Mars/X", "perhaps", "12345678901234567890"),
    *(-1, 0, 1.5, 10**30, True, [], [None] * 500, ["x"] * 500, [{}] * 500, {}, {"x": 1}),
    *({"amount_minor": 0, "currency": "XXX"}, {"amount_minor": 1, "currency": "CNY"}),
)
"""Sent in the place of every field of every body; some are right for some fields."""


def kinds_of(root: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for kind in root.__subclasses__():
        yield kind
        yield from kinds_of(kind)


def shapes() -> list[type[BaseModel]]:
    sent = inputs()
    every: list[type[BaseModel]] = [*kinds_of(InputModel), Money, Bilingual]
    return sorted((kind for kind in every if kind.__name__ in sent), key=lambda kind: kind.__name__)


def faults(shape: type[BaseModel]) -> Iterator[dict[str, Any]]:
    """Every error that the wrong values bring to light."""
    examples = shape.model_json_schema().get("examples") or [{}]
    bodies: list[Any] = [
        {**examples[0], name: wrong} for name in shape.model_fields for wrong in WRONG
    ]
    for body in (*bodies, {"unknown": 1}, [], None, "x"):
        yield from faults_of(shape, json.dumps(body))
    yield from faults_of(shape, "{")


def faults_of(shape: type[BaseModel], sent: str) -> Iterator[dict[str, Any]]:
    try:
        shape.model_validate_json(sent)
    except ValidationError as wrong:
        yield from ({**fault} for fault in wrong.errors())


def is_a_plain_sentence(said: str) -> bool:
    return said.endswith(".") and not re.search(r"[{}]|^[a-z]|\b1 characters", said)


def is_chinese(said: str) -> bool:
    return bool(re.search(r"[\u4e00-\u9fff]", said)) and said.endswith("。")


def test_there_are_bodies_to_send() -> None:
    assert len(shapes()) > 40


@pytest.mark.parametrize("shape", shapes(), ids=lambda shape: shape.__name__)
def test_every_error_a_body_can_raise_is_said_in_chinese(shape: type[BaseModel]) -> None:
    found = list(faults(shape))
    assert found
    assert {fault["type"] for fault in found} <= WORDS.keys()
    english = {said for fault in found if not is_chinese(said := said_of(fault, "zh-CN"))}
    assert english == set()


@pytest.mark.parametrize("shape", shapes(), ids=lambda shape: shape.__name__)
def test_every_error_a_body_can_raise_is_said_in_english_of_our_own(shape: type[BaseModel]) -> None:
    """It once was pydantic's: "String should have at most 200 characters"."""
    said = {said_of(fault, "en") for fault in faults(shape)}
    assert [words for words in said if is_of_pydantic(words)] == []
    assert all(is_a_plain_sentence(words) for words in said), said


def test_what_is_missing_is_not_counted() -> None:
    empty = {"type": "string_too_short", "ctx": {"min_length": 1}}
    assert said_of(empty, "en") == "Write something here."
    none = {"type": "too_short", "ctx": {"min_length": 1}}
    assert said_of(none, "zh-CN") == "这里至少要有一项。"


def test_a_kind_nobody_has_words_for_is_a_wrong_value() -> None:
    fault = {"type": "url_scheme", "msg": "URL scheme should be 'https'", "ctx": {}}
    assert said_of(fault, "en") == "This value does not fit here."


def test_a_rule_of_a_schema_is_said_in_both_languages() -> None:
    """A plain ValueError has an English sentence only."""
    plain = [
        f"{shown(file)}:{node.lineno}"
        for file in API.rglob("schemas.py")
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
        if isinstance(node.exc.func, ast.Name) and node.exc.func.id == "ValueError"
    ]
    assert plain == []


async def in_chunks() -> Any:
    for _ in range(20):
        yield b"x" * 100_000


@pytest.mark.parametrize(
    ("method", "path", "content", "status"),
    [
        ("GET", "/api/v1/nowhere", None, 404),
        ("PUT", "/api/v1/clients", None, 405),
        ("POST", "/api/v1/clients", b'{"name": "\xff"}', 400),
        ("POST", "/api/v1/clients", b"x" * 2_000_000, 413),
        ("POST", "/api/v1/clients", in_chunks, 413),
        ("POST", "/api/v1/clients", b'{"name": ""}', 422),
        ("POST", "/api/v1/clients", b'{"name": ', 422),
        ("GET", "/api/v1/clients?limit=many", None, 422),
    ],
)
async def test_a_refusal_speaks_the_language_it_was_asked_in(
    world: World, method: str, path: str, content: Any, status: int
) -> None:
    spoken = {}
    for language in ("zh-CN", "en"):
        headers = {"accept-language": language, "content-type": "application/json"}
        sent = content() if callable(content) else content
        answer = await world.as_("xiaoman").request(method, path, content=sent, headers=headers)
        assert answer.status_code == status, answer.text
        told = answer.json()
        spoken[language] = [told["detail"], *(one["detail"] for one in told["errors"])]
    assert all(is_chinese(said) for said in spoken["zh-CN"]), spoken
    assert not any(is_chinese(said) for said in spoken["en"]), spoken


async def test_json_that_breaks_off_is_wrong_as_a_whole(world: World) -> None:
    """The pointer once was "/1", the place where the parser stood."""
    headers = {"content-type": "application/json"}
    answer = await world.as_("xiaoman").post("/api/v1/clients", content=b"{", headers=headers)
    assert [one["pointer"] for one in answer.json()["errors"]] == [""]
