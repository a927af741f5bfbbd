"""The schema's steps: from the checkout's alembic/, or from the wheel, where they travel as api/migrations."""

from functools import lru_cache
from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from api.kit.errors import Refused
from api.kit.postgres import postgres_engine
from api.kit.sqlite import sqlite_engine

PACKAGE = Path(__file__).resolve().parent.parent
PLACES = (PACKAGE.parent / "alembic", PACKAGE / "migrations")


class NotMigrated(Refused):
    status = 503
    code = "not_migrated"
    en = "The database is at {present}, and this version needs {newest}. Run `alongside migrate` first."
    zh = "数据库还在 {present}，这个版本需要 {newest}。请先运行 `alongside migrate`。"


class DatabaseIsNewer(Refused):
    status = 503
    code = "database_is_newer"
    en = "A newer Alongside brought the database to {present}. Install that version, or restore a backup."
    zh = "数据库已由更新的版本升到 {present}。请安装那个版本，或恢复备份。"


def migrate_to(url: str, revision: str) -> None:
    """Brings the database to `revision` ("head", "base", or an id); makes the file's folder when it is new."""
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    wanted = _config(url)
    if revision == "base":
        command.downgrade(wanted, revision)
    else:
        command.upgrade(wanted, revision)


def revisions(url: str) -> tuple[str | None, str | None]:
    """The database's revision and the newest one; a file that is not there is at none, and is not made."""
    if url.startswith("sqlite:///") and not Path(url.removeprefix("sqlite:///")).exists():
        return None, newest()
    engine = sqlite_engine(url, begin="BEGIN") if url.startswith("sqlite") else postgres_engine(url)
    try:
        with engine.connect() as connection:
            return _revision_of(connection), newest()
    finally:
        engine.dispose()


def check_migrated(url: str) -> None:
    """Raises NotMigrated or DatabaseIsNewer unless the database has the schema of this version."""
    _check(*revisions(url))


def check_schema(connection: sa.Connection) -> None:
    """The same, asked on a connection there is."""
    _check(_revision_of(connection), newest())


@lru_cache
def newest() -> str | None:
    return ScriptDirectory.from_config(_config("")).get_current_head()


def _check(present: str | None, wanted: str | None) -> None:
    if present == wanted:
        return
    script = ScriptDirectory.from_config(_config(""))
    known = {found.revision for found in script.walk_revisions()}
    if present is not None and present not in known:
        raise DatabaseIsNewer(present=present)
    raise NotMigrated(present=present or "no schema", newest=wanted)


def _revision_of(connection: sa.Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _config(url: str) -> Config:
    config = Config()
    folder = next(place for place in PLACES if (place / "env.py").exists())
    config.set_main_option("script_location", str(folder))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
