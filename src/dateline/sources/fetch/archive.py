"""What was fetched, kept as it came: request and response records in a WARC file (ISO 28500)."""

from __future__ import annotations

import datetime as dt
import io
import os
import uuid
from http import HTTPStatus
from pathlib import Path

import httpx
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

_HOP = frozenset({"transfer-encoding", "connection", "keep-alive"})


class Archive:
    """One new file in a folder for each run, written record by record, so that what was fetched is there after a stop."""

    def __init__(self, folder: Path, agent: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        now = dt.datetime.now(dt.UTC)
        self.path = folder / f"dateline-{now:%Y%m%d%H%M%S}-{os.getpid()}-{uuid.uuid4().hex[:6]}.warc.gz"
        self._file = self.path.open("xb")
        self._writer = WARCWriter(self._file, gzip=True, warc_version="1.1")
        about = {"software": agent, "format": "WARC File Format 1.1", "robots": "classic"}
        self._writer.write_record(self._writer.create_warcinfo_record(self.path.name, about))
        self._file.flush()

    def add(self, request: httpx.Request, response: httpx.Response, raw: bytes, when: dt.datetime) -> None:
        """A request and its answer, the body as it came over the line but for its chunks. Where the answer came out of the cache, `when` is
        the time that it was received."""
        url, date = str(request.url), when.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        about = {"WARC-Date": date}
        if ip := response.extensions.get("ip"):
            about["WARC-IP-Address"] = str(ip)
        answer = self._writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(raw),
            http_headers=_answer_head(response),
            warc_headers_dict=about,
        )
        about = {"WARC-Date": date, "WARC-Concurrent-To": answer.rec_headers.get_header("WARC-Record-ID")}
        asked = self._writer.create_warc_record(
            url,
            "request",
            payload=io.BytesIO(b""),
            http_headers=_request_head(request),
            warc_headers_dict=about,
        )
        self._writer.write_record(answer)
        self._writer.write_record(asked)
        self._file.flush()

    def close(self) -> None:
        """Nothing is lost without this; it only frees the file."""
        self._file.close()


def _answer_head(response: httpx.Response) -> StatusAndHeaders:
    try:
        phrase = HTTPStatus(response.status_code).phrase
    except ValueError:
        phrase = ""
    pairs = [(key, value) for key, value in _pairs(response.headers) if key.lower() not in _HOP]
    return StatusAndHeaders(f"{response.status_code} {phrase}".strip(), pairs, protocol="HTTP/1.1")


def _request_head(request: httpx.Request) -> StatusAndHeaders:
    target = request.url.raw_path.decode("ascii")
    return StatusAndHeaders(
        f"{request.method} {target} HTTP/1.1", _pairs(request.headers), is_http_request=True
    )


def _pairs(headers: httpx.Headers) -> list[tuple[str, str]]:
    return [(key.decode("latin-1"), value.decode("latin-1")) for key, value in headers.raw]
