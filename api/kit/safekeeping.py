"""Backup and restore of the embedded database with the files its rows name; a backup works beside a running server.

A backup is one tar archive: `alongside.db`, and `files/` with every recording the database names. One made before
there were recordings is the bare database, and is put back as well.
"""

import re
import shutil
import sqlite3
import tarfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from tempfile import TemporaryDirectory

from api.kit.clock import system_clock
from api.kit.errors import Conflict
from api.kit.sqlite import lock_file

DATABASE, FOLDER = "alongside.db", "files/"
A_FILE = re.compile(r"[0-9a-f]{32}/[0-9a-f]{32}-[0-9a-f]{16}")


class OnlySqlite(Conflict):
    code = "only_sqlite"
    en = "This is for the embedded SQLite file. On PostgreSQL use pg_dump and pg_restore, and copy the files after it."
    zh = "这个命令只用于内置的 SQLite 文件；PostgreSQL 请用 pg_dump 和 pg_restore，之后再复制文件夹。"


class FileExists(Conflict):
    code = "file_exists"
    en = "{file} is there already. Choose another name; nothing was overwritten."
    zh = "{file} 已经存在，请换一个名字；没有覆盖任何内容。"


class NotABackup(Conflict):
    code = "not_a_backup"
    en = "{file} is not a sound Alongside backup, so nothing was changed."
    zh = "{file} 不是完好的并肩备份，什么都没有改。"


@dataclass(frozen=True)
class BackedUp:
    """`missing` are files that rows named and that were no longer there; the backup does not name them."""

    bytes: int
    files: int
    missing: int


def back_up(url: str, folder: Path, target: Path) -> BackedUp:
    """Copies the live database page by page, checks the copy, and packs it with the files it names."""
    source = sqlite_file(url)
    if target.exists():
        raise FileExists(file=target)
    with TemporaryDirectory(prefix=".alongside-backup-", dir=target.parent) as workshop:
        copy, packed = Path(workshop, DATABASE), Path(workshop, "packed.tar")
        with closing(sqlite3.connect(source)) as live, closing(sqlite3.connect(copy)) as copied:
            live.backup(copied)
        if not _sound(copy):
            raise NotABackup(file=target)
        named = files_named_in(copy)
        with tarfile.open(packed, "x") as archive:
            missing = {name for name in sorted(named) if not _add(archive, folder, name)}
            # Removed while the backup ran: in it, too, they are removed.
            _forget(copy, missing)
            archive.add(copy, DATABASE)
        packed.rename(target)
    return BackedUp(target.stat().st_size, len(named - missing), len(missing))


def compact(url: str) -> None:
    """Writes the SQLite file anew, so that no page of it holds what was deleted; PostgreSQL does so by itself."""
    if not url.startswith("sqlite"):
        return
    with closing(sqlite3.connect(sqlite_file(url), isolation_level=None)) as opened:
        opened.execute("VACUUM")
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def put_back(url: str, folder: Path, backup: Path) -> Path | None:
    """Replaces the database by the one in `backup`, with its files; returns where the present one is kept.

    The files come first and none goes: whichever database stands, its rows find their files. The present ones
    are kept beside the present database under a second name, which takes no room.
    """
    file = sqlite_file(url)
    file.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".alongside-restore-", dir=file.parent) as workshop:
        unpacked = Path(workshop)
        database = _unpack(backup, unpacked) if tarfile.is_tarfile(backup) else backup
        if not _sound(database):
            raise NotABackup(file=backup)
        with lock_file(file):
            number = _free_number(file)
            _keep_files(folder, number)
            _add_files(unpacked / FOLDER, folder)
            fresh = unpacked / "fresh.db"
            shutil.copyfile(database, fresh)
            kept = _set_aside(file, number)
            fresh.replace(file)
    return kept


def sqlite_file(url: str) -> Path:
    """Raises OnlySqlite."""
    if not url.startswith("sqlite:///"):
        raise OnlySqlite
    return Path(url.removeprefix("sqlite:///"))


def files_named_in(database: Path) -> set[str]:
    """Empty for a schema that knows no files yet."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as opened:
        known = opened.execute("SELECT count(*) FROM sqlite_master WHERE name = 'media'")
        if known.fetchone() == (0,):
            return set()
        rows = opened.execute("SELECT file FROM media WHERE file IS NOT NULL").fetchall()
    return {str(name) for (name,) in rows}


def _add(archive: tarfile.TarFile, folder: Path, name: str) -> bool:
    try:
        archive.add(folder / name, FOLDER + name, recursive=False)
    except FileNotFoundError:
        return False
    return True


def _forget(database: Path, names: Iterable[str]) -> None:
    gone = system_clock().astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    with closing(sqlite3.connect(database)) as opened, opened:
        forget = "UPDATE media SET file = NULL, removed_at = ? WHERE file = ?"
        opened.executemany(forget, [(gone, name) for name in names])


def _unpack(backup: Path, into: Path) -> Path:
    """Only what a backup of ours holds; an archive may name any path, and none of those is written."""
    with tarfile.open(backup) as archive:
        for member in archive:
            ours = member.name == DATABASE or A_FILE.fullmatch(member.name.removeprefix(FOLDER))
            content = archive.extractfile(member) if ours and member.isreg() else None
            if content is not None:
                target = into / member.name
                target.parent.mkdir(parents=True, exist_ok=True)
                with target.open("wb") as written:
                    shutil.copyfileobj(content, written)
    return into / DATABASE


def _add_files(unpacked: Path, folder: Path) -> None:
    for file in unpacked.glob("*/*"):
        target = folder / file.relative_to(unpacked)
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.exists():
            shutil.move(file, target)


def _keep_files(folder: Path, number: int) -> None:
    if folder.exists():
        kept = folder.with_name(f"{folder.name}.before-restore-{number}")
        shutil.copytree(folder, kept, copy_function=_link)


def _link(file: str, kept: str) -> None:
    """The same bytes under a second name, where the disk knows how."""
    try:
        Path(kept).hardlink_to(file)
    except OSError:
        shutil.copy2(file, kept)


def _sound(file: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as opened:
            whole: bool = opened.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            ours: bool = opened.execute("SELECT count(*) FROM alembic_version").fetchone()[0] == 1
    except sqlite3.DatabaseError:
        return False
    return whole and ours


def _free_number(file: Path) -> int:
    number = 1
    while file.with_name(f"{file.name}.before-restore-{number}").exists():
        number += 1
    return number


def _set_aside(file: Path, number: int) -> Path | None:
    if not file.exists():
        return None
    kept = file.with_name(f"{file.name}.before-restore-{number}")
    with closing(sqlite3.connect(file)) as present, closing(sqlite3.connect(kept)) as copy:
        present.backup(copy)
    for suffix in ("", "-wal", "-shm"):
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    return kept
