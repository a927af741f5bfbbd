"""Settings refuse what would not be safe."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from api.kit.settings import DEMO_SECRET, Settings

SAFE = "kV2mQ9xT7rLp4sWz8bNc3dHf6gJy1aEu"


@pytest.mark.parametrize("secret", [DEMO_SECRET, "short", "a" * 60, "abcabc" * 10])
def test_a_default_or_weak_secret_refuses_to_start_outside_the_demo(secret: str) -> None:
    with pytest.raises(ValidationError, match="ALONGSIDE_SECRET is missing or weak"):
        Settings(secret=secret)


def test_the_demo_starts_with_the_demos_secret() -> None:
    assert Settings(demo=True).secret == DEMO_SECRET


def test_a_random_secret_starts() -> None:
    assert Settings(secret=SAFE).sqlite_file is not None


def test_several_workers_on_one_sqlite_file_are_refused() -> None:
    with pytest.raises(ValidationError, match="needs PostgreSQL"):
        Settings(secret=SAFE, workers=2)


def test_the_environment_is_read_with_the_prefix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALONGSIDE_PORT", "8123")
    monkeypatch.setenv("ALONGSIDE_SECRET", SAFE)
    assert Settings().port == 8123


@pytest.mark.parametrize(
    ("chosen", "folder"),
    [
        ({}, "var/files"),
        ({"database_url": "sqlite:////data/alongside.db"}, "/data/files"),
        ({"files": "/mnt/said"}, "/mnt/said"),
        ({"database_url": "postgresql://db/alongside"}, "var/files"),
    ],
)
def test_recordings_lie_beside_the_database_unless_they_are_put_elsewhere(
    chosen: dict[str, str], folder: str
) -> None:
    settings = Settings.model_validate({"secret": SAFE, **chosen})
    assert settings.files_folder == Path(folder)
