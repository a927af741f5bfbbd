"""Client sheets (客户分析), written by the client's rep before an evening, with four answers or fewer."""

import random
from collections import defaultdict
from datetime import datetime
from typing import Any
from uuid import UUID

from api.clients.models import ClientSheet, missing
from api.demo.clients import Known
from api.demo.ledger import Ledger, born_as, seeded, words
from api.demo.month import Month
from api.demo.people import LEAVER, LEAVES_ON, Cast
from api.demo.playbook import Playbook
from api.demo.visits import Told, minor

UNKNOWN_SHARE = 0.18
GUESSED_SHARE = 0.6
"""How often a rep who sits down to prepare expects what the client will really say."""
MOST_GUESSED = 2
Said = tuple[str, str, str]
"""Kind of objection, the client's words, and the answer planned."""


class Desk:
    """Writes versions of sheets; remembers the newest of each client and what was heard there."""

    def __init__(self, ledger: Ledger, month: Month, cast: Cast, playbook: Playbook) -> None:
        self.ledger = ledger
        self.month = month
        self.cast = cast
        self.playbook = playbook
        self.chance = seeded("sheets")
        self.newest: dict[UUID, ClientSheet] = {}
        self.heard: dict[UUID, list[tuple[int, str, str]]] = defaultdict(list)
        self.clients: dict[str, Known] = {}

    def listen(self, told: list[Told]) -> None:
        for one in told:
            self.clients[one.stop.known.client.name] = one.stop.known
            for key, said in one.stop.heard:
                self.heard[one.visit.client_id].append((one.stop.day, key, said))

    def write_stories(self, day: int) -> None:
        for story in words("stories")["sheets"]:
            if story["day"] == day:
                moment = self.month.happened(day, story["wall"])
                known = self.clients[story["client"]]
                self._write(known, day, moment, self._told(story, moment))

    def ready(self, known: Known, day: int, moment: datetime) -> ClientSheet:
        """The newest sheet with four answers, or a new one written just before they play."""
        newest = self.newest.get(known.client.id)
        if newest is not None and not missing(newest.content):
            return newest
        return self.prepare(known, day, moment, complete=True)

    def prepare(self, known: Known, day: int, moment: datetime, *, complete: bool) -> ClientSheet:
        """A sheet made of what the client has said so far."""
        of_client = self.heard[known.client.id]
        heard = [(key, said) for on, key, said in of_client if on <= day]
        guessed = [key for on, key, _ in of_client if on == day + 1]
        guessed = [key for key in guessed if self.chance.random() < GUESSED_SHARE]
        content = self._made_up(known, day, moment, heard, guessed)
        if not complete:
            self._tear(content)
        return self._write(known, day, moment, content)

    def _write(
        self, known: Known, day: int, moment: datetime, content: dict[str, Any]
    ) -> ClientSheet:
        before = self.newest.get(known.client.id)
        leaver = known.rep == LEAVER and day <= LEAVES_ON
        sheet = self.ledger.add(
            ClientSheet,
            moment,
            client_id=known.client.id,
            number=1 if before is None else before.number + 1,
            author_id=self.cast.people[LEAVER].id if leaver else known.client.owner_id,
            content=content,
            birth_digest=b"",
        )
        sheet.birth_digest = born_as(sheet.id)
        self.newest[known.client.id] = sheet
        return sheet

    def _made_up(
        self,
        known: Known,
        day: int,
        moment: datetime,
        heard: list[tuple[str, str]],
        guessed: list[str],
    ) -> dict[str, Any]:
        given, chance = words("sheets"), self.chance
        expected = _expected(chance, heard, guessed)
        decider = chance.choice(given["deciders"]).format(boss=known.boss_name)
        unknown = known.decider is None
        return {
            "decider": {"text": "" if unknown else decider, "unknown": unknown},
            "situation": _text(chance.choice(given["situations"])),
            "objections": self._objections(
                [(key, said, self._answer(key, day)) for key, said in expected], moment
            ),
            "competitors": self._competitors(moment),
            "goal": chance.choice(given["goals"]),
            "amount": None,
            "fall_back": chance.choice(given["fall_backs"]),
        }

    def _answer(self, key: str, day: int) -> str:
        """Often what a colleague has found, else the playbook's first line."""
        found = self.playbook.choose(key, day)
        return self.playbook.first(key) if found is None else found.text

    def _answer_id(self, key: str, answer: str) -> str | None:
        found = self.playbook.answer_id(key, answer)
        return None if found is None else str(found)

    def _tear(self, content: dict[str, Any]) -> None:
        """Somebody began it and was called away."""
        empty = {"situation": _text(""), "competitors": {"items": [], "unknown": False}}
        for part in self.chance.sample(sorted(empty), self.chance.randint(1, 2)):
            content[part] = empty[part]

    def _told(self, story: dict[str, Any], moment: datetime) -> dict[str, Any]:
        """As a story gives it: an empty text is not answered, null competitors are to be asked for."""
        amount = story["amount"]
        named = story["competitors"]
        return {
            "decider": _text(story["decider"]),
            "situation": _text(story["situation"]),
            "objections": self._objections([tuple(one) for one in story["objections"]], moment),
            "competitors": {"items": self._named(named or [], moment), "unknown": named is None},
            "goal": story["goal"],
            "amount": amount and {"amount_minor": minor(amount), "currency": "CNY"},
            "fall_back": story["fall_back"],
        }

    def _objections(self, said: list[Said], moment: datetime) -> dict[str, Any]:
        items = [
            {
                "id": str(self.ledger.new_id(moment)),
                "type_key": key,
                "words": told,
                "answer": answer,
                "answer_id": self._answer_id(key, answer),
            }
            for key, told, answer in said
        ]
        return {"items": items, "unknown": False}

    def _competitors(self, moment: datetime) -> dict[str, Any]:
        if self.chance.random() < UNKNOWN_SHARE:
            return {"items": [], "unknown": True}
        name, claims = self.chance.choice(list(words("sheets")["claims"].items()))
        return {
            "items": self._named([(name, self.chance.choice(claims))], moment),
            "unknown": False,
        }

    def _named(self, named: list[tuple[str, str]], moment: datetime) -> list[dict[str, str]]:
        return [
            {"id": str(self.ledger.new_id(moment)), "name": name, "claim": claim}
            for name, claim in named
        ]


def _expected(
    chance: random.Random, heard: list[tuple[str, str]], guessed: list[str]
) -> list[tuple[str, str]]:
    """What the rep guesses rightly, the newest the client said, and one most clients say."""
    usual = words("visits")["objections"]
    expected = {key: chance.choice(usual[key]) for key in guessed[:MOST_GUESSED]}
    for key, said in heard[-1:-3:-1]:
        if len(expected) < MOST_GUESSED:
            expected.setdefault(key, said)
    for key in chance.sample(("price", "thinking", "noresult", "staff"), 2):
        if len(expected) < 2:
            expected.setdefault(key, chance.choice(usual[key]))
    return list(expected.items())


def _text(text: str) -> dict[str, Any]:
    return {"text": text, "unknown": False}
