"""The evening as services know it, for properties that try many of them on a database without a server."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session

from api.clients import service as clients
from api.clients.schemas import ClientNew, SheetNew
from api.drills import service as drills
from api.drills.queries import RoundView
from api.drills.schemas import DrillNew, RoundNew
from api.people.models import Organisation, Person
from api.people.policy import Actor, actor_of
from tests.builders.people import an_id
from tests.drills.evening import answers

TONIGHT = datetime(2026, 3, 24, 10, 40, tzinfo=UTC)
"""18:40 in Shanghai, a Tuesday."""


def acting(db: Session, organisation_id: UUID, person_id: UUID) -> Actor:
    person = db.get_one(Person, (organisation_id, person_id))
    return actor_of(db, person, db.get_one(Organisation, organisation_id))


def known(db: Session, actor: Actor, number: int) -> UUID:
    """A client; answers the id of its sheet."""
    given = ClientNew.model_validate({"id": an_id(number), "name": f"客户{number}"})
    clients.add(db, actor, given=given, birth=born(given))
    sheet = SheetNew.model_validate(answers())
    written = clients.write_sheet(
        db, actor, client_id=an_id(number), given=sheet, version=0, birth=born(sheet)
    )
    assert written.id is not None
    return written.id


def play(
    db: Session,
    actor: Actor,
    partner: UUID,
    rounds: Sequence[tuple[int, UUID, bool]],
) -> list[RoundView]:
    """A drill of tonight with `partner`; a round is a client's number, its sheet, and whether the actor is the boss."""
    begun = DrillNew.model_validate(
        {"day": "2026-03-24", "people_ids": [partner], "started_at": TONIGHT.isoformat()}
    )
    drill = drills.start(db, actor, given=begun, birth=born(begun))
    played = []
    for number, (client, sheet, is_boss) in enumerate(rounds):
        seats = (partner, actor.person_id) if is_boss else (actor.person_id, partner)
        given = RoundNew.model_validate(
            {
                "id": an_id(9_000 + number),
                "client_id": an_id(client),
                "sheet_version_id": sheet,
                "rep_id": seats[0],
                "boss_id": seats[1],
                "briefed": True,
                "started_at": TONIGHT.isoformat(),
                "seconds": 300,
                "verdict": "would_sign",
            }
        )
        played.append(
            drills.play_round(db, actor, drill_id=drill.id, given=given, birth=born(given))
        )
    return played


def born(given: Any) -> bytes:
    return hashlib.sha256(given.model_dump_json().encode()).digest()
