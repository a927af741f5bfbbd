"""Postponing warns and is told to those who help; whatever was postponed, a round is accepted."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from api.drills.evenings import service as evenings
from api.drills.evenings.models import DayPart, PostponeReason
from api.drills.evenings.policy import LATEST_ARRIVAL
from api.drills.evenings.schemas import PostponementNew
from api.kit.store import Store
from tests.builders.world import Cast, HeldClock
from tests.databases import Databases
from tests.drills.by_service import TONIGHT, acting, known, play

EVENING = date(2026, 3, 24)
WHO = ("xiaoman", "qihang")

postponement = st.fixed_dictionaries(
    {
        "who": st.sampled_from(WHO),
        "days_before": st.integers(-1, LATEST_ARRIVAL.days),
        "later_by": st.integers(1, 400),
        "reason": st.sampled_from(PostponeReason),
        "words": st.sampled_from([None, "孩子发烧", "还在路上"]),
        "to_part": st.sampled_from(DayPart),
    }
)
tonight = postponement.map(lambda told: told | {"days_before": 0})


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(postponement, max_size=6), tonight, st.sampled_from(["rep", "boss"]))
def test_whatever_was_postponed_and_however_often_a_round_of_tonight_is_accepted(
    databases: Databases,
    world_as_built: tuple[str, Cast],
    before: list[dict[str, Any]],
    last: dict[str, Any],
    seat: str,
) -> None:
    template, cast = world_as_built
    url = databases.copy_of(template)
    store = Store(url, clock=HeldClock(TONIGHT))
    people = [cast.people[name].id for name in WHO]
    try:
        organisation_id = cast.organisations["lanbridge"].id
        told = store.write_now(postpone_and_play, organisation_id, people, [*before, last], seat)
    finally:
        store.close()
        databases.drop(url)
    assert told == (1, last["reason"])


def postpone_and_play(
    db: Session,
    organisation_id: UUID,
    people: list[UUID],
    told: list[dict[str, Any]],
    seat: str,
) -> tuple[int, PostponeReason | None]:
    """The number of the round, and the reason that still stands for tonight."""
    actors = {name: acting(db, organisation_id, one) for name, one in zip(WHO, people, strict=True)}
    for one in told:
        day = EVENING - timedelta(days=one["days_before"])
        later = {"to_day": day + timedelta(days=one["later_by"])}
        kept = {name: one[name] for name in ("reason", "words", "to_part")}
        given = PostponementNew.model_validate(kept | later)
        evenings.postpone(db, actors[one["who"]], day=day, given=given)
    rep = actors["xiaoman"]
    sheet = known(db, rep, 1)
    [played] = play(db, rep, people[1], [(1, sheet, seat == "boss")])
    moved = evenings.evening(db, actors[told[-1]["who"]], day=EVENING).postponement
    return played.number, moved.reason if moved else None
