"""The OpenAPI document is the manual of third parties: complete, limited, with examples that are true."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from api.kit.errors import Refused
from api.kit.wire import InputModel
from tests.contract.live import (
    Json,
    Route,
    body_of,
    document,
    inputs,
    outputs,
    route,
    routes,
    schema,
)
from tests.house.files import ROOT

OPERATION = re.compile(r"^[a-z][a-z_]*\.[a-z][a-z_]*$")
UNLIMITED = re.compile(r"(?<!\\)[*+]|\{\d+,\}")
PROBLEM = "application/problem+json"
OF_THE_API = [one for one in routes() if one.path.startswith("/api/v1/")]
ALL = [one.operation for one in routes()]
SENT = sorted(inputs())
GOT = sorted(outputs())


def test_the_committed_document_is_what_the_code_says() -> None:
    """Written anew by `alongside openapi > openapi/openapi.json`."""
    committed = json.loads((ROOT / "openapi" / "openapi.json").read_text(encoding="utf-8"))
    same = committed == json.loads(json.dumps(document()))
    assert same, "openapi/openapi.json is not what the code says"


def test_there_are_routes_and_shapes_to_look_at() -> None:
    assert len(OF_THE_API) > 60
    assert {"CheckInNew", "RoundNew", "SheetNew"} <= set(SENT)
    assert {"VisitRead", "DrillRead", "SheetRead"} <= set(GOT)


def test_a_shape_is_called_by_one_word() -> None:
    """Two classes of one name would be told apart by the folders of our code, which is nobody's business."""
    assert [name for name in document()["components"]["schemas"] if "__" in name] == []


def test_every_operation_has_a_name_of_its_own() -> None:
    assert [name for name, times in Counter(ALL).items() if times > 1] == []


@pytest.mark.parametrize("operation", ALL)
def test_a_route_is_told_in_words(operation: str) -> None:
    told = route(operation).told
    assert OPERATION.match(operation)
    assert len(told["tags"]) == 1
    assert len(told["summary"]) <= 80
    assert told["description"].rstrip().endswith((".", "。"))
    assert not told["summary"].endswith(".")


def test_every_refusal_is_a_problem() -> None:
    """Also the 422 of the framework, which has a shape of its own."""
    other = [
        f"{one.operation} {status}"
        for one in OF_THE_API
        for status, told in one.told["responses"].items()
        if not status.startswith("2") and told["content"] != problem()
    ]
    assert other == []


def problem() -> Json:
    return {PROBLEM: {"schema": {"$ref": "#/components/schemas/Problem"}}}


def test_every_route_of_the_api_declares_what_it_may_refuse() -> None:
    silent = [one.operation for one in OF_THE_API if not refusals(one)]
    unversioned = [
        one.operation
        for one in OF_THE_API
        if one.method == "patch" and not {"412", "428"} <= refusals(one)
    ]
    assert (silent, unversioned) == ([], [])


def refusals(one: Route) -> set[str]:
    return {status for status in one.told["responses"] if status.startswith("4")}


def test_a_problem_is_described_field_by_field() -> None:
    told = schema("Problem")
    assert {"type", "title", "status", "code", "detail", "request_id", "errors"} <= set(
        told["properties"]
    )
    assert schema("ProblemPart")["properties"].keys() == {"pointer", "code", "detail"}
    assert "HTTPValidationError" not in document()["components"]["schemas"]


def test_every_code_of_a_refusal_means_one_thing() -> None:
    """A client acts on `code`; two sentences under one code would be two meanings."""
    sentences: dict[str, set[str]] = {}
    for kind in kinds_of(Refused):
        sentences.setdefault(kind.code, set()).add(kind.en)
    assert [code for code, said in sentences.items() if len(said) > 1] == []


def kinds_of(root: type[Any]) -> Iterator[type[Any]]:
    for kind in root.__subclasses__():
        yield kind
        yield from kinds_of(kind)


@pytest.mark.parametrize("name", SENT)
def test_what_is_sent_refuses_unknown_fields_and_has_limits(name: str) -> None:
    told = schema(name)
    if "properties" not in told:
        assert "enum" in told
        return
    assert told["additionalProperties"] is False
    assert [field for field, kind in told["properties"].items() if not limited(kind)] == []


@pytest.mark.parametrize("operation", ALL)
def test_a_parameter_has_limits_and_is_explained(operation: str) -> None:
    given = route(operation).told.get("parameters", [])
    assert [one["name"] for one in given if not limited(one["schema"])] == []
    silent = [one["name"] for one in given if one["in"] != "path" and "description" not in one]
    assert silent == []


def limited(kind: Json) -> bool:
    """Whether no caller can make this field as large as they like."""
    if "$ref" in kind or "enum" in kind or "const" in kind:
        return True
    if "anyOf" in kind:
        return all(limited(choice) for choice in kind["anyOf"])
    held = {"string": is_short, "array": is_a_few, "integer": is_between}
    rule = held.get(kind["type"])
    return kind["type"] in ("boolean", "null") if rule is None else rule(kind)


def is_short(kind: Json) -> bool:
    pattern = kind.get("pattern", "")
    whole = pattern.startswith("^") and pattern.endswith("$") and not UNLIMITED.search(pattern)
    return "maxLength" in kind or whole or kind.get("format") in ("uuid", "date", "date-time")


def is_a_few(kind: Json) -> bool:
    return "maxItems" in kind and limited(kind["items"])


def is_between(kind: Json) -> bool:
    return "minimum" in kind and "maximum" in kind


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [
        ({"type": "string"}, False),
        ({"type": "string", "pattern": "^[a-z]+$"}, False),
        ({"type": "string", "pattern": "^[a-z]{1,9}$"}, True),
        ({"type": "array", "items": {"type": "string", "maxLength": 9}}, False),
        ({"anyOf": [{"type": "integer"}, {"type": "null"}]}, False),
        ({"type": "number"}, False),
    ],
)
def test_a_field_without_limits_is_found(kind: Json, *, verdict: bool) -> None:
    assert limited(kind) is verdict


@pytest.mark.parametrize("operation", [one.operation for one in routes() if body_of(one)])
def test_the_example_of_a_body_is_one_the_route_would_read(operation: str) -> None:
    name = body_of(route(operation)) or ""
    examples = schema(name)["examples"]
    assert examples
    for sent in examples:
        shape_of(name).model_validate_json(json.dumps(sent))


def shape_of(name: str) -> type[InputModel]:
    return next(kind for kind in kinds_of(InputModel) if kind.__name__ == name)


@pytest.mark.parametrize("name", GOT)
def test_what_is_answered_is_always_complete(name: str) -> None:
    """No default, nothing left out: what may be missing is null."""
    told = schema(name)
    fields = told.get("properties", {})
    assert [field for field, kind in fields.items() if "default" in kind] == []
    assert set(fields) == set(told.get("required", []))
