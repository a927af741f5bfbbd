"""The command line: `alongside serve`, `demo`, `migrate`, `backup` … Each command's --help teaches it."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic import ValidationError
from sqlalchemy.exc import OperationalError

from api.kit.errors import Refused
from api.kit.settings import DEMO_SECRET, Settings
from api.kit.sqlite import AlreadyServed

if TYPE_CHECKING:
    from sqlmodel import Session

    from api.kit.store import Store
    from api.people.models import Organisation


class CompanyUnclear(Refused):
    """Raised where the work is done; a thread of the store must not end the program itself."""

    code = "company_unclear"
    en = zh = "{said}"


app = typer.Typer(
    name="alongside",
    help="Alongside (并肩): help a field-sales team by following the process. Settings come from "
    "ALONGSIDE_… variables; docs/operations.md lists them.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
organisation = typer.Typer(no_args_is_help=True, help="Organisations (公司) on this server.")
person = typer.Typer(no_args_is_help=True, help="People of an organisation.")
app.add_typer(organisation, name="organisation")
app.add_typer(person, name="person")


def main() -> None:
    """Runs a command; what a person can mend is said in one sentence, without a traceback."""
    try:
        app()
    except AlreadyServed as taken:
        _stop(str(taken))
    except Refused as refusal:
        _stop(refusal.sentence("en"))
    except ValidationError as wrong:
        _stop("\n".join(_named(wrong)))
    except OperationalError as unreachable:
        _stop(f"The database cannot be opened: {unreachable.orig}".strip())


def _named(wrong: ValidationError) -> Iterator[str]:
    """What was wrong and where: settings by the name they have in the environment."""
    for part in wrong.errors():
        place = "/".join(str(step) for step in part["loc"])
        if place and wrong.title == Settings.__name__:
            place = f"ALONGSIDE_{place.upper()}"
        said = str(part["msg"]).removeprefix("Value error, ")
        yield f"{place}: {said}" if place else said


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on, e.g. 0.0.0.0.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
) -> None:
    """Serve the API and the app.

    Run `alongside migrate` before, once per version. Needs ALONGSIDE_SECRET (32 random characters or more).
    A phone needs HTTPS for offline use: put a reverse proxy with a certificate in front (README, "On your phones").
    """
    from api.main import serve as run

    run(_listening(_settings(), host=host, port=port))


@app.command()
def jobs() -> None:
    """Carry reminders to phones and groups, beside the servers of a PostgreSQL database. One process is enough.

    With SQLite there is nothing to start: `alongside serve` does it. Killed and started again, it goes on where it was.
    """
    from api.main import carry

    chosen = _settings()
    if chosen.sqlite_file is not None:
        _stop("With SQLite the server carries reminders itself: alongside serve")
    carry(chosen)


@app.command()
def demo(
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on.")] = None,
    zone: Annotated[
        str,
        typer.Option(help="IANA time zone the company lives in; yours, and its evening is yours."),
    ] = "Asia/Shanghai",
    load_only: Annotated[bool, typer.Option("--load-only", help="Build the data and end.")] = False,
) -> None:
    """Build the demo company 澜桥出海 Lanbridge (first start only) and serve it.

    An untouched demo is moved to today at each start; one that people have written into is left alone.
    Everybody's password is `alongside`, so this is for trying out, never for real clients.
    """
    from api.demo import company
    from api.kit.migrations import migrate_to
    from api.main import serve as run

    chosen = _listening(_settings(demo=True), host=host, port=port)
    migrate_to(chosen.database_url, "head")
    company.prepare(chosen, zone=zone)
    if not load_only:
        typer.echo(company.who_can_sign_in(chosen))
        run(chosen)


@app.command()
def migrate(
    to: Annotated[
        str, typer.Option(help="A revision, `head`, or `base` (takes every table away).")
    ] = "head",
) -> None:
    """Bring the database to the newest schema. Safe to run again; back up first on real data."""
    from api.kit.migrations import migrate_to

    migrate_to(_settings().database_url, to)
    typer.echo(f"The database is at {to}.")


@app.command()
def openapi(
    check: Annotated[
        Path | None, typer.Option(help="Compare with this file; exit 1 when it differs.")
    ] = None,
) -> None:
    """Print the OpenAPI document, the manual of third parties, as JSON."""
    from api.main import create_app

    described = create_app(Settings(demo=True)).openapi()
    text = json.dumps(described, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    if check is None:
        sys.stdout.write(text)
    elif check.read_text(encoding="utf-8") != text:
        _stop(f"{check} is not what the code says. Write it anew: alongside openapi > {check}")


@organisation.command("add")
def organisation_add(
    slug: Annotated[
        str, typer.Argument(help="Short name in logins: name@SLUG. Letters, digits, hyphens.")
    ],
    name: Annotated[str, typer.Argument(help="The name people read, e.g. 澜桥出海.")],
    admin: Annotated[str, typer.Option(help="Login of the first admin.")] = "admin",
    zone: Annotated[str, typer.Option(help="IANA time zone of its evenings.")] = "Asia/Shanghai",
) -> None:
    """Add an organisation with its playbook and first admin; prints the admin's invitation link (24 hours)."""
    with _store() as store:
        link = store.write_now(_found, slug=slug, name=name, admin=admin, zone=zone)
    typer.echo(
        f"{name} is there. Open this link within 24 hours to choose {admin}'s password:\n{link}"
    )


@person.command("add")
def person_add(
    login: Annotated[str, typer.Argument(help="Login with the organisation: li.na@lanbridge.")],
    family_name: Annotated[str, typer.Argument(help="Family name, e.g. 李.")],
    given_name: Annotated[str, typer.Argument(help="Given name, e.g. 娜.")],
    role: Annotated[
        str, typer.Option(help="rep, manager, regional_manager, trainer or admin.")
    ] = "rep",
) -> None:
    """Add a person; prints the invitation link (24 hours). Their team is chosen in the app."""
    with _store() as store:
        link = store.write_now(
            _welcome, login=login, family_name=family_name, given_name=given_name, role=role
        )
    typer.echo(f"Open this link within 24 hours to choose a password:\n{link}")


@app.command()
def backup(
    file: Annotated[Path, typer.Argument(help="Where to write it; must not exist yet.")],
) -> None:
    """Pack the SQLite database and its recordings into FILE (a tar archive) while the server runs, and check it."""
    from api.kit.safekeeping import back_up

    chosen = _settings()
    made = back_up(chosen.database_url, chosen.files_folder, file)
    typer.echo(f"{file}: {made.bytes / 1_000_000:.1f} MB, checked, with {made.files} recordings.")
    if made.missing:
        typer.echo(f"{made.missing} more were not on the disk any longer: see `alongside doctor`.")


@app.command()
def restore(
    file: Annotated[
        Path, typer.Argument(help="A file that `alongside backup` wrote.", exists=True)
    ],
) -> None:
    """Put a backup in the place of the database. Stop the server first; the present file is kept beside it.

    Recordings of the backup are added, and none is taken away. An older backup, the bare database, is taken too.
    """
    from api.kit.safekeeping import put_back

    chosen = _settings()
    kept = put_back(chosen.database_url, chosen.files_folder, file)
    typer.echo(f"Restored. The database of before is kept as {kept}." if kept else "Restored.")


@app.command()
def doctor(
    retry: Annotated[
        bool,
        typer.Option(
            "--retry",
            help="First run the flows that broke once more. With SQLite, stop the server before.",
        ),
    ] = False,
) -> None:
    """Say how this installation is: database, recordings, free space, flows that broke. Works beside a running server.

    A flow is what follows from something a person did, such as a card from a check-in. One that broke has cost
    nobody their work; --retry lets it follow now, each in its own transaction.
    """
    from api.kit.doctor import examine

    if retry:
        _run_flows_again()
    chosen = _settings()
    findings = examine(chosen.database_url, chosen.files_folder)
    for finding in findings:
        typer.echo(f"{'ok  ' if finding.well else 'look'}  {finding.what}: {finding.said}")
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)


def _run_flows_again() -> None:
    from api.kit.migrations import check_migrated
    from api.kit.retry import retry_faults
    from api.main import open_store

    chosen = _settings()
    check_migrated(chosen.database_url)
    with closing(open_store(chosen)) as store:
        for told in retry_faults(store):
            outcome = f"{told.error} again" if told.error else "done"
            typer.echo(
                f"{'look' if told.error else 'ok  '}  {told.flow} on {told.topic}: {outcome}"
            )


def _found(db: "Session", *, slug: str, name: str, admin: str, zone: str) -> str:
    """A new organisation with its playbook and its first admin, whose invitation link it returns."""
    from api.people.organisations.service import organisation_add as add
    from api.playbook.service import add_defaults

    company = add(db, slug=slug, name=name, zone=zone)
    add_defaults(db, company.id)
    names = {"family_name": "管", "given_name": "理员", "latin_name": "Admin"}
    return _invited(db, company, {"login": admin, "role": "admin", **names})


def _welcome(db: "Session", *, login: str, **known: str) -> str:
    """A new person of the organisation after the @ of their login; without it, of the only one there is."""
    from api.people.queries import organisations_named

    name, _, slug = login.partition("@")
    there, meant = organisations_named(db, slug)
    if len(meant) != 1:
        raise CompanyUnclear(said=_which(name, slug, there))
    return _invited(db, meant[0], {"login": name, **known})


def _which(name: str, slug: str, there: Sequence[str]) -> str:
    """No company, or not one alone, is meant by what follows the @."""
    if not there:
        return "There is no company yet. Make one first: alongside organisation add --help"
    known = ", ".join(there)
    if slug:
        return f"There is no company with the short name {slug}. Here are: {known}."
    return f"Say of which company, {name}@SHORT-NAME. Here are: {known}."


def _invited(db: "Session", company: "Organisation", known: dict[str, str]) -> str:
    from api.kit.clock import now
    from api.kit.tokens import fresh_secret
    from api.people.schemas import PersonNew
    from api.people.service import person_add as add
    from api.people.sign_in.service import invitation_for

    joined_on = now(db).date()
    given = PersonNew.model_validate({**known, "joined_on": joined_on})
    person = add(db, company.id, given=given)
    origin = _settings().public_url
    return invitation_for(db, person, origin=origin, secret=fresh_secret()).link


def _settings(*, demo: bool = False) -> Settings:
    return Settings(demo=True, secret=DEMO_SECRET) if demo else Settings()


def _listening(chosen: Settings, *, host: str | None, port: int | None) -> Settings:
    """Where to listen; links begin with that address, too, unless ALONGSIDE_PUBLIC_URL says another."""
    moved = {"host": host or chosen.host, "port": port or chosen.port}
    if "public_url" not in chosen.model_fields_set:
        moved["public_url"] = f"http://{moved['host']}:{moved['port']}"
    return chosen.model_copy(update=moved)


@contextmanager
def _store() -> Iterator["Store"]:
    from api.kit.migrations import check_migrated
    from api.kit.store import Store

    url = _settings().database_url
    check_migrated(url)
    store = Store(url)
    try:
        yield store
    finally:
        store.close()


def _stop(sentence: str) -> None:
    typer.echo(sentence, err=True)
    raise SystemExit(1)
