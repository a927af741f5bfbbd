"""Files that rows name, in one folder beside the database.

A file is whole on the disk before the row that names it is committed, and goes only after the commit that takes
its name out of the row: a row never names a file that is not there. What a crash in between leaves behind is a
file without a row; `sweep` takes it away after a day.
"""

import asyncio
import errno
import fcntl
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import structlog
from uuid_utils.compat import uuid7

from api.kit.errors import NotStored, StorageFull

log = structlog.get_logger()
LEFT_ALONE = timedelta(days=1)
"""How long a file without a row is left alone: its row may be on the way."""

NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
Named = Callable[[], set[str]]
"""Asks the database for the names of all files that rows name."""


def name_of(organisation_id: UUID, file_id: UUID, digest: bytes) -> str:
    """Equal content under one id has one name; other content has another, and overwrites nothing."""
    return f"{organisation_id.hex}/{file_id.hex}-{digest.hex()[:16]}"


class Files:
    """The folder; it is made when the first file arrives."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @asynccontextmanager
    async def keeping(self, name: str, content: bytes) -> AsyncIterator[None]:
        """The file lies on the disk before the body runs, and no sweep takes it while the body names it."""
        lock = self._open_lock()
        try:
            await asyncio.to_thread(fcntl.flock, lock, fcntl.LOCK_SH)
            await asyncio.to_thread(self._put, name, content)
            yield
        finally:
            os.close(lock)

    @contextmanager
    def keeping_now(self, name: str, content: bytes) -> Iterator[None]:
        """The same for a command, which has no loop to wait in."""
        lock = self._open_lock()
        try:
            fcntl.flock(lock, fcntl.LOCK_SH)
            self._put(name, content)
            yield
        finally:
            os.close(lock)

    def path(self, name: str) -> Path:
        return self.folder / name

    def content(self, name: str) -> bytes | None:
        """None when it is not there."""
        try:
            return self.path(name).read_bytes()
        except FileNotFoundError:
            return None

    def discard(self, name: str) -> None:
        """For after the commit; a file that cannot be taken away now is swept later."""
        try:
            self.path(name).unlink(missing_ok=True)
        except OSError as fault:
            log.warning("files.left_behind", error=type(fault).__name__)

    def names(self) -> set[str]:
        return {f"{file.parent.name}/{file.name}" for file in self._all()}

    def nameless(self, named: Named, *, now: datetime) -> set[str]:
        """Files that no row names and that are old enough to be swept."""
        old = {name for name in self.names() if self._is_old(name, now)}
        return old - named() if old else set()

    def sweep(self, named: Named, *, now: datetime) -> int:
        """Takes the nameless away and returns how many; those that arrive meanwhile wait, and are not taken."""
        if not self.nameless(named, now=now):
            return 0
        with self._alone():
            found = self.nameless(named, now=now)
            for name in found:
                self.discard(name)
        return len(found)

    def _put(self, name: str, content: bytes) -> None:
        """Under another name first: whoever looks sees the whole file, or none."""
        target = self.path(name)
        written = target.with_name(f"{uuid7().hex}.arriving")
        try:
            if not target.parent.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                _settle(self.folder)
            with written.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            written.replace(target)
            _settle(target.parent)
        except OSError as fault:
            written.unlink(missing_ok=True)
            raise (StorageFull if fault.errno in NO_ROOM else NotStored) from fault

    def _all(self) -> Iterator[Path]:
        return (file for file in self.folder.glob("*/*") if file.is_file())

    def _is_old(self, name: str, now: datetime) -> bool:
        try:
            changed = self.path(name).stat().st_mtime
        except FileNotFoundError:
            return False
        return datetime.fromtimestamp(changed, UTC) < now - LEFT_ALONE

    def _open_lock(self) -> int:
        self.folder.mkdir(parents=True, exist_ok=True)
        return os.open(self.folder / ".lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        lock = self._open_lock()
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


def _settle(folder: Path) -> None:
    """A new name survives a power cut only once its folder is written, too."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
