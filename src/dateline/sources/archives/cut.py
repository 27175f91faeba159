"""Cuts the bytes of an archive into WARC records, over wrong lengths, damage and what stands between."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.sources.archives.record import Record, is_vouched, parse_headers, split_block
from dateline.sources.sniff import MAX_UNPACKED_BYTES

START = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n[A-Za-z-]{1,40}:")
"""How a record begins."""
LOOKAHEAD = 64
"""Bytes that show whether a record begins."""
END = b"\r\n\r\n"
"""What stands behind the header of a record, and behind its block."""
LONGEST_HEAD = 65_536
"""Bytes that a header may have."""
MAX_RECORD = MAX_UNPACKED_BYTES + 100_000

_BLANK = re.compile(rb"\r?\n\r?\n")
_BREAKS = re.compile(rb"[\r\n]*")
_INNER = b"\r\n\r\nWARC/"
_SHOWN = 8_192


@dataclass(frozen=True, slots=True)
class Flaw:
    """Bytes from `at` to `end` that give no record; `sha256` is their hash."""

    at: int
    end: int
    code: str
    what: str
    sha256: str


class Cutter:
    """Takes bytes as they come and gives the records in them. `at` is the offset of the first; records that begin at `end` or
    behind are left alone, and then `is_done`."""

    def __init__(self, at: int = 0, end: int | None = None) -> None:
        self._data, self._at, self._end = b"", at, end
        self._skipped_to: int | None = None
        self.is_done = False

    def feed(self, data: bytes, *, is_last: bool = False) -> Iterator[Record | Flaw]:
        """Records that are complete and whose end is certain; all that are left, where these are the last bytes."""
        self._data = self._data + data if self._data else data
        return self._cut(is_last, is_whole=True)

    def finish(self) -> Iterator[Record | Flaw]:
        """The records that are left where the bytes broke off."""
        return self._cut(is_last=True, is_whole=False)

    def _cut(self, is_last: bool, is_whole: bool) -> Iterator[Record | Flaw]:
        position = self._skip(is_last)
        while position is not None and position < len(self._data):
            found = self._next(position, is_last, is_whole)
            if found is None:
                break
            item, position = found
            if item is not None:
                yield item
            if self._skipped_to is not None:
                self._drop(position)
                position = self._skip(is_last)
        self._drop(len(self._data) if is_last else position or 0)

    def _next(self, at: int, is_last: bool, is_whole: bool) -> tuple[Record | Flaw | None, int] | None:
        """What begins at a position of the data, and where to go on; None where more data is needed."""
        data = self._data
        breaks = _BREAKS.match(data, at)
        at = breaks.end() if breaks else at
        if at == len(data):
            return (None, at) if is_last else None
        if self._end is not None and self._at + at >= self._end:
            self.is_done = True
            return None
        if not START.match(data, at):
            return self._no_record(at, is_last)
        blank = _BLANK.search(data, at, at + LONGEST_HEAD)
        if blank is None:
            if not is_last and len(data) - at < LONGEST_HEAD:
                return None
            next_at = self._start_after(at + 1)
            return self._flaw(at, next_at, is_whole, "a record whose header does not end"), next_at
        return self._record(at, blank.end(), parse_headers(data[at : blank.start()]), is_last, is_whole)

    def _no_record(self, at: int, is_last: bool) -> tuple[Flaw, int] | None:
        size = len(self._data) - at
        found = START.search(self._data, at)
        if found is None and not is_last and size < MAX_RECORD:
            return None
        end = found.start() if found else at + size - (0 if is_last else LOOKAHEAD)
        return self._flaw(at, end, True, "a stretch of bytes that are no WARC record"), end

    def _record(
        self, at: int, body: int, headers: dict[bytes, bytes], is_last: bool, is_whole: bool
    ) -> tuple[Record | Flaw | None, int] | None:
        data, length = self._data, headers.get(b"content-length", b"")
        claimed = body + int(length) if length.isdigit() and len(length) < 16 else None
        is_huge = len(data) - at > MAX_RECORD
        if not is_last and not is_huge and (claimed is None or claimed + LOOKAHEAD > len(data)):
            return None
        if claimed is not None and claimed <= len(data):
            block = data[body : self._block_end(claimed)]
            if self._is_followed(claimed, is_last) and not self._swallows(headers, block):
                return Record(self._at + at, headers, block), claimed
        elif claimed is not None and not is_last and self._inner_start(body, len(data)) is None:
            self._skipped_to = self._at + claimed
            return Record(self._at + at, headers, data[body : body + _SHOWN], is_whole=False), body
        return self._doubtful(at, body, claimed, headers, is_last, is_whole)

    def _doubtful(
        self,
        at: int,
        body: int,
        claimed: int | None,
        headers: dict[bytes, bytes],
        is_last: bool,
        is_whole: bool,
    ) -> tuple[Record | Flaw | None, int] | None:
        """A record that does not end where it says: it is taken where its digest or the server's length vouches for one of
        its possible ends."""
        data = self._data
        found = START.search(data, body)
        if found is None and not is_last and len(data) - at <= MAX_RECORD:
            return None
        end = found.start() if found else len(data)
        real = data[body:end].removesuffix(END)
        if claimed is not None and claimed <= len(data):
            block = data[body:claimed]
            vouched = is_vouched(headers, block)
            is_ended = data.startswith(END, claimed) and claimed <= end
            if vouched or (is_ended and vouched is None and not is_vouched(headers, real)):
                return Record(self._at + at, headers, block), claimed
        if is_vouched(headers, real):
            return Record(self._at + at, headers, real), end
        is_cut = found is None and is_last and not is_whole
        what = "a record that breaks off" if is_cut else "a record whose Content-Length is wrong"
        return self._flaw(at, end, not is_cut, what), end

    def _block_end(self, claimed: int) -> int:
        """Where a block ends that says it ends here: before the empty lines behind it, where it claims some of them."""
        breaks = _BREAKS.match(self._data, claimed)
        after = breaks.end() if breaks else claimed
        return min(claimed, after - len(END)) if self._data.endswith(END, 0, after) else claimed

    def _is_followed(self, at: int, is_last: bool) -> bool:
        """Whether a record, or the end, comes next."""
        breaks = _BREAKS.match(self._data, at)
        after = breaks.end() if breaks else at
        if after == len(self._data):
            return is_last
        return bool(START.match(self._data, after))

    def _swallows(self, headers: dict[bytes, bytes], block: bytes) -> bool:
        """Whether other records stand in the block: not where its digest is right, or the page itself is an archive."""
        at = block.find(_INNER)
        if at < 0 or not START.match(block, at + 4):
            return False
        is_payload = len(split_block(block)[0]) == at
        return not is_payload and not is_vouched(headers, block)

    def _inner_start(self, start: int, end: int) -> int | None:
        at = self._data.find(_INNER, start, end)
        return at + 4 if at >= 0 and START.match(self._data, at + 4) else None

    def _start_after(self, at: int) -> int:
        found = START.search(self._data, at)
        return found.start() if found else len(self._data)

    def _skip(self, is_last: bool) -> int | None:
        """Passes over the rest of a record that is too long, up to its end or to a record that begins before; the position to
        go on from, None where that is not in the data yet."""
        if self._skipped_to is None:
            return 0
        claimed = self._skipped_to - self._at
        inner = self._inner_start(0, len(self._data))
        position = inner if inner is not None and inner < claimed else claimed
        if position <= len(self._data):
            self._skipped_to = None
            return position
        self._drop(len(self._data) if is_last else max(0, len(self._data) - LOOKAHEAD))
        return None

    def _flaw(self, at: int, end: int, is_whole: bool, what: str) -> Flaw:
        code = "damaged_record" if is_whole else "truncated_archive"
        digest = hashlib.sha256(self._data[at:end]).hexdigest()
        return Flaw(self._at + at, self._at + end, code, what, digest)

    def _drop(self, count: int) -> None:
        self._data = self._data[count:]
        self._at += count
