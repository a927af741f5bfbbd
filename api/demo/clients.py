"""Lanbridge's 420 clients, each with one rep, 610 contacts, and for 70 of a hundred the name of who decides."""

import random
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import product
from typing import Any

from api.clients.models import Client, ClientOwner, Contact, ContactRole, ExportsNow
from api.demo.ledger import Ledger, born_as, dealt, seeded, words
from api.demo.month import Month
from api.demo.people import CAMP_DAYS, LEAVER, LEAVES_ON, REPS, TAKES_OVER, Cast, Part

CLIENTS, CONTACTS = 420, 610
OF_A_VETERAN, OF_A_NEWCOMER = 26, 16
OLD_ORDERS = (29_800, 59_800)
"""Each experienced rep comes with two clients who signed last month."""
ROLES = {"boss": 0.70, "influencer": 0.10, "user": 0.08, "gatekeeper": 0.08, "unknown": 0.04}
SECOND_ROLES = {"influencer": 0.45, "user": 0.30, "gatekeeper": 0.25}
EXPORTS = {ExportsNow.YES: 0.45, ExportsNow.NO: 0.4, ExportsNow.UNKNOWN: 0.15}
Introduced = tuple[str | None, str | None, str]
"""Name, title and part in the decision; None is made up."""
DECIDERS = (ContactRole.BOSS, ContactRole.INFLUENCER)


@dataclass
class Known:
    """A client and whom we know there; `starts` is the day of the first visit, `told` a client of a story.

    `rep` is the login of who found it, `old_order` what it signed in the month before, in yuan.
    """

    client: Client
    rep: str
    starts: int
    contacts: list[Contact] = field(default_factory=list)
    told: bool = False
    old_order: int | None = None

    @property
    def decider(self) -> Contact | None:
        return next((one for one in self.contacts if one.role in DECIDERS), None)

    @property
    def boss_name(self) -> str:
        return self.decider.name if self.decider else "老板"


@dataclass(frozen=True)
class Wanted:
    """A client to be made up: of a story, a customer of last month, or new on the day it begins."""

    rep: Part
    starts: int
    story: dict[str, Any] | None = None
    old_order: int | None = None


def portfolio(ledger: Ledger, month: Month, cast: Cast) -> dict[str, list[Known]]:
    """Clients by the login of the rep who had them first."""
    wanted = [one for rep in REPS for one in _of(rep)]
    names = iter(_names(len(wanted)))
    chance = seeded("clients")
    made_up_contacts = iter(_hands(chance, [one.story for one in wanted if one.story]))
    found: dict[str, list[Known]] = {rep.login: [] for rep in REPS}
    for one in wanted:
        known = _client(ledger, month, cast, one, next(names))
        _introduce(ledger, known, _told(one.story) if one.story else next(made_up_contacts))
        found[one.rep.login].append(known)
    _leave(ledger, month, cast, found[LEAVER])
    return found


def _of(rep: Part) -> list[Wanted]:
    """Stories first; the rest of a newcomer's clients begin after the camp, a veteran's all through the month."""
    chance = seeded(f"clients of {rep.login}")
    stories = words("stories")["clients"].get(rep.login, [])
    size = OF_A_NEWCOMER if rep.newcomer else OF_A_VETERAN
    if rep.login == LEAVER:
        size += CLIENTS - sum(OF_A_NEWCOMER if one.newcomer else OF_A_VETERAN for one in REPS)
    first_day, last_day = (CAMP_DAYS, LEAVES_ON) if rep.newcomer else (0, 17)
    at_once = size // 2 if rep.newcomer else size // 2 + 2
    starts = [first_day] * at_once
    starts += [
        chance.randint(first_day + 1, last_day) for _ in range(size - at_once - len(stories))
    ]
    customers = [] if rep.newcomer else [Wanted(rep, 0, old_order=amount) for amount in OLD_ORDERS]
    return [
        *(Wanted(rep, first_day, story) for story in stories),
        *customers,
        *(Wanted(rep, day) for day in sorted(starts)[len(customers) :]),
    ]


def _names(size: int) -> list[tuple[str, str]]:
    """Name and industry, every brand once, and none of a story's."""
    given = words("clients")
    chance = seeded("names")
    told = {story["name"] for of_rep in words("stories")["clients"].values() for story in of_rep}
    brands = [first + second for first, second in product(given["first"], given["second"])]
    free = [brand for brand in brands if not any(name.startswith(brand) for name in told)]
    chance.shuffle(free)
    industries = dealt(chance, dict.fromkeys(range(len(given["industries"])), 1), size)
    return [
        (brand + chance.choice(industry["suffixes"]), industry["key"])
        for brand, industry in zip(
            free, (given["industries"][place] for place in industries), strict=False
        )
    ]


def _client(
    ledger: Ledger, month: Month, cast: Cast, wanted: Wanted, made_up: tuple[str, str]
) -> Known:
    given, story = words("clients"), wanted.story
    name, industry = (story["name"], story["industry"]) if story else made_up
    chance = seeded(f"client {name}")
    owner = cast.people[wanted.rep.login]
    days_known = chance.randint(50, 90) if wanted.old_order else chance.randint(0, 12)
    found_at = month.at(max(0, wanted.starts - 1), "08:40") - timedelta(days=days_known)
    found_at = max(found_at, owner.created_at + timedelta(hours=1))
    client = ledger.add(
        Client,
        found_at,
        owner_id=owner.id,
        name="",
        name_search="",
        initials="",
        industry=industry,
        district=chance.choice(given["districts"]),
        size=chance.choice(given["sizes"]),
        exports_now=chance.choices(list(EXPORTS), list(EXPORTS.values()))[0],
        channels=chance.choice(given["channels"]),
        source=chance.choice(given["sources"]),
    )
    client.rename(name)
    client.birth_digest = born_as(client.id)
    ledger.add(ClientOwner, found_at, client_id=client.id, owner_id=owner.id)
    return Known(
        client,
        wanted.rep.login,
        wanted.starts,
        told=story is not None,
        old_order=wanted.old_order,
    )


def _hands(chance: random.Random, stories: list[dict[str, Any]]) -> list[list[Introduced]]:
    """Contacts of the clients that are in no story: as many as are still missing."""
    size = CLIENTS - len(stories)
    more = CONTACTS - size - sum(len(_told(story)) for story in stories)
    first, second = dealt(chance, ROLES, size), dealt(chance, SECOND_ROLES, more)
    second += [None] * (size - more)
    chance.shuffle(second)
    return [
        [(None, None, role) for role in roles if role] for roles in zip(first, second, strict=True)
    ]


def _told(story: dict[str, Any]) -> list[Introduced]:
    boss = [(*story["boss"], "boss")] if "boss" in story else []
    return boss + ([tuple(story["second"])] if "second" in story else [])


def _introduce(ledger: Ledger, known: Known, contacts: list[Introduced]) -> None:
    given = words("clients")
    chance = seeded(f"contacts {known.client.name}")
    for place, (name, title, role) in enumerate(contacts):
        known.contacts.append(
            ledger.add(
                Contact,
                known.client.created_at + timedelta(seconds=40 * place),
                client_id=known.client.id,
                name=name or chance.choice(given["surnames"]) + chance.choice(given["given"]),
                title=title or chance.choice(given["titles"][role]),
                role=ContactRole(role),
            )
        )


def _leave(ledger: Ledger, month: Month, cast: Cast, left: list[Known]) -> None:
    """Clients of the rep who left go to a colleague of the team in one step."""
    moment = month.at(LEAVES_ON, "18:10")
    taking = cast.people[TAKES_OVER]
    ids = {known.client.id for known in left}
    for owned in ledger.of(ClientOwner):
        if owned.client_id in ids:
            owned.owned_until = moment
    for known in left:
        known.client.owner_id, known.client.updated_at = taking.id, moment
        known.client.version += 1
        ledger.add(ClientOwner, moment, client_id=known.client.id, owner_id=taking.id)
