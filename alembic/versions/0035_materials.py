"""Materials of a class, and files that are no recordings.

Revision: 0035, after 0034.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.tables import (
    an_id,
    changing,
    check,
    make_index,
    make_table,
    one_of,
    refers,
)

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None

KINDS = ("text", "file", "link")
SECONDS = "ck_media_seconds"


def upgrade() -> None:
    make_table(
        "training_materials",
        *changing(),
        an_id("session_id"),
        an_id("added_by_id"),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("body", sa.String(length=20_000), nullable=True),
        sa.Column("address", sa.String(length=2_000), nullable=True),
        sa.Column("birth_digest", sa.LargeBinary(length=32), nullable=False),
        one_of("training_materials", "kind", KINDS),
        check("training_materials", "text_has_a_body", "(kind = 'text') = (body IS NOT NULL)"),
        check(
            "training_materials", "link_has_an_address", "(kind = 'link') = (address IS NOT NULL)"
        ),
        refers("training_materials", "session_id", "training_sessions", on_delete="CASCADE"),
        refers("training_materials", "added_by_id", "people"),
    )
    make_index("training_materials", "session_id", "place")
    _seconds("seconds >= 0")


def downgrade() -> None:
    """Files that are no recordings have no place below; the folder's sweep takes them away."""
    media = sa.table("media", sa.column("seconds"))
    op.execute(sa.delete(media).where(media.c.seconds == 0))
    _seconds("seconds > 0")
    op.drop_table("training_materials")


def _seconds(condition: str) -> None:
    with op.batch_alter_table("media") as media:
        media.drop_constraint(op.f(SECONDS), type_="check")
        media.create_check_constraint(op.f(SECONDS), sa.text(condition))
