"""Settings from the environment, prefix `ALONGSIDE_`; the table in docs/operations.md is compared with this class."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import Field, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

DEMO_SECRET = "-".join(["demo-only"] * 4)
SHORTEST_SECRET = 32


class Settings(BaseSettings):
    """What a machine may decide; what an organisation may decide is stored with the organisation."""

    model_config = SettingsConfigDict(env_prefix="ALONGSIDE_", extra="ignore")

    database_url: str = Field(
        default="sqlite:///var/alongside.db",
        description="Where records live: sqlite:///FILE (one process) or postgresql://… (many).",
    )
    files: str = Field(
        default="files",
        description="Folder of the recordings; a relative one lies beside the SQLite file, with PostgreSQL in var/.",
    )
    voice_note_days: int = Field(
        default=365,
        ge=1,
        le=3650,
        description="Days a voice note is kept; the server deletes older ones when it starts and once a day.",
    )
    secret: str = Field(
        default=DEMO_SECRET,
        description="Signs access tokens. At least 32 random characters; the default serves the demo only.",
    )
    demo: bool = Field(
        default=False, description="Serve the demo company; allows the default secret."
    )
    public_url: str = Field(
        default="http://127.0.0.1:8000",
        description="The address people open; invitation links begin with it.",
    )
    host: str = Field(default="127.0.0.1", description="Address to listen on.")
    port: int = Field(default=8000, ge=1, le=65535, description="Port to listen on.")
    workers: int = Field(
        default=1, ge=1, le=64, description="Server processes; more than one needs PostgreSQL."
    )
    trusted_proxies: str = Field(
        default="127.0.0.1",
        description="Addresses whose X-Forwarded-* headers are believed, comma separated.",
    )
    access_minutes: int = Field(default=10, ge=1, le=60, description="Life of an access token.")
    refresh_days: int = Field(
        default=30, ge=1, le=365, description="Life of a sign-in that is not used."
    )
    read_threads: int = Field(
        default=4, ge=1, le=64, description="Threads that read from the database."
    )
    local_receivers: bool = Field(
        default=False,
        description="For development: reminders may also be sent by http and to this machine itself.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info",
        description="Least level written to the log: `debug`, `info`, `warning` or `error`.",
    )
    log_format: Literal["json", "console"] = Field(
        default="json", description="`json` for a machine, or `console` for a person."
    )

    @model_validator(mode="after")
    def _secret_is_safe(self) -> "Settings":
        weak = len(self.secret) < SHORTEST_SECRET or len(set(self.secret)) < 8
        if not self.demo and (self.secret == DEMO_SECRET or weak):
            raise ValueError(
                "ALONGSIDE_SECRET is missing or weak: set it to at least 32 random characters, "
                'for example the output of: python3 -c "import secrets; print(secrets.token_urlsafe(48))"'
            )
        if self.workers > 1 and self.sqlite_file is not None:
            raise ValueError(
                "ALONGSIDE_WORKERS above 1 needs PostgreSQL: one SQLite file has one process."
            )
        return self

    @property
    def sqlite_file(self) -> Path | None:
        """The database file, or None on PostgreSQL."""
        prefix = "sqlite:///"
        return (
            Path(self.database_url[len(prefix) :]) if self.database_url.startswith(prefix) else None
        )

    @property
    def files_folder(self) -> Path:
        beside = self.sqlite_file.parent if self.sqlite_file is not None else Path("var")
        return beside / self.files

    @property
    def https(self) -> bool:
        return self.public_url.startswith("https://")


@lru_cache
def settings() -> Settings:
    return Settings()
