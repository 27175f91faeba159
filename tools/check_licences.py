"""Checks that everything that Dateline needs at run time is under a permissive licence or the MPL.

Walks the installed metadata from `dateline-news` along its requirements (markers of this platform, no extras), so that
tools of the tests in the same environment do not count. A package that does not state its licence, or states one that
is not known here, is a fault: someone has to look.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = "dateline-news"

PERMISSIVE = {
    "0bsd", "apache-2.0", "bsd", "bsd-2-clause", "bsd-3-clause", "cc0-1.0", "cnri-python", "isc", "mit", "mpl-1.1",
    "mpl-2.0", "psf-2.0", "unlicense", "zlib",
}  # fmt: skip

# Words that packages use where they do not use SPDX identifiers.
SPOKEN = {
    "3-clause bsd license": "bsd-3-clause",
    "apache 2.0": "apache-2.0",
    "apache license 2.0": "apache-2.0",
    "apache software license": "apache-2.0",
    "bsd license": "bsd",
    "isc license (iscl)": "isc",
    "isc license": "isc",
    "mit license": "mit",
    "mozilla public license 2.0 (mpl 2.0)": "mpl-2.0",
    "python software foundation license": "psf-2.0",
}


def needed(name: str = PROJECT) -> dict[str, Distribution | None]:
    """All distributions that a package needs, by canonical name; None where one is not installed."""
    found: dict[str, Distribution | None] = {}
    waiting = [canonicalize_name(name)]
    while waiting:
        current = waiting.pop()
        if current in found:
            continue
        found[current] = _installed(current)
        waiting.extend(_requirements(found[current]))
    return found


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _requirements(installed: Distribution | None) -> Iterator[str]:
    for line in (installed.requires or []) if installed else []:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield canonicalize_name(requirement.name)


def licence_of(installed: Distribution) -> str:
    """What a package says of its licence: the SPDX expression, else the classifiers, else a short licence field."""
    said = installed.metadata
    expression = said.get("License-Expression")
    if expression:
        return expression
    classified = [c.split(" :: ")[-1] for c in said.get_all("Classifier") or [] if c.startswith("License ::")]
    if classified and classified != ["OSI Approved"]:
        return " AND ".join(classified)
    stated = (said.get("License") or "").strip()
    return stated if stated and "\n" not in stated else ""


def is_accepted(licence: str) -> bool:
    """Whether a licence expression leaves one way to use the package under accepted licences only."""
    ways = re.split(r"\s+OR\s+", licence.strip())
    return any(all(_is_permissive(part) for part in re.split(r"\s+AND\s+", way)) for way in ways)


def _is_permissive(name: str) -> bool:
    key = name.strip(" ()").lower() if name.count("(") != name.count(")") else name.strip().lower()
    return SPOKEN.get(key, key) in PERMISSIVE


def main() -> int:
    """Prints one line for each package; exit status 1 when a licence is not accepted or a package is missing."""
    faults = 0
    for name, installed in sorted(needed().items()):
        licence = licence_of(installed) if installed else "not installed"
        accepted = installed is not None and is_accepted(licence)
        faults += not accepted
        print(
            f"{'ok ' if accepted else 'NOT'} {name} {installed.version if installed else ''}: {licence or 'not stated'}"
        )
    print(f"{faults} licences that are not accepted" if faults else "all licences are permissive or MPL")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
