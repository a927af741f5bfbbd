"""What a company does with cases: drafts one from a share, curates it, looks at it again, tells how it went."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col

from api.clients import queries as clients
from api.clients import service as client_service
from api.clients.models import Client
from api.deals import queries as deals
from api.kit.changes import changes, check_version, same_birth
from api.kit.clock import now
from api.kit.errors import NotFound
from api.kit.events import publish
from api.kit.paging import PageAsked, Paged
from api.kit.rows import new_id
from api.kit.text import spaced
from api.people import queries as people
from api.people.models import Person, Role
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.playbook.models import UseResult
from api.playbook.service import check_skills, check_types
from api.shares import queries as shares
from api.shares.cases import policy, queries
from api.shares.cases.models import Case, CasePart, CaseTag, CaseUse, TagKind
from api.shares.cases.queries import CaseDetailView, CaseView, MyUseView, Wanted
from api.shares.cases.schemas import CaseChange, CaseNew, TagOfCase
from api.shares.events import CaseChanged, CaseCurated, CaseToPlay, CaseUsed
from api.shares.models import PARTS_OF, PartKey, Share, ShareKind
from api.shares.policy import NotPublished
from api.shares.schemas import PartOfShare
from api.visits import queries as visits


@dataclass(frozen=True)
class BeforeAfter:
    before: str
    after: str


@dataclass(frozen=True)
class DraftedPart(BeforeAfter):
    key: PartKey


@dataclass(frozen=True)
class CaseDraftView:
    share_id: UUID
    kind: ShareKind
    author: PersonRef
    title: BeforeAfter
    parts: Sequence[DraftedPart]
    only_said: Sequence[PartKey]
    tags: Sequence[TagOfCase]


@dataclass(frozen=True)
class Names:
    """By which the clients of a share are called in it."""

    clients: Collection[str]
    people: Collection[str]

    def masked(self, text: str) -> str:
        return policy.masked(text, clients=self.clients, people=self.people)


def cases(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[CaseView]:
    return queries.page(db, actor, wanted=wanted, asked=asked)


def case(db: Session, actor: Actor, *, case_id: UUID) -> CaseDetailView:
    return queries.detail(db, actor, queries.find(db, actor, case_id))


def my_uses(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[MyUseView]:
    return queries.my_uses(db, actor, asked=asked)


def draft(db: Session, actor: Actor, *, share_id: UUID) -> CaseDraftView:
    """How a share could stand before the company: names and sums masked, tags from its client. Nothing is stored.

    Nobody can mask what is heard, so a recording goes into no case; parts without words are named in `only_said`.
    """
    share = shares.find(db, actor, share_id)
    if not policy.curates(actor, share):
        raise NotFound
    if not share.published:
        raise NotPublished
    told = _said(db, share)
    said = {key: words for key, words in told.items() if words}
    client = _client(db, share)
    names = _names(db, share, " ".join([share.words, *said.values()]))
    title = share.words if share.kind != ShareKind.TIP else ""
    return CaseDraftView(
        share_id=share.id,
        kind=ShareKind(share.kind),
        author=people.refs(db, actor.organisation_id, [share.author_id])[share.author_id],
        title=BeforeAfter(title, names.masked(title)),
        parts=[DraftedPart(words, names.masked(words), key) for key, words in said.items()],
        only_said=[key for key, words in told.items() if not words],
        tags=_tags_of(share, client),
    )


def curate(db: Session, actor: Actor, *, given: CaseNew, birth: bytes) -> CaseDetailView:
    """A published share becomes a case of the whole company; its author stays its author."""
    stored = db.get(Case, (actor.organisation_id, given.id)) if given.id else None
    if stored is not None:
        same_birth(stored.birth_digest, birth)
        return queries.detail(db, actor, queries.find(db, actor, stored.id))
    share = _to_curate(db, actor, given.share_id)
    if queries.of_share(db, actor.organisation_id, share.id) is not None:
        raise policy.CuratedAlready
    today = actor.today(db)
    policy.check_later(given.check_on, today)
    _check_owner(db, actor, given.owner_id)
    moment = now(db)
    made = Case(
        organisation_id=actor.organisation_id,
        id=given.id or new_id(db),
        created_at=moment,
        updated_at=moment,
        share_id=share.id,
        kind=share.kind,
        author_id=share.author_id,
        curated_by_id=actor.person_id,
        owner_id=given.owner_id or actor.person_id,
        title=given.title,
        searched="",
        check_on=given.check_on or today + policy.CHECKED_AGAIN_AFTER,
        birth_digest=birth,
    )
    db.add(made)
    db.flush()
    _write(db, made, {"title": given.title, "parts": given.parts, "tags": given.tags})
    fact = CaseCurated(made.id, share.id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.detail(db, actor, made)


def change(
    db: Session, actor: Actor, *, case_id: UUID, given: CaseChange, version: int
) -> CaseDetailView:
    found = queries.find(db, actor, case_id)
    sent = changes(given)
    policy.check_keeps(actor, found, sent.keys())
    check_version(found, version, current=queries.detail(db, actor, found))
    _check_owner(db, actor, sent.get("owner_id"))
    policy.check_later(sent.get("check_on"), actor.today(db))
    _write(db, found, sent)
    _say_changed(db, actor, found, sent.keys())
    return queries.detail(db, actor, found)


def check(db: Session, actor: Actor, *, case_id: UUID, check_on: date | None) -> CaseDetailView:
    """Somebody looked at it and it is still good: it returns on the day given, or after the usual time."""
    found = queries.find(db, actor, case_id)
    policy.check_keeps(actor, found, {"check_on"})
    today = actor.today(db)
    policy.check_later(check_on, today)
    found.check_on = check_on or today + policy.CHECKED_AGAIN_AFTER
    found.updated_at = now(db)
    db.flush()
    _say_changed(db, actor, found, {"check_on"})
    return queries.detail(db, actor, found)


def tell_use(
    db: Session, actor: Actor, *, case_id: UUID, visit_id: UUID, result: UseResult
) -> CaseDetailView:
    """How it went at a visit of one's own; a second word about the same visit takes the place of the first."""
    found = queries.find(db, actor, case_id)
    visit = visits.find(db, actor, visit_id)
    if found.author_id == actor.person_id:
        raise policy.OwnCase
    if visit.rep_id != actor.person_id or not visit.checked_in:
        raise policy.TellTheVisitFirst
    use = queries.use_of(db, found, visit_id)
    if use is None and found.retired:
        raise policy.CaseRetired
    if use is None:
        use = _new_use(db, actor, found, visit_id=visit_id, result=result, day=visit.day)
    elif use.result == result:
        return queries.detail(db, actor, found)
    use.result, use.updated_at = result, now(db)
    db.flush()
    publish(db, actor.organisation_id, CaseUsed(found.id, str(result)), by=None)
    return queries.detail(db, actor, found)


def play(db: Session, actor: Actor, *, case_id: UUID, client_id: UUID) -> CaseDetailView:
    """Lays it into tonight's deck of a rep, at a client of the own."""
    found = queries.find(db, actor, case_id)
    policy.check_plays(actor, found)
    client = client_service.get(db, actor, client_id)
    if client.owner_id != actor.person_id:
        raise NotFound
    fact = CaseToPlay(found.id, actor.person_id, client.id)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
    return queries.detail(db, actor, found)


def masked(db: Session, share: Share, texts: Sequence[str]) -> list[str] | None:
    """Texts of a share as the library would tell them; None where a client would still be named."""
    names = _names(db, share, "\n".join(texts))
    shown = [names.masked(text) for text in texts]
    return None if clients.named_in(db, share.organisation_id, "\n".join(shown)) else shown


def _to_curate(db: Session, actor: Actor, share_id: UUID) -> Share:
    share = shares.find(db, actor, share_id)
    policy.check_curates(actor, share)
    if not share.published:
        raise NotPublished
    return share


def _said(db: Session, share: Share) -> dict[PartKey, str]:
    """By part; the words of a tip are its lesson."""
    if share.kind == ShareKind.TIP:
        return {PartKey.LESSON: share.words}
    return {PartKey(part.key): part.words for part in shares.parts_of(db, share)}


def _client(db: Session, share: Share) -> Client | None:
    if share.deal_id is None:
        return None
    deal = deals.one(db, share.organisation_id, share.deal_id)
    return db.get(Client, (share.organisation_id, deal.client_id))


def _names(db: Session, share: Share, text: str) -> Names:
    """Every client of the organisation by its full name, the author's own also as people call them."""
    owned = clients.of_owner(db, share.organisation_id, share.author_id)
    client = _client(db, share)
    own = {one.id: one for one in [*owned, *([client] if client else [])]}
    contacts = clients.contacts_of(db, share.organisation_id, own)
    spoken = {
        form
        for of_client in contacts.values()
        for contact in of_client
        for form in policy.forms_of_person(contact.name)
    }
    short = {form for one in own.values() for form in policy.short_forms(one.name)}
    return Names({*clients.named_in(db, share.organisation_id, text), *short}, spoken)


def _tags_of(share: Share, client: Client | None) -> list[TagOfCase]:
    known = [
        (TagKind.OBJECTION, share.type_key),
        (TagKind.INDUSTRY, client.industry if client else None),
        (TagKind.GRADE, client.grade if client else None),
    ]
    return [TagOfCase(kind=kind, value=value) for kind, value in known if value]


def _check_owner(db: Session, actor: Actor, owner_id: UUID | None) -> None:
    if owner_id is None or owner_id == actor.person_id:
        return
    owner = db.get(Person, (actor.organisation_id, owner_id))
    if owner is None or owner.role not in (Role.MANAGER, Role.TRAINER):
        raise policy.NotALikelyOwner


def _write(db: Session, found: Case, sent: dict[str, Any]) -> None:
    """Everything the company would read is looked through once more, whatever was sent."""
    found.updated_at = now(db)
    for name in ("title", "owner_id", "check_on", "retired"):
        if name in sent:
            setattr(found, name, sent[name])
    if "parts" in sent:
        _set_parts(db, found, sent["parts"])
    if "tags" in sent:
        _set_tags(db, found, sent["tags"])
    db.flush()
    texts = [found.title, *(part.words for part in queries.parts_of(db, found))]
    tags = [tag.value for tag in queries.tags_of(db, found)]
    _check_names_nobody(db, found, [*texts, *tags])
    found.searched = spaced("\n".join([*texts, *tags]))
    db.flush()


def _check_names_nobody(db: Session, found: Case, texts: Iterable[str]) -> None:
    shown = list(texts)
    named = clients.named_in(db, found.organisation_id, "\n".join(shown))
    share = shares.one(db, found.organisation_id, found.share_id)
    client = _client(db, share)
    if client is not None:
        contacts = clients.contacts_of(db, found.organisation_id, [client.id])
        named += [client.name, *(contact.name for contact in contacts.get(client.id, []))]
    policy.check_names_nobody(shown, named)


def _set_parts(db: Session, found: Case, parts: Sequence[PartOfShare]) -> None:
    said = {part.key: part.words for part in parts}
    asked = PARTS_OF[ShareKind(found.kind)] or (PartKey.LESSON,)
    if not said.keys() <= set(asked) or len(said) < len(parts):
        raise policy.NoSuchCaseParts
    _clear(db, CasePart, found)
    db.add_all(
        CasePart(**_child(db, found), key=key, place=place, words=said[key])
        for place, key in enumerate(asked)
        if key in said
    )


def _set_tags(db: Session, found: Case, tags: Sequence[TagOfCase]) -> None:
    wanted = sorted({(tag.kind, tag.value) for tag in tags})
    objections = [value for kind, value in wanted if kind == TagKind.OBJECTION]
    check_types(db, found.organisation_id, objections)
    check_skills(db, found.organisation_id, [v for kind, v in wanted if kind == TagKind.SKILL])
    _clear(db, CaseTag, found)
    db.add_all(CaseTag(**_child(db, found), kind=kind, value=value) for kind, value in wanted)


def _clear(db: Session, table: type[CasePart] | type[CaseTag], found: Case) -> None:
    db.exec(
        sa.delete(table).where(
            col(table.organisation_id) == found.organisation_id, col(table.case_id) == found.id
        )
    )


def _child(db: Session, found: Case) -> dict[str, Any]:
    return {
        "organisation_id": found.organisation_id,
        "id": new_id(db),
        "created_at": now(db),
        "case_id": found.id,
    }


def _new_use(db: Session, actor: Actor, found: Case, **told: Any) -> CaseUse:
    use = CaseUse(**_child(db, found), updated_at=now(db), by_id=actor.person_id, **told)
    db.add(use)
    return use


def _say_changed(db: Session, actor: Actor, found: Case, fields: Collection[str]) -> None:
    fact = CaseChanged(found.id, tuple(sorted(fields)), found.retired)
    publish(db, actor.organisation_id, fact, by=actor.person_id)
