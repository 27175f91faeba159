"""What becomes a page, what is refused, and that nothing of a text is lost on the way."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import os
import time
from pathlib import Path

import pytest

from dateline.model import InputError, RawPage, Rejection
from dateline.sources import MAX_PAGE_BYTES, decode, load_pages, page_of, rejection_of
from dateline.sources.sniff import MAX_LINES

TEXT = "Talks in Port Ambrel\r\n\r\n The envoy said\u00a0“no”.\t\n"


def code_of(source: Path | bytes | str) -> str:
    with pytest.raises(InputError) as caught:
        page_of(source)
    assert "\n" not in caught.value.message
    return caught.value.code


def test_text_stays_exactly_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode())
    for source in (TEXT, TEXT.encode(), path):
        assert page_of(source).content == TEXT


def test_a_string_is_never_a_path(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("A report.", "utf-8")
    with pytest.raises(InputError, match=r"give Path\("):
        page_of(str(path))
    assert page_of(f"{path}.txt").content == f"{path}.txt"


def test_what_is_no_page_at_all_is_named() -> None:
    with pytest.raises(TypeError, match="this is NoneType"):
        page_of(None)  # type: ignore[arg-type]


def test_what_the_caller_knows_is_kept() -> None:
    page = page_of(
        "A report.", url="https://example.org/a", published=dt.date(2024, 3, 12), outlet="The Ambrel Post"
    )
    assert (page.url, page.published, page.outlet) == (
        "https://example.org/a",
        "2024-03-12",
        "The Ambrel Post",
    )
    assert page_of("A report.", published=dt.datetime(2024, 3, 12, 9, 30)).published == "2024-03-12T09:30:00"
    with pytest.raises(InputError, match="no ISO date"):
        page_of("A report.", published="12/03/2024")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "pdf"),
        (b"PK\x03\x04\x14\x00\x00\x00", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"x" * (MAX_PAGE_BYTES + 1), "too_large"),
        (gzip.compress(os.urandom(5000))[:-900], "truncated_gzip"),
        (gzip.compress(b""), "empty"),
        (gzip.compress(b"0" * 25_000_000), "too_large"),
        (b"\x1f\x8b\x08\x00" + b"\xff" * 50, "corrupt_gzip"),
        (
            b"<html><div " + b" ".join(b'a%d="1"' % i for i in range(5000)) + b">x</div>",
            "too_many_attributes",
        ),
    ],
)
def test_inputs_that_are_no_pages_are_refused_by_their_content(
    tmp_path: Path, content: bytes, code: str
) -> None:
    assert code_of(content) == code
    path = tmp_path / "page.html"
    path.write_bytes(content)
    assert code_of(path) == code


def test_scripts_with_many_comparisons_are_no_attributes() -> None:
    script = "if (a<b " + "&& x " * 3000 + ") {}"
    assert page_of(f"<html><script>{script}</script><p>A report.</p></html>").content


def test_missing_files_and_folders(tmp_path: Path) -> None:
    assert code_of(tmp_path / "nothing.html") == "missing"
    assert code_of(tmp_path) == "not_a_file"
    assert code_of("") == "empty"


def test_gzip_is_unpacked_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(gzip.compress(TEXT.encode()) + gzip.compress(b"More.\n"))
    assert page_of(path).content == TEXT + "More.\n"


def test_lone_surrogates_give_way_and_offsets_stay() -> None:
    page = page_of("a\ud800b")
    assert page.content == "a\ufffdb"


def test_folders_are_read_in_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
    (tmp_path / "z.txt").write_bytes(b"")
    found = list(load_pages([tmp_path, tmp_path / "none.txt", "-"], stdin=io.BytesIO(b"From the pipe.")))
    assert [page.content for page in found if isinstance(page, RawPage)] == [
        "a.txt",
        "b.txt",
        "sub/c.txt",
        "From the pipe.",
    ]
    assert [bad.code for bad in found if isinstance(bad, Rejection)] == ["empty", "missing"]
    assert [page.source for page in found][-1] == "-"


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    (bad,) = load_pages([tmp_path])
    assert isinstance(bad, Rejection)
    assert str(tmp_path) in bad.message


def test_rejections_carry_the_hash_of_what_was_refused() -> None:
    with pytest.raises(InputError) as caught:
        page_of(b"%PDF-1.4 x")
    bad = rejection_of(caught.value, b"%PDF-1.4 x")
    assert bad.code == "pdf"
    assert bad.bytes_sha256 is not None
    assert len(bad.bytes_sha256) == 64


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Die Gespräche über den Hafen", "utf-8-sig"),
        ("Die Gespräche über den Hafen\n", "utf-16"),
        ("The talks failed, the envoy said.\n" * 5, "utf-16-le"),
        (
            "Переговоры о порте сорвались, сообщил посланник. Стороны встретятся снова в понедельник.",
            "cp1251",
        ),
        ("La délégation a quitté l’hôtel à l’aube, d’après le ministère.", "cp1252"),
        ("谈判代表团周一离开首都,双方没有达成协议。会谈将于下周继续。", "gb18030"),
        ("港湾をめぐる協議は月曜日に終わり、双方は合意に達しなかった。", "shift_jis"),
        ("港湾をめぐる協議は月曜日に終わった。", "iso2022_jp"),
    ],
)
def test_charsets_are_told_by_the_bytes(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_declared_charset_is_believed_unless_it_reads_badly() -> None:
    page = (
        '<html><head><meta charset="windows-1250"></head><body>Rozmowy zakończyły się w środę</body></html>'
    )
    assert decode(page.encode("cp1250")) == page
    wrong = '<html><head><meta charset="iso-8859-1"></head><body>Rozmowy zakończyły się</body></html>'
    assert decode(wrong.encode("utf-8")) == wrong


def test_a_few_bad_bytes_do_not_spoil_a_page() -> None:
    text = "Die Gespräche über den Hafen wurden verschoben. " * 20
    assert decode(text.encode() + b"\xc3").startswith(text)


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [
        ("A line.\n" * 200_001, True),
        ("<html><body>" + "a<br>" * 200_001 + "</body></html>", True),
        ("A line.\n" * 200_000, False),
        ("A line.\n" + " \n" * 300_000, False),
    ],
)
def test_a_page_of_too_many_lines_is_refused(text: str, is_refused: bool) -> None:
    if not is_refused:
        assert page_of(text).content == text
        return
    with pytest.raises(InputError) as error:
        page_of(text.encode())
    assert error.value.code == "too_many_lines"
    assert "split it" in error.value.message


@pytest.mark.parametrize("blank", ["\t", " ", "\u00a0"])
def test_a_long_blank_stretch_takes_no_time(blank: str) -> None:
    text = "The ferry sails.\n" + "\n" * MAX_LINES + blank * 1_000_000 + "\nIt came back.\n"
    began = time.process_time()
    assert page_of(text).content
    assert time.process_time() - began < 2


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    """Somebody else may have filled the folder; a link that is named itself is followed."""
    secret = tmp_path / "key.txt"
    secret.write_text("Nobody else's.", "utf-8")
    folder = tmp_path / "pages"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("The ferry sails.", "utf-8")
    (folder / "out.txt").symlink_to(secret)
    (folder / "sub" / "all").symlink_to(tmp_path)
    (folder / "sub" / "again.txt").symlink_to("../a.txt")
    heard: list[str] = []
    found = list(load_pages([folder], on_skipped=lambda skipped: heard.append(skipped.message)))
    assert [page.content for page in found if isinstance(page, RawPage)] == ["The ferry sails."] * 2
    assert len(heard) == 1 and "1 file that is a link to places outside" in heard[0]
    (named,) = load_pages([folder / "out.txt"])
    assert isinstance(named, RawPage) and named.content == "Nobody else's."
