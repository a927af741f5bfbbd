"""The command line of the proofs."""

from typing import Annotated

import typer

from bench import lists

app = typer.Typer(no_args_is_help=True, add_completion=False)


@app.callback()
def bench() -> None:
    """Proofs that take minutes, and figures that depend on the machine. The tests need none of them."""


@app.command("lists")
def ask_lists(
    visits: Annotated[int, typer.Option(help="How many visits the company has made.")] = 1_000_000,
    database: Annotated[
        str, typer.Option(help="sqlite, postgresql (one of our own is started), or both.")
    ] = "both",
) -> None:
    """Fill a company of 300 reps with visits and read its lists and homes: at most 6 statements and 20 KB a list.

    The milliseconds are the fastest of three and only told; statements and bytes are held, and the command fails where
    one is broken.
    """
    engines = ["sqlite", "postgresql"] if database == "both" else [database]
    broken = [fault for engine in engines for fault in lists.prove(engine, visits=visits)]
    for fault in broken:
        typer.echo(fault, err=True)
    raise typer.Exit(bool(broken))


if __name__ == "__main__":
    app()
