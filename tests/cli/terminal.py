"""A command as a person types it: through `main`, where what went wrong becomes a sentence."""

import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from unittest.mock import patch

import pytest

from api.cli import main


@dataclass(frozen=True)
class Told:
    """What the terminal shows, and how the command ended."""

    exit_code: int
    output: str


def typed(*words: str) -> Told:
    shown = StringIO()
    with (
        patch.object(sys, "argv", ["alongside", *words]),
        redirect_stdout(shown),
        redirect_stderr(shown),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    return Told(int(ended.value.code or 0), shown.getvalue())
