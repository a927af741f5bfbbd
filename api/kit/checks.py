"""The words that a CHECK allows in a column, changed by a step of the schema; whichever stand there, stay.

So the steps that add a word each may come in any order.
"""

import re

import sqlalchemy as sa
from alembic import op


def allow(table: str, column: str, word: str) -> None:
    _write(table, column, [*_words(table, column), word])


def forbid(table: str, column: str, word: str) -> None:
    """Its rows go first: a CHECK is asked of what is stored as well."""
    named = sa.table(table, sa.column(column))
    op.execute(sa.delete(named).where(named.c[column] == word))
    _write(table, column, [one for one in _words(table, column) if one != word])


def _words(table: str, column: str) -> list[str]:
    """As the database knows them: PostgreSQL keeps the condition in words of its own."""
    checks = sa.inspect(op.get_bind()).get_check_constraints(table)
    name = f"ck_{table}_{column}"
    condition = next(str(one["sqltext"]) for one in checks if one["name"] == name)
    return re.findall(r"'(\w+)'", condition)


def _write(table: str, column: str, words: list[str]) -> None:
    named = ", ".join(f"'{word}'" for word in words)
    name = op.f(f"ck_{table}_{column}")
    with op.batch_alter_table(table) as changed:
        changed.drop_constraint(name, type_="check")
        changed.create_check_constraint(name, sa.text(f"{column} IN ({named})"))
