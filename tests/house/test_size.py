"""A file is read in one sitting."""

import ast
from pathlib import Path

from tests.house.files import API, parsed, project_files, shown

MOST_LINES = {".py": 400, ".ts": 350, ".tsx": 350, ".css": 350}
MOST_COLUMNS = 140
MOST_ROUTE_LINES = 10
GENERATED = {"pwa/src/kit/api/schema.d.ts"}


def written() -> list[Path]:
    return [file for file in project_files(*MOST_LINES) if shown(file) not in GENERATED]


def test_no_file_is_too_long() -> None:
    lengths = {file: len(file.read_text().splitlines()) for file in written()}
    too_long = [
        f"{shown(file)}: {lines} lines, at most {MOST_LINES[file.suffix]}"
        for file, lines in lengths.items()
        if lines > MOST_LINES[file.suffix]
    ]
    assert too_long == []


def test_no_line_is_too_wide() -> None:
    """Files must get shorter by meaning, not by squeezing."""
    too_wide = [
        f"{shown(file)}:{number}"
        for file in written()
        for number, line in enumerate(file.read_text().splitlines(), start=1)
        if len(line) > MOST_COLUMNS
    ]
    assert too_wide == []


def test_a_route_body_is_a_few_lines() -> None:
    long_routes = [
        f"{shown(file)}:{function.lineno} {function.name}"
        for file in API.glob("*/routes.py")
        for function in ast.walk(parsed(file))
        if isinstance(function, ast.AsyncFunctionDef | ast.FunctionDef)
        and body_lines(function) > MOST_ROUTE_LINES
    ]
    assert long_routes == []


def body_lines(function: ast.AsyncFunctionDef | ast.FunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
