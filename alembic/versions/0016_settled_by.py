"""A card that was settled remembers by which visit, so that a mistaken answer can be undone.

Revision: 0016, after 0015.
"""

import sqlalchemy as sa
from alembic import op

from api.kit.rows import RecordId

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

BY_THE_FIRST_ANSWER_AFTER_IT = """
    UPDATE deck_cards SET settled_by_id = (
    SELECT answered.id FROM reality_items i
    JOIN reality_checks k ON k.organisation_id = i.organisation_id AND k.id = i.check_id
    JOIN visits answered ON answered.organisation_id = k.organisation_id AND answered.id = k.visit_id
    JOIN visits lost ON lost.organisation_id = k.organisation_id AND lost.id = deck_cards.visit_id
    WHERE k.organisation_id = deck_cards.organisation_id AND k.rep_id = deck_cards.rep_id
        AND k.client_id = deck_cards.client_id AND i.type_key = deck_cards.type_key
        AND i.result = 'answered' AND answered.deleted_at IS NULL
        AND answered.happened_at > lost.happened_at
    ORDER BY answered.happened_at, answered.id LIMIT 1
    ) WHERE settled_at IS NOT NULL
"""


def upgrade() -> None:
    """A card that no later visit has settled was settled by mistake, and comes back."""
    op.add_column("deck_cards", sa.Column("settled_by_id", RecordId(), nullable=True))
    op.execute(BY_THE_FIRST_ANSWER_AFTER_IT)
    op.execute("UPDATE deck_cards SET settled_at = NULL WHERE settled_by_id IS NULL")
    with op.batch_alter_table("deck_cards") as cards:
        cards.create_foreign_key(
            op.f("fk_deck_cards_organisation_id_settled_by_id"),
            "visits",
            ["organisation_id", "settled_by_id"],
            ["organisation_id", "id"],
            ondelete="RESTRICT",
        )
        cards.create_check_constraint(
            op.f("ck_deck_cards_settled_by_a_visit"),
            "(settled_at IS NULL) = (settled_by_id IS NULL)",
        )


def downgrade() -> None:
    with op.batch_alter_table("deck_cards") as cards:
        cards.drop_constraint(op.f("ck_deck_cards_settled_by_a_visit"), type_="check")
        cards.drop_constraint(
            op.f("fk_deck_cards_organisation_id_settled_by_id"), type_="foreignkey"
        )
        cards.drop_column("settled_by_id")
