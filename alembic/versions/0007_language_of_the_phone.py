"""A person may have no language of their own: then each phone speaks its own.

Who has one keeps it: nobody can tell any more whether they chose it or were given it when they were added.

Revision: 0007, after 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("people") as people:
        people.alter_column("language", existing_type=sa.String(length=10), nullable=True)


def downgrade() -> None:
    op.execute("UPDATE people SET language = 'zh-CN' WHERE language IS NULL")
    with op.batch_alter_table("people") as people:
        people.alter_column("language", existing_type=sa.String(length=10), nullable=False)
