"""Asks a public database whether faults are known of the versions in requirements.lock, by pip-audit.

    make audit

Exit status: 0 none is known, 1 some are, 3 the database cannot be asked from here. Nothing is asked of it but names and versions.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"
_PROBE = "jinja2"
"""A package of which faults are known, in versions long past: a database that does not know it is none."""
_PROBE_VERSION = "2.10"
_PATIENCE = 300


def ask(requirements: str) -> list[dict[str, object]]:
    """What the database says of each package; nothing where it does not answer."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "requirements.txt"
        path.write_text(requirements, encoding="utf-8")
        words = [sys.executable, "-m", "pip_audit", "--requirement", str(path), "--no-deps", "--disable-pip"]
        words += ["--format", "json", "--progress-spinner", "off", "--timeout", "15"]
        try:
            done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=_PATIENCE)
            return list(json.loads(done.stdout)["dependencies"])
        except (subprocess.TimeoutExpired, ValueError, KeyError):
            return []


def faults_of(found: dict[str, object]) -> list[str]:
    """The names of the faults of a package."""
    known = found.get("vulns")
    return [str(fault["id"]) for fault in known] if isinstance(known, list) else []


def main() -> int:
    probe = ask(f"{_PROBE}=={_PROBE_VERSION}\n")
    if not any(faults_of(found) for found in probe):
        print("The database of known faults cannot be asked from here: nothing was audited.", file=sys.stderr)
        return 3
    pins = re.findall(r"^([\w.-]+==\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)
    found = ask("".join(f"{pin}\n" for pin in pins))
    unknown = [str(one["name"]) for one in found if "skip_reason" in one]
    bad = [
        f"{one['name']} {one['version']}: {', '.join(faults)}" for one in found if (faults := faults_of(one))
    ]
    for line in bad:
        print(line)
    told = f"; unknown to it: {', '.join(unknown)}" if unknown else ""
    print(f"{len(found) - len(unknown)} of {len(pins)} packages audited, {len(bad)} with known faults{told}.")
    return 1 if bad or len(found) < len(pins) else 0


if __name__ == "__main__":
    raise SystemExit(main())
