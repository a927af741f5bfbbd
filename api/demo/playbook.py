"""What reps found themselves and told the others: answers to objections with the visits behind them, and tips."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import Session, col, select

from api.demo.ledger import Ledger, born_as, seeded, words
from api.demo.month import Month
from api.demo.people import Cast
from api.drills.reality_checks.models import RealityCheck, RealityItem, Result
from api.flows.count_answers import HOW_IT_WENT
from api.playbook.models import Answer, AnswerUse, ObjectionType
from api.shares.models import Share, ShareKind

CHECKED_AFTER = timedelta(days=90)
DUE_FOR_A_LOOK = 2
"""So many answers of the first days return for a look already."""
USES_ANOTHERS = 0.7


@dataclass(frozen=True)
class Known:
    """An answer of the playbook: its own first one, or one a rep found on a day of the month."""

    id: uuid.UUID
    text: str
    day: int


class Playbook:
    """The answers by objection type, growing as the month goes by."""

    def __init__(self, db: Session, ledger: Ledger, month: Month, cast: Cast) -> None:
        self.ledger = ledger
        self.month = month
        self.cast = cast
        self.types: dict[str, uuid.UUID] = {}
        self.known: dict[str, list[Known]] = {}
        self._read(db)
        self._find_more()

    def first(self, key: str) -> str:
        """The line a new organisation begins with."""
        return self.known[key][0].text

    def answer_id(self, key: str | None, text: str) -> uuid.UUID | None:
        """Which answer of the playbook a line is, word for word."""
        return next((one.id for one in self.known.get(key or "", []) if one.text == text), None)

    def choose(self, key: str, day: int) -> Known | None:
        """What a rep would take that evening: often what a colleague has found."""
        found = [one for one in self.known.get(key, []) if 0 <= one.day < day]
        chance = seeded(f"answer to {key} on {day}")
        return chance.choice(found) if found and chance.random() < USES_ANOTHERS else None

    def count(self) -> None:
        """A use for every answer that was said at a visit, as the rep looked back on it."""
        said = {
            (item.answer_id, item.check_id): item.result
            for item in self.ledger.of(RealityItem)
            if item.answer_id is not None and item.result != Result.NOT_RAISED
        }
        checks = {one.id: one for one in self.ledger.of(RealityCheck)}
        for (answer_id, check_id), result in said.items():
            check = checks[check_id]
            self.ledger.add(
                AnswerUse,
                check.created_at,
                answer_id=answer_id,
                visit_id=check.visit_id,
                by_id=check.rep_id,
                result=HOW_IT_WENT[result],
                day=check.day,
            )

    def tips(self) -> None:
        for told in words("playbook")["tips"]:
            author = self.cast.people[told["login"]]
            share = self.ledger.add(
                Share,
                self.month.at(told["day"], "19:40"),
                kind=ShareKind.TIP,
                author_id=author.id,
                team_id=author.team_id,
                words=told["words"],
                type_key=told.get("type"),
                told_at=self.month.at(told["day"], "19:40"),
                birth_digest=b"",
            )
            share.birth_digest = born_as(share.id)

    def _read(self, db: Session) -> None:
        found: Sequence[tuple[str, Answer]] = db.exec(
            select(col(ObjectionType.key), Answer)
            .join(ObjectionType, col(ObjectionType.id) == col(Answer.type_id))
            .where(col(ObjectionType.organisation_id) == self.ledger.organisation_id)
            .where(col(Answer.organisation_id) == self.ledger.organisation_id)
        ).all()
        for key, answer in found:
            self.types[key] = answer.type_id
            self.known.setdefault(key, []).append(Known(answer.id, answer.text["zh"], -1))

    def _find_more(self) -> None:
        for number, told in enumerate(words("playbook")["answers"]):
            day = self.month.days[told["day"]]
            is_due = number < DUE_FOR_A_LOOK
            answer = self.ledger.add(
                Answer,
                self.month.at(told["day"], "19:30"),
                type_id=self.types[told["type"]],
                text={"zh": told["text"]},
                author_id=self.cast.people[told["login"]].id,
                check_on=self.month.today if is_due else day + CHECKED_AFTER,
                birth_digest=b"",
            )
            answer.birth_digest = born_as(answer.id)
            self.known[told["type"]].append(Known(answer.id, told["text"], told["day"]))
