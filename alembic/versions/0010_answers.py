"""Answers with their uses at visits; the line of each objection type becomes its first answer.

Revision: 0010, after 0009.
"""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from alembic import op
from uuid_utils.compat import uuid7

from api.kit.clock import system_clock
from api.kit.rows import RecordId, UtcTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

FIRST_CHECK = timedelta(days=90)
TYPES = sa.table(
    "objection_types",
    sa.column("organisation_id", RecordId()),
    sa.column("id", RecordId()),
    sa.column("created_at", UtcTime()),
    sa.column("name", sa.JSON()),
    sa.column("answer", sa.JSON()),
)
ANSWERS = sa.table(
    "answers",
    sa.column("organisation_id", RecordId()),
    sa.column("id", RecordId()),
    sa.column("created_at", UtcTime()),
    sa.column("updated_at", UtcTime()),
    sa.column("version", sa.Integer()),
    sa.column("type_id", RecordId()),
    sa.column("text", sa.JSON()),
    sa.column("author_id", RecordId()),
    sa.column("check_on", sa.Date()),
    sa.column("retired", sa.Boolean()),
)


def upgrade() -> None:
    op.create_table(
        "answers",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("type_id", RecordId(), nullable=False),
        sa.Column("text", sa.JSON(), nullable=False),
        sa.Column("author_id", RecordId(), nullable=True),
        sa.Column("origin_kind", sa.String(length=20), nullable=True),
        sa.Column("origin_id", RecordId(), nullable=True),
        sa.Column("check_on", sa.Date(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=True),
        sa.CheckConstraint(
            "(origin_kind IS NULL) = (origin_id IS NULL)", name=op.f("ck_answers_origin_is_whole")
        ),
        sa.CheckConstraint(
            "origin_kind IN ('round', 'visit')", name=op.f("ck_answers_origin_kind")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "author_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_answers_organisation_id_author_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "type_id"],
            ["objection_types.organisation_id", "objection_types.id"],
            name=op.f("fk_answers_organisation_id_type_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_answers_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_answers")),
    )
    op.create_index(
        op.f("ix_answers_organisation_id_check_on_id"),
        "answers",
        ["organisation_id", "check_on", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_answers_organisation_id_type_id"),
        "answers",
        ["organisation_id", "type_id"],
        unique=False,
    )

    op.create_table(
        "answer_uses",
        sa.Column("organisation_id", RecordId(), nullable=False),
        sa.Column("id", RecordId(), nullable=False),
        sa.Column("created_at", UtcTime(), nullable=False),
        sa.Column("updated_at", UtcTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("deleted_at", UtcTime(), nullable=True),
        sa.Column("answer_id", RecordId(), nullable=False),
        sa.Column("visit_id", RecordId(), nullable=False),
        sa.Column("by_id", RecordId(), nullable=False),
        sa.Column("result", sa.String(length=20), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.CheckConstraint(
            "result IN ('worked', 'partly', 'not')", name=op.f("ck_answer_uses_result")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "answer_id"],
            ["answers.organisation_id", "answers.id"],
            name=op.f("fk_answer_uses_organisation_id_answer_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "by_id"],
            ["people.organisation_id", "people.id"],
            name=op.f("fk_answer_uses_organisation_id_by_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "visit_id"],
            ["visits.organisation_id", "visits.id"],
            name=op.f("fk_answer_uses_organisation_id_visit_id"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_answer_uses_organisation_id")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "id", name=op.f("pk_answer_uses")),
        sa.UniqueConstraint(
            "organisation_id",
            "answer_id",
            "visit_id",
            name=op.f("uq_answer_uses_organisation_id_answer_id_visit_id"),
        ),
    )
    op.create_index(
        op.f("ix_answer_uses_counts"),
        "answer_uses",
        ["organisation_id", "answer_id", "result", "deleted_at", "version"],
        unique=False,
    )
    op.create_index(
        op.f("ix_answer_uses_organisation_id_answer_id_day_id"),
        "answer_uses",
        ["organisation_id", "answer_id", "day", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_answer_uses_organisation_id_visit_id"),
        "answer_uses",
        ["organisation_id", "visit_id"],
        unique=False,
    )
    _lines_become_answers(op.get_bind())
    with op.batch_alter_table("objection_types") as types:
        types.drop_column("answer")


def downgrade() -> None:
    with op.batch_alter_table("objection_types") as types:
        types.add_column(sa.Column("answer", sa.JSON(), nullable=True))
    _answers_become_lines(op.get_bind())
    with op.batch_alter_table("objection_types") as types:
        types.alter_column("answer", existing_type=sa.JSON(), nullable=False)

    op.drop_index(op.f("ix_answer_uses_organisation_id_visit_id"), "answer_uses")
    op.drop_index(op.f("ix_answer_uses_organisation_id_answer_id_day_id"), "answer_uses")
    op.drop_index(op.f("ix_answer_uses_counts"), "answer_uses")

    op.drop_table("answer_uses")
    op.drop_index(op.f("ix_answers_organisation_id_type_id"), "answers")
    op.drop_index(op.f("ix_answers_organisation_id_check_on_id"), "answers")

    op.drop_table("answers")


def _lines_become_answers(db: sa.Connection) -> None:
    """As old as their types, but looked at in 90 days, so that not all of them are due at once."""
    check_on = system_clock().date() + FIRST_CHECK
    columns = (TYPES.c.organisation_id, TYPES.c.id, TYPES.c.created_at, TYPES.c.answer)
    rows = [
        {
            "organisation_id": organisation_id,
            "id": uuid7(),
            "created_at": born,
            "updated_at": born,
            "version": 1,
            "type_id": type_id,
            "text": line,
            "check_on": check_on,
            "retired": False,
        }
        for organisation_id, type_id, born, line in db.execute(sa.select(*columns))
    ]
    if rows:
        db.execute(sa.insert(ANSWERS), rows)


def _answers_become_lines(db: sa.Connection) -> None:
    """Each type keeps one answer: an offered one, the playbook's own before somebody's, the older first."""
    first_comes_last = (
        ANSWERS.c.retired.is_(False),
        ANSWERS.c.author_id.is_(None),
        ANSWERS.c.created_at.desc(),
        ANSWERS.c.id.desc(),
    )
    lines: dict[Any, dict[str, str]] = {
        (row.organisation_id, row.type_id): row.text
        for row in db.execute(sa.select(ANSWERS).order_by(*first_comes_last))
    }
    for kind in db.execute(sa.select(TYPES.c.organisation_id, TYPES.c.id, TYPES.c.name)).all():
        text = lines.get((kind.organisation_id, kind.id), kind.name)
        one = (TYPES.c.organisation_id == kind.organisation_id, TYPES.c.id == kind.id)
        db.execute(sa.update(TYPES).where(*one).values(answer=_in_both(text)))


def _in_both(text: dict[str, str]) -> dict[str, str]:
    """The line of before was never in one language only."""
    either = text.get("zh") or text.get("en") or ""
    return {"zh": text.get("zh", either), "en": text.get("en", either)}
