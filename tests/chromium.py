"""A real Chromium for the browser tests: found on PATH, else installed.

Debian's package is tried when we are root, Playwright's own download otherwise. When neither
works the message says what to install; a browser test never passes for want of a browser.
"""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

ON_PATH = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DEBIAN_PACKAGES = (
    "chromium",
    "fonts-noto-cjk",
    "fonts-roboto-unhinted",
)  # the second: half of the screens are Chinese

LAUNCH_ARGUMENTS = (
    "--no-sandbox",  # its sandbox refuses root, and CI is root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class NoChromium(RuntimeError):
    """No browser is there and none could be installed."""

    def __init__(self) -> None:
        super().__init__(
            "The browser tests need Chromium, and it could not be installed. On Debian or Ubuntu:"
            " apt-get install chromium fonts-noto-cjk. Elsewhere: put `chromium` or"
            " `google-chrome` on PATH, or run `.venv/bin/playwright install chromium`."
        )


@cache
def chromium() -> Path:
    """The browser's program, installed first when it is missing."""
    for find in (on_path, from_debian, from_playwright):
        program = find()
        if program is not None:
            return program
    raise NoChromium


def version(program: Path) -> str:
    """For example "Chromium 156.0.8078.79", without who built it."""
    told = first_line([str(program), "--version", "--no-sandbox"]) or "unknown"
    return told.partition(" built ")[0].strip()


def on_path() -> Path | None:
    for name in ON_PATH:
        program = shutil.which(name)
        # Ubuntu ships a program of this name which only asks for a snap: it has to answer.
        if program and first_line([program, "--version", "--no-sandbox"]):
            return Path(program)
    return None


def from_debian() -> Path | None:
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return None
    say("Installing Chromium and Chinese fonts with apt-get.")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *DEBIAN_PACKAGES]
    for command in (["apt-get", "update", "-qq"], install):
        if subprocess.run(command, env=environment, check=False).returncode != 0:
            return None
    return on_path()


def from_playwright() -> Path | None:
    say("Fetching Playwright's Chromium.")
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(command, check=False).returncode != 0:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        program = Path(playwright.chromium.executable_path)
    return program if program.is_file() else None


def first_line(command: list[str]) -> str | None:
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    except (OSError, subprocess.SubprocessError):
        return None
    return told.stdout.partition("\n")[0]


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)
