"""What counts as an answer on a client sheet."""

from copy import deepcopy
from typing import Any

import pytest

from api.clients.models import EMPTY_SHEET, SheetContent, SheetPart, missing, questions

SAID = {
    "id": "0190a000-0000-7000-8000-000000000009",
    "type_key": None,
    "words": "太贵",
    "answer": "",
}


def sheet_with(part: SheetPart, **answer: Any) -> SheetContent:
    content = deepcopy(EMPTY_SHEET)
    content[part].update(answer)
    return content


def test_an_empty_sheet_lacks_all_four_answers_and_asks_nothing() -> None:
    assert missing(EMPTY_SHEET) == list(SheetPart)
    assert questions(EMPTY_SHEET) == []


@pytest.mark.parametrize("part", SheetPart)
def test_unknown_is_an_answer_and_becomes_a_question(part: SheetPart) -> None:
    content = sheet_with(part, unknown=True)
    assert part not in missing(content)
    assert questions(content) == [part]


@pytest.mark.parametrize("part", [SheetPart.DECIDER, SheetPart.SITUATION])
def test_words_are_an_answer_and_no_question(part: SheetPart) -> None:
    content = sheet_with(part, text="吴建平，急性子；太太管账")
    assert part not in missing(content)
    assert questions(content) == []


@pytest.mark.parametrize("part", [SheetPart.OBJECTIONS, SheetPart.COMPETITORS])
def test_one_line_is_an_answer(part: SheetPart) -> None:
    assert part not in missing(sheet_with(part, items=[SAID]))


def test_an_objection_without_a_planned_answer_still_counts() -> None:
    """Knowing what they will say is the analysis; the line is found in the round."""
    assert SheetPart.OBJECTIONS not in missing(sheet_with(SheetPart.OBJECTIONS, items=[SAID]))


def test_words_and_unknown_together_stay_a_question() -> None:
    content = sheet_with(SheetPart.DECIDER, text="也许是太太", unknown=True)
    assert missing(content) == [part for part in SheetPart if part is not SheetPart.DECIDER]
    assert questions(content) == [SheetPart.DECIDER]
