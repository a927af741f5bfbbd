"""Runs the migrations on SQLite and PostgreSQL; foreign keys are off while SQLite rebuilds tables, then checked."""

from typing import Any, Literal

import sqlalchemy as sa
from alembic import context

from api.kit.postgres import postgres_engine
from api.kit.rows import RecordId, UtcTime
from api.kit.settings import settings
from api.tables import metadata

OTHERS = ("dbos_", "sqlite_")
"""Tables of libraries and of the database itself, which are not ours to migrate."""


def ours(_thing: Any, name: str | None, kind: str, *_more: Any) -> bool:
    return not (kind == "table" and (name or "").startswith(OTHERS))


def in_our_words(kind: str, thing: Any, _context: Any) -> str | Literal[False]:
    """Our column types are written by their public names; the template imports them."""
    if kind == "type" and isinstance(thing, RecordId):
        return "RecordId()"
    if kind == "type" and isinstance(thing, UtcTime):
        return "UtcTime()"
    return False


def migrate() -> None:
    url = context.config.get_main_option("sqlalchemy.url") or settings().database_url
    engine = sa.create_engine(url) if url.startswith("sqlite") else postgres_engine(url)
    with engine.connect() as connection:
        sqlite = engine.dialect.name == "sqlite"
        if sqlite:
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.commit()
        context.configure(
            connection=connection,
            target_metadata=metadata,
            render_as_batch=sqlite,
            include_object=ours,
            render_item=in_our_words,
            compare_type=True,
        )
        with context.begin_transaction():
            context.run_migrations()
        connection.commit()
        if sqlite:
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise RuntimeError(f"a migration left {len(broken)} rows that refer to nothing")
    engine.dispose()


migrate()
