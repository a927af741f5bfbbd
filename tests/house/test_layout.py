"""The listing tells the story: the folders, and the few kinds of file in each."""

import ast
import re

import pytest

from tests.house.files import API, ROOT, api_folders, parsed, project_files, shown

FILES_OF_A_DOMAIN = {
    "__init__.py",
    "events.py",
    "models.py",
    "policy.py",
    "queries.py",
    "routes.py",
    "schemas.py",
    "service.py",
}
# The kit has a file per tool, a flow a file per sentence, the others a file per screen or party.
WITH_FILES_OF_THEIR_OWN = {"crm", "demo", "flows", "kit", "today"}
SAY_NOTHING = {"base", "common", "helpers", "manager", "managers", "misc", "platform", "utils"}

DOMAINS = sorted(api_folders() - WITH_FILES_OF_THEIR_OWN)


def test_the_readme_lists_the_folders_of_the_api() -> None:
    listed = set(re.findall(r"^\| `api/(\w+)` \|", (ROOT / "README.md").read_text(), re.MULTILINE))
    assert listed == api_folders()


def test_every_folder_of_the_api_is_a_package_with_code() -> None:
    folders = {child for child in API.iterdir() if child.is_dir()}
    empty = {
        folder.name
        for folder in folders - {API / "static", API / "__pycache__"}
        if len(list(folder.glob("*.py"))) < 2
    }
    assert empty == set()


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_domain_folder_has_the_few_files_everybody_knows(domain: str) -> None:
    present = {file.name for file in (API / domain).rglob("*") if file.suffix == ".py"}
    assert present <= FILES_OF_A_DOMAIN


@pytest.mark.parametrize("folder", sorted(api_folders()))
def test_a_package_opens_with_a_docstring_and_nothing_else(folder: str) -> None:
    module = parsed(API / folder / "__init__.py")
    assert ast.get_docstring(module)
    assert len(module.body) == 1


def test_no_name_says_nothing() -> None:
    named = [
        shown(file)
        for file in project_files(".py", ".ts", ".tsx")
        if SAY_NOTHING & {part.partition(".")[0].lower() for part in file.relative_to(ROOT).parts}
    ]
    assert named == []


def test_the_migrations_are_not_a_package() -> None:
    """`alembic/__init__.py` would shadow the library of that name."""
    assert not (ROOT / "alembic" / "__init__.py").exists()
