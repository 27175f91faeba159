"""What helps to install and cite Dateline says what is there."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import dateline

ROOT = Path(__file__).resolve().parents[3]
UNITS = sorted((ROOT / "packaging" / "systemd").glob("*.service"))


def settings_of(unit: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r"^(\w+)=(.*)$", unit.read_text(encoding="utf-8"), re.MULTILINE):
        found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize("unit", UNITS, ids=[unit.stem for unit in UNITS])
def test_units_start_a_command_with_options_that_it_has(unit: Path) -> None:
    (line,) = settings_of(unit)["ExecStart"]
    program, command, *words = line.split()
    assert program.endswith("/dateline") and unit.stem == f"dateline-{command}"
    section = (
        (ROOT / "docs" / "commands.md")
        .read_text(encoding="utf-8")
        .split(f"\n## {command}\n")[1]
        .split("\n## ")[0]
    )
    assert [word for word in words if word.startswith("--") and f"`{word}" not in section] == []


@pytest.mark.parametrize("unit", UNITS, ids=[unit.stem for unit in UNITS])
def test_units_are_sound_and_shut_in(unit: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd-analyze is not installed")
    told = subprocess.run([analyze, "verify", str(unit)], capture_output=True, text=True, check=False).stderr
    assert [line for line in told.splitlines() if "is not executable" not in line] == []
    words = [analyze, "security", "--offline=yes", "--threshold=20", str(unit)]
    rated = subprocess.run(words, capture_output=True, text=True, check=False)
    assert rated.returncode == 0, rated.stdout[-300:]


def test_the_image_is_made_of_files_that_are_there() -> None:
    text = (ROOT / "packaging" / "Containerfile").read_text(encoding="utf-8")
    copied = [
        word
        for line in re.findall(r"^COPY (?!--from)(.+)$", text, re.MULTILINE)
        for word in line.split()[:-1]
    ]
    assert "requirements.lock" in copied
    assert [word for word in copied if not (ROOT / word).exists()] == []


def test_the_citation_is_of_this_version() -> None:
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.findall(r"^version: (.+)$", text, re.MULTILINE) == [dateline.__version__]
    assert "license: Apache-2.0" in text


def test_the_source_distribution_holds_what_the_tests_read() -> None:
    """Whatever is tracked beside the package is named, so that its tests run from the unpacked sources."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    included = re.findall(
        r'"(/[^"]+)"', project.split("[tool.hatch.build.targets.sdist]")[1].split("[tool.mypy]")[0]
    )
    left_out = {".git", ".gitignore", ".gitattributes", "pyproject.toml", "PKG-INFO"}
    here = [
        path for path in ROOT.iterdir()
        if path.name not in left_out and not path.name.startswith((".venv", "dateline-", "dist", "build")) and not path.name.endswith("_cache")
        and path.name not in (".hypothesis", ".cache")
    ]  # fmt: skip
    missing = [
        path.name for path in here if not any(Path("/", path.name).match(pattern) for pattern in included)
    ]
    assert missing == []
