"""Ride-alongs: days, visits with their rungs, notes of the way, debriefs, the ladder.

The deck learns of replays, a visit on which ride-along it took place, organisations the order of their rungs.

Revision: 0020, after 0019.
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

from api.kit.checks import allow, forbid
from api.kit.rows import RecordId
from api.kit.tables import a_moment, an_id, check, make_index, make_table, refers, unique

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

RUNGS = ("tell", "show", "tell_back", "do")
USUAL_ORDER = list(RUNGS)
TAGS = ("opened", "asked", "heard", "answered", "closed", "other")
WHY_RESCUED = ("stuck", "wrong_promise", "client_leaving", "too_early", "other")
CORRECTIONS = ("direction", "method", "knowledge", "skill")
TABLES = (
    "rung_evidence",
    "rung_moves",
    "standings",
    "debrief_acknowledgements",
    "debriefs",
    "ride_replays",
    "ride_watched",
    "curbside_lines",
    "ride_rescues",
    "ride_moments",
    "rung_choices",
    "ride_visits",
    "ride_moves",
    "ride_alongs",
)


def upgrade() -> None:
    _days()
    _notes()
    _debriefs()
    _ladder()
    allow("access_log", "kind", "ride_along")
    allow("access_log", "kind", "ladder")
    allow("deck_cards", "kind", "replay")
    op.add_column("deck_cards", sa.Column("within_id", RecordId(), nullable=True))
    op.add_column("visits", sa.Column("ride_along_id", RecordId(), nullable=True))
    _give_organisations_the_usual_order()


def downgrade() -> None:
    with op.batch_alter_table("visits") as visits:
        visits.drop_column("ride_along_id")
    forbid("deck_cards", "kind", "replay")
    with op.batch_alter_table("deck_cards") as cards:
        cards.drop_column("within_id")
    forbid("access_log", "kind", "ladder")
    forbid("access_log", "kind", "ride_along")
    for table in TABLES:
        op.drop_table(table)


def _days() -> None:
    _changing(
        "ride_alongs",
        *_people("ride_alongs", "mentor_id", "apprentice_id", "asked_by_id"),
        a_moment("announced_at"),
        _day("day"),
        _words("wish", 200),
        sa.Column("short_notice", sa.Boolean(), nullable=False),
        a_moment("accepted_at", nullable=True),
        _words("focus_skill_key", 40),
        _words("help_wanted", 2000),
        _words("to_know", 2000),
        *[
            a_moment(f"{name}_at", nullable=True)
            for name in ("prepared", "debriefed", "agreed", "followed_up", "shared")
        ],
        _birth(),
        check("ride_alongs", "two_people", "mentor_id <> apprentice_id"),
        check(
            "ride_alongs",
            "preparation_is_whole",
            "(prepared_at IS NULL) = (focus_skill_key IS NULL)"
            " AND (prepared_at IS NULL) = (help_wanted IS NULL)"
            " AND (prepared_at IS NULL) = (to_know IS NULL)",
        ),
    )
    make_index("ride_alongs", "apprentice_id", "day", "id")
    make_index("ride_alongs", "mentor_id", "day", "id")
    make_table(
        "ride_moves",
        *_ride("ride_moves"),
        *_people("ride_moves", "by_id"),
        _day("from_day"),
        _day("to_day"),
        _words("why", 2000, nullable=False),
        _birth(),
    )
    make_index("ride_moves", "ride_along_id", "id")
    make_table(
        "ride_visits",
        *_ride("ride_visits"),
        an_id("visit_id"),
        refers("ride_visits", "visit_id", "visits"),
        unique("ride_visits", "visit_id"),
    )
    make_index("ride_visits", "ride_along_id")
    make_table(
        "rung_choices",
        an_id("ride_visit_id"),
        refers("rung_choices", "ride_visit_id", "ride_visits", on_delete="CASCADE"),
        *_people("rung_choices", "by_id"),
        a_moment("at"),
        *_choice("rung_choices", "rung", RUNGS),
        *_choice("rung_choices", "leads", ("mentor", "apprentice")),
        _birth(),
    )
    make_index("rung_choices", "ride_visit_id", "at")


def _notes() -> None:
    _changing(
        "ride_moments",
        *_noted("ride_moments"),
        *_choice("ride_moments", "tag", TAGS),
        _words("words", 200),
        _birth(),
    )
    make_table(
        "ride_rescues",
        *_noted("ride_rescues"),
        *_choice("ride_rescues", "why", WHY_RESCUED),
        _words("words", 200),
        _words("skill_key", 40),
        _words("type_key", 40),
        _words("said", 200),
        _birth(),
    )
    make_table("curbside_lines", *_noted("curbside_lines"), _words("words", 200), _birth())
    make_table(
        "ride_watched",
        *_noted("ride_watched", at_a_visit=True),
        an_id("behaviour_id"),
        refers("ride_watched", "behaviour_id", "behaviours"),
        unique("ride_watched", "ride_along_id", "visit_id", "behaviour_id"),
    )
    for table in ("ride_moments", "ride_rescues", "curbside_lines", "ride_watched"):
        make_index(table, "ride_along_id", "at")
    make_table(
        "ride_replays",
        *_ride("ride_replays"),
        *_people("ride_replays", "by_id"),
        *_choice("ride_replays", "of_kind", ("moment", "rescue")),
        an_id("of_id"),
        unique("ride_replays", "of_id"),
    )
    make_index("ride_replays", "ride_along_id")


def _debriefs() -> None:
    marks = ("mark_preparation", "mark_script", "mark_result")
    make_table(
        "debriefs",
        *_ride("debriefs"),
        *_people("debriefs", "by_id"),
        a_moment("written_at"),
        _words("well", 2000),
        _words("stuck", 2000),
        _words("strength_one", 200),
        _words("strength_two", 200),
        _words("change", 200),
        *_choice("debriefs", "correction", CORRECTIONS, nullable=True),
        *[sa.Column(mark, sa.Integer(), nullable=True) for mark in marks],
        *[check("debriefs", mark, f"{mark} BETWEEN 1 AND 5") for mark in marks],
        _words("action", 200),
        _day("action_due", nullable=True),
        _words("action_seen", 200),
        _words("promise", 200),
        _day("promise_due", nullable=True),
        _birth(),
    )
    make_index("debriefs", "ride_along_id", "written_at")
    table = "debrief_acknowledgements"
    make_table(
        table,
        *_ride(table),
        an_id("debrief_id"),
        refers(table, "debrief_id", "debriefs"),
        *_people(table, "by_id"),
        sa.Column("agrees", sa.Boolean(), nullable=False),
        _words("words", 2000),
        _birth(),
        check(table, "says_why_not", "agrees OR words IS NOT NULL"),
    )
    make_index(table, "ride_along_id", "id")


def _ladder() -> None:
    _changing(
        "standings",
        *_people("standings", "person_id"),
        _words("skill_key", 40, nullable=False),
        *_choice("standings", "rung", RUNGS),
        _day("since"),
        unique("standings", "person_id", "skill_key"),
    )
    _changing(
        "rung_moves",
        *_people("rung_moves", "person_id", "proposed_by_id"),
        _words("skill_key", 40, nullable=False),
        *_choice("rung_moves", "from_rung", RUNGS),
        *_choice("rung_moves", "to_rung", RUNGS),
        _words("why", 2000),
        an_id("answered_by_id", nullable=True),
        refers("rung_moves", "answered_by_id", "people"),
        a_moment("answered_at", nullable=True),
        sa.Column("agrees", sa.Boolean(), nullable=True),
        _day("day", nullable=True),
        _birth(),
        check("rung_moves", "moves", "from_rung <> to_rung"),
        check("rung_moves", "answer_is_whole", "(agrees IS NULL) = (answered_by_id IS NULL)"),
        unique("rung_moves", "person_id", "skill_key", "day"),
    )
    make_index("rung_moves", "person_id", "id")
    make_table(
        "rung_evidence",
        an_id("move_id"),
        refers("rung_evidence", "move_id", "rung_moves", on_delete="CASCADE"),
        an_id("visit_id"),
        refers("rung_evidence", "visit_id", "visits"),
        unique("rung_evidence", "move_id", "visit_id"),
    )


def _give_organisations_the_usual_order() -> None:
    """A key more in a document: on the way down it stays, and nobody reads it."""
    organisations = sa.table(
        "organisations", sa.column("id", RecordId()), sa.column("settings", sa.JSON())
    )
    db = op.get_bind()
    for row in db.execute(sa.select(organisations)).all():
        settings = json.loads(row.settings) if isinstance(row.settings, str) else row.settings
        if "rungs" not in settings:
            db.execute(
                sa.update(organisations)
                .where(organisations.c.id == row.id)
                .values(settings={**settings, "rungs": USUAL_ORDER})
            )


def _changing(table: str, *parts: Any) -> None:
    """The same for rows that people change."""
    version = sa.Column("version", sa.Integer(), nullable=False)
    make_table(
        table, a_moment("updated_at"), version, a_moment("deleted_at", nullable=True), *parts
    )


def _noted(table: str, *, at_a_visit: bool = False) -> list[Any]:
    return [
        *_ride(table),
        an_id("visit_id", nullable=not at_a_visit),
        refers(table, "visit_id", "visits"),
        *_people(table, "by_id"),
        a_moment("at"),
    ]


def _ride(table: str) -> list[Any]:
    return [
        an_id("ride_along_id"),
        refers(table, "ride_along_id", "ride_alongs", on_delete="CASCADE"),
    ]


def _people(table: str, *columns: str) -> list[Any]:
    return [part for column in columns for part in (an_id(column), refers(table, column, "people"))]


def _choice(
    table: str, column: str, allowed: tuple[str, ...], *, nullable: bool = False
) -> list[Any]:
    named = ", ".join(f"'{one}'" for one in allowed)
    return [
        sa.Column(column, sa.String(length=20), nullable=nullable),
        check(table, column, f"{column} IN ({named})"),
    ]


def _day(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Date(), nullable=nullable)


def _words(name: str, most: int, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=most), nullable=nullable)


def _birth() -> sa.Column[Any]:
    return sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False)
