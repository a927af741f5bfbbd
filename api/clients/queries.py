"""Reads of clients, contacts and sheets; those used by other domains take an organisation, not an actor."""

import uuid
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.clients.models import (
    EMPTY_SHEET,
    Client,
    ClientOwner,
    ClientSheet,
    Contact,
    ContactRole,
    SheetContent,
    SheetPart,
    missing,
    questions,
)
from api.clients.policy import visible_to
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.kit.text import folded, spaced
from api.people import queries as people
from api.people.policy import Actor
from api.people.queries import PersonRef


@dataclass(frozen=True)
class ClientRef:
    id: uuid.UUID
    name: str


@dataclass(frozen=True)
class ClientCard:
    """A client as a line in a list."""

    id: uuid.UUID
    name: str
    owner: PersonRef
    industry: str | None
    district: str | None
    grade: str | None
    boss: str | None
    answers_ready: int


@dataclass(frozen=True)
class SheetView:
    """A version of a sheet, also the empty version 0; `author` is filled in by `with_authors`."""

    id: uuid.UUID | None
    client_id: uuid.UUID
    version: int
    decider: dict[str, Any]
    situation: dict[str, Any]
    objections: dict[str, Any]
    competitors: dict[str, Any]
    goal: str
    amount: dict[str, Any] | None
    fall_back: str
    answers_ready: int
    missing: list[SheetPart]
    questions: list[SheetPart]
    updated_at: datetime | None
    author_id: uuid.UUID | None
    author: PersonRef | None = None


@dataclass(frozen=True)
class ClientView:
    """A client with its owner's name, its contacts and how far its sheet is."""

    id: uuid.UUID
    name: str
    owner: PersonRef
    industry: str | None
    district: str | None
    size: str | None
    exports_now: str
    channels: str | None
    grade: str | None
    source: str | None
    external_id: str | None
    contacts: Sequence[Contact]
    sheet: SheetView
    created_at: datetime
    updated_at: datetime
    version: int


def found_by(asked: str) -> sa.ColumnElement[bool]:
    """Clients whose name holds `asked`, or whose pinyin initials do; one character is enough.

    A rep has some dozens of clients: the index narrows to the owner, and their names are looked through.
    """
    by_name = col(Client.name_search).contains(spaced(asked), autoescape=True)
    letters = folded(asked).replace(" ", "")
    if not (letters.isascii() and letters.isalnum()):
        return by_name
    return sa.or_(by_name, col(Client.initials).contains(letters, autoescape=True))


def cards(
    db: Session, actor: Actor, *, q: str | None, owner: uuid.UUID | None, page: PageAsked
) -> Paged[ClientCard]:
    """The clients the actor may see, in the order of their pinyin; four statements a page."""
    statement = select(Client).where(visible_to(actor))
    if owner is not None:
        statement = statement.where(col(Client.owner_id) == owner)
    if q and q.strip():
        statement = statement.where(found_by(q))
    by_pinyin = [Key(col(Client.initials)), Key(col(Client.id))]
    found = page_of(db, statement, keys=by_pinyin, asked=page)
    return Paged(_cards(db, actor.organisation_id, found.items), found.next_cursor)


def refs(
    db: Session, organisation_id: uuid.UUID, ids: Iterable[uuid.UUID]
) -> dict[uuid.UUID, ClientRef]:
    """Clients by name, in one statement."""
    mine = col(Client.organisation_id) == organisation_id
    wanted = col(Client.id).in_(sorted(set(ids)))
    found = db.exec(select(col(Client.id), col(Client.name)).where(mine, wanted)).all()
    return {client_id: ClientRef(client_id, name) for client_id, name in found}


def contacts_of(
    db: Session, organisation_id: uuid.UUID, client_ids: Iterable[uuid.UUID]
) -> dict[uuid.UUID, list[Contact]]:
    """Contacts by client in one statement, the boss first, then as they were added."""
    boss_first = sa.case((col(Contact.role) == ContactRole.BOSS, 0), else_=1)
    found = db.exec(
        select(Contact)
        .where(
            col(Contact.organisation_id) == organisation_id,
            col(Contact.client_id).in_(sorted(set(client_ids))),
            col(Contact.deleted_at).is_(None),
        )
        .order_by(boss_first, col(Contact.created_at), col(Contact.id))
    ).all()
    by_client: dict[uuid.UUID, list[Contact]] = defaultdict(list)
    for contact in found:
        by_client[contact.client_id].append(contact)
    return by_client


def latest_sheets(
    db: Session, organisation_id: uuid.UUID, client_ids: Iterable[uuid.UUID]
) -> dict[uuid.UUID, SheetView]:
    """The newest version of each client's sheet in one statement; version 0 where there is none."""
    wanted = sorted(set(client_ids))
    newest = (
        select(col(ClientSheet.client_id), sa.func.max(col(ClientSheet.number)))
        .where(
            col(ClientSheet.organisation_id) == organisation_id,
            col(ClientSheet.client_id).in_(wanted),
        )
        .group_by(col(ClientSheet.client_id))
    )
    found = db.exec(
        select(ClientSheet).where(
            col(ClientSheet.organisation_id) == organisation_id,
            sa.tuple_(col(ClientSheet.client_id), col(ClientSheet.number)).in_(newest),
        )
    ).all()
    written = {sheet.client_id: sheet_view(sheet) for sheet in found}
    return {client_id: written.get(client_id) or no_sheet(client_id) for client_id in wanted}


def sheet_version(db: Session, organisation_id: uuid.UUID, sheet_id: uuid.UUID) -> SheetView | None:
    """One version by its id; the caller answers for who may see it."""
    stored = db.get(ClientSheet, (organisation_id, sheet_id))
    return None if stored is None else sheet_view(stored)


def sheet_versions(
    db: Session, organisation_id: uuid.UUID, sheet_ids: Iterable[uuid.UUID]
) -> dict[uuid.UUID, SheetView]:
    """Versions by id, in one statement; the caller answers for who may see them."""
    mine = col(ClientSheet.organisation_id) == organisation_id
    wanted = col(ClientSheet.id).in_(sorted(set(sheet_ids)))
    return {row.id: sheet_view(row) for row in db.exec(select(ClientSheet).where(mine, wanted))}


def owned_by(
    db: Session,
    organisation_id: uuid.UUID,
    owner_id: uuid.UUID,
    client_ids: Iterable[uuid.UUID] | None,
) -> Sequence[Client]:
    """The clients of one owner, or those of them named, held until the end of the transaction."""
    owned = select(Client).where(
        col(Client.organisation_id) == organisation_id,
        col(Client.owner_id) == owner_id,
        col(Client.deleted_at).is_(None),
    )
    if client_ids is not None:
        owned = owned.where(col(Client.id).in_(sorted(set(client_ids))))
    return db.exec(owned.order_by(col(Client.id)).with_for_update(of=Client)).all()


def came_from(
    db: Session, organisation_id: uuid.UUID, owner_id: uuid.UUID, client_ids: Collection[uuid.UUID]
) -> bool:
    """Whether each of these clients was looked after by this person right before its owner of now."""
    if not client_ids:
        return False
    before = (
        sa.select(
            col(ClientOwner.client_id),
            col(ClientOwner.owner_id),
            sa.func.row_number()
            .over(
                partition_by=col(ClientOwner.client_id),
                order_by=(col(ClientOwner.owned_until).desc(), col(ClientOwner.id).desc()),
            )
            .label("turn"),
        )
        .where(
            col(ClientOwner.organisation_id) == organisation_id,
            col(ClientOwner.client_id).in_(sorted(set(client_ids))),
            col(ClientOwner.owned_until).is_not(None),
        )
        .subquery()
    )
    theirs = (
        sa.select(sa.func.count())
        .select_from(before)
        .where(before.c.turn == 1, before.c.owner_id == owner_id)
    )
    return db.connection().execute(theirs).scalar_one() == len(set(client_ids))


def looked_after(
    db: Session, organisation_id: uuid.UUID, client_id: uuid.UUID, person_id: uuid.UUID
) -> bool:
    """Whether the client has ever been this person's, today included."""
    owned = select(ClientOwner.id).where(
        col(ClientOwner.organisation_id) == organisation_id,
        col(ClientOwner.client_id) == client_id,
        col(ClientOwner.owner_id) == person_id,
    )
    return db.exec(owned).first() is not None


def history(
    db: Session, organisation_id: uuid.UUID, client_id: uuid.UUID, page: PageAsked
) -> Paged[SheetView]:
    """Every version of a client's sheet, the newest first."""
    mine = col(ClientSheet.organisation_id) == organisation_id
    statement = select(ClientSheet).where(mine, col(ClientSheet.client_id) == client_id)
    newest_first = [Key(col(ClientSheet.number), "desc")]
    found = page_of(db, statement, keys=newest_first, asked=page)
    views = with_authors(db, organisation_id, [sheet_view(sheet) for sheet in found.items])
    return Paged(views, found.next_cursor)


def with_authors(
    db: Session, organisation_id: uuid.UUID, sheets: Sequence[SheetView]
) -> list[SheetView]:
    """The same sheets with their authors' names, in one statement."""
    names = people.refs(db, organisation_id, [sheet.author_id for sheet in sheets])
    return [
        replace(sheet, author=names.get(sheet.author_id) if sheet.author_id else None)
        for sheet in sheets
    ]


def sheet_view(sheet: ClientSheet) -> SheetView:
    return _view(
        sheet.client_id,
        sheet.content,
        id=sheet.id,
        version=sheet.number,
        updated_at=sheet.created_at,
        author_id=sheet.author_id,
    )


def no_sheet(client_id: uuid.UUID) -> SheetView:
    """What a client has before anybody prepared it."""
    return _view(client_id, EMPTY_SHEET, id=None, version=0, updated_at=None, author_id=None)


def _view(client_id: uuid.UUID, content: SheetContent, **of_version: Any) -> SheetView:
    unanswered = missing(content)
    expected = content["objections"]
    # Sheets written before a line could name its playbook answer do not have the field.
    items = [{"answer_id": None, **said} for said in expected["items"]]
    return SheetView(
        client_id=client_id,
        **{**content, "objections": {**expected, "items": items}},
        answers_ready=len(SheetPart) - len(unanswered),
        missing=unanswered,
        questions=questions(content),
        **of_version,
    )


def client_view(db: Session, shown: Client) -> ClientView:
    """The client as it is shown, in three statements."""
    organisation_id = shown.organisation_id
    return ClientView(
        id=shown.id,
        name=shown.name,
        owner=people.refs(db, organisation_id, [shown.owner_id])[shown.owner_id],
        industry=shown.industry,
        district=shown.district,
        size=shown.size,
        exports_now=shown.exports_now,
        channels=shown.channels,
        grade=shown.grade,
        source=shown.source,
        external_id=shown.external_id,
        contacts=contacts_of(db, organisation_id, [shown.id]).get(shown.id, []),
        sheet=latest_sheets(db, organisation_id, [shown.id])[shown.id],
        created_at=shown.created_at,
        updated_at=shown.updated_at,
        version=shown.version,
    )


def _cards(db: Session, organisation_id: uuid.UUID, clients: Sequence[Client]) -> list[ClientCard]:
    ids = [client.id for client in clients]
    owners = people.refs(db, organisation_id, [client.owner_id for client in clients])
    contacts = contacts_of(db, organisation_id, ids)
    sheets = latest_sheets(db, organisation_id, ids)
    return [
        ClientCard(
            id=client.id,
            name=client.name,
            owner=owners[client.owner_id],
            industry=client.industry,
            district=client.district,
            grade=client.grade,
            boss=_boss(contacts.get(client.id, [])),
            answers_ready=sheets[client.id].answers_ready,
        )
        for client in clients
    ]


def _boss(contacts: Sequence[Contact]) -> str | None:
    return next((one.name for one in contacts if one.role == ContactRole.BOSS), None)


def named_in(db: Session, organisation_id: uuid.UUID, text: str) -> list[str]:
    """Which clients of the organisation a text calls by their full name."""
    folded_text = text.lower()
    # Taking a name out changes the text only if it is in it; unlike LIKE, no name has signs of its own.
    without = sa.func.replace(sa.literal(folded_text), sa.func.lower(col(Client.name)), "")
    named = select(col(Client.name)).where(
        col(Client.organisation_id) == organisation_id,
        col(Client.deleted_at).is_(None),
        without != folded_text,
    )
    return list(db.exec(named.order_by(col(Client.name))))


def of_owner(db: Session, organisation_id: uuid.UUID, owner_id: uuid.UUID) -> Sequence[Client]:
    """The clients somebody looks after; nobody else is kept from them meanwhile."""
    owned = select(Client).where(
        col(Client.organisation_id) == organisation_id,
        col(Client.owner_id) == owner_id,
        col(Client.deleted_at).is_(None),
    )
    return db.exec(owned.order_by(col(Client.id))).all()
