"""The schema's steps: from the checkout's alembic/, or from the wheel, where they travel as api/migrations."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from api.kit.postgres import postgres_engine
from api.kit.sqlite import sqlite_engine

PACKAGE = Path(__file__).resolve().parent.parent
PLACES = (PACKAGE.parent / "alembic", PACKAGE / "migrations")


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
    """The database's revision and the newest one."""
    engine = sqlite_engine(url, begin="BEGIN") if url.startswith("sqlite") else postgres_engine(url)
    with engine.connect() as connection:
        present = MigrationContext.configure(connection).get_current_revision()
    engine.dispose()
    return present, ScriptDirectory.from_config(_config(url)).get_current_head()


def _config(url: str) -> Config:
    config = Config()
    folder = next(place for place in PLACES if (place / "env.py").exists())
    config.set_main_option("script_location", str(folder))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
