"""docs/operations.md, its example files and the container say what the code does."""

import configparser
import json
import re

from api.kit.settings import Settings
from tests.house.files import ROOT


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_settings_are_documented_as_they_are() -> None:
    listed = re.findall(r"^\| `ALONGSIDE_.*\|$", text("docs/operations.md"), re.MULTILINE)
    assert listed == [row(name) for name in Settings.model_fields]


def row(name: str) -> str:
    field = Settings.model_fields[name]
    default = json.dumps(field.default) if isinstance(field.default, bool) else field.default
    return f"| `ALONGSIDE_{name.upper()}` | `{default}` | {field.description} |"


def test_no_file_sets_a_setting_that_does_not_exist() -> None:
    known = {f"ALONGSIDE_{name.upper()}" for name in Settings.model_fields}
    files = ["Dockerfile", "README.md", "docs/operations.md", "docs/alongside.service.example"]
    named = {setting for file in files for setting in re.findall(r"ALONGSIDE_[A-Z_]+", text(file))}
    assert named - known == set()


def test_the_proxy_example_speaks_to_the_server_as_it_comes() -> None:
    example = text("docs/Caddyfile.example")
    host, port = Settings.model_fields["host"].default, Settings.model_fields["port"].default
    assert f"reverse_proxy {host}:{port}" in example
    assert Settings.model_fields["trusted_proxies"].default == host


def test_the_proxy_example_keeps_phones_on_https_and_live_rooms_uncompressed() -> None:
    example = text("docs/Caddyfile.example")
    assert re.search(r'Strict-Transport-Security "max-age=\d{8}"', example)
    assert "@screens not path /api/*" in example
    assert re.findall(r"^\s*encode (\S+)", example, re.MULTILINE) == ["@screens"]


def test_the_service_example_migrates_then_serves_without_rights() -> None:
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str  # type: ignore[assignment,method-assign]  # systemd minds capitals
    unit.read_string(text("docs/alongside.service.example"))
    service = unit["Service"]
    assert service["ExecStartPre"].endswith("/alongside migrate")
    assert service["ExecStart"].endswith("/alongside serve")
    assert service["DynamicUser"] == "yes"
    assert service["NoNewPrivileges"] == "yes"
    assert f"/var/lib/{service['StateDirectory']}/" in text("docs/alongside.service.example")


def stages() -> list[str]:
    return re.split(r"^(?=FROM )", text("Dockerfile"), flags=re.MULTILINE)[1:]


def test_the_image_is_built_in_one_stage_and_runs_in_another() -> None:
    build, final = stages()
    assert build.splitlines()[0] == "FROM python:3.12-slim AS build"
    assert final.splitlines()[0] == "FROM python:3.12-slim"
    assert "COPY --from=build" in final


def test_the_image_installs_hashed_requirements_and_the_wheel() -> None:
    build, _ = stages()
    assert "hatchling build --target wheel" in build
    installs = re.findall(r"\bpip\b.*\binstall\b(.*)", build)
    assert installs
    assert all("--require-hashes -r" in words or "--no-deps" in words for words in installs)


def test_the_final_image_has_no_build_tools() -> None:
    build, final = stages()
    assert "--without-pip /opt/alongside" in build
    assert not re.search(r"\b(pip|apt-get|apk|npm|curl|wget|gcc)\b", final)


def test_the_final_image_runs_as_a_number_and_asks_for_its_own_health() -> None:
    _, final = stages()
    user = re.findall(r"^USER (\S+)$", final, re.MULTILINE)
    assert user == ["10001:10001"]
    assert re.search(r'HEALTHCHECK .*CMD \["python"', final)
    assert "/healthz" in final
    assert final.rstrip().endswith('CMD ["alongside", "serve"]')
