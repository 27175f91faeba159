"""Builds wheel and sdist of what is committed twice, in different folders, with different rights, time zones and hash seeds, and compares them byte by byte.

    make release

They are left in dist/ with SHA256SUMS. Dates inside are that of the commit (SOURCE_DATE_EPOCH), so whoever builds the same commit gets the same files.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DIST = ROOT / "dist"
_SURROUNDINGS = (
    ("one", 0o022, {"TZ": "UTC", "PYTHONHASHSEED": "1"}),
    ("another/deeper", 0o077, {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2"}),
)


def git(*words: str) -> bytes:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True).stdout


def build(
    source: bytes, folder: Path, umask: int, surroundings: dict[str, str], epoch: str
) -> dict[str, Path]:
    """Unpacks the sources and builds both; the files by their names."""
    before = os.umask(umask)
    try:
        with tarfile.open(fileobj=BytesIO(source)) as archive:
            if hasattr(tarfile, "data_filter"):
                archive.extractall(folder / "source", filter="data")
            else:  # before Python 3.11.4
                archive.extractall(folder / "source")
        words = [
            sys.executable,
            "-m",
            "hatchling",
            "build",
            "-t",
            "sdist",
            "-t",
            "wheel",
            "-d",
            str(folder / "out"),
        ]
        environment = {**os.environ, **surroundings, "SOURCE_DATE_EPOCH": epoch}
        subprocess.run(words, cwd=folder / "source", env=environment, check=True, capture_output=True)
    finally:
        os.umask(before)
    return {path.name: path for path in sorted((folder / "out").iterdir())}


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> int:
    if git("status", "--porcelain", "--untracked-files=no"):
        print(
            "There are changes that are not committed: commit them first, a release is of a commit.",
            file=sys.stderr,
        )
        return 2
    epoch = git("log", "-1", "--format=%ct").decode().strip()
    source = git("archive", "HEAD")
    with tempfile.TemporaryDirectory() as folder:
        first, second = (
            build(source, Path(folder) / name, umask, extra, epoch) for name, umask, extra in _SURROUNDINGS
        )
        differing = [name for name in first if sha256(first[name]) != sha256(second[name])]
        if differing or first.keys() != second.keys():
            print(f"Not the same when built twice: {', '.join(differing) or 'their names'}.", file=sys.stderr)
            return 1
        DIST.mkdir(exist_ok=True)
        for path in first.values():
            shutil.copyfile(path, DIST / path.name)
    lines = [f"{sha256(DIST / name)}  {name}\n" for name in first]
    (DIST / "SHA256SUMS").write_text("".join(lines), encoding="ascii")
    for line, name in zip(lines, first, strict=True):
        print(f"{line.rstrip()}  {(DIST / name).stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
