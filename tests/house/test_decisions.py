"""docs/decisions/: why things are as they are, numbered without a gap."""

import re
from pathlib import Path

import pytest

from tests.house.files import ROOT, shown

RECORDS = sorted((ROOT / "docs" / "decisions").iterdir())
PARTS = ["Context", "Decision", "Consequences", "Refused"]
MOST_LINES = 50


def test_the_records_are_numbered_from_one_without_a_gap() -> None:
    numbers = [int(file.name[:4]) for file in RECORDS]
    assert numbers == list(range(1, len(RECORDS) + 1))


@pytest.mark.parametrize("file", RECORDS, ids=shown)
def test_a_record_is_named_by_number_and_title(file: Path) -> None:
    assert re.fullmatch(r"\d{4}(-[a-z0-9]+)+\.md", file.name)
    assert file.read_text().startswith(f"# {int(file.name[:4])}. ")


@pytest.mark.parametrize("file", RECORDS, ids=shown)
def test_a_record_says_what_was_decided_and_what_was_refused(file: Path) -> None:
    assert re.findall(r"^## (\w+)$", file.read_text(), re.MULTILINE)[:4] == PARTS


@pytest.mark.parametrize("file", RECORDS, ids=shown)
def test_a_record_is_short(file: Path) -> None:
    assert len(file.read_text().splitlines()) <= MOST_LINES
