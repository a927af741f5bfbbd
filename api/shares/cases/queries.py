"""Reads of the case library: four statements for a page of any size."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlmodel import Session, col, select

from api.kit.errors import NotFound
from api.kit.paging import Key, PageAsked, Paged, page_of
from api.kit.text import spaced
from api.people import queries as people
from api.people.policy import Actor
from api.people.queries import PersonRef
from api.playbook.models import UseResult
from api.shares.cases.models import Case, CasePart, CaseTag, CaseUse, TagKind
from api.shares.cases.policy import keeps, said_in, visible_to
from api.shares.models import PartKey, Share, ShareKind
from api.shares.policy import visible_to as share_visible_to

EXCERPT = 80
MOST_USES_SHOWN = 20
MOST_SAID = 200
SCENES = (PartKey.PROBLEMS, PartKey.WHY)
"""Parts of a case that tell how the client stood."""


@dataclass(frozen=True)
class CaseView:
    id: UUID
    kind: ShareKind
    title: str
    excerpt: str
    author: PersonRef
    owner: PersonRef
    tags: Sequence[CaseTag]
    worked: int
    partly: int
    not_worked: int
    check_on: date
    due_for_check: bool
    retired: bool
    curated_at: datetime
    version: int


@dataclass(frozen=True)
class UseView:
    by: PersonRef
    result: UseResult
    day: date


@dataclass(frozen=True)
class CaseNamed:
    id: UUID
    title: str


@dataclass(frozen=True)
class MyUseView(UseView):
    id: UUID
    case: CaseNamed
    told_at: datetime


@dataclass(frozen=True)
class ToPlay:
    """What the boss says of a case, and the kind of objection it is about."""

    type_key: str | None
    words: str | None


@dataclass(frozen=True)
class CaseDetailView(CaseView):
    parts: Sequence[CasePart]
    curated_by: PersonRef
    share_id: UUID | None
    uses: Sequence[UseView]
    yours_to_keep: bool


@dataclass(frozen=True)
class Wanted:
    """What the library is narrowed to; `due` is what the reader has to look at again."""

    q: str | None = None
    tags: Sequence[tuple[TagKind, str]] = ()
    due: bool = False
    retired: bool = False


def page(db: Session, actor: Actor, *, wanted: Wanted, asked: PageAsked) -> Paged[CaseView]:
    """The newest first."""
    statement = _counted().where(visible_to(actor), *_conditions(db, actor, wanted))
    keys = [Key(col(Case.created_at), "desc"), Key(col(Case.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    return Paged(_views(db, actor, found.items), found.next_cursor)


def find(db: Session, actor: Actor, case_id: UUID) -> Case:
    """A case the actor may read, retired ones included; raises NotFound."""
    found = db.exec(select(Case).where(visible_to(actor), col(Case.id) == case_id)).first()
    if found is None:
        raise NotFound
    return found


def offered(db: Session, actor: Actor) -> list[tuple[CaseView, str]]:
    """Everything that could be proposed to the actor, with the text it is found by; own cases are left out."""
    asked = _counted().where(
        visible_to(actor), col(Case.retired).is_(False), col(Case.author_id) != actor.person_id
    )
    rows = db.exec(asked.order_by(col(Case.created_at).desc(), col(Case.id).desc())).all()
    texts = [row[0].searched for row in rows]
    return list(zip(_views(db, actor, rows), texts, strict=True))


def of_share(db: Session, organisation_id: UUID, share_id: UUID) -> UUID | None:
    it = (col(Case.organisation_id) == organisation_id, col(Case.share_id) == share_id)
    return db.exec(select(col(Case.id)).where(*it)).first()


def detail(db: Session, actor: Actor, case: Case) -> CaseDetailView:
    """One case as it stands after everything flushed so far."""
    it = (col(Case.organisation_id) == case.organisation_id, col(Case.id) == case.id)
    shown = _views(db, actor, db.exec(_counted().where(*it)).all())[0]
    curator = people.refs(db, actor.organisation_id, [case.curated_by_id])[case.curated_by_id]
    return CaseDetailView(
        **vars(shown),
        parts=_parts(db, case.organisation_id, [case.id])[case.id],
        curated_by=curator,
        share_id=_readable_share(db, actor, case),
        uses=_uses(db, case) if case.author_id == actor.person_id else [],
        yours_to_keep=keeps(actor, case),
    )


def to_play(db: Session, organisation_id: UUID, case_id: UUID) -> ToPlay | None:
    """A case as a scene: what its client said, else how the client stood.

    Where it tells neither, the kind of objection speaks in the playbook's words, and at last its first part.
    """
    case = db.get(Case, (organisation_id, case_id))
    if case is None or case.retired or case.deleted_at is not None:
        return None
    told = _parts(db, organisation_id, [case_id])[case_id]
    tags = _tags(db, organisation_id, [case_id])[case_id]
    type_key = next((tag.value for tag in tags if tag.kind == TagKind.OBJECTION), None)
    quoted = [said_in(text) for text in (*(part.words for part in told), case.title)]
    stood = [part.words for part in told if part.key in SCENES]
    said = next((one for one in (*quoted, *stood) if one), None)
    if said is None and type_key is None:
        said = told[0].words if told else case.title
    return ToPlay(type_key, said[:MOST_SAID] if said else None)


def use_of(db: Session, case: Case, visit_id: UUID) -> CaseUse | None:
    return db.exec(
        select(CaseUse).where(
            col(CaseUse.organisation_id) == case.organisation_id,
            col(CaseUse.case_id) == case.id,
            col(CaseUse.visit_id) == visit_id,
        )
    ).first()


def my_uses(db: Session, actor: Actor, *, asked: PageAsked) -> Paged[MyUseView]:
    """How others fared with what the actor told, the latest told first."""
    case = sa.and_(
        col(Case.organisation_id) == col(CaseUse.organisation_id),
        col(Case.id) == col(CaseUse.case_id),
    )
    statement: Any = (
        select(CaseUse, col(Case.title))
        .join(Case, case)
        .where(
            visible_to(actor),
            col(Case.author_id) == actor.person_id,
            col(CaseUse.deleted_at).is_(None),
        )
    )
    keys = [Key(col(CaseUse.created_at), "desc"), Key(col(CaseUse.id), "desc")]
    found = page_of(db, statement, keys=keys, asked=asked)
    names = people.refs(db, actor.organisation_id, {use.by_id for use, _ in found.items})
    shown = [
        MyUseView(
            by=names[use.by_id],
            result=use.result,
            day=use.day,
            id=use.id,
            case=CaseNamed(use.case_id, title),
            told_at=use.created_at,
        )
        for use, title in found.items
    ]
    return Paged(shown, found.next_cursor)


def parts_of(db: Session, case: Case) -> list[CasePart]:
    return _parts(db, case.organisation_id, [case.id])[case.id]


def tags_of(db: Session, case: Case) -> list[CaseTag]:
    return _tags(db, case.organisation_id, [case.id])[case.id]


def _conditions(db: Session, actor: Actor, wanted: Wanted) -> list[Any]:
    asked: list[Any] = [col(Case.retired).is_(wanted.retired)]
    words = spaced(wanted.q or "")
    if words:
        asked.append(col(Case.searched).contains(words, autoescape=True))
    if wanted.due:
        asked += [col(Case.owner_id) == actor.person_id, col(Case.check_on) <= actor.today(db)]
    return asked + [_tagged(kind, value) for kind, value in wanted.tags]


def _tagged(kind: TagKind, value: str) -> Any:
    return (
        sa.select(sa.literal(1))
        .where(
            col(CaseTag.organisation_id) == col(Case.organisation_id),
            col(CaseTag.case_id) == col(Case.id),
            col(CaseTag.kind) == kind,
            col(CaseTag.value) == value,
        )
        .exists()
    )


def _counted() -> Any:
    """A case with how often it worked, worked in part, and did not."""

    def times(result: UseResult) -> Any:
        return (
            sa.select(sa.func.count())
            .select_from(CaseUse)
            .where(
                col(CaseUse.organisation_id) == col(Case.organisation_id),
                col(CaseUse.case_id) == col(Case.id),
                col(CaseUse.result) == result,
                col(CaseUse.deleted_at).is_(None),
            )
            .scalar_subquery()
        )

    counts = (times(UseResult.WORKED), times(UseResult.PARTLY), times(UseResult.NOT))
    return select(Case, *counts)


def _views(db: Session, actor: Actor, rows: Sequence[Any]) -> list[CaseView]:
    if not rows:
        return []
    cases = [row[0] for row in rows]
    ids = [case.id for case in cases]
    who = {case.author_id for case in cases} | {case.owner_id for case in cases}
    names = people.refs(db, actor.organisation_id, who)
    tags = _tags(db, actor.organisation_id, ids)
    parts = _parts(db, actor.organisation_id, ids)
    today = actor.today(db)
    return [
        CaseView(
            id=case.id,
            kind=case.kind,
            title=case.title,
            excerpt=parts[case.id][0].words[:EXCERPT] if parts[case.id] else "",
            author=names[case.author_id],
            owner=names[case.owner_id],
            tags=tags[case.id],
            worked=worked,
            partly=partly,
            not_worked=not_worked,
            check_on=case.check_on,
            due_for_check=not case.retired and case.check_on <= today,
            retired=case.retired,
            curated_at=case.created_at,
            version=case.version,
        )
        for case, worked, partly, not_worked in rows
    ]


def _parts(db: Session, organisation_id: UUID, ids: Collection[UUID]) -> dict[UUID, list[CasePart]]:
    mine = (col(CasePart.organisation_id) == organisation_id, col(CasePart.case_id).in_(ids))
    ordered = (col(CasePart.case_id), col(CasePart.place))
    by_case: dict[UUID, list[CasePart]] = defaultdict(list)
    for part in db.exec(select(CasePart).where(*mine).order_by(*ordered)):
        by_case[part.case_id].append(part)
    return by_case


def _tags(db: Session, organisation_id: UUID, ids: Collection[UUID]) -> dict[UUID, list[CaseTag]]:
    mine = (col(CaseTag.organisation_id) == organisation_id, col(CaseTag.case_id).in_(ids))
    ordered = (col(CaseTag.case_id), col(CaseTag.kind).desc(), col(CaseTag.value))
    by_case: dict[UUID, list[CaseTag]] = defaultdict(list)
    for tag in db.exec(select(CaseTag).where(*mine).order_by(*ordered)):
        by_case[tag.case_id].append(tag)
    return by_case


def _readable_share(db: Session, actor: Actor, case: Case) -> UUID | None:
    it = (share_visible_to(actor), col(Share.id) == case.share_id)
    return db.exec(select(col(Share.id)).where(*it)).first()


def _uses(db: Session, case: Case) -> list[UseView]:
    found = db.exec(
        select(CaseUse)
        .where(
            col(CaseUse.organisation_id) == case.organisation_id,
            col(CaseUse.case_id) == case.id,
            col(CaseUse.deleted_at).is_(None),
        )
        .order_by(col(CaseUse.day).desc(), col(CaseUse.id).desc())
        .limit(MOST_USES_SHOWN)
    ).all()
    names = people.refs(db, case.organisation_id, {use.by_id for use in found})
    return [UseView(names[use.by_id], use.result, use.day) for use in found]
