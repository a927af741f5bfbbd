"""What a sales team does with clients: add, change, prepare the sheet, hand over."""

import uuid
from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm.attributes import flag_modified
from sqlmodel import Session, col, select

from api.clients import queries
from api.clients.events import ClientAdded, ClientChanged, ClientsHandedOver, ClientSheetWritten
from api.clients.models import Client, ClientOwner, ClientSheet, Contact
from api.clients.policy import SELLING, check_may_hand_over, visible_to
from api.clients.queries import ClientCard, ClientView, SheetView, client_view
from api.clients.schemas import (
    ClientChange,
    ClientNew,
    ContactChange,
    ContactNew,
    SheetNew,
)
from api.kit.changes import changes, same_birth
from api.kit.clock import now
from api.kit.errors import BornDifferently, Conflict, NotFound, Stale
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.people import queries as people
from api.people.models import Person, SightKind
from api.people.policy import Actor
from api.people.service import seen
from api.playbook.service import check_types


class ClientMoved(Conflict):
    """The writer looked after this client until a hand-over; an offline phone may learn it late."""

    code = "client_moved"
    en = "This client moved to {latin_name}. Your text is here: copy it to them, or discard it."
    zh = "这家客户转给了{name}。内容还在：可以发给{name}，也可以放弃。"


class GradeUnknown(Conflict):
    code = "grade_unknown"
    en = "Your organisation has no grade {grade}. Choose one of: {grades}."
    zh = "公司没有 {grade} 这个客户等级，请从这些里选：{grades}。"


def clients(
    db: Session, actor: Actor, *, q: str | None, owner: uuid.UUID | None, page: PageAsked
) -> Paged[ClientCard]:
    """A directory of companies; only opening one is noted for its owner."""
    return queries.cards(db, actor, q=q, owner=owner, page=page)


def client(db: Session, actor: Actor, *, client_id: uuid.UUID) -> ClientView:
    found = get(db, actor, client_id)
    seen(db, actor, found.owner_id, SightKind.CLIENT_SHEET)
    return client_view(db, found)


def add(db: Session, actor: Actor, *, given: ClientNew, birth: bytes) -> ClientView:
    """A new client of the actor, with its contacts; the same one arriving again answers what is stored."""
    actor.needs(*SELLING)
    if given.id is not None and db.get(Client, (actor.organisation_id, given.id)) is not None:
        stored = for_writing(db, actor, given.id)
        same_birth(stored.birth_digest, birth)
        return client_view(db, stored)
    _check_grade(actor, given.grade)
    added = Client(
        **_born(db, actor, given.id),
        **given.model_dump(exclude={"id", "name", "contacts"}),
        owner_id=actor.person_id,
        birth_digest=birth,
    )
    added.rename(given.name)
    db.add(added)
    # Contacts and owners refer to the client, and no ORM relationship orders the inserts.
    db.flush()
    db.add(_owned(db, added, actor.person_id))
    db.add_all(_contact(db, added, contact, birth=None) for contact in given.contacts)
    db.flush()
    fact = ClientAdded(client_id=added.id, owner_id=added.owner_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return client_view(db, added)


def change(
    db: Session, actor: Actor, *, client_id: uuid.UUID, given: ClientChange, version: int
) -> ClientView:
    found = _at_version(db, actor, client_id, version)
    _check_grade(actor, given.grade)
    sent = changes(given)
    if "name" in sent:
        found.rename(sent.pop("name"))
    for field, value in sent.items():
        setattr(found, field, value)
    return _changed(db, actor, found)


def add_contact(
    db: Session, actor: Actor, *, client_id: uuid.UUID, given: ContactNew, birth: bytes
) -> ClientView:
    found = for_writing(db, actor, client_id)
    stored = given.id and db.get(Contact, (actor.organisation_id, given.id))
    if stored:
        _check_same_contact(stored, client_id, birth)
        return client_view(db, found)
    db.add(_contact(db, found, given, birth=birth))
    return _changed(db, actor, found)


def change_contact(
    db: Session,
    actor: Actor,
    *,
    client_id: uuid.UUID,
    contact_id: uuid.UUID,
    given: ContactChange,
    version: int,
) -> ClientView:
    """`version` is the client's: a client and its contacts are changed as one."""
    found = _at_version(db, actor, client_id, version)
    contact = _contact_of(db, found, contact_id)
    for field, value in changes(given).items():
        setattr(contact, field, value)
    contact.updated_at = now(db)
    return _changed(db, actor, found)


def remove_contact(
    db: Session, actor: Actor, *, client_id: uuid.UUID, contact_id: uuid.UUID, version: int
) -> ClientView:
    """The contact leaves the list; visits that met them keep pointing at what is left of it."""
    found = _at_version(db, actor, client_id, version)
    contact = _contact_of(db, found, contact_id)
    contact.deleted_at = contact.updated_at = now(db)
    return _changed(db, actor, found)


def sheet(db: Session, actor: Actor, *, client_id: uuid.UUID) -> SheetView:
    found = get(db, actor, client_id)
    seen(db, actor, found.owner_id, SightKind.CLIENT_SHEET)
    return _latest_sheet(db, found)


def sheet_versions(
    db: Session, actor: Actor, *, client_id: uuid.UUID, page: PageAsked
) -> Paged[SheetView]:
    found = get(db, actor, client_id)
    seen(db, actor, found.owner_id, SightKind.CLIENT_SHEET)
    return queries.history(db, actor.organisation_id, client_id, page)


def write_sheet(
    db: Session,
    actor: Actor,
    *,
    client_id: uuid.UUID,
    given: SheetNew,
    birth: bytes,
    version: int,
) -> SheetView:
    """A new version of the sheet; one born on a phone and arriving again answers what is stored."""
    stored = given.id and db.get(ClientSheet, (actor.organisation_id, given.id))
    if stored:
        return _sheet_again(db, actor, stored, client_id, birth)
    found = for_writing(db, actor, client_id)
    latest = _latest_sheet(db, found)
    if latest.version != version:
        # A copy of it may have been stored while this one waited for the client.
        stored = given.id and db.get(ClientSheet, (actor.organisation_id, given.id))
        if stored:
            return _sheet_again(db, actor, stored, client_id, birth)
        raise Stale(current=latest)
    check_types(db, actor.organisation_id, [said.type_key for said in given.objections.items])
    written = ClientSheet(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        client_id=client_id,
        number=latest.version + 1,
        author_id=actor.person_id,
        content=given.model_dump(mode="json", exclude={"id"}),
        birth_digest=birth,
    )
    db.add(written)
    db.flush()
    publish(db, actor.organisation_id, _written(written), by=actor.person_id)
    return _with_author(db, written)


def hand_over(
    db: Session,
    actor: Actor,
    *,
    from_id: uuid.UUID,
    to_id: uuid.UUID,
    client_ids: Sequence[uuid.UUID] | None,
) -> list[uuid.UUID]:
    """Gives clients (all of them, when `client_ids` is None) from one owner to another; answers their ids.

    Raises NotFound when one of `client_ids` is not the owner's. Open work moves with them in `visits`.
    """
    leaving, taking = _person(db, actor, from_id), _person(db, actor, to_id)
    gives_back = queries.came_from(db, actor.organisation_id, to_id, client_ids or ())
    check_may_hand_over(actor, leaving, taking, gives_back=gives_back)
    moving = queries.owned_by(db, actor.organisation_id, from_id, client_ids)
    if client_ids is not None and len(moving) < len(set(client_ids)):
        raise NotFound
    if not moving or from_id == to_id:
        return []
    for one in moving:
        one.owner_id, one.updated_at = to_id, now(db)
    ids = [one.id for one in moving]
    _end_ownership(db, actor.organisation_id, ids)
    db.add_all(_owned(db, one, to_id) for one in moving)
    db.flush()
    fact = ClientsHandedOver(from_id=from_id, to_id=to_id, client_ids=tuple(ids))
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return ids


def get(db: Session, actor: Actor, client_id: uuid.UUID) -> Client:
    """The client, if the actor may see it; raises NotFound otherwise."""
    found = db.exec(select(Client).where(visible_to(actor), col(Client.id) == client_id)).first()
    if found is None:
        raise NotFound
    return found


def for_writing(db: Session, actor: Actor, client_id: uuid.UUID) -> Client:
    """The client, held until the end of the transaction, so that no two writers number the same version.

    Raises ClientMoved when the actor looked after it before a hand-over, NotFound when never.
    """
    mine = select(Client).where(visible_to(actor), col(Client.id) == client_id)
    found = db.exec(mine.with_for_update(of=Client)).first()
    if found is None:
        raise _moved(db, actor, client_id) or NotFound()
    return found


def _moved(db: Session, actor: Actor, client_id: uuid.UUID) -> ClientMoved | None:
    if not queries.looked_after(db, actor.organisation_id, client_id, actor.person_id):
        return None
    moved = db.get_one(Client, (actor.organisation_id, client_id))
    owner = people.refs(db, actor.organisation_id, [moved.owner_id])[moved.owner_id]
    return ClientMoved(name=f"{owner.family_name}{owner.given_name}", latin_name=owner.latin_name)


def _at_version(db: Session, actor: Actor, client_id: uuid.UUID, version: int) -> Client:
    found = for_writing(db, actor, client_id)
    if found.version != version:
        raise Stale(current=client_view(db, found))
    return found


def _check_grade(actor: Actor, grade: str | None) -> None:
    grades = [known["key"] for known in actor.settings.grades]
    if grade is not None and grade not in grades:
        raise GradeUnknown(grade=grade, grades=", ".join(grades))


def _changed(db: Session, actor: Actor, changed: Client) -> ClientView:
    changed.updated_at = now(db)
    # Also a change of its contacts alone is a new version of the client.
    flag_modified(changed, "updated_at")
    db.flush()
    fact = ClientChanged(client_id=changed.id, owner_id=changed.owner_id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return client_view(db, changed)


def _born(db: Session, actor: Actor, given_id: uuid.UUID | None) -> dict[str, Any]:
    moment = now(db)
    return {
        "organisation_id": actor.organisation_id,
        "id": given_id or new_id(db),
        "created_at": moment,
        "updated_at": moment,
    }


def _contact(db: Session, of: Client, given: ContactNew, *, birth: bytes | None) -> Contact:
    return Contact(
        organisation_id=of.organisation_id,
        id=given.id or new_id(db),
        created_at=now(db),
        updated_at=now(db),
        client_id=of.id,
        name=given.name,
        title=given.title,
        role=given.role,
        birth_digest=birth,
    )


def _contact_of(db: Session, of: Client, contact_id: uuid.UUID) -> Contact:
    found = db.get(Contact, (of.organisation_id, contact_id))
    if found is None or found.client_id != of.id or found.deleted_at is not None:
        raise NotFound
    return found


def _check_same_contact(stored: Contact, client_id: uuid.UUID, birth: bytes) -> None:
    if stored.client_id != client_id:
        raise BornDifferently
    same_birth(stored.birth_digest, birth)


def _sheet_again(
    db: Session, actor: Actor, stored: ClientSheet, client_id: uuid.UUID, birth: bytes
) -> SheetView:
    """The author's own version is answered even after the client moved: it did arrive."""
    if stored.author_id != actor.person_id:
        get(db, actor, stored.client_id)
    if stored.client_id != client_id:
        raise BornDifferently
    same_birth(stored.birth_digest, birth)
    return _with_author(db, stored)


def _latest_sheet(db: Session, of: Client) -> SheetView:
    latest = queries.latest_sheets(db, of.organisation_id, [of.id])[of.id]
    return queries.with_authors(db, of.organisation_id, [latest])[0]


def _with_author(db: Session, written: ClientSheet) -> SheetView:
    view = queries.sheet_view(written)
    return queries.with_authors(db, written.organisation_id, [view])[0]


def _written(written: ClientSheet) -> ClientSheetWritten:
    return ClientSheetWritten(
        client_id=written.client_id,
        sheet_id=written.id,
        author_id=written.author_id,
        number=written.number,
    )


def _person(db: Session, actor: Actor, person_id: uuid.UUID) -> Person:
    found = db.get(Person, (actor.organisation_id, person_id))
    if found is None:
        raise NotFound
    return found


def _owned(db: Session, of: Client, owner_id: uuid.UUID) -> ClientOwner:
    return ClientOwner(
        organisation_id=of.organisation_id,
        id=new_id(db),
        created_at=now(db),
        client_id=of.id,
        owner_id=owner_id,
    )


def _end_ownership(
    db: Session, organisation_id: uuid.UUID, client_ids: Sequence[uuid.UUID]
) -> None:
    until_now = (
        sa.update(ClientOwner)
        .where(
            col(ClientOwner.organisation_id) == organisation_id,
            col(ClientOwner.client_id).in_(client_ids),
            col(ClientOwner.owned_until).is_(None),
        )
        .values(owned_until=now(db))
    )
    db.connection().execute(until_now)
