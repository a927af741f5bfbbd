"""``python -m tests``: everything a change must pass, stage by stage."""

import argparse
import sys
import time
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from tests.stages import STAGES, Count, Stage

WIDE = 120  # the table is read in logs as often as in a terminal
console = Console(highlight=False, width=WIDE)


@dataclass(frozen=True)
class Result:
    stage: Stage
    count: Count
    told: str
    seconds: float


def main(words: list[str]) -> int:
    # Headings must stand before what the tools below them print, also in a log file.
    sys.stdout.reconfigure(line_buffering=True)  # type: ignore[union-attr]  # a real stream here
    chosen = wanted_stages(words)
    results = [carry_out(stage) for stage in chosen]
    console.print(summary(results))
    total = sum((result.count for result in results), Count(0, 0))
    console.print(f"{total.passed} passed, {total.failed} failed")
    return 1 if total.failed else 0


def wanted_stages(words: list[str]) -> list[Stage]:
    names = [stage.name for stage in STAGES]
    listed = "\n".join(f"  {stage.name:<12} {stage.title}" for stage in STAGES)
    parser = argparse.ArgumentParser(
        prog="python -m tests",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Run everything a change must pass, or some of it while you work.",
        epilog=f"""stages, in this order:
{listed}

while you work:
  python -m tests --only style types       the two quickest
  python -m tests --only api               all Python tests on SQLite
  pytest tests/drills                      one folder
  pytest tests/drills --database postgresql   the same on PostgreSQL

PostgreSQL is the one TEST_DATABASE_URL names (its user must be allowed to create databases),
else one is started for the run. Chromium is found on PATH, else installed.""",
    )
    parser.add_argument("--only", nargs="+", choices=names, metavar="STAGE", help="these stages")
    only = parser.parse_args(words).only or names
    return [stage for stage in STAGES if stage.name in only]


def carry_out(stage: Stage) -> Result:
    console.rule(f"[bold]{stage.title}", align="left")
    started = time.monotonic()
    try:
        count, told = stage.run()
    except Exception as failure:  # noqa: BLE001 - one broken stage must not hide the others
        console.print(str(failure), style="red", markup=False)
        count, told = Count(0, 1), "could not run"
    except SystemExit as failure:
        console.print(str(failure), markup=False)
        count, told = Count(0, 1), "could not run"
    return Result(stage, count, told, time.monotonic() - started)


def summary(results: list[Result]) -> Table:
    table = Table(title="What was checked", title_justify="left")
    for heading in ("stage", "on"):
        table.add_column(heading)
    for heading in ("passed", "failed", "seconds"):
        table.add_column(heading, justify="right")
    for result in results:
        count = result.count
        numbers = (str(count.passed), str(count.failed), f"{result.seconds:.0f}")
        table.add_row(result.stage.title, result.told, *numbers)
    return table


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
