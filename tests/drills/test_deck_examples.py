"""The deck's rule by example. The phone, which applies it to what lies unsent, is held to the same examples.

A card is written as "id of client: reason id, reason id". `read` is the deck of what the server knows, `cards` the deck
once the rest has arrived: what is `unsent`, told to be `answered` (and thereby `settled`), or moved away (`gone`).
`played` counts the rounds of a visit that the server knows, `played_unsent` those that lie on the phone; `replays` were
asked for on a ride-along. The other reader is pwa/src/drills/deck-examples.test.ts.
"""

import json
from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_OID, UUID, uuid5

import pytest

from api.clients.queries import ClientRef
from api.drills.deck.policy import Chosen, Due, choose
from api.kit.wire import Money
from api.people.queries import PersonRef
from api.visits.heard.queries import HeardAt
from api.visits.models import Outcome, Purpose, VisitState
from api.visits.queries import VisitView

EXAMPLES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("deck-examples.json").read_text(encoding="utf-8")
)
TODAY = date(2026, 3, 24)
BIG = 9_000_000


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["name"])
def test_the_server_lays_out(example: dict[str, Any]) -> None:
    assert deck(example, without={"unsent"}) == example["read"]
    assert deck(example, without={"answered", "settled", "gone"}) == example["cards"]


def test_every_example_tells_the_phone_something() -> None:
    marks = {"unsent", "answered", "gone", "played_unsent"}
    for example in EXAMPLES:
        facts = [fact for kind in ("visits", "heard") for fact in example.get(kind, [])]
        assert any(marks & set(fact) for fact in facts), example["name"]


def deck(example: dict[str, Any], *, without: Collection[str]) -> list[str]:
    """The deck of all facts that carry none of these marks."""

    def facts(kind: str) -> list[dict[str, Any]]:
        return [one for one in example.get(kind, []) if not any(one.get(mark) for mark in without)]

    ordered = sorted(facts("visits"), key=lambda one: one["time"] or "24:00")
    said = sorted(facts("heard"), key=lambda one: one["at"])
    rounds = {key(one["id"]): played(one, without) for one in ordered}
    big = {key(one["id"]) for one in ordered if one.get("amount", 0) >= BIG}
    names = {key(one["id"]): one["id"] for kind in KINDS for one in example.get(kind, [])}
    found = (map_to(visit, ordered), map_to(heard, said), map_to(due, facts("due")))
    replays = map_to(due, facts("replays"))
    laid = choose(*found, big=big, rounds=rounds, replays=replays)
    return [told(card, names) for card in laid]


def played(fact: dict[str, Any], without: Collection[str]) -> int:
    arrived = 0 if "unsent" in without else fact.get("played_unsent", 0)
    return int(fact.get("played", 0) + arrived)


KINDS = ("visits", "heard", "due", "replays")


def map_to(make: Any, facts: list[dict[str, Any]]) -> list[Any]:
    return [make(fact) for fact in facts]


def told(card: Chosen, names: dict[UUID, str]) -> str:
    reasons = ", ".join(f"{reason.kind} {names[reason.id]}" for reason in card.reasons)
    return f"{names[card.id]} of {card.client.name}: {reasons}"


def key(name: str) -> UUID:
    return uuid5(NAMESPACE_OID, name)


def client(fact: dict[str, Any]) -> ClientRef:
    return ClientRef(key(fact["client"]), fact["client"])


def visit(fact: dict[str, Any]) -> VisitView:
    amount = fact.get("amount")
    nothing: dict[str, Any] = dict.fromkeys(VisitView.__dataclass_fields__)
    nothing |= {
        "id": key(fact["id"]),
        "client": client(fact),
        "rep": PersonRef(key("rep"), "林", "小满", "Lin Xiaoman"),
        "day": TODAY + timedelta(days=1),
        "planned_time": fact["time"],
        "purpose": Purpose.FOLLOW_UP,
        "amount": amount and Money(amount_minor=amount, currency="CNY"),
        "state": VisitState.PLANNED,
    }
    return VisitView(**nothing)


def heard(fact: dict[str, Any]) -> HeardAt:
    return HeardAt(
        id=key(fact["id"]),
        type_key=fact["type"],
        words=f"words of {fact['id']}",
        visit_id=key(fact["visit"]),
        client=client(fact),
        day=TODAY,
        happened_at=datetime.combine(TODAY, time.fromisoformat(fact["at"]), UTC),
        outcome=Outcome.CONTINUED,
        said_by=None,
    )


def due(fact: dict[str, Any]) -> Due:
    lost_on = TODAY - timedelta(days=fact["lost"])
    return Due(
        id=key(fact["id"]),
        objection_id=key(fact["id"]),
        client=client(fact),
        visit_id=key(fact["visit"]),
        type_key=fact["type"],
        words=f"words of {fact['id']}",
        lost_on=lost_on,
        due_on=lost_on + timedelta(days=fact["step"]),
        step=fact["step"],
        played=False,
    )
