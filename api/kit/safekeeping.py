"""Backup, restore and a look at the installation; backup and look work beside a running server."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from api.kit.errors import Conflict
from api.kit.migrations import revisions
from api.kit.postgres import postgres_engine
from api.kit.sqlite import lock_file, sqlite_engine

LEAST_FREE = 1_000_000_000


class OnlySqlite(Conflict):
    code = "only_sqlite"
    en = "This is for the embedded SQLite file. On PostgreSQL use pg_dump and pg_restore."
    zh = "这个命令只用于内置的 SQLite 文件；PostgreSQL 请用 pg_dump 和 pg_restore。"


class FileExists(Conflict):
    code = "file_exists"
    en = "{file} is there already. Choose another name; nothing was overwritten."
    zh = "{file} 已经存在，请换一个名字；没有覆盖任何内容。"


class NotABackup(Conflict):
    code = "not_a_backup"
    en = "{file} is not a sound Alongside database, so nothing was changed."
    zh = "{file} 不是完好的并肩数据库，什么都没有改。"


@dataclass(frozen=True)
class Finding:
    what: str
    said: str
    well: bool = True


def back_up(url: str, target: Path) -> int:
    """Copies the live database page by page, checks the copy, and returns its size in bytes."""
    source = _file(url)
    if target.exists():
        raise FileExists(file=target)
    with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(target)) as copy:
        live.backup(copy)
    if not _sound(target):
        target.unlink()
        raise NotABackup(file=target)
    return target.stat().st_size


def put_back(url: str, backup: Path) -> Path | None:
    """Replaces the database by `backup`; returns where the present one is kept, None when there was none."""
    file = _file(url)
    if not _sound(backup):
        raise NotABackup(file=backup)
    with lock_file(file):
        kept = _set_aside(file)
        shutil.copyfile(backup, file)
    return kept


def examine(url: str) -> list[Finding]:
    """What an operator wants to know first."""
    present, newest = revisions(url)
    findings = [
        Finding("schema", f"at {present}, newest {newest}", present == newest),
    ]
    if present is not None:
        findings.extend(_database(url))
    if url.startswith("sqlite"):
        free = shutil.disk_usage(_file(url).parent).free
        findings.append(Finding("free space", f"{free / 1e9:.1f} GB", free > LEAST_FREE))
    return findings


def _database(url: str) -> Iterator[Finding]:
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
        yield Finding("flows that broke", str(broken), broken == 0)
    engine.dispose()


def _file(url: str) -> Path:
    if not url.startswith("sqlite:///"):
        raise OnlySqlite
    return Path(url.removeprefix("sqlite:///"))


def _sound(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as opened:
            whole: bool = opened.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            ours: bool = opened.execute("SELECT count(*) FROM alembic_version").fetchone()[0] == 1
    except sqlite3.DatabaseError:
        return False
    return whole and ours


def _set_aside(file: Path) -> Path | None:
    if not file.exists():
        return None
    number = 1
    while (kept := file.with_name(f"{file.name}.before-restore-{number}")).exists():
        number += 1
    with closing(sqlite3.connect(file)) as present, closing(sqlite3.connect(kept)) as copy:
        present.backup(copy)
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    return kept
