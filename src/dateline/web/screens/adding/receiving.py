"""What a browser sends, written into a folder of its own, within limits."""

from __future__ import annotations

import shutil
from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import mkdtemp

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.types import Message

from dateline.sources import is_address

MOST_BYTES = 256 * 1024 * 1024
"""What may be sent at once; `dateline add` takes any amount."""
MOST_FILES = 500
_LONGEST_ADDRESS, _LONGEST_NAME = 2_000, 120
_TOO_MUCH = f"More than {MOST_BYTES // 1024 // 1024} MB at once: send fewer files, or use `dateline add` in a terminal."


class Received:
    """Files in a folder, and addresses to fetch. `count` is how many inputs there are."""

    def __init__(self, folder: Path, files: int, addresses: tuple[str, ...]) -> None:
        self.folder = folder
        self.files = files
        self.addresses = addresses

    @property
    def count(self) -> int:
        """Files and addresses."""
        return self.files + len(self.addresses)

    def clear(self) -> None:
        """Deletes the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)


async def received(request: Request) -> Received:
    """What a request brings.

    Raises:
        HTTPException: 413, when it is too much; 507, when there is no room for it; 400, when there is nothing, or an address is none.
    """
    try:
        return await _received(request)
    except OSError as error:
        what = f"What came cannot be kept ({error.strerror}): make room in the folder for temporary files."
        raise HTTPException(507, what) from error


async def _received(request: Request) -> Received:
    limited = _limited(request)
    folder = Path(mkdtemp(prefix="dateline-pages-"))
    try:
        async with limited.form(max_files=MOST_FILES, max_fields=20) as form:
            addresses = _addresses(str(form.get("address") or ""))
            files = [one for one in form.getlist("file") if isinstance(one, UploadFile) and one.filename]
            for number, file in enumerate(files):
                await _write(file, folder / _name(file.filename or "", number))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    found = Received(folder, len(files), addresses)
    if not found.count:
        found.clear()
        raise HTTPException(400, "Nothing came: choose files, or write an address.")
    return found


def _limited(request: Request) -> Request:
    """The same request, which breaks off when it brings too much, whatever it says of its length."""
    said = request.headers.get("content-length", "0")
    if said.isdigit() and int(said) > MOST_BYTES:
        raise HTTPException(413, _TOO_MUCH)
    came = 0

    async def receive() -> Message:
        nonlocal came
        message = await request.receive()
        came += len(message.get("body", b""))
        if came > MOST_BYTES:
            raise HTTPException(413, _TOO_MUCH)
        return message

    return Request(request.scope, receive)


async def _write(file: UploadFile, path: Path) -> None:
    with path.open("wb") as out:
        while part := await file.read(1 << 20):
            out.write(part)


def _name(given: str, number: int) -> str:
    """A name that leads nowhere else, is no hidden file and stands once; its end stays, which tells what it is."""
    last = PureWindowsPath(PurePosixPath(given).name).name
    plain = "".join(letter for letter in last if letter.isprintable() and letter not in '/\\:*?"<>|').strip(
        " ."
    )
    stem, suffix = Path(plain or "page").stem[-_LONGEST_NAME:], Path(plain).suffix[:12]
    return f"{number + 1:03} {stem}{suffix}"


def _addresses(given: str) -> tuple[str, ...]:
    """The addresses in a text, a line each."""
    lines = tuple(dict.fromkeys(line.strip() for line in given.splitlines() if line.strip()))
    if len(lines) > 20:
        raise HTTPException(400, f"{len(lines)} addresses: give 20 at most at once.")
    for line in lines:
        if not is_address(line) or len(line) > _LONGEST_ADDRESS or any(c.isspace() for c in line):
            raise HTTPException(400, f"{line[:80]!r} is no address of a page: write it with https://.")
    return lines
