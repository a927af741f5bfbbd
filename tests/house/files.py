"""The project's files as the rules of the house see them: written by people, not made by tools."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
API = ROOT / "api"

MADE_BY_TOOLS = {
    ".git",
    ".hypothesis",
    ".venv",
    "__pycache__",
    "coverage",
    "dist",
    "node_modules",
    "static",
    "static.new",
    "static.old",
    "test-results",
    "var",
}
TEXT = {
    "",
    ".cfg",
    ".css",
    ".example",
    ".html",
    ".ini",
    ".js",
    ".json",
    ".mako",
    ".md",
    ".mjs",
    ".py",
    ".svg",
    ".toml",
    ".ts",
    ".tsx",
    ".txt",
    ".yaml",
    ".yml",
}  # fmt: skip - a list to read across


def project_files(*suffixes: str) -> Iterator[Path]:
    """Every text file of the project, or those with one of the suffixes."""
    wanted = set(suffixes) or TEXT
    yield from sorted(file for file in walk(ROOT) if file.suffix in wanted)


def walk(folder: Path) -> Iterator[Path]:
    for child in folder.iterdir():
        if child.is_dir():
            if child.name not in MADE_BY_TOOLS and not child.name.endswith("_cache"):
                yield from walk(child)
        else:
            yield child


def shown(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), filename=str(file))


def api_folders() -> set[str]:
    """The packages of api/: the nouns of the sales team, and the kit."""
    return {init.parent.name for init in API.glob("*/__init__.py")}
