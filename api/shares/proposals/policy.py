"""Which three cases are proposed, and why (domain.md §2.3 and §4)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from api.playbook.answers.policy import lower_bound
from api.shares.cases.models import TagKind
from api.shares.cases.queries import CaseView

PROPOSED = 3
RECENT = timedelta(days=90)
SAME_WORDS = 2
"""Fewer pairs of characters, or words, in common are chance."""


class ProposedFor(StrEnum):
    OBJECTION = "objection"
    INDUSTRY = "industry"
    WORDS = "words"
    RECENT = "recent"


@dataclass(frozen=True)
class Wanted:
    """What is known of the visit: objections by key, the client's industry, and words written about it."""

    objections: frozenset[str]
    industry: str | None
    words: frozenset[str]


@dataclass(frozen=True)
class Offered:
    """A case as far as the choice looks at it."""

    id: UUID
    author_id: UUID
    objections: frozenset[str]
    industries: frozenset[str]
    words: frozenset[str]
    curated_at: datetime
    worked: int
    partly: int
    not_worked: int


@dataclass(frozen=True)
class Reason:
    kind: ProposedFor
    value: str | None


def proposed(offered: Iterable[Offered], wanted: Wanted, *, moment: datetime) -> list[Offered]:
    """The same objection first, then the industry, then common words, then what is recent and has helped others.

    At most one of an author, so that no voice fills the page; the newer one of equals.
    """
    chosen: dict[UUID, Offered] = {}
    for one in sorted(offered, key=lambda one: _place(one, wanted, moment)):
        chosen.setdefault(one.author_id, one)
    return list(chosen.values())[:PROPOSED]


def of_case(case: CaseView, text: str) -> Offered:
    """A case of the library with the text it is found by."""

    def tagged(kind: TagKind) -> frozenset[str]:
        return frozenset(tag.value for tag in case.tags if tag.kind == kind)

    return Offered(
        id=case.id,
        author_id=case.author.id,
        objections=tagged(TagKind.OBJECTION),
        industries=tagged(TagKind.INDUSTRY),
        words=words_of_search(text),
        curated_at=case.curated_at,
        worked=case.worked,
        partly=case.partly,
        not_worked=case.not_worked,
    )


def reason(one: Offered, wanted: Wanted) -> Reason:
    """The first thing that speaks for it, in the order of the choice."""
    same = sorted(one.objections & wanted.objections)
    if same:
        return Reason(ProposedFor.OBJECTION, same[0])
    if wanted.industry in one.industries:
        return Reason(ProposedFor.INDUSTRY, wanted.industry)
    common = _common(one, wanted)
    return Reason(ProposedFor.WORDS if common else ProposedFor.RECENT, None)


def words_in(text: str) -> frozenset[str]:
    """Pairs of Chinese characters next to each other, and words of other scripts from three letters on."""
    found = set(re.findall(r"[a-z0-9]{3,}", text.casefold()))
    for run in re.findall(r"[㐀-鿿]+", text):
        found |= {run[start : start + 2] for start in range(len(run) - 1)}
    return frozenset(found)


def words_of_search(searched: str) -> frozenset[str]:
    """Of a text that is kept spaced by character."""
    return words_in(re.sub(r"(?<=[㐀-鿿]) (?=[㐀-鿿])", "", searched))


def _place(one: Offered, wanted: Wanted, moment: datetime) -> tuple[float, ...]:
    age = moment - one.curated_at
    return (
        -len(one.objections & wanted.objections),
        -(wanted.industry in one.industries),
        -_common(one, wanted),
        age > RECENT,
        -lower_bound(one.worked, one.partly, one.not_worked),
        age.total_seconds(),
        one.id.int,
    )


def _common(one: Offered, wanted: Wanted) -> int:
    common = len(one.words & wanted.words)
    return common if common >= SAME_WORDS else 0
