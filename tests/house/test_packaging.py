"""What is installed is what was tested, from wherever a machine gets its packages."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from tests.house.files import ROOT, project_files, shown

REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))

# Put together here, so that this file does not name them itself.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("npmmirror", "com"),
        ("yarnpkg", "com"),
    )
]


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_there_are_requirements_to_run_to_build_and_to_test() -> None:
    names = [file.stem for file in REQUIREMENTS]
    assert names == ["build", "dev", "run", "uv"]


@pytest.mark.parametrize("file", REQUIREMENTS, ids=shown)
def test_every_requirement_is_pinned_and_hashed(file: Path) -> None:
    lines = file.read_text().splitlines()
    pinned = [line for line in lines if re.match(r"[a-z0-9]", line)]
    assert pinned
    assert [line for line in pinned if not re.match(r"[a-z0-9_.-]+==\S+ .*\\$", line)] == []
    assert len(re.findall(r"^    --hash=sha256:[0-9a-f]{64}", file.read_text(), re.MULTILINE)) > 0


def test_the_requirements_agree_with_one_another() -> None:
    """The product is tested with the versions it runs with."""
    run, build, dev = (pins(f"requirements/{name}.txt") for name in ("run", "build", "dev"))
    assert run.items() <= build.items()
    assert build.items() <= dev.items()


def test_every_dependency_is_in_the_requirements() -> None:
    project = tomllib.loads(text("pyproject.toml"))
    groups = project["dependency-groups"]
    wanted = project["project"]["dependencies"] + groups["build"] + groups["dev"]
    names = {re.split(r"[^\w-]", line)[0].lower() for line in wanted}
    assert names <= set(pins("requirements/dev.txt"))


def test_no_file_names_a_package_registry() -> None:
    """Everybody uses the registries, or mirrors, their own machine is set to."""
    naming = [
        f"{shown(file)}: {host}"
        for file in project_files()
        for host in REGISTRIES
        if host in file.read_text(encoding="utf-8")
    ]
    assert naming == []


def test_the_npm_lock_has_no_addresses_and_keeps_its_hashes() -> None:
    packages = json.loads(text("pwa/package-lock.json"))["packages"]
    fetched = {name: package for name, package in packages.items() if name}
    assert fetched
    assert [name for name, package in fetched.items() if "resolved" in package] == []
    assert [name for name, package in fetched.items() if "integrity" not in package] == []


def test_the_readme_begins_with_the_two_commands() -> None:
    blocks = re.findall(r"```\w*\n(.*?)```", text("README.md"), re.DOTALL)
    commands = [line for block in blocks for line in block.splitlines() if line.strip()]
    assert commands[:2] == ["make run", "make test"]


def test_ci_runs_the_readmes_test_command() -> None:
    assert re.search(r"^exec make test$", text(".ci/run"), re.MULTILINE)
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o100


def test_the_readme_names_no_command_that_make_does_not_know() -> None:
    targets = set(re.findall(r"^([a-z]+):", text("Makefile"), re.MULTILINE))
    named = set(re.findall(r"^(?:PORT=\d+ )?make ([a-z]+)", text("README.md"), re.MULTILINE))
    assert named <= targets


def pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9_.-]+)==(\S+)", text(name), re.MULTILINE))
