"""Who may change an answer, when it is due for a look, and which two of a kind are offered first."""

from collections.abc import Callable, Collection, Iterable
from datetime import date, datetime, timedelta
from math import sqrt
from typing import Protocol, TypeVar
from uuid import UUID

from sqlmodel import Session

from api.kit.errors import Conflict
from api.people.policy import Actor
from api.playbook.models import Answer, AnswerOrigin
from api.playbook.policy import NotYoursToEdit, keeps_playbook

CHECKED_AGAIN_AFTER = timedelta(days=90)
"""How long an answer is trusted after its birth and after each look."""

OFFERED = 2
CONFIDENCE = 1.96
"""Standard deviations either side of the middle: 95 %, the usual choice."""


class AnswerUnknown(Conflict):
    code = "answer_unknown"
    en = "The playbook has no such answer. Open the playbook again and pick one."
    zh = "话术里没有这条应对。重新打开话术，再选一次。"


class AnswerNamesClient(Conflict):
    code = "answer_names_client"
    en = "The whole company reads this. Leave the client's name out, say “this client”, and send it again."
    zh = "这句全公司都看得到。把客户的名字去掉，写成“这家客户”，再发一次。"


class AnswerInUse(Conflict):
    code = "answer_in_use"
    en = "Others say this answer already, so its words stay. Add yours beside it, or ask the trainer."
    zh = "已经有同事在用这条应对，原话先不动。另加一条，或请训练官来改。"


class AnswerNeedsWords(Conflict):
    code = "answer_needs_words"
    en = "An answer keeps its words in at least one language. Write them, or retire the answer."
    zh = "应对话术至少要留一种语言。写上内容，或停用这一条。"


class CheckIsLater(Conflict):
    code = "check_is_later"
    en = "Choose a day after today for the next look at this answer."
    zh = "下次再看要选今天以后的日子。"


class Counted(Protocol):
    """What the choice of the best looks at."""

    @property
    def id(self) -> UUID: ...
    @property
    def author_id(self) -> UUID | None: ...
    @property
    def created_at(self) -> datetime: ...
    @property
    def retired(self) -> bool: ...
    @property
    def worked(self) -> int: ...
    @property
    def partly(self) -> int: ...
    @property
    def not_worked(self) -> int: ...


C = TypeVar("C", bound=Counted)


NamesOf = Callable[[Session, UUID, UUID], Collection[str]]
"""Of an organisation and the id of a round or visit: the client that was met there, and its people."""

_names_of: dict[AnswerOrigin, NamesOf] = {}


def knows_names(kind: AnswerOrigin) -> Callable[[NamesOf], NamesOf]:
    """Registers who knows the names behind an origin: the playbook itself knows neither rounds nor visits."""

    def register(names_of: NamesOf) -> NamesOf:
        _names_of[kind] = names_of
        return names_of

    return register


def check_names_no_client(
    db: Session, organisation_id: UUID, texts: Iterable[str], *, kind: AnswerOrigin, origin_id: UUID
) -> None:
    """The client an answer was found at is not named before the company (domain.md §7)."""
    names_of = _names_of.get(kind)
    names = names_of(db, organisation_id, origin_id) if names_of else ()
    spoken = [name.strip().casefold() for name in names if len(name.strip()) > 1]
    if any(name in text.casefold() for text in texts for name in spoken):
        raise AnswerNamesClient


def check_may_change(
    actor: Actor, answer: Answer, fields: Collection[str], *, said_by_others: bool
) -> None:
    """Trainer and admin change everything; authors their own words, until somebody else says them."""
    if keeps_playbook(actor):
        return
    if answer.author_id != actor.person_id or not set(fields) <= {"text"}:
        raise NotYoursToEdit
    if said_by_others:
        raise AnswerInUse


def is_due(check_on: date, today: date, *, retired: bool) -> bool:
    return not retired and check_on <= today


def lower_bound(worked: int, partly: int, not_worked: int) -> float:
    """What share of visits an answer meets the objection at, as far as so few visits let us be sure.

    The lower end of Wilson's score interval (E. B. Wilson, "Probable inference, the law of succession, and
    statistical inference", Journal of the American Statistical Association 22, 1927, 209-212), from 0 to 1,
    with "partly" counted as half a success. One success of one (0.21) stands below eight of ten (0.49), which
    a plain share would turn round. No visit at all is 0: nothing is known yet.
    """
    said = worked + partly + not_worked
    share = (worked + partly / 2) / said if said else 0.0
    if not share:
        return 0.0
    square = CONFIDENCE**2
    middle = share + square / (2 * said)
    reach = CONFIDENCE * sqrt((share * (1 - share) + square / (4 * said)) / said)
    return (middle - reach) / (1 + square / said)


def best(answers: Iterable[C]) -> list[C]:
    """The two offered first: the surest ones, then what nobody has tried, the playbook's own and the older first.

    What was tried and met nothing comes after what was not tried. The id decides last, so that the order is
    the same on every machine.
    """
    return sorted((one for one in answers if not one.retired), key=_place)[:OFFERED]


def _place(answer: Counted) -> tuple[float, int, bool, datetime, UUID]:
    said = answer.worked + answer.partly + answer.not_worked
    sure = lower_bound(answer.worked, answer.partly, answer.not_worked)
    # Among equals the number of tries is a reason to wait only where none of them helped.
    tried_in_vain = said if not sure else 0
    return -sure, tried_in_vain, answer.author_id is not None, answer.created_at, answer.id
