"""Who keeps the case library, what may stand in it, and how a share's words are masked for it."""

import re
from collections.abc import Collection, Iterable
from datetime import date, timedelta

import sqlalchemy as sa
from sqlmodel import col

from api.kit.errors import Conflict, Forbidden
from api.kit.text import has_han
from api.people.models import Role
from api.people.policy import Actor
from api.shares.cases.models import Case
from api.shares.models import Share

CHECKED_AGAIN_AFTER = timedelta(days=90)
"""How long a case is trusted after its birth and after each look."""

MASK = "××"
SHORTEST_NAME = 2
AMOUNT = re.compile(
    r"[¥￥$€£]\s*\d[\d,，.]*(?:\s*[万千kKwW])?"
    r"|\d[\d,，.]*\s*(?:万元|千元|万块钱?|千块钱?|块钱|元|万(?![次个人条]))"
    r"|\d[\d,.]*\s*(?:k|CNY|RMB|USD|yuan|dollars?)\b"
    r"|[一二两三四五六七八九十百][一二两三四五六七八九十百千零]*(?:万元|千元|万块|千块|块钱|万(?![次个人条]))"
    r"|(?<!\d)\d{1,3}(?:[,，]\d{3})+"
    r"|(?<![\d.])(?!(?:19|20)\d\d(?!\d))\d{4,}(?![\d.]*\s*次)",
    re.IGNORECASE,
)
"""Sums of money: with a sign, with a unit, in Chinese numerals, with thousands set apart, or of four digits that are
no year. A curator reads before and after, so that a sum too many costs one correction.
"""
SAID = re.compile(r"“([^”]{2,})”|\"([^\"]{2,})\"")
TITLES = "(?:总|厂长|老板|经理|主任|姐|哥)"
"""How somebody at a client is spoken of by the family name: 吴总."""


class NotACurator(Forbidden):
    code = "not_a_curator"
    en = "Managers and trainers look after the case library. Offer this share to them."
    zh = "案例库由主管和训练官来整理，可以把这条分享给他们。"


class NotYourCase(Forbidden):
    code = "case_not_yours"
    en = "Whoever looks after this case changes it. Ask them, or ask the trainer."
    zh = "这条案例由负责的人来改，找对方或训练官。"


class CaseNamesClient(Conflict):
    code = "case_names_client"
    en = "The whole company reads this, and a client is still named: {name}. Write “this client” and send it again."
    zh = "全公司都看得到，里面还有客户的名字：{name}。改成“这家客户”再提交。"


class CuratedAlready(Conflict):
    code = "share_curated_already"
    en = "This share is a case already. Open the case and change it there."
    zh = "这条分享已经是案例了，打开案例去改。"


class NoSuchCaseParts(Conflict):
    code = "case_has_other_parts"
    en = "A case has the parts its share has. Open the share again and start from there."
    zh = "案例的各段要和分享一致。重新打开分享，从那里开始。"


class CaseCheckIsLater(Conflict):
    code = "case_check_is_later"
    en = "Choose a day after today for the next look at this case."
    zh = "下次再看要选今天以后的日子。"


class NotALikelyOwner(Conflict):
    code = "case_owner_unfit"
    en = "A case is looked after by a manager or a trainer. Choose one of them."
    zh = "案例由主管或训练官负责，请从他们中选一位。"


class TellTheVisitFirst(Conflict):
    code = "tell_the_visit_first"
    en = "Check in at this visit first, then say how the case went."
    zh = "先完成这次拜访的签到，再说案例用得怎么样。"


class OwnCase(Conflict):
    code = "own_case"
    en = "This case is your own. It counts when somebody else uses it."
    zh = "这是你自己的案例，别人用了才算数。"


class CaseRetired(Conflict):
    code = "case_retired"
    en = "This case is no longer offered. Choose another one."
    zh = "这条案例已经停用，换一条看看。"


class PlayingIsForReps(Forbidden):
    code = "case_played_by_reps"
    en = "A case is played at a client of one's own. Ask a rep to play it with you."
    zh = "案例要在自己的客户身上练，可以请一位销售员和你练。"


def visible_to(actor: Actor) -> sa.ColumnElement[bool]:
    """The one condition of every list and get of cases: the whole company, but for who keeps settings only."""
    reads = sa.true() if actor.role is not Role.ADMIN else sa.false()
    return sa.and_(
        col(Case.organisation_id) == actor.organisation_id, col(Case.deleted_at).is_(None), reads
    )


def curates(actor: Actor, share: Share) -> bool:
    """Managers curate what their own team was told, trainers what was offered to them."""
    return share.team_id in actor.led_team_ids or actor.role is Role.TRAINER


def check_curates(actor: Actor, share: Share) -> None:
    if not curates(actor, share):
        raise NotACurator


def check_keeps(actor: Actor, case: Case, fields: Collection[str]) -> None:
    """Trainers keep every case, a manager those in their own hands; who told it may have it retired."""
    if actor.role is Role.TRAINER or actor.person_id in (case.owner_id, case.curated_by_id):
        return
    if actor.person_id == case.author_id and set(fields) == {"retired"}:
        return
    raise NotYourCase


def keeps(actor: Actor, case: Case) -> bool:
    return actor.role is Role.TRAINER or actor.person_id in (case.owner_id, case.curated_by_id)


def check_plays(actor: Actor, case: Case) -> None:
    """Whoever has clients plays it, its author too."""
    if actor.role is not Role.REP:
        raise PlayingIsForReps
    if case.retired:
        raise CaseRetired


def check_later(day: date | None, today: date) -> None:
    if day is not None and day <= today:
        raise CaseCheckIsLater


def check_names_nobody(texts: Iterable[str], names: Collection[str]) -> None:
    """No client of the organisation is named before the company (domain.md §2 and §7)."""
    for text in texts:
        folded = text.casefold()
        for name in names:
            if len(name) >= SHORTEST_NAME and name.casefold() in folded:
                raise CaseNamesClient(name=name)


def masked(text: str, *, clients: Collection[str], people: Collection[str]) -> str:
    """Clients and their people put into general words, sums of money into ××; the longest name first."""
    client, person = ("这家客户", "对方") if has_han(text) else ("this client", "they")
    for names, instead in ((clients, client), (people, person)):
        for name in sorted(names, key=len, reverse=True):
            text = re.sub(_spoken(name), instead, text, flags=re.IGNORECASE)
    return AMOUNT.sub(MASK, text)


def said_in(text: str) -> str | None:
    """What is told in quotation marks: the client's own words."""
    found = SAID.search(text)
    return None if found is None else found[1] or found[2]


def short_forms(name: str) -> list[str]:
    """How people call a client among themselves: 暖屿灯饰厂 is also 暖屿灯饰 and 暖屿."""
    if has_han(name):
        return [name[:length] for length in range(len(name), SHORTEST_NAME - 1, -1)]
    first = name.split(maxsplit=1)[0] if name.split() else name
    return [name, first] if len(first) > SHORTEST_NAME + 1 else [name]


def forms_of_person(name: str) -> list[str]:
    """Somebody at a client by name, and by the family name with a title."""
    return [name, f"{name[0]}{TITLES}"] if has_han(name) else [name]


def _spoken(name: str) -> str:
    """As a pattern; a title stands for itself."""
    stem = name.removesuffix(TITLES)
    return re.escape(stem) + name[len(stem) :]
