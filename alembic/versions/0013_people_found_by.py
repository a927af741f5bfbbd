"""People are found by name, pinyin and initials.

Revision: 0013, after 0012.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId
from api.kit.text import folded, pinyin_initials

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

PEOPLE = sa.table(
    "people",
    sa.column("organisation_id", RecordId()),
    sa.column("id", RecordId()),
    sa.column("family_name", sa.String),
    sa.column("given_name", sa.String),
    sa.column("latin_name", sa.String),
    sa.column("found_by", sa.String),
)


def upgrade() -> None:
    # A default, so that SQLite adds the column in place: rebuilding people would touch every table.
    column = sa.Column(
        "found_by", sa.String(length=480), server_default=sa.text("''"), nullable=False
    )
    op.add_column("people", column)
    rows = op.get_bind().execute(sa.select(PEOPLE)).mappings().all()
    found = [{"of": row["organisation_id"], "who": row["id"], "by": _found_by(row)} for row in rows]
    if found:
        c = PEOPLE.c
        this = (c.organisation_id == sa.bindparam("of"), c.id == sa.bindparam("who"))
        op.get_bind().execute(
            sa.update(PEOPLE).where(*this).values(found_by=sa.bindparam("by")), found
        )


def downgrade() -> None:
    op.drop_column("people", "found_by")


def _found_by(row: sa.RowMapping) -> str:
    name = row["family_name"] + row["given_name"]
    parts = (folded(name), folded(row["latin_name"]), pinyin_initials(name))
    return " ".join(part.replace(" ", "") for part in parts)[:480]
