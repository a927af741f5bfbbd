"""The visibility table (design, "Who sees what"): what one person reads of another, route by route.

A row is a live GET route, or a part of its answer ("drills.get_round:ticks"). A column says who the reader is
to the owner of the record. `y`: it is there. `t`: it is there for those who work in the owner's team. `-`: 404
where the address names the record, else it is not in the answer.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import httpx

from tests.builders.world import World
from tests.contract.live import route
from tests.visibility.records import LEADERS, OWNERS, Records

COLUMNS = (
    "own",
    "mentor",
    "manager",
    "partner",
    "partner's manager",
    "teammate",
    "other team",
    "region",
    "trainer",
    "admin",
    "stranger",
)

# The word of `records` that must be in the answer, then one mark for each column.
#                                          own  ment man  part p.m. team oth  reg  trai admi str
TABLE = """
people.get                       person    y    -    y    -    -    -    -    -    -    y    -
people.list:left                 left      -    -    y    -    -    -    -    -    -    y    -
people.list:invited              invited   -    -    y    -    -    -    -    -    -    y    -
me.get                           login     y    -    -    -    -    -    -    -    -    -    -
me.access_log                    reading   y    -    -    -    -    -    -    -    -    -    -
clients.list                     client    y    y    y    -    -    -    -    -    -    -    -
clients.read                     client    y    y    y    -    -    -    -    -    -    -    -
clients.read_sheet               sheet     y    y    y    -    -    -    -    -    -    -    -
clients.list_sheet_versions      sheet     y    y    y    -    -    -    -    -    -    -    -
clients.competitor_notes         competitor y   y    y    -    -    -    -    -    -    -    -
deals.list                       deal      y    y    y    -    -    -    -    -    -    -    -
deals.get                        deal      y    y    y    -    -    -    -    -    -    -    -
visits.list                      done      y    y    y    -    -    -    -    -    -    -    -
visits.list:planned              planned   y    y    y    -    -    -    -    -    -    -    -
visits.get                       done      y    y    y    -    -    -    -    -    -    -    -
visits.hear_voice_note           voice     y    y    y    -    -    -    -    -    -    -    -
drills.list                      drill     y    y    y    y    y    -    -    -    -    -    -
drills.get                       drill     y    y    y    y    y    -    -    -    -    -    -
drills.get:round                 round     y    y    y    y    y    -    -    -    -    -    -
drills.get:ticks                 tick      y    -    -    -    -    -    -    -    -    -    -
drills.get_round                 round     y    y    y    y    y    -    -    -    -    -    -
drills.get_round:ticks           tick      y    y    y    y    -    -    -    -    -    -    -
drills.deck                      planned   y    -    -    -    -    -    -    -    -    -    -
drills.evening:reflection        reflection y   -    -    -    -    -    -    -    -    -    -
drills.get_reality_check         check     y    y    y    -    -    -    -    -    -    -    -
today.get                        note      y    -    -    -    -    -    -    -    -    -    -
today.get:help                   request   y    -    y    -    -    -    -    -    -    -    -
today.get:team                   to_team   y    y    y    t    -    y    -    -    -    -    -
today.help_request               request   y    y    y    -    -    -    -    -    -    -    -
today.help_request:sheet         sheet     y    y    y    -    -    -    -    -    -    -    -
help_requests.list               request   y    y    y    -    -    -    -    -    -    -    -
help_requests.list:personal      personal  y    -    y    -    -    -    -    -    -    -    -
help_requests.list:team          to_team   y    y    y    t    -    y    -    -    -    -    -
help_requests.get                request   y    y    y    -    -    -    -    -    -    -    -
help_requests.hear_voice_note    asking    y    y    y    -    -    -    -    -    -    -    -
today.ride_along                 done      y    -    y    -    -    -    -    -    -    -    -
today.team                       planned   -    y    y    -    -    -    -    -    -    -    -
today.team:help                  done      -    y    y    -    -    -    -    -    -    -    -
today.region                     team      -    -    -    -    -    -    -    y    -    -    -
today.region:person              person    -    -    -    -    -    -    -    -    -    -    -
today.field                      new       -    -    -    -    -    -    -    -    y    -    -
today.field:client               client    -    -    -    -    -    -    -    -    -    -    -
today.my_evening                 done      y    -    -    -    -    -    -    -    -    -    -
today.team_evening               person    -    y    y    -    -    -    -    -    -    -    -
today.kick_off                   planned   y    y    y    t    -    y    -    -    -    -    -
today.kick_off:thanks            thanks    y    y    y    t    -    y    -    -    -    -    -
answers.get                      answer    y    y    y    y    y    y    y    y    y    y    -
answers.uses:visit               done      y    y    y    -    -    -    -    -    -    -    -
shares.list                      share     y    y    y    t    -    y    -    -    -    -    -
shares.get                       share     y    y    y    t    -    y    -    -    -    -    -
shares.hear_voice_note           aloud     y    y    y    t    -    y    -    -    -    -    -
rivalries.list                   rivalry   y    -    -    -    -    -    -    -    -    -    -
rivalries.get                    rivalry   y    -    -    -    -    -    -    -    -    -    -
rivalries.wall                   wall      y    y    y    t    -    y    -    -    -    -    -
pair_interviews.list             interview y    -    -    -    -    -    -    -    -    -    -
pair_interviews.get              interview y    -    -    -    -    -    -    -    -    -    -
pair_interviews.get:worksheet    worksheet y    -    -    -    -    -    -    -    -    -    -
shares.list:begun                begun     y    -    -    -    -    -    -    -    -    -    -
shares.list:offered              offered   y    y    y    t    -    y    -    -    y    -    -
cases.draft                      lesson    -    -    y    -    -    -    -    -    -    -    -
cases.list                       case      y    y    y    y    y    y    y    y    y    -    -
cases.get                        case      y    y    y    y    y    y    y    y    y    -    -
cases.get:share                  share     y    y    y    t    -    y    -    -    -    -    -
cases.get:uses                   use       y    -    -    -    -    -    -    -    -    -    -
me.tries                         try       y    -    -    -    -    -    -    -    -    -    -
me.tried                         tried     y    -    -    -    -    -    -    -    -    -    -
me.case_uses                     case      y    -    -    -    -    -    -    -    -    -    -
commitments.list                 commitment y   y    y    -    -    -    -    -    -    -    -
commitments.get                  commitment y   y    y    -    -    -    -    -    -    -    -
commitments.evidence             done      y    y    y    -    -    -    -    -    -    -    -
goals.list                       goal      y    y    y    -    -    -    -    -    -    -    -
goals.get                        goal      y    y    y    -    -    -    -    -    -    -    -
goals.rows                       done      y    y    y    -    -    -    -    -    -    -    -
goals.awaiting                   goal      -    -    y    -    -    -    -    -    -    -    -
rewards.list                     thanks    y    y    y    t    -    y    -    -    -    -    -
people.forecast                  deal      y    y    y    -    -    -    -    -    -    -    -
people.loops                     person    y    y    y    -    -    -    -    -    -    -    -
people.promises                  commitment y   y    y    -    -    -    -    -    -    -    -
reviews.list                     review    y    y    y    -    -    -    -    -    -    -    -
reviews.get                      review    y    y    y    -    -    -    -    -    -    -    -
reviews.read_agreement           person    y    y    y    -    -    -    -    -    -    -    -
reviews.get:preparation          preparation - -  y    -    -    -    -    -    -    -    -
review_series.list               series    y    -    y    -    -    -    -    -    -    -    -
ride_alongs.list                 ride_along y   y    y    -    -    -    -    -    -    -    -
ride_alongs.get                  ride_along y   y    y    -    -    -    -    -    -    -    -
ride_alongs.get:debrief          change    y    y    y    -    -    -    -    -    -    -    -
ride_alongs.get:moment           moment    y    -    y    -    -    -    -    -    -    -    -
ride_alongs.get:rescue           rescue    -    -    y    -    -    -    -    -    -    -    -
ride_alongs.hear_voice_line      said      y    -    y    -    -    -    -    -    -    -    -
ladder.get                       person    y    y    y    -    -    -    -    -    -    -    -
me.growth                        person    y    -    -    -    -    -    -    -    -    -    -
people.growth                    person    y    y    y    -    -    -    -    -    -    -    -
sessions.list                    session   y    y    y    y    -    y    -    -    y    -    -
sessions.get                     session   y    y    y    y    -    y    -    -    y    -    -
sessions.get:evidence            evidence  y    y    y    y    -    -    -    -    -    -    -
sessions.get:missed              missed    y    y    y    -    -    -    -    -    y    -    -
sessions.get_material            material  y    y    y    y    -    y    -    -    y    -    -
sessions.read_file               filed     y    y    y    y    -    y    -    -    y    -    -
camps.list                       camp      y    y    y    -    -    -    -    -    y    -    -
me.camp                          handed_in y    -    -    -    -    -    -    -    -    -    -
camps.get                        handed_in y    y    y    -    -    -    -    -    y    -    -
people.coverage                  person    y    y    y    -    -    -    -    -    y    -    -
teams.coverage                   person    -    -    y    -    -    -    -    -    y    -    -
training_series.list             training_series y y y  t    -    y    -    -    y    -    -
training_plans.list              plan      y    y    y    t    -    y    -    -    y    -    -
training_plans.get               plan      y    y    y    t    -    y    -    -    y    -    -
certifications.list              certification y y y -    -    -    -    -    y    -    -
certifications.get               certification y y y -    -    -    -    -    y    -    -
certifications.get:marks         marked    y    -    y    -    -    -    -    -    -    -    -
topic_proposals.list             proposal  y    y    y    t    -    y    -    -    y    -    -
today.organisation               invited   -    -    y    -    -    -    -    -    -    y    -
today.origin                     done      y    -    -    -    -    -    -    -    -    -    -
today.origin:client              client    -    y    y    -    -    -    -    -    -    -    -
today.origin:drill               drill     y    y    y    y    y    -    -    -    -    -    -
today.origin:goal                goal      y    y    y    -    -    -    -    -    -    -    -
today.origin:review              review    y    y    y    -    -    -    -    -    -    -    -
today.origin:request             request   y    y    y    -    -    -    -    -    -    -    -
today.waiting                    asked     -    -    y    -    -    -    -    -    -    -    -
reminders.list                   reminder  y    -    -    -    -    -    -    -    -    -    -
reminders.settings               off       y    -    -    -    -    -    -    -    -    -    -
robots.list                      robot     -    -    y    -    -    -    -    -    -    y    -
robots.get                       robot     -    -    y    -    -    -    -    -    -    y    -
"""
ASKED_WITH = {
    "people.list:left": "state=disabled",
    "people.list:invited": "state=invited",
    "drills.list": "person={person}",
    "shares.list:begun": "state=prompted",
    "today.origin": "kind=visit&id={visit}",
    "today.origin:client": "kind=visit&id={visit}",
    "today.origin:drill": "kind=round&id={round}",
    "today.origin:goal": "kind=goal&id={goal}",
    "today.origin:review": "kind=review&id={review}",
    "today.origin:request": "kind=help_request&id={request}",
    "today.kick_off": "day=2026-03-25",
}
"""Lists that show what the table speaks of only when asked for it."""

OF_ONE_ROLE = {
    "today.region": "regional managers",
    "today.field": "trainers",
}
"""Homes that the other roles do not have: their address names nobody, so it answers 403 instead of 404."""

SHARED = {
    "people.list": "names are a directory of the whole organisation",
    "mentor_pairs.list": "everybody may know who learns from whom",
    "organisation.get": "evening hours, grades and zone are everybody's",
    "organisation.calendar": "which days are worked is everybody's",
    "teams.list": "the teams are part of the directory",
    "playbook.read": "one playbook for all of the organisation",
    "answers.list": "one playbook for all of the organisation",
    "review_questions.read": "everybody may read beforehand what is asked",
    "camp_template.read": "everybody may read what the five days of a camp hold",
    "certification_template.read": "everybody may read beforehand what the marks look like",
    "products.list": "what the organisation sells",
    "effective_visit_rules.list": "whoever is measured may read the measure",
}
NOT_LISTED = {
    "people.get": "who belongs to the organisation is no record of what they do",
    "people.list": "who belongs to the organisation is no record of what they do",
    "clients.list": "a directory of companies; opening one is listed",
    "clients.competitor_notes": "what the company learned about others who sell; of this client nothing is in it",
    "today.region": "counts and trends, and no person in them",
    "today.field": "what clients say and who is new, and nothing anybody did",
    "today.organisation": "who has not joined yet",
    "answers.get": "one playbook for all of the organisation",
    "shares.list": "told to the team to be read",
    "shares.get": "told to the team to be read",
    "shares.hear_voice_note": "told to the team to be heard",
    "cases.draft": "told to the team to be read; the draft is made from it",
    "cases.list": "a case is there for the whole company",
    "cases.get": "a case is there for the whole company",
    "today.kick_off": "told to the team to be read at its kick-off",
    "rewards.list": "thanks are told to the team",
    "rivalries.wall": "those who have the PK let the team know of it",
    "help_requests.list": "what is asked of the whole team is there to be read; the rest is listed",
    "today.get": "what is asked of the whole team is there to be read",
    "robots.list": "which groups hear reminders; nobody's own",
    "robots.get": "which groups hear reminders; nobody's own",
    "sessions.list": "a class is its team's",
    "sessions.get": "a class is its team's; whose practice is read in it is told, tests/training/test_sessions.py holds it",
    "sessions.get_material": "laid out for a class to be read",
    "sessions.read_file": "laid out for a class to be read",
    "training_series.list": "when a team has its class; nobody's own",
    "training_plans.list": "what a team is to learn; nobody's own",
    "training_plans.get": "what a team is to learn; nobody's own",
    "topic_proposals.list": "told to the team; who votes is told to nobody",
    "reviews.list": "when two people talk; opening a review is listed",
    "reviews.read_agreement": "whose tap a screen waits for, and no word of the talk",
    "today.origin": "that a record is there; opening it is listed",
    "today.waiting": "where the next step is one's own; opening what it leads to is listed",
}
"""Rows whose reading is listed to nobody, and why it is nobody's own."""

NOBODYS = {
    "me.export": "one's own record as an archive; tests/today/test_export.py holds what is in it",
    "cases.suggested": "cases of everybody for a visit of one's own; tests/today/test_suggested_cases.py",
    "pulse.get": "counts of teams, and whether it is one's own turn; tests/pulse holds who reads which",
    "reviews.counts": "counts of teams; tests/reviews/test_counts.py holds who may ask",
    "pair_interviews.counts": "counts of teams; tests/shares/test_pair_interviews.py holds who may ask",
    "drills.calibration": "counts of whoever asks, and of nobody else; no address names a person",
    "help_requests.rising": "counts of a team or region; tests/help_requests/test_rising.py holds who may ask",
    "push.key": "the server's public key, the same for every phone of every company",
    "drills.hit_rate": "counts of a team; tests/drills/test_reality_checks.py holds who may ask",
}
WITHOUT_SIGNING_IN = {
    "health.lives": "asked by the machine that watches the process; tells nothing",
    "health.ready": "asked by the machine that watches the process; tells nothing",
}
TODAY = "2026-03-24"
SIDES = {"sumin": "trainer", "admin": "admin", "liqun": "region"}
MENTORS = {"xiaoman": "hanxue"}
PARTNERS = {"xiaoman": "qihang", "qihang": "dinglei", "dinglei": "qihang"}
GULL = ("xiaoman", "hanxue", "qihang", "hejing")
READERS = (*GULL, "dinglei", "zhaohui", "liqun", "sumin", "admin")
STRANGERS = ("stranger", "stranger_manager", "stranger_admin")


@dataclass(frozen=True)
class Row:
    name: str
    word: str
    seen_by: frozenset[str]
    in_the_team: frozenset[str]

    @property
    def operation(self) -> str:
        return self.name.partition(":")[0]

    def is_seen(self, reader: str, owner: str) -> bool:
        column = column_of(reader, owner)
        beside = reader in GULL and owner in GULL
        return column in self.seen_by or (column in self.in_the_team and beside)


def rows() -> list[Row]:
    parsed = []
    for line in TABLE.strip().splitlines():
        name, word, *marks = line.split()
        marked = dict(zip(COLUMNS, marks, strict=True))
        parsed.append(Row(name, word, columns(marked, "y"), columns(marked, "t")))
    return parsed


def columns(marked: dict[str, str], mark: str) -> frozenset[str]:
    return frozenset(column for column, found in marked.items() if found == mark)


def column_of(reader: str, owner: str) -> str:
    """Who the reader is to the owner: the nearest that fits."""
    nearest = {
        "own": reader == owner,
        "mentor": MENTORS.get(owner) == reader,
        "manager": LEADERS[owner] == reader,
        "partner": PARTNERS[owner] == reader,
        "partner's manager": LEADERS[PARTNERS[owner]] == reader,
        "stranger": reader in STRANGERS,
        "teammate": owner in GULL and reader in GULL,
        "other team": reader not in SIDES,
    }
    return next((column for column, fits in nearest.items() if fits), "") or SIDES[reader]


async def red_rows(world: World, records: Records) -> AsyncIterator[str]:
    """Every cell of the table that is not so: "deals.get of qihang, read by hanxue (teammate): is there"."""
    for reader in (*READERS, *STRANGERS):
        screen = Screen(world.as_(reader))
        for row in rows():
            for owner in OWNERS:
                answer = await screen.open(address(row, records, owner))
                seen = row.is_seen(reader, owner)
                fault = fault_of(answer, row, records[owner, row.word], seen=seen)
                if fault is not None:
                    column = column_of(reader, owner)
                    yield f"{row.name} of {owner}, read by {reader} ({column}): {fault}"


class Screen:
    """What one reader opens; several rows look at the same answer."""

    def __init__(self, device: httpx.AsyncClient) -> None:
        self.device = device
        self.answers: dict[str, httpx.Response] = {}

    async def open(self, where: str) -> httpx.Response:
        if where not in self.answers:
            self.answers[where] = await self.device.get(where)
        return self.answers[where]


def fault_of(answer: httpx.Response, row: Row, mark: str, *, seen: bool) -> str | None:
    """What differs from the table. A part may be missing from an answer that is otherwise allowed."""
    by_address, part = "{" in route(row.operation).path, ":" in row.name
    if by_address and not seen and answer.status_code == 404:
        return None
    if row.operation in OF_ONE_ROLE and not seen and answer.status_code == 403:
        return None
    if answer.status_code != 200:
        return f"answered {answer.status_code}"
    if by_address and not seen and not part:
        return "answered 200 instead of 404"
    there = mark in answer.text
    return None if there is seen else f"is {'there' if there else 'missing'}"


def address(row: Row, records: Records, owner: str) -> str:
    words = (
        *("person", "client", "deal", "drill", "round", "answer", "share", "case"),
        *("request", "voice_note", "recording", "commitment", "goal", "review"),
        *("ride_along", "line", "sound", "robot", "rivalry", "interview", "session", "plan"),
        "material",
        *("certification", "camp", "team"),
    )
    ids = {word: records[owner, word] for word in words} | {"visit": records[owner, "done"]}
    named = {f"{word}_id": found for word, found in ids.items()}
    named |= {"note_id": records[owner, "note"]}
    if row.operation == "shares.hear_voice_note":
        # A tip has no parts to tell aloud.
        named["share_id"] = records[owner, "told_share"]
    path = route(row.operation).path.format(**named, day=TODAY)
    asked = ASKED_WITH.get(row.name)
    return f"{path}?{asked.format(**ids)}" if asked else path
