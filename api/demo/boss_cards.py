"""The boss's secret card of a round: how he is today, what he says, and what moves him."""

import random
from typing import Any
from uuid import UUID

from api.clients.models import ClientSheet
from api.demo.ledger import Ledger, seeded, words
from api.drills.models import Mood, Pressed, Round, Temper, Verdict

MOST_FROM_SHEET = 2
HIDDEN_SHARE = 0.6
GOT = {
    Verdict.WOULD_SIGN: (Pressed.SETTLED, Pressed.SETTLED, Pressed.PRESSED),
    Verdict.WOULD_MEET_AGAIN: (Pressed.SETTLED, Pressed.PRESSED, Pressed.PRESSED),
    Verdict.WOULD_NOT: (Pressed.PRESSED, Pressed.PRESSED, Pressed.SAID),
}
"""How far the boss got, objection by objection, in rounds that ended so."""


def boss_card(ledger: Ledger, played: Round, sheet: ClientSheet, client: str) -> dict[str, Any]:
    """A client's boss keeps his temper; his mood changes from round to round."""
    chance = seeded(f"boss of {client} {played.id}")
    given = words("drills")
    temper = seeded(f"temper of {client}").choice(list(Temper))
    expected = sheet.content["objections"]["items"][:MOST_FROM_SHEET]
    said = [_expected(one) for one in expected]
    if chance.random() < HIDDEN_SHARE:
        hidden_id = ledger.new_id(played.created_at)
        said.append(_hidden(chance, hidden_id, {one["type_key"] for one in said}))
    reached = GOT[Verdict(played.verdict)]
    return {
        "temper": temper,
        "mood": chance.choice(list(Mood)),
        "note": chance.choice(given["boss_notes"]),
        "objections": [{**one, "pressed": reached[place]} for place, one in enumerate(said)],
        "moved_by": next((one["answer"] for one in expected if one["answer"]), given["moved_by"]),
    }


def _expected(said: dict[str, Any]) -> dict[str, Any]:
    return {**{name: said[name] for name in ("id", "type_key", "words")}, "hidden": False}


def _hidden(chance: random.Random, said_id: UUID, known: set[str]) -> dict[str, Any]:
    """One that stands on no sheet."""
    usual = words("visits")["objections"]
    key = chance.choice([one for one in usual if one not in known])
    return {"id": str(said_id), "type_key": key, "words": chance.choice(usual[key]), "hidden": True}
