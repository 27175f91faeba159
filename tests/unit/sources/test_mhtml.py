"""Pages that browsers saved as one file of parts: which part is the page, its text and its address."""

from __future__ import annotations

import base64
import plistlib
import quopri
from email.message import EmailMessage
from pathlib import Path

import pytest

from dateline.model import InputError, RawPage
from dateline.sources import load_pages, page_of

ADDRESS = "https://ambrelpost.example/2024/03/06/ferries"
PAGE = (
    "<html><head><title>Crews walk out</title></head>"
    "<body><p>The fährmen’s union said “no” to the offer of 3=4 shifts.</p></body></html>"
)
FRAME = "<html><body><p>An advert in a frame.</p></body></html>"


def saved_by_chrome(page: bytes, *, start: str = "", address: str = ADDRESS) -> bytes:
    """An advert's frame, the page and a picture, as Chrome writes them."""
    named = f'\tstart="{start}";\r\n' if start else ""
    frame = _part("text/html", "frame-B", "cid:frame-B@mhtml.blink", FRAME.encode())
    main = _part("text/html", "frame-A", address, page)
    picture = _part("image/png", "picture", f"{ADDRESS}/1.png", bytes(range(256)))
    head = f"""From: <Saved by Blink>\r
Snapshot-Content-Location: {address}\r
Subject: Crews walk out\r
Date: Thu, 14 Nov 2024 10:00:00 -0000\r
MIME-Version: 1.0\r
Content-Type: multipart/related;\r
\ttype="text/html";\r
{named}\tboundary="----MultipartBoundary--x----"\r
\r
\r
"""
    return f"{head}{frame}{main}{picture}------MultipartBoundary--x------\r\n".encode("ascii")


def _part(kind: str, name: str, address: str, content: bytes) -> str:
    return f"""------MultipartBoundary--x----\r
Content-Type: {kind}\r
Content-ID: <{name}@mhtml.blink>\r
Content-Transfer-Encoding: quoted-printable\r
Content-Location: {address}\r
\r
{quopri.encodestring(content).decode("ascii")}\r
"""


def saved_by_explorer(charset: str, encoding: str) -> bytes:
    message = EmailMessage()
    message["From"] = "<Gespeichert von Windows Internet Explorer 11>"
    message["Subject"] = "Crews walk out"
    message.set_content(PAGE, subtype="html", charset=charset, cte=encoding)
    message["Content-Location"] = ADDRESS
    message.make_related()
    message.add_related(b"GIF89a", "image", "gif")
    return message.as_bytes()


@pytest.mark.parametrize("start", ["", "<frame-A@mhtml.blink>"])
def test_the_page_is_found_among_its_frames(start: str) -> None:
    page = page_of(saved_by_chrome(PAGE.encode(), start=start))
    assert page.content.strip() == PAGE
    assert page.url == ADDRESS
    assert page.published is None  # the file's date is when somebody saved it
    assert page.place == "part 2 (text/html)"


@pytest.mark.parametrize(("charset", "encoding"), [("utf-8", "base64"), ("windows-1252", "quoted-printable")])
def test_a_part_is_decoded_as_its_headers_say(charset: str, encoding: str) -> None:
    page = page_of(saved_by_explorer(charset, encoding))
    assert "fährmen’s union said “no” to the offer of 3=4 shifts" in page.content
    assert page.url == ADDRESS


def test_path_bytes_and_text_give_the_same(tmp_path: Path) -> None:
    content = saved_by_chrome(PAGE.encode())
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    pages = [page_of(path), page_of(content), page_of(content.decode()), *load_pages([path])]
    assert {page.content for page in pages if isinstance(page, RawPage)} == {page_of(content).content}
    assert len(pages) == 4


def test_what_the_caller_says_goes_before() -> None:
    content = saved_by_chrome(PAGE.encode())
    page = page_of(content, url="https://other.example/a", published="2024-03-06", outlet="The Ambrel Post")
    assert (page.url, page.published, page.outlet) == (
        "https://other.example/a",
        "2024-03-06",
        "The Ambrel Post",
    )


def test_only_web_addresses_are_taken() -> None:
    assert page_of(saved_by_chrome(PAGE.encode(), address="file:///C:/saved/page.htm")).url is None


def test_a_page_without_a_title_gets_the_one_of_the_file() -> None:
    page = page_of(saved_by_chrome(b"<p>The union said no.</p>"))
    assert isinstance(page.content, str)
    assert "<title>Crews walk out</title>" in page.content


def test_pictures_beside_the_page_do_not_count_for_its_size() -> None:
    picture = base64.encodebytes(b"\x00" * 5_000_000).replace(b"\n", b"\r\n")
    content = saved_by_chrome(PAGE.encode())
    at = content.index(b"------MultipartBoundary--x------")
    more = b"------MultipartBoundary--x----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    assert page_of(content[:at] + more + picture + content[at:]).url == ADDRESS


@pytest.mark.parametrize(
    "content",
    [
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<p>x</p>",
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: image/png\r\n\r\nx",
        saved_by_chrome(PAGE.encode()).replace(b"text/html\r\n", b"text/css\r\n"),
        plistlib.dumps({"WebMainResource": {"WebResourceData": ""}}, fmt=plistlib.FMT_BINARY),
        b"bplist00 WebMainResource",
    ],
)
def test_a_file_without_a_page_is_refused(content: bytes) -> None:
    with pytest.raises(InputError) as error:
        page_of(content)
    assert error.value.code == "no_html_part"
    assert "save the page again" in error.value.message


def test_a_file_that_breaks_off_gives_what_is_there() -> None:
    content = saved_by_chrome(PAGE.encode())
    page = page_of(
        content[: content.index(b"fourth") if b"fourth" in content else content.index(b"to the offer")]
    )
    assert isinstance(page.content, str)
    assert "union said" in page.content


def test_a_web_archive_of_safari_is_read() -> None:
    main = {
        "WebResourceData": PAGE.encode("cp1252"),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "windows-1252",
        "WebResourceURL": ADDRESS,
    }
    archive = plistlib.dumps({"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY)
    page = page_of(archive)
    assert (page.content, page.url) == (PAGE, ADDRESS)
