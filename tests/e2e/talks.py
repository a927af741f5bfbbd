"""Reviews (Review复盘) as the two who sit in them make them over the real API."""

from datetime import date, timedelta
from typing import Any

from api.kit.clock import system_clock
from tests.e2e.stage import Stage, born_id

HIS_WORDS = "老板下午四点以后才在。"


class Talks:
    """Between one host and one person; each of their writes is sent as themselves."""

    def __init__(self, stage: Stage, *, host: str, person: str) -> None:
        self.stage, self.host, self.person = stage, host, person
        self.host_id = str(stage.me(host)["id"])
        self.person_id = str(stage.me(person)["id"])

    def plan(self, *, day: str, starts: str = "16:30") -> str:
        told = {"id": str(born_id()), "kind": "weekly", "person_id": self.person_id}
        told |= {"day": day, "starts": starts}
        planned = self.stage.as_(self.host).post("/reviews", json=told).raise_for_status()
        return str(planned.json()["id"])

    def write(self, review: str) -> None:
        """The three things of whoever is reviewed."""
        three = {"wants": "老板总不在，怎么约", "stuck": HIS_WORDS, "tried": "改下午去，好一点"}
        self._put(self.person, review, "pre-read", {"person": three})

    def answer(self, review: str, key: str, words: str) -> None:
        self._put(self.host, review, f"answers/{key}", {"words": words})

    def promise(self, review: str) -> None:
        due = (date.fromisoformat(self.stage.today) + timedelta(days=7)).isoformat()
        theirs = {"owner_id": self.person_id, "words": "老板类客户都排到四点后"}
        theirs |= {"how_seen": "下周三看有效率", "correction": "method"}
        mine = {"owner_id": self.host_id, "words": "周一给一份守门人话术"}
        mine |= {"how_seen": "周一中午前发到群里"}
        both = [{"id": str(born_id()), "due": due, **one} for one in (theirs, mine)]
        self._put(self.host, review, "commitments", {"promises": both})

    def begin(self, review: str) -> None:
        self._put(self.host, review, "session", {"started_at": system_clock().isoformat()})

    def agree(self, review: str) -> None:
        """Each with their own sign-in, after the talk."""
        self.begin(review)
        told = {"promises_version": 1, "agreed_at": system_clock().isoformat()}
        for login in (self.host, self.person):
            self._put(login, review, "agreement", told)

    def settle_all(self) -> None:
        """What the person promised before, so that what is promised next stands first at the door."""
        rep = self.stage.as_(self.person)
        asked = {"open": "true", "owner": self.person_id, "limit": "100"}
        for one in rep.get("/commitments", params=asked).raise_for_status().json()["items"]:
            told = {"outcome": "kept"}
            rep.put(f"/commitments/{one['id']}/outcome", json=told).raise_for_status()

    def series(self) -> None:
        told = {"kind": "team", "weekday": 5, "starts": "18:00", "starts_on": self.stage.today}
        self.stage.as_(self.host).post("/review-series", json=told)

    def proposed(self) -> str:
        """What a big signature proposes."""
        client = self.stage.client(self.person, "远舟五金")
        rep = self.stage.as_(self.person)
        amount = {"amount_minor": 19_800_000, "currency": "CNY"}
        given = {"client_id": str(client.id), "amount": amount}
        deal = rep.post("/deals", json=given).raise_for_status().json()
        signed = {"signed_on": self.stage.today}
        rep.put(f"/deals/{deal['id']}/signature", json=signed).raise_for_status()
        found = rep.get("/reviews", params={"kind": "deal"}).raise_for_status().json()["items"]
        return str(next(one["id"] for one in found if one["deal"]["id"] == deal["id"]))

    def _put(self, login: str, review: str, what: str, told: dict[str, Any]) -> None:
        path = f"/reviews/{review}/{what}"
        self.stage.as_(login).put(path, json=told).raise_for_status()
