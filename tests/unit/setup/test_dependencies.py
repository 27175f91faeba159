"""The set-up says what the code needs: every package that is imported is declared, locked and accounted for."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import distributions, packages_distributions, version
from pathlib import Path

from packaging.specifiers import SpecifierSet

import dateline

ROOT = Path(__file__).resolve().parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.match(r"[\w.-]+", name)[0]).lower()


DECLARED = {_canonical(line) for line in PROJECT["dependencies"]}
EXTRA = {_canonical(line) for lines in PROJECT.get("optional-dependencies", {}).values() for line in lines}


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_every_package_that_is_imported_is_declared():
    names = {name for path in (ROOT / "src").rglob("*.py") for name in _imported(path)}
    foreign = names - set(sys.stdlib_module_names) - {"dateline"}
    owners = packages_distributions()
    missing = [
        n for n in sorted(foreign) if not {_canonical(o) for o in owners.get(n, [n])} & (DECLARED | EXTRA)
    ]
    assert not missing, f"imported and not in pyproject.toml: {missing}"


def test_every_dependency_has_its_reason_on_record():
    reasons = (ROOT / "docs" / "decisions" / "0001-dependencies.md").read_text(encoding="utf-8")
    missing = [name for name in sorted(DECLARED) if f"| {name} |" not in reasons]
    assert not missing, f"not in docs/decisions/0001-dependencies.md: {missing}"


def test_every_dependency_is_locked_with_its_hash():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    missing = [
        n
        for n in sorted(DECLARED)
        if not re.search(rf"^{re.escape(n)}==\S+ \\\n +--hash=sha256:", lock, re.MULTILINE)
    ]
    assert not missing, f"not in requirements.lock, run `make lock`: {missing}"


def test_locks_agree_where_they_overlap():
    pins = [
        dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("requirements.lock", "requirements-dev.lock")
    ]
    shared = pins[0].keys() & pins[1].keys()
    assert shared
    assert {n: pins[0][n] for n in shared} == {n: pins[1][n] for n in shared}


def test_what_is_locked_can_be_installed_on_the_oldest_python():
    """Whoever makes the locks may have a later one, as 3.11.9, and so get versions that the 3.11.2 of Debian 12 refuses."""
    oldest = PROJECT["requires-python"].removeprefix(">=") + ".0"
    locked = {
        _canonical(name)
        for lock in ("requirements.lock", "requirements-dev.lock")
        for name in re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE)
    }
    refused = [
        f"{one.name} {one.version} wants Python {one.metadata['Requires-Python']}"
        for one in distributions()
        if _canonical(one.name) in locked
        and not SpecifierSet(one.metadata["Requires-Python"] or "").contains(oldest)
    ]
    assert not refused


def test_locks_name_no_place_to_download_from():
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"https?://|file://|--(extra-)?index-url|--find-links|--trusted-host", text)


def test_the_installed_version_is_that_of_the_code():
    assert version("dateline-news") == dateline.__version__
