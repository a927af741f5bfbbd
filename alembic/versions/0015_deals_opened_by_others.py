"""Opening somebody's deals is listed to them: one more kind of reading.

The kinds there are stand in the CHECK itself; this step adds one to them, whichever they are.

Revision: 0015, after 0014
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

CHECK = "ck_access_log_kind"
KIND = "deals"


def upgrade() -> None:
    _allow([*_kinds(), KIND])


def downgrade() -> None:
    op.execute("DELETE FROM access_log WHERE kind = 'deals'")
    _allow([kind for kind in _kinds() if kind != KIND])


def _kinds() -> list[str]:
    """As the database knows them: PostgreSQL keeps the condition in words of its own."""
    checks = sa.inspect(op.get_bind()).get_check_constraints("access_log")
    condition = next(str(one["sqltext"]) for one in checks if one["name"] == CHECK)
    return re.findall(r"'(\w+)'", condition)


def _allow(kinds: list[str]) -> None:
    named = ", ".join(f"'{kind}'" for kind in kinds)
    with op.batch_alter_table("access_log") as log:
        log.drop_constraint(op.f(CHECK), type_="check")
        log.create_check_constraint(op.f(CHECK), sa.text(f"kind IN ({named})"))
