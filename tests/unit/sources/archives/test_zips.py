"""Zip files of pages, WACZ, and what is refused of a zip file."""

from __future__ import annotations

import io
import stat
import struct
import zipfile

import pytest
from made_warcs import crawl, loaded, numbers, packed, page, piped


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return held.getvalue()


def test_the_pages_of_a_zip_file_are_read_with_their_names(tmp_path):
    files = {
        "a/one.html": page(1),
        "two.txt": b"A ferry left.",
        "a/style.css": b"p {}",
        "__MACOSX/a": b"x",
        "a/.hid": b"x",
    }
    pages, rejections = loaded(zipped(files), tmp_path, "pages.zip")
    assert [(p.place, p.content) for p in pages] == [
        ("a/one.html", page(1).decode()),
        ("two.txt", "A ferry left."),
    ]
    assert rejections == []


@pytest.mark.parametrize("is_packed", [True, False])
def test_a_wacz_gives_the_pages_of_its_crawl(tmp_path, is_packed):
    records = packed(crawl(5)) if is_packed else crawl(5)
    name = "archive/data.warc.gz" if is_packed else "archive/data.warc"
    files = {"datapackage.json": b"{}", name: b"".join(records), "pages/pages.jsonl": b'{"url": "x"}'}
    content = zipped(files, zipfile.ZIP_STORED)
    for pages, rejections in (loaded(content, tmp_path, "crawl.wacz"), piped(content)):
        assert numbers(pages) == list(range(5))
        assert pages[0].place == f"{name}@0"
        assert rejections == []


def test_damage_inside_a_wacz_costs_what_it_hit(tmp_path):
    parts = packed(crawl(5))
    parts[2] = parts[2][:100] + b"\xff" * 9 + parts[2][109:]
    pages, rejections = loaded(zipped({"archive/a.warc.gz": b"".join(parts)}, zipfile.ZIP_STORED), tmp_path)
    assert numbers(pages) == [0, 1, 3, 4]
    assert [r.code for r in rejections] == ["corrupt_gzip"]


@pytest.mark.parametrize(
    "name", ["../up.html", "a/../../up.html", "/etc/page.html", "C:\\page.html", "..\\up.html"]
)
def test_names_that_lead_outside_are_refused_and_the_others_read(tmp_path, name):
    pages, rejections = loaded(zipped({name: page(1), "two.html": page(2)}), tmp_path)
    assert [p.place for p in pages] == ["two.html"]
    assert [r.code for r in rejections] == ["unsafe_path"]


def test_links_are_refused(tmp_path):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        link = zipfile.ZipInfo("link.html")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    pages, rejections = loaded(held.getvalue(), tmp_path)
    assert pages == []
    assert [r.code for r in rejections] == ["unsafe_path"]


@pytest.mark.parametrize(
    "inner", [zipped({"a.html": b"A page."}), b"".join(crawl(1)), b"BZh91AY&SY", b"7z\xbc\xaf\x27\x1c\0"]
)
def test_archives_inside_are_refused(tmp_path, inner):
    pages, rejections = loaded(zipped({"inner": inner, "two.html": page(2)}), tmp_path)
    assert len(pages) == 1
    assert [r.code for r in rejections] == ["nested_archive"]


def test_a_file_that_unpacks_to_very_much_is_refused(tmp_path):
    pages, rejections = loaded(zipped({"bomb.html": b"0" * 30_000_000, "two.html": page(2)}), tmp_path)
    assert len(pages) == 1
    assert [(r.code, r.place) for r in rejections] == [("zip_bomb", "bomb.html")]


def test_files_that_share_their_bytes_are_refused_by_their_total(tmp_path):
    content = overlapping(zipped({"a.html": b"<p>" + bytes(range(64, 120)) * 90_000}), 400)
    _, rejections = loaded(content, tmp_path)
    assert rejections
    assert {r.code for r in rejections} <= {"zip_bomb", "damaged_archive"}


def overlapping(content: bytes, times: int) -> bytes:
    """A zip file whose list names its one file many times."""
    at = content.index(b"PK\x01\x02")
    end = content.index(b"PK\x05\x06")
    listed = content[at:end] * times
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, times, times, len(listed), at, 0)
    return content[:at] + listed + tail


def test_encrypted_files_are_refused(tmp_path):
    content = bytearray(zipped({"one.html": page(1)}))
    for magic, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(magic) + flags] |= 1
    _, rejections = loaded(bytes(content), tmp_path)
    assert [r.code for r in rejections] == ["encrypted"]


def test_a_damaged_file_costs_only_itself(tmp_path):
    content = bytearray(zipped({"one.html": page(1), "two.html": page(2)}))
    at = content.index(b"one.html") + 60
    content[at : at + 20] = b"\xff" * 20
    pages, rejections = loaded(bytes(content), tmp_path)
    assert [p.place for p in pages] == ["two.html"]
    assert [r.code for r in rejections] == ["damaged_archive"]


def test_a_zip_file_that_breaks_off_is_named(tmp_path):
    _, rejections = loaded(zipped({"one.html": page(1)})[:-30], tmp_path)
    assert [r.code for r in rejections] == ["damaged_archive"]


def test_an_office_document_is_no_archive_of_pages(tmp_path):
    _, rejections = loaded(zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}), tmp_path)
    assert [r.code for r in rejections] == ["binary"]


def test_json_in_a_zip_file_gives_its_pages(tmp_path):
    lines = b'{"text": "A ferry left."}\n{"text": "Another came."}\n'
    pages, _ = loaded(zipped({"set/pages.jsonl": lines}), tmp_path)
    assert [(p.content, p.place) for p in pages] == [
        ("A ferry left.", "set/pages.jsonl, line 1"),
        ("Another came.", "set/pages.jsonl, line 2"),
    ]
