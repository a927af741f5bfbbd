"""A look at the installation, also beside a running server; it says what is wrong and changes nothing."""

import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from api.kit.clock import system_clock
from api.kit.files import Files
from api.kit.migrations import revisions
from api.kit.postgres import postgres_engine
from api.kit.safekeeping import sqlite_file
from api.kit.sqlite import sqlite_engine

LEAST_FREE = 1_000_000_000


@dataclass(frozen=True)
class Finding:
    what: str
    said: str
    well: bool = True


def examine(url: str, folder: Path) -> list[Finding]:
    """What an operator wants to know first; `folder` is where the files are."""
    present, newest = revisions(url)
    findings = [
        Finding("schema", f"at {present}, newest {newest}", present == newest),
    ]
    if present is not None:
        findings.extend(_database(url, Files(folder), current=present == newest))
    if url.startswith("sqlite"):
        free = shutil.disk_usage(sqlite_file(url).parent).free
        findings.append(Finding("free space", f"{free / 1e9:.1f} GB", free > LEAST_FREE))
    return findings


def _database(url: str, files: Files, *, current: bool) -> Iterator[Finding]:
    engine = sqlite_engine(url, begin="BEGIN") if url.startswith("sqlite") else postgres_engine(url)
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            check = str(connection.scalar(sa.text("PRAGMA quick_check")))
            yield Finding("database", f"SQLite {sqlite3.sqlite_version}, {check}", check == "ok")
        else:
            yield Finding("database", str(connection.scalar(sa.text("SHOW server_version"))))
        organisations = connection.scalar(sa.text("SELECT count(*) FROM organisations"))
        yield Finding("organisations", str(organisations))
        broken = connection.scalar(sa.text("SELECT count(*) FROM flow_faults")) or 0
        way_on = "; `alongside doctor --retry` runs them again" if broken else ""
        yield Finding("flows that broke", f"{broken}{way_on}", broken == 0)
        if current:
            yield from _recordings(connection, files)
    engine.dispose()


def _recordings(connection: sa.Connection, files: Files) -> Iterator[Finding]:
    def named() -> set[str]:
        found = connection.scalars(sa.text("SELECT file FROM media WHERE file IS NOT NULL"))
        return {str(name) for name in found}

    rows = named()
    missing = sorted(rows - files.names())
    said = f"{len(rows)}, all there" if not missing else _lost(missing, len(rows))
    yield Finding("recordings", said, not missing)
    nameless = files.nameless(named, now=system_clock())
    swept = "a running server takes them away within a day"
    yield Finding("files without a row", f"{len(nameless)}, {swept}" if nameless else "0")


def _lost(missing: list[str], rows: int) -> str:
    return f"{len(missing)} of {rows} files are missing, the first is {missing[0]}; copy them from a backup"
