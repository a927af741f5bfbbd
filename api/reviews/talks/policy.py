"""What the promises of a review need before both may agree on them."""

from collections.abc import Collection, Iterable
from typing import Protocol
from uuid import UUID

from api.kit.errors import Conflict, Forbidden
from api.reviews.models import Review

MOST_OF_A_PERSON = 3


class Promising(Protocol):
    """As far as the rules look: who promises."""

    @property
    def owner_id(self) -> UUID: ...


def tappers(promises: Iterable[Promising], *, host_id: UUID) -> set[UUID]:
    """Whose taps close a review: the host's, and of each who promises. Nobody is bound by another's tap."""
    return {host_id} | {one.owner_id for one in promises}


class QuestionNotAsked(Conflict):
    code = "question_not_asked"
    en = "This question belongs to another kind of review. Answer one of those listed."
    zh = "这个问题属于另一种Review，请回答列出来的问题。"


class PromiseOfSomebodyElse(Conflict):
    code = "promise_of_somebody_else"
    en = "Only those who sit here promise something here. Choose one of them."
    zh = "只有参加这次Review的人能在这里承诺，请从中选一位。"


class TooManyPromises(Conflict):
    code = "too_many_promises"
    en = "Three promises are the most that get kept. Choose the three that matter."
    zh = "承诺最多三条才做得到，请留下最要紧的三条。"


class PromiseMissing(Conflict):
    code = "promise_missing"
    en = "Whoever is reviewed promises one to three things. Write the first one down."
    zh = "还差对方的承诺，先写下一条。"


class HelpMissing(Conflict):
    code = "help_missing"
    en = "The host promises something too. What will you do to help, and by when?"
    zh = "还差主持人自己的承诺：你来帮什么，什么时候？"


class ListChanged(Conflict):
    code = "promises_changed"
    en = "The promises changed since you looked. Read the list once more and agree then."
    zh = "承诺刚改过，再看一遍，然后同意。"


class NotYourTap(Forbidden):
    code = "agreement_not_yours"
    en = "Whoever promises here agrees with their own sign-in. Ask them to tap on their own phone."
    zh = "谁承诺，谁用自己的账号点同意。请对方在自己的手机上点。"


class TalkNotBegun(Conflict):
    code = "review_not_begun"
    en = "Nobody has begun to talk yet. Begin the talk, then each of you agrees to the promises."
    zh = "这次还没谈。先开始谈，再各自同意承诺。"


class ClientOfSomebodyElse(Conflict):
    code = "promise_client_unknown"
    en = "This client belongs to somebody else. Choose one of those who promise."
    zh = "这家客户由别人负责，请选承诺人自己的客户。"


def check_owners(promises: Iterable[Promising], *, host_id: UUID, others: Collection[UUID]) -> None:
    """At most three of the person's; a team's together are three as well."""
    owners = [one.owner_id for one in promises]
    if any(owner != host_id and owner not in others for owner in owners):
        raise PromiseOfSomebodyElse
    if sum(owner != host_id for owner in owners) > MOST_OF_A_PERSON:
        raise TooManyPromises


def check_ready(promises: Iterable[Promising], *, host_id: UUID) -> None:
    """One to three of the person's, at least one of the host's (domain.md §2.6)."""
    owners = [one.owner_id for one in promises]
    if all(owner == host_id for owner in owners):
        raise PromiseMissing
    if host_id not in owners:
        raise HelpMissing


def check_begun(review: Review) -> None:
    if review.started_at is None:
        raise TalkNotBegun


def check_version(review: Review, agreed_to: int) -> None:
    if review.promises_version != agreed_to:
        raise ListChanged
