"""`make test` cannot be green by testing nothing."""

from pathlib import Path

import pytest

from tests.stages import Count, counted


def report(folder: Path, numbers: str) -> Path:
    file = folder / "report.xml"
    file.write_text(f"<testsuites><testsuite {numbers}></testsuite></testsuites>")
    return file


def test_a_stage_that_ran_nothing_has_failed(tmp_path: Path) -> None:
    nothing = report(tmp_path, 'tests="0" failures="0" errors="0" skipped="0"')
    assert counted(nothing, returncode=0) == Count(0, 1)


def test_a_stage_that_only_skipped_has_failed(tmp_path: Path) -> None:
    skipped = report(tmp_path, 'tests="3" failures="0" errors="0" skipped="3"')
    assert counted(skipped, returncode=0) == Count(0, 1)


def test_a_stage_without_a_report_has_failed(tmp_path: Path) -> None:
    assert counted(tmp_path / "never-written.xml", returncode=0) == Count(0, 1)


def test_a_crash_after_the_last_test_is_a_failure(tmp_path: Path) -> None:
    all_well = report(tmp_path, 'tests="5" failures="0" errors="0" skipped="0"')
    assert counted(all_well, returncode=3) == Count(5, 1)


@pytest.mark.parametrize(("failures", "errors"), [(2, 0), (0, 2), (1, 1)])
def test_failures_and_errors_are_counted(tmp_path: Path, failures: int, errors: int) -> None:
    some = report(tmp_path, f'tests="9" failures="{failures}" errors="{errors}" skipped="1"')
    assert counted(some, returncode=1) == Count(6, 2)
