"""The built PWA: hashed files for a year, everything else asked for anew, and one shell for every address."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

MISSING = (
    "The app is not built yet: run `make run`, or `python build_pwa.py`. The API is at /api/v1."
)


class Website(StaticFiles):
    """Serves files; an address of the app itself (a path without a dot) is answered by the shell."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, html=True, check_dir=False)
        self.config_checked = True  # the folder may not be built yet; MISSING says so
        self.shell = folder / "index.html"

    async def get_response(self, path: str, scope: Scope) -> Response:
        if scope["path"].startswith("/api/") or scope["method"] not in {"GET", "HEAD"}:
            raise HTTPException(404)
        if not self.shell.exists():
            return PlainTextResponse(MISSING, status_code=503)
        try:
            answer = await super().get_response(path, scope)
        except HTTPException as missing:
            if missing.status_code != 404 or "." in path.rsplit("/", 1)[-1]:
                raise
            answer = await super().get_response("index.html", scope)
        answer.headers["cache-control"] = _kept(path)
        return answer


def _kept(path: str) -> str:
    hashed = path.startswith("assets/")
    return "public, max-age=31536000, immutable" if hashed else "no-cache"
