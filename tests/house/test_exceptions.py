"""A check is switched off on one line, for one rule, with the reason beside it."""

import re

from tests.house.files import project_files, shown

# The words are put together, so that this file is not taken for an exception itself.
PYTHON = re.compile(r"# (?:no" + r"qa|type: ig" + r"nore)\b(.*)")
WITH_A_REASON = re.compile(r"(: [A-Z0-9, ]+(?: - |  # )\S.*|\[[a-z, -]+\]\s+# \S.*)")
SCREENS = re.compile(r"(?:eslint-dis" + r"able|@ts-ex" + r"pect-error|@ts-ig" + r"nore)\S*(.*)")
SKIPPED = re.compile(
    r"pytest\.(?:mark\.)?(?:sk" + r"ip|xf" + r"ail)|\b(?:it|test|describe)\.sk" + r"ip"
)


def lines(*suffixes: str) -> list[tuple[str, str]]:
    return [
        (f"{shown(file)}:{number}", line)
        for file in project_files(*suffixes)
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
    ]


def test_an_exception_in_python_gives_its_rule_and_its_reason() -> None:
    silent = [
        where
        for where, line in lines(".py")
        if (found := PYTHON.search(line)) and not WITH_A_REASON.match(found.group(1))
    ]
    assert silent == []


def test_an_exception_in_the_screens_gives_its_reason() -> None:
    silent = [
        where
        for where, line in lines(".ts", ".tsx", ".js")
        if (found := SCREENS.search(line)) and not re.search(r"(?: -- |^: |^ )\w+", found.group(1))
    ]
    assert silent == []


def test_no_test_is_left_out() -> None:
    """A test for one engine only is marked `only_on`, and is counted where it runs."""
    assert [where for where, line in lines(".py", ".ts", ".tsx") if SKIPPED.search(line)] == []
