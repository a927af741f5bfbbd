"""One step of the story, and who most often may not take it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.builders.field import MORNING, an_objection

Refusals = Mapping[str, int]
OUTSIDERS: Refusals = {"stranger": 404, "stranger_admin": 404, "dinglei": 404}
"""Who finds nothing there: another organisation, its admin included, and a rep of another team."""

READ_ONLY: Refusals = {**OUTSIDERS, "hejing": 403}
"""The manager sees it and may not write it: it is the rep's."""


@dataclass(frozen=True)
class Step:
    """`by` does it; `refused` could not. `keeps` is the word its answer's id goes by afterwards.

    `sent` is a body that is no JSON, `asked` what stands behind the ? of the address.
    `person` is whom the address names, when it is not the last one who was added. `on` is a later day that begins with it.
    """

    operation: str
    by: str
    body: Any = None
    refused: Refusals = field(default_factory=lambda: OUTSIDERS)
    version: int | None = None
    keeps: str = ""
    sent: bytes | None = None
    asked: Mapping[str, str] = field(default_factory=dict)
    person: str = ""
    on: str = ""


CHECK_IN = {
    "client_id": "$client",
    "purpose": "first",
    "happened_at": MORNING,
    "outcome": "continued",
    "objections": [an_objection(1)],
}
