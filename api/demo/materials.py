"""What the trainer has laid out for the classes: short texts, a link, and a page to print."""

import random
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from api.demo.ledger import SEED, born_as, seeded_id, words
from api.demo.paper import a_page
from api.kit.attachments import Attachment
from api.kit.clock import now
from api.kit.files import Files
from api.kit.job import job_of
from api.people.models import Organisation, Person
from api.people.policy import Actor, actor_of
from api.training.materials import service
from api.training.materials.schemas import MaterialNew
from api.training.materials.service import FileNew
from api.training.models import TrainingSession

TRAINER = "su.min"


def lay_out(db: Session, organisation_id: UUID, files: Files) -> None:
    """By the service itself; what the month has seen long ago is no news of today."""
    known, chance = len(job_of(db).facts), random.Random(f"{SEED} materials")
    trainer = _trainer(db, organisation_id)
    for told in words("materials")["classes"]:
        for session in _about(db, organisation_id, told["topic"]):
            for new in _texts_and_links(told):
                material_id = seeded_id(chance, now(db))
                named = {"session_id": session.id, "material_id": material_id}
                service.add(db, trainer, **named, given=new, birth=born_as(material_id))
            for page in told.get("pages", []):
                paper = Attachment.of(a_page(page["lines"]))
                given = FileNew(seeded_id(chance, now(db)), page["title"], paper)
                with files.keeping_now(given.file_of(trainer), paper.content):
                    service.add_file(db, trainer, session_id=session.id, given=given, files=files)
    del job_of(db).facts[known:]


def _texts_and_links(told: dict[str, Any]) -> Iterator[MaterialNew]:
    for one in (*told["texts"], *told.get("links", [])):
        yield MaterialNew(**one)


def _about(db: Session, organisation_id: UUID, topic: str) -> list[TrainingSession]:
    """Of every team, those that were held."""
    return list(
        db.exec(
            select(TrainingSession)
            .where(
                col(TrainingSession.organisation_id) == organisation_id,
                col(TrainingSession.topic) == topic,
                col(TrainingSession.held_at).is_not(None),
            )
            .order_by(col(TrainingSession.id))
        )
    )


def _trainer(db: Session, organisation_id: UUID) -> Actor:
    mine = col(Person.organisation_id) == organisation_id
    trainer = db.exec(select(Person).where(mine, col(Person.login) == TRAINER)).one()
    organisation = db.get_one(Organisation, organisation_id)
    return actor_of(db, trainer, organisation)
