"""The demo company for `alongside demo`: built once, moved to today while nobody has written into it."""

import random
from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from rich.console import Console
from rich.progress import Progress
from rich.table import Table
from sqlmodel import Session

from api.demo import chartwell, lanbridge, loaded
from api.demo.leads import lead_on
from api.demo.ledger import SEED, Ledger, seeded_id
from api.demo.loaded import DemoLoaded, Found
from api.demo.materials import lay_out
from api.demo.month import Month
from api.demo.people import LEAVER, PARTS, REGION, TEAMS
from api.demo.pulse import answered_last_month
from api.demo.reviews import freeze_facts
from api.demo.rivals import freeze_pks
from api.demo.training import teach
from api.kit.clock import now, system_clock
from api.kit.events import publish
from api.kit.files import Files
from api.kit.job import job_of
from api.kit.settings import Settings
from api.kit.store import Store
from api.kit.tokens import Passwords
from api.people.models import Role
from api.people.organisations.service import check_zone, organisation_add
from api.playbook.service import add_defaults

PASSWORD = "alongside"  # noqa: S105 - the demo's password is printed for everybody
ZONE, COUNTRY = "Asia/Shanghai", "CN"
SLUGS = (lanbridge.SLUG, chartwell.SLUG)
WHOLE, MADE, STORED, FROZEN, TAUGHT = 100, 35, 10, 40, 5
"""Hundredths of a loading: the month made in memory, stored, reviews given their facts, classes held; the rest is links."""
IDS_OF_LEADS = 60
IDS_OF_THE_PLAYBOOKS = 130
SETTINGS = {"big_order": {"amount_minor": 9_000_000, "currency": "CNY"}, "topic_heard": 11}
"""Big orders begin a little lower than usual, so that a month has several (domain.md §9); a team hears a hundred
objections a week, so that a topic takes more of them than usual."""

ROLES = {
    Role.REP: "rep 销售员",
    Role.MANAGER: "manager 主管",
    Role.REGIONAL_MANAGER: "regional manager 大区经理",
    Role.TRAINER: "trainer 训练官",
    Role.ADMIN: "admin 管理员",
}

Tell = Callable[[float], None]
"""Is told of each part of the loading once it is done, in hundredths of the whole."""


def prepare(
    settings: Settings, *, zone: str = ZONE, clock: Callable[[], datetime] = system_clock
) -> None:
    """Builds the demo, or moves an untouched one to today; one that people have written into is left alone.

    Its company lives in the IANA zone `zone`; ZoneUnknown when there is none of that name.
    """
    check_zone(zone)
    console = Console(stderr=True, highlight=False)
    store = Store(settings.database_url, clock=clock)
    try:
        there = store.read_now(loaded.found, SLUGS)
        if there is not None and not there.is_demo:
            console.print("A company of the demo's name is here already; nothing was loaded.")
        elif there is not None and there.touched:
            console.print("The demo company has been written into; it is left as it is.")
        elif there is None or not store.read_now(_is_current, there, zone):
            files = Files(settings.files_folder)
            _build_in_sight(store, console, zone=zone, instead_of=there, files=files)
    finally:
        store.close()


def build(
    db: Session,
    *,
    password_hash: str,
    zone: str,
    instead_of: Found | None,
    files: Files,
    tell: Tell,
) -> None:
    """One transaction: a start that is broken off leaves the demo of before, or none."""
    if instead_of is not None:
        loaded.take_away(db, instead_of.organisation_ids)
    month = Month.ending(now(db), zone=zone, country=COUNTRY)
    _ids_from_the_seed(db)
    first, second = (
        organisation_add(
            db,
            slug=part.SLUG,
            name=part.NAME,
            zone=zone,
            country=COUNTRY,
            settings=SETTINGS,
            demo=True,
        )
        for part in (lanbridge, chartwell)
    )
    for company in (first, second):
        add_defaults(db, company.id)
    ledgers = (
        lanbridge.lanbridge(db, month, first.id, password_hash=password_hash),
        chartwell.chartwell(month, second.id, password_hash=password_hash),
    )
    tell(MADE)
    _write(db, ledgers, tell)
    freeze_facts(db, first.id, month, frozen=lambda share: tell(FROZEN * share))
    freeze_pks(db, first.id)
    teach(db, first.id, month)
    lay_out(db, first.id, files)
    tell(TAUGHT)
    answered_last_month(db, first.id, month.today)
    _lead_on(db, first.id)
    ids = (first.id, second.id)
    fact = DemoLoaded(month.today, loaded.EDITION, loaded.content(db, ids))
    for company_id in ids:
        publish(db, company_id, fact)
    tell(WHOLE - MADE - STORED - FROZEN - TAUGHT)


def who_can_sign_in(settings: Settings) -> str:
    """A table for the terminal: names, logins, and the one password."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("name", "sign in as", "role", "team"):
        table.add_column(heading, no_wrap=True)
    teams = {key: f"{en} {zh}" for key, zh, en in (REGION, *TEAMS)}
    for part in PARTS:
        if part.login != LEAVER:
            newcomer = " · newcomer 新人" if part.newcomer else ""
            table.add_row(
                f"{part.name} {part.latin_name}",
                part.login,
                ROLES[part.role] + newcomer,
                teams.get(part.team or "", ""),
            )
    for login, family_name, given_name, latin_name, role in chartwell.PEOPLE:
        name = f"{family_name}{given_name} {latin_name}"
        table.add_row(name, login, ROLES[role], f"{chartwell.NAME} Chartwell")
    console = Console(width=100, highlight=False)
    with console.capture() as shown:
        console.print(table)
        console.print(
            f"\nEverybody's password is {PASSWORD}. Open http://{settings.host}:{settings.port}"
        )
    return shown.get()


def _build_in_sight(
    store: Store, console: Console, *, zone: str, instead_of: Found | None, files: Files
) -> None:
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("Building the demo company", total=WHOLE)
        store.write_now(
            build,
            password_hash=Passwords().hash(PASSWORD),
            zone=zone,
            instead_of=instead_of,
            files=files,
            tell=lambda part: progress.advance(task, part),
        )
    console.print("The demo company is ready; its month ends today.")


def _is_current(db: Session, there: Found, zone: str) -> bool:
    month = Month.ending(now(db), zone=zone, country=COUNTRY)
    return (there.day, there.edition, there.zone) == (month.today, loaded.EDITION, zone)


def _ids_from_the_seed(db: Session) -> None:
    """The services called here take the job's ids; these make them the same at every loading."""
    chance = random.Random(f"{SEED} organisations")
    job = job_of(db)
    job.ids[:] = [seeded_id(chance, now(db)) for _ in range(IDS_OF_THE_PLAYBOOKS)]


def _lead_on(db: Session, organisation_id: UUID) -> None:
    """With ids of the seed, too; what the month has seen long ago is no news of today."""
    job, chance = job_of(db), random.Random(f"{SEED} leads")
    job.ids[job.taken :] = [seeded_id(chance, now(db)) for _ in range(IDS_OF_LEADS)]
    known = len(job.facts)
    lead_on(db, organisation_id)
    del job.facts[known:]


def _write(db: Session, ledgers: Sequence[Ledger], tell: Tell) -> None:
    rows = sum(ledger.count() for ledger in ledgers)
    for ledger in ledgers:
        ledger.write(db, written=lambda some: tell(STORED * some / rows))
