"""Which records of a crawl are pages, and what a page takes from its record."""

from __future__ import annotations

import gzip
import io
import zlib

import brotli
import pytest
from made_warcs import HTML, address, answer, crawl, loaded, numbers, packed, page, record
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dateline.sources import PassedOver, load_pages


def chunked(body: bytes) -> bytes:
    pieces = [body[at : at + 100] for at in range(0, len(body), 100)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def only(block: bytes, folder, **more):
    pages, rejections = loaded(record(block, address(1), **more), folder)
    return pages[0] if pages else rejections[0] if rejections else None


def bare_deflate(body: bytes) -> bytes:
    made = zlib.compressobj(wbits=-15)
    return made.compress(body) + made.flush()


@pytest.mark.parametrize(
    ("headers", "encode"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress),
        ({"Content-Encoding": "x-gzip"}, gzip.compress),
        ({"Content-Encoding": "deflate"}, zlib.compress),
        ({"Content-Encoding": "deflate"}, bare_deflate),
        ({"Content-Encoding": "br"}, brotli.compress),
        ({"Transfer-Encoding": "chunked"}, chunked),
        (
            {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"},
            lambda body: chunked(gzip.compress(body)),
        ),
        ({"Content-Encoding": "gzip, br"}, lambda body: brotli.compress(gzip.compress(body))),
        # What the crawler has already unpacked:
        ({"Content-Encoding": "gzip", "Transfer-Encoding": "chunked"}, bytes),
        ({"Content-Encoding": "deflate"}, bytes),
        ({"Content-Encoding": "br"}, bytes),
    ],
)
def test_encodings_of_the_server_are_taken_off(tmp_path, headers, encode):
    found = only(answer(encode(page(1)), headers=headers), tmp_path)
    assert found.content == page(1).decode()


@pytest.mark.parametrize(
    ("headers", "encode"),
    [
        ({"Content-Encoding": "gzip"}, gzip.compress),
        ({"Content-Encoding": "br"}, brotli.compress),
        ({"Content-Encoding": "deflate"}, zlib.compress),
        ({"Transfer-Encoding": "chunked"}, chunked),
    ],
)
def test_an_encoding_that_breaks_off_is_damage_unless_the_crawler_cut_it(tmp_path, headers, encode):
    block = answer(encode(page(1))[:-30], headers=headers)
    assert only(block, tmp_path).code == "damaged_record"
    cut = only(block, tmp_path, headers={"WARC-Truncated": "length"})
    if headers == {"Content-Encoding": "br"}:  # which gives nothing before a whole block is there
        assert cut.code == "damaged_record"
        return
    assert page(1).decode().startswith(cut.content)


def test_a_page_has_the_address_of_its_record_and_neither_headers_nor_the_day_of_the_crawl(tmp_path):
    found = only(answer(page(1), headers={"Date": "Mon, 05 May 2031 10:00:00 GMT"}), tmp_path)
    assert (found.url, found.published, found.outlet) == (address(1), None, None)
    assert found.place == "crawl.warc.gz@0"
    assert "2031" not in found.content
    assert "HTTP/1.1" not in found.content


@pytest.mark.parametrize("charset", ["windows-1251", "iso-8859-5", "koi8-r"])
def test_the_charset_of_the_server_is_used(tmp_path, charset):
    text = "<html><body><p>Паром ушёл в полдень, сказал капитан порта журналистам.</p></body></html>"
    found = only(answer(text.encode(charset), f"text/html; charset={charset}"), tmp_path)
    assert found.content == text


@pytest.mark.parametrize(
    "block",
    [
        answer(b"body { color: red }", "text/css"),
        answer(b"\x89PNG\r\n\x1a\n", "image/png"),
        answer(page(1), status="404 Not Found"),
        answer(b"", status="301 Moved Permanently", headers={"Location": "/2"}),
        answer(b"{}", "application/json"),
        answer(b"\0\1\2", None),
        b"220 ftp.lunda.example ready\r\n",
        b"",
    ],
)
def test_other_answers_are_no_pages_and_no_faults(tmp_path, block):
    assert only(block, tmp_path) is None


@pytest.mark.parametrize("kind", ["request", "metadata", "warcinfo", "revisit", "resource", "continuation"])
def test_other_records_are_no_pages(tmp_path, kind):
    assert only(answer(page(1)), tmp_path, kind=kind) is None


@pytest.mark.parametrize(
    ("kind", "body"), [(None, page(1)), ("text/plain", b"A ferry left."), ("application/xhtml+xml", page(1))]
)
def test_html_without_a_type_and_plain_text_are_pages(tmp_path, kind, body):
    assert only(answer(body, kind), tmp_path).content == body.decode()


@pytest.mark.parametrize(
    ("body", "code"), [(b"%PDF-1.4 x", "pdf"), (b"", "empty"), (b"\0\1\2" * 900, "binary")]
)
def test_a_page_that_is_none_is_rejected_with_its_place(tmp_path, body, code):
    found = only(answer(body, HTML), tmp_path)
    assert (found.code, found.place) == (code, "crawl.warc.gz@0")


def test_the_texts_of_wet_files_are_pages(tmp_path):
    text = "Ferry to Brask opens\nA ferry left Lunda at noon, the captain said.\n"
    wet = gzip.compress(record(text.encode(), address(1), "conversion"))
    (found,), rejections = loaded(wet, tmp_path, "crawl.warc.wet.gz")
    assert (found.content, found.url, rejections) == (text, address(1), [])


def test_what_was_passed_over_is_counted_and_told_once(tmp_path):
    path = tmp_path / "crawl.warc.gz"
    others = [
        record(answer(b"x", "text/css"), address(7)),
        record(b"GET / HTTP/1.1\r\n\r\n", address(8), "request"),
        record(b"GET / HTTP/1.1\r\n\r\n", address(9), "request"),
    ]
    path.write_bytes(b"".join(packed([*crawl(2), *others])))
    heard: list = []
    assert len(list(load_pages([path], on_skipped=heard.append))) == 2
    assert [type(each) for each in heard] == [PassedOver]
    assert heard[0].count == 3
    assert "2 requests" in heard[0].message and "\n" not in heard[0].message


def test_what_another_program_writes_is_read():
    for is_packed in (True, False):
        file = io.BytesIO()
        writer = WARCWriter(file, gzip=is_packed)
        writer.write_record(writer.create_warcinfo_record("crawl.warc.gz", {"software": "test"}))
        for number in range(5):
            headers = StatusAndHeaders("200 OK", [("Content-Type", HTML)], protocol="HTTP/1.1")
            made = writer.create_warc_record(
                address(number), "response", payload=io.BytesIO(page(number)), http_headers=headers
            )
            writer.write_record(made)
        pages = list(load_pages(["-"], stdin=io.BytesIO(file.getvalue())))
        assert numbers(pages) == list(range(5))


def test_addresses_that_are_none_do_no_harm(tmp_path):
    pages, _ = loaded(record(answer(page(1)), "http://[broken/1"), tmp_path)
    assert [p.url for p in pages] == [None]
    pages, _ = loaded(record(answer(page(1)), f"<{address(1)}>"), tmp_path)
    assert [p.url for p in pages] == [address(1)]
