"""Pages as browsers leave them in a folder or in one file, and files beside them that are no pages."""

from __future__ import annotations

import base64
import json
import random
import time
from pathlib import Path

import pytest

from dateline.model import InputError, RawPage, Rejection
from dateline.sources import MAX_PAGE_BYTES, Skipped, load_pages, page_of
from dateline.sources.saved_from import without_tracking

ADDRESS = "https://ambrelpost.example/ferries"
REPORT = "<p>Crews of the island ferries walked out on Monday, the union said.</p>"
DATA = base64.b64encode(bytes(range(256)) * 12_000).decode()


def single_file(*, styles: int = 0) -> str:
    """A page of several megabytes as SingleFile writes it."""
    vector = "<svg xmlns='http://www.w3.org/2000/svg'>" + "<path d='M0 0'/>" * 200 + "</svg>"
    return (
        f"<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: {ADDRESS} \n"
        " saved date: Wed Mar 06 2024 10:11:12 GMT+0100 (Central European Standard Time)\n-->"
        f"<meta charset=utf-8><title>Crews walk out</title><style>@font-face{{src:url(data:font/woff2;base64,{DATA})}}"
        + ".a{color:#333}"
        * styles
        + f'</style><script>let a = "<style>"</script><body><img src=data:image/png;base64,{DATA}>'
        f'<img src="data:image/svg+xml,{vector}" alt=x>{REPORT}<p>The word data: stays.</p></body></html>'
    )


@pytest.mark.parametrize("styles", [0, 500_000])
def test_a_page_with_its_pictures_inside_is_no_larger_than_its_words(styles: int) -> None:
    whole = single_file(styles=styles)
    assert len(whole) > MAX_PAGE_BYTES
    for source in (whole, whole.encode()):
        page = page_of(source)
        assert isinstance(page.content, str)
        assert page.url == ADDRESS
        assert REPORT in page.content
        assert "The word data: stays." in page.content
        assert 'let a = "<style>"' in page.content
        assert len(page.content) < 1000


def test_a_text_keeps_what_looks_like_inline_data() -> None:
    text = f"The file began with data:image/png;base64,{DATA[:2000]}\n"
    assert page_of(text).content == text


@pytest.mark.parametrize(
    "note",
    [
        f"<!-- saved from url=(0034){ADDRESS} -->",
        f"<!-- Saved from {ADDRESS} at 2024-03-06T09:00:00Z using monolith v2.8.1 -->",
        f'<html><head><meta name="savepage-url" content="{ADDRESS}">',
    ],
)
def test_the_address_is_where_the_page_was_saved_from(note: str) -> None:
    page = f"<!DOCTYPE html>\n{note}\n<html><body>{REPORT}</body></html>"
    assert page_of(page.encode()).url == ADDRESS
    assert page_of(page, url="https://other.example/").url == "https://other.example/"


def test_a_page_from_a_disk_has_no_address() -> None:
    assert page_of(f"<!-- saved from url=(0014)about:internet -->\n<html>{REPORT}</html>").url is None


@pytest.mark.parametrize("beside", ["Ferries_files", "Ferries.files", "Ferries-Dateien", "Ferries_fichiers"])
def test_files_of_saved_pages_are_skipped_and_counted(tmp_path: Path, beside: str) -> None:
    for name in (
        "Ferries.html",
        f"{beside}/frame.html",
        f"{beside}/more/advert.html",
        "notes.md",
        "logo.PNG",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"<html>{name}</html>", "utf-8")
    (tmp_path / "lone_files").mkdir()
    (tmp_path / "lone_files" / "page.html").write_text("A page of somebody's own.", "utf-8")
    heard: list[Skipped] = []
    found = list(load_pages([tmp_path], on_skipped=heard.append))
    assert [Path(page.source).name for page in found] == ["Ferries.html", "notes.md", "page.html"]
    assert [(skipped.belonging, skipped.other) for skipped in heard] == [(2, 1)]
    assert "skipped 2 files that belong to saved pages and 1 file that is no page" in heard[0].message


def test_a_folder_of_files_that_are_no_pages_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("a{}", "utf-8")
    heard: list[Skipped] = []
    (bad,) = load_pages([tmp_path], on_skipped=heard.append)
    assert isinstance(bad, Rejection)
    assert (bad.code, heard[0].count) == ("empty", 1)


def test_a_file_that_is_given_by_name_is_not_skipped(tmp_path: Path) -> None:
    (tmp_path / "counts.csv").write_text("day,sailings\n2024-03-06,11\n", "utf-8")
    (page,) = load_pages([tmp_path / "counts.csv"])
    assert isinstance(page, RawPage)


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        (json.dumps({"title": "Ferries", "body": "Crews walked out."}, indent=1), True),
        ('{"a": 1}\n{"a": 2}\n', True),
        ('\ufeff[{"a": 1}]', True),
        ("[1] Crews walked out on Monday.", False),
        ("[Ambrel] Crews walked out.", False),
        ("{not json}", False),
        ("[" * 100_000, False),
    ],
)
def test_json_is_refused_with_what_to_do(text: str, is_refused: bool) -> None:
    if not is_refused:
        assert page_of(text).content == text
        return
    for source in (text, text.encode()):
        with pytest.raises(InputError, match="take the HTML or the text") as error:
            page_of(source)
        assert error.value.code == "json"


HEADS = (
    b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n",
    b"From: a@b.example\nMessage-ID: <1>\nSubject: =?utf-8?b?",
    b'Date: x\nFrom: ((((((((((\nMIME-Version: 1.0\nContent-Type: ;;;=;"\n\n--b\n',
    b"bplist00WebMainResource",
    b"<html><style>data:image/png;base64,",
    b"<!-- Page saved with SingleFile url:",
    b"{",
)
WORDS = (
    b"Content-Type: text/html; charset=\xff",
    b"Content-Type: message/rfc822",
    b"Content-Transfer-Encoding: base64",
    b"Content-Transfer-Encoding: x-uuencode",
    b"Content-Disposition: inline; filename*=x''%ff",
    b"--b",
    b"--b--",
    b"\n\n",
    b'"data:a/b,',
    b"</style>",
    b"<p>x</p>",
    b"From: =?x?q?=ff?= <",
    b"Date: Mon, 99 Foo 9999 99:99:99 +9999",
    b"\x00",
    b"=\n",
)


def test_garbage_is_read_or_refused_and_nothing_else() -> None:
    chance = random.Random(20240306)
    for _ in range(600):
        parts = [*chance.choices(WORDS, k=chance.randrange(12)), chance.randbytes(chance.randrange(30))]
        content = chance.choice(HEADS) + chance.choice((b"\n", b"\r\n", b" ", b"")).join(parts)
        for source in (content, content.decode("latin-1"), content.decode("utf-8", "surrogateescape")):
            assert "\n" not in refusal_of(source)


def refusal_of(source: bytes | str) -> str:
    """Why an input was refused, empty where it was read; any other error fails the test."""
    try:
        page_of(source)
    except InputError as error:
        return error.message
    return ""


def test_hostile_messages_do_not_take_long() -> None:
    start = time.perf_counter()
    mime = b"Message-ID: <1>\nMIME-Version: 1.0\n"
    for value in (b"(" * 500_000, b"a, " * 200_000, b"=?utf-8?q?a?= " * 100_000):
        refusal_of(b"From: " + value + b"\nSubject: " + value + b"\n" + mime + b"\nCrews walked out.\n")
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(400))
    assert refusal_of(mime + nested + b"x\n" * 1_000_000)
    assert refusal_of(mime + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\nA: b\n\nx\n" * 100_000)
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        ("https://e.example/a?utm_source=mail&utm_medium=x", "https://e.example/a"),
        ("https://e.example/a?id=7&fbclid=IwAR0#comments", "https://e.example/a?id=7"),
        ("https://e.example/a?page=2", "https://e.example/a?page=2"),
        ("https://[broken/a?utm_source=x", "https://[broken/a?utm_source=x"),
    ],
)
def test_two_saves_of_a_page_have_one_address(url: str, plain: str) -> None:
    assert without_tracking(url) == plain
