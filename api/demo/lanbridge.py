"""澜桥出海 Lanbridge: its people, clients and month, put together in the order things happened."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlmodel import Session, col, select

from api.demo.afterwards import Afterwards
from api.demo.clients import portfolio
from api.demo.deals import Selling
from api.demo.drills import Stage
from api.demo.evenings import evenings_of_the_month
from api.demo.glass_wall import looks
from api.demo.goals import Agreeing
from api.demo.help_requests import Helping
from api.demo.interviews import Interviews
from api.demo.kick_offs import kick_offs_of_the_month
from api.demo.ledger import Ledger, seeded
from api.demo.month import TODAY, WORKED, Month
from api.demo.outcomes import decide
from api.demo.own_evenings import own_evenings
from api.demo.people import Cast, gather
from api.demo.playbook import Playbook
from api.demo.reminders import Reminding
from api.demo.reviews import Reviews
from api.demo.rides import Rides
from api.demo.rivals import Rivals
from api.demo.schedule import stops_of_the_month
from api.demo.shares import Sharing
from api.demo.sheets import Desk
from api.demo.visits import Told, told_visits
from api.playbook.models import Behaviour, Skill

SLUG, NAME = "lanbridge", "澜桥出海"
SHEET_SHARE, COMPLETE_SHARE = 0.09, 0.75
"""How often a rep sits down and prepares a sheet after a visit, and how often all four answers come of it."""
DRILLED_SKILL = "objections"


def lanbridge(db: Session, month: Month, organisation_id: UUID, *, password_hash: str) -> Ledger:
    """Everything the company has; its playbook is already stored."""
    ledger = Ledger(organisation_id, area=SLUG)
    cast = gather(ledger, month, password_hash=password_hash)
    stops = stops_of_the_month(portfolio(ledger, month, cast))
    decide(stops)
    told = told_visits(ledger, month, cast, stops)
    Selling(ledger, month).follow(told)
    playbook = Playbook(db, ledger, month, cast)
    desk = Desk(ledger, month, cast, playbook)
    stage = Stage(ledger, month, cast, desk, _behaviours(db, organisation_id))
    desk.listen(told)
    stage.announce(told)
    _prepare_and_play(desk, stage, month, told)
    own_evenings(ledger, month, cast)
    Helping(ledger, month, cast).help_each_other(told)
    afterwards = Afterwards(ledger, month)
    afterwards.look_back(told)
    afterwards.bring_back(told)
    playbook.count()
    playbook.tips()
    Rides(ledger, month, cast).ride(told)
    _agree_and_share(ledger, month, cast, playbook, told)
    _meet_and_talk(ledger, month, cast)
    Reminding(ledger, month, cast).remind()
    looks(ledger, month, cast)
    return ledger


def _agree_and_share(
    ledger: Ledger, month: Month, cast: Cast, playbook: Playbook, told: list[Told]
) -> None:
    """The weeks that are over are told with the figures that were agreed."""
    agreeing = Agreeing(ledger, month, cast)
    agreeing.agree()
    kick_offs_of_the_month(ledger, month, cast, told)
    Sharing(ledger, month, cast, playbook, told).tell(agreeing)


def _meet_and_talk(ledger: Ledger, month: Month, cast: Cast) -> None:
    Rivals(ledger, month, cast).compete()
    Interviews(ledger, month, cast).meet()
    Reviews(ledger, month, cast).hold()


def _prepare_and_play(desk: Desk, stage: Stage, month: Month, told: list[Told]) -> None:
    """Day by day: sheets written after visits, then the evening."""
    chance = seeded("preparing")
    evenings = evenings_of_the_month(stage.has_something)
    for day in range(WORKED):
        desk.write_stories(day)
        visited = [one for one in told if one.stop.day == day and one.stop.told is None]
        for number, one in enumerate(visited):
            if one.stop.done and one.stop.outcome != "lost" and chance.random() < SHEET_SHARE:
                moment = month.at(day, "17:20") + timedelta(seconds=20 * number)
                complete = chance.random() < COMPLETE_SHARE
                desk.prepare(one.stop.known, day, moment, complete=complete)
        for evening in evenings:
            if evening.day == day:
                stage.play(evening)
    desk.write_stories(TODAY)


def _behaviours(db: Session, organisation_id: UUID) -> Sequence[UUID]:
    """What partners tick in a round, in the playbook's order."""
    statement = (
        select(col(Behaviour.id))
        .join(Skill, col(Skill.id) == col(Behaviour.skill_id))
        .where(col(Behaviour.organisation_id) == organisation_id)
        .where(col(Skill.organisation_id) == organisation_id, col(Skill.key) == DRILLED_SKILL)
        .order_by(col(Behaviour.position))
    )
    return db.exec(statement).all()
