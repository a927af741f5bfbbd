"""Ticks are for whoever made the round: no answer lays those of two reps side by side, where they would be compared."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.contract.live import Json, answer_of, document, named, routes

ONES_OWN_ONLY = {
    "drills.get": "a drill has rounds of each, and ticks on the reader's own alone",
    "drills.start": "the same drill, just begun",
    "drills.acknowledge": "the same drill, read by one of its people",
    "drills.wrap": "the same drill, read by one of its people",
}
"""Lists of rounds in which one person's ticks are shown; `drills.get:ticks` of tests/visibility/table.py holds it."""


def is_tick(shape: Json) -> bool:
    """One behaviour and how much of it was seen."""
    return any(named(kind) == "Mark" for kind in shape.get("properties", {}).values())


def ticks_in(
    kind: Json, shapes: Json, *, above: int = 0, inside: tuple[str, ...] = ()
) -> Iterator[int]:
    """For each place of a tick within this kind: how many lists stand above it."""
    name = named(kind)
    if name is not None and name not in inside:
        if is_tick(shapes[name]):
            yield above
        for field in shapes[name].get("properties", {}).values():
            yield from ticks_in(field, shapes, above=above, inside=(*inside, name))
    for choice in kind.get("anyOf", []):
        yield from ticks_in(choice, shapes, above=above, inside=inside)
    for many in (kind.get("items"), kind.get("additionalProperties")):
        if isinstance(many, dict):
            yield from ticks_in(many, shapes, above=above + 1, inside=inside)


def lays_side_by_side(kind: Json, shapes: Json) -> bool:
    """The list of one round's ticks is one list; a second above it, or beside it, is of more than one round."""
    found = list(ticks_in(kind, shapes))
    return len(found) > 1 or any(above > 1 for above in found)


def refer(name: str) -> Json:
    return {"$ref": f"#/components/schemas/{name}"}


def many(kind: Json) -> Json:
    return {"type": "array", "items": kind}


SHAPES: Json = {
    "Mark": {"enum": ["yes", "partly", "no"]},
    "Tick": {"properties": {"mark": refer("Mark")}},
    "Round": {"properties": {"ticks": many(refer("Tick")), "again": {"anyOf": [refer("Round")]}}},
    "Pair": {"properties": {"mine": refer("Round"), "yours": {"anyOf": [refer("Round")]}}},
    "Drill": {"properties": {"rounds": many(refer("Round"))}},
    "Team": {"properties": {"of": {"type": "object", "additionalProperties": refer("Round")}}},
    "Visit": {"properties": {"outcome": {"type": "string"}}},
}


@pytest.mark.parametrize(
    ("name", "verdict"),
    [("Visit", False), ("Round", False), ("Pair", True), ("Drill", True), ("Team", True)],
)
def test_ticks_of_more_than_one_round_are_found(name: str, *, verdict: bool) -> None:
    assert lays_side_by_side(refer(name), SHAPES) is verdict


def test_no_answer_lays_two_reps_ticks_side_by_side() -> None:
    shapes: dict[str, Any] = document()["components"]["schemas"]
    ticks = [name for name in shapes if is_tick(shapes[name])]
    assert "TickRead" in ticks
    assert [name for name in shapes if "Tick" in name and name not in ticks] == []
    side_by_side = {
        one.operation
        for one in routes()
        if (name := answer_of(one)) and lays_side_by_side(refer(name), shapes)
    }
    assert side_by_side == ONES_OWN_ONLY.keys()
