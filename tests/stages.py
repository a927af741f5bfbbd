"""The stages of `make test`, in the order that finds the cheapest fault first."""

import os
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import build_pwa
from tests import chromium, postgres

ROOT = Path(__file__).resolve().parent.parent
REPORTS = ROOT / "var" / "test-reports"
SCHEMA = ROOT / "pwa" / "src" / "kit" / "api" / "schema.d.ts"


@dataclass(frozen=True)
class Count:
    """What a step found. A step which found nothing to test has failed."""

    passed: int
    failed: int

    def __add__(self, other: "Count") -> "Count":
        return Count(self.passed + other.passed, self.failed + other.failed)


@dataclass(frozen=True)
class Stage:
    name: str
    title: str
    run: Callable[[], tuple[Count, str]]


def style() -> tuple[Count, str]:
    count = check("ruff", "check") + check("ruff", "format", "--check")
    return count, ""


def types() -> tuple[Count, str]:
    return check("mypy"), ""


def imports() -> tuple[Count, str]:
    return check("lint-imports", "--no-cache", "--no-logo"), ""


def pwa() -> tuple[Count, str]:
    """Lint, form, types, unit tests, the types of the API and the byte budgets of the screens."""
    build_pwa.install_packages()
    count = Count(0, 0)
    for script in ("lint", "format:check", "types"):
        count += npm_check("run", script)
    count += generated_types()
    count += vitest()
    build_pwa.build()
    count += npm_check("run", "budgets")
    return count, f"Node {node_version()}"


def sqlite() -> tuple[Count, str]:
    count = pytest("sqlite", "tests", "--ignore=tests/e2e", "-n", "2")
    return count, f"SQLite {sqlite3.sqlite_version}"


def postgresql() -> tuple[Count, str]:
    with postgres.running_postgres() as url:
        told = f"PostgreSQL {postgres.version(url)}"
        where = {"TEST_DATABASE_URL": url}
        words = ("tests", "--ignore=tests/e2e", "-n", "2", "--database", "postgresql")
        return pytest("postgresql", *words, environment=where), told


def browser() -> tuple[Count, str]:
    build_pwa.build()
    told = chromium.version(chromium.chromium())
    # The long walks over all screens come first; whoever is done takes over what is left.
    return pytest("browser", "tests/e2e", "-n", "2", "--dist", "worksteal"), told


STAGES = (
    Stage("style", "Style (ruff)", style),
    Stage("types", "Types (mypy)", types),
    Stage("imports", "Who may import whom (import-linter)", imports),
    Stage("pwa", "The PWA (ESLint, Prettier, tsc, Vitest, budgets)", pwa),
    Stage("api", "API, rules of the house, flows on SQLite", sqlite),
    Stage("postgresql", "The same tests on PostgreSQL", postgresql),
    Stage("browser", "The browser tests in Chromium", browser),
)


def check(program: str, *words: str) -> Count:
    """Run a tool of this environment; its verdict counts as one test."""
    return verdict([str(Path(sys.executable).parent / program), *words], cwd=ROOT)


def npm_check(*words: str) -> Count:
    return verdict([*build_pwa.npm_command(), *words], cwd=build_pwa.PWA)


def verdict(command: list[str], *, cwd: Path) -> Count:
    ended = subprocess.run(command, cwd=cwd, env=build_pwa.node_environment(), check=False)
    return Count(1, 0) if ended.returncode == 0 else Count(0, 1)


def pytest(name: str, *words: str, environment: dict[str, str] | None = None) -> Count:
    report = fresh_report(name)
    command = [sys.executable, "-m", "pytest", *words, f"--junitxml={report}"]
    ended = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **(environment or {})}, check=False
    )
    return counted(report, ended.returncode)


def vitest() -> Count:
    report = fresh_report("vitest")
    reporters = ("--reporter=default", "--reporter=junit", f"--outputFile.junit={report}")
    command = [*build_pwa.npm_command(), "run", "test", "--", *reporters]
    ended = subprocess.run(
        command, cwd=build_pwa.PWA, env=build_pwa.node_environment(), check=False
    )
    return counted(report, ended.returncode)


def generated_types() -> Count:
    """Fail when the PWA's types are not those of openapi/openapi.json; leave the file as it was."""
    committed = SCHEMA.read_text()
    try:
        made = npm_check("run", "api")
        fresh = SCHEMA.read_text()
    finally:
        SCHEMA.write_text(committed)
    if made.failed or fresh == committed:
        return made
    print("The types of the API are old: run `.venv/bin/python build_pwa.py run api`.")
    return Count(0, 1)


def fresh_report(name: str) -> Path:
    REPORTS.mkdir(parents=True, exist_ok=True)
    report = REPORTS / f"{name}.xml"
    report.unlink(missing_ok=True)
    return report


def counted(report: Path, returncode: int) -> Count:
    """Read a JUnit report. No test, or a failure outside a test, is a failure."""
    total = failed = skipped = 0
    if report.is_file():
        for suite in ET.parse(report).getroot().iter("testsuite"):
            total += int(suite.get("tests", 0))
            failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped += int(suite.get("skipped", 0))
    passed = total - failed - skipped
    if failed == 0 and (returncode != 0 or passed == 0):
        failed = 1
    return Count(passed, failed)


def node_version() -> str:
    node = build_pwa.npm_command()[0]
    return subprocess.run([node, "--version"], capture_output=True, text=True, check=True).stdout[
        1:
    ]
