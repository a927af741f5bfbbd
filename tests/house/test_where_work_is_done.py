"""Routes hand on, services change, the store alone commits.

Elsewhere "never commit in a service" was advice, and 14 files of one product did it all the same.
"""

import ast
from pathlib import Path

import pytest

from tests.house.files import API, parsed, project_files, shown

NOT_IN_A_ROUTE = {"select", "add", "add_all", "flush", "commit", "rollback", "execute", "exec"}
ROUTES = sorted(API.glob("*/routes.py"))


@pytest.mark.parametrize("file", ROUTES, ids=shown)
def test_a_route_neither_queries_nor_catches(file: Path) -> None:
    tree = parsed(file)
    assert calls(tree) & NOT_IN_A_ROUTE == set()
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Try)]


def test_nobody_but_the_store_commits() -> None:
    kit = API / "kit"
    committing = [
        shown(file)
        for file in project_files(".py")
        if file.is_relative_to(API) and not file.is_relative_to(kit)
        if calls(parsed(file)) & {"commit", "begin"}
    ]
    assert committing == []


def calls(tree: ast.Module) -> set[str]:
    """The last word of everything called in a file: `db.commit()` is "commit"."""
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    attributes = {call.attr for call in called if isinstance(call, ast.Attribute)}
    return attributes | {call.id for call in called if isinstance(call, ast.Name)}
