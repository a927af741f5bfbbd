"""The first steps as the documents tell them, taken in their order on a machine that has nothing yet."""

import json
import os
import re
import shlex
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.house.files import ROOT
from tests.served import Server

ALONGSIDE = Path(sys.executable).parent / "alongside"
SECRET = "kV2mQ9xT7rLp4sWz8bNc3dHf6gJy1aEu"


def commands(document: str) -> list[list[str]]:
    """What each `docker run` of the document runs in the container; nothing when the image decides."""
    text = (ROOT / document).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = re.findall(r"^ *(docker run .*)$", text, re.MULTILINE)
    return [after_the_image(shlex.split(line)) for line in lines]


def after_the_image(words: list[str]) -> list[str]:
    """The image is called as the command is: the first bare word that no option took."""
    alone = {"--rm", "--detach"}
    rest = words[2:]
    while rest[0].startswith("--"):
        rest = rest[1 if rest[0] in alone else 2 :]
    assert rest[0] == "alongside"
    return rest[1:]


@pytest.mark.parametrize("document", ["README.md", "docs/operations.md"])
def test_the_container_s_first_steps_work_in_the_order_they_are_told(
    document: str, tmp_path: Path
) -> None:
    """The company was to be made beside a running server, which holds the database."""
    database = tmp_path / "data" / "alongside.db"
    environment = {
        **os.environ,
        "ALONGSIDE_SECRET": SECRET,
        "ALONGSIDE_DATABASE_URL": f"sqlite:///{database}",
    }
    *before, serving = commands(document)
    assert len(before) == 2
    said = ""
    for program, *words in before:
        assert program == "alongside"
        done = subprocess.run(
            [ALONGSIDE, *words], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        said += done.stdout
    assert serving == []
    server = Server(database, secret=SECRET)
    server.start()
    try:
        assert invited(server, said) == "admin"
    finally:
        server.stop()


def invited(server: Server, said: str) -> str:
    """The login for whom the printed link is good."""
    [token] = re.findall(r"/join#(\S+)", said)
    asked = urllib.request.Request(
        f"{server.url}/api/v1/invitations/look",
        data=json.dumps({"token": token}).encode(),
        headers={"content-type": "application/json"},
    )
    with urllib.request.urlopen(asked, timeout=30) as answer:
        return str(json.load(answer)["login"])
