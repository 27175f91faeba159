"""Pages come as a stream: one at a time, from archives, lists and folders, joined where they are files."""

from __future__ import annotations

import io
import os
import sys
import threading
import tracemalloc
from pathlib import Path

import pytest
from made_warcs import address, answer, crawl, numbers, packed, page, parted, record

from dateline.model import RawPage, Rejection
from dateline.sources import Listener, load_pages, size_of


class Endless:
    """Standard input that goes on for ever."""

    def __init__(self, part: bytes) -> None:
        self._part, self._ahead = part, b""

    def read(self, size: int) -> bytes:
        while len(self._ahead) < size:
            self._ahead += self._part
        given, self._ahead = self._ahead[:size], self._ahead[size:]
        return given


@pytest.mark.parametrize("part", [b'{"text": "A ferry left."}\n', b"".join(packed(crawl(1))), crawl(1)[0]])
def test_pages_are_given_before_the_input_has_ended(part):
    pages = load_pages(["-"], stdin=Endless(part))
    assert all(isinstance(next(pages), RawPage) for _ in range(2_000))


def test_a_large_crawl_takes_little_memory(tmp_path):
    path = tmp_path / "crawl.warc"
    body = answer(b"<html><p>" + b"A ferry left Lunda. " * 5_000 + b"</p></html>")
    with path.open("wb") as file:
        for number in range(600):
            file.write(record(body, address(number)))
    tracemalloc.start()
    count = sum(1 for result in load_pages([path]) if isinstance(result, RawPage))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 600
    assert path.stat().st_size > 60_000_000
    assert peak < 8_000_000


def test_many_files_and_an_archive_are_read_in_their_order(tmp_path):
    (tmp_path / "a.html").write_bytes(page(100))
    (tmp_path / "b.warc.gz").write_bytes(b"".join(packed(crawl(2))))
    (tmp_path / "c.html").write_bytes(page(101))
    (tmp_path / "d.jsonl").write_bytes(b'{"text": "A ferry left."}\n')
    for join in (False, True):
        pages, rejections = parted(load_pages([tmp_path], join=join))
        assert [p.place for p in pages] == [None, "b.warc.gz@0", pages[2].place, None, "line 1"]
        assert rejections == []


def test_a_list_names_files_from_where_it_stands_or_from_here(tmp_path, monkeypatch):
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "one.html").write_bytes(page(1))
    (tmp_path / "two.warc").write_bytes(b"".join(crawl(2)))
    names = ["sub/one.html", "two.warc", str(tmp_path / "sub"), "gone.html"]
    made = tmp_path / "pages.txt"
    made.write_text("\n".join(names) + "\n\n", "utf-8")
    pages, rejections = parted(load_pages([made]))
    assert len(pages) == 4
    assert [r.code for r in rejections] == ["missing"]
    monkeypatch.chdir(tmp_path)
    pages, _ = parted(load_pages(["-"], stdin=io.BytesIO("\r\n".join(names).encode())))
    assert len(pages) == 4


def test_a_list_in_a_folder_or_in_a_list_is_not_followed(tmp_path):
    (tmp_path / "secret.html").write_bytes(page(1))
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "saved.txt").write_text(f"{tmp_path}/secret.html\n", "utf-8")
    (found,) = load_pages([folder])
    assert isinstance(found, RawPage)
    assert found.content == f"{tmp_path}/secret.html\n"
    outer = tmp_path / "outer.txt"
    outer.write_text(f"{folder}/saved.txt\n", "utf-8")
    (found,) = load_pages([outer])
    assert isinstance(found, RawPage)
    assert found.source == str(folder / "saved.txt")


def two_parts(folder: Path, text: str = "") -> None:
    for number, name in ((1, "z.html"), (2, "a.html")):
        url = "https://lunda.example/quays" + ("" if number == 1 else "/2")
        head = f'<title>Quays of Lunda closed</title><link rel="canonical" href="{url}">'
        (folder / name).write_text(
            f"<html><head>{head}</head><body><p>Part {number}. {text}</p></body></html>", "utf-8"
        )


def test_reports_on_several_pages_are_joined_wherever_their_files_are(tmp_path):
    two_parts(tmp_path)
    for number in range(30):
        (tmp_path / f"m{number}.html").write_bytes(page(number))
    heard: list[int] = []
    pages, _ = parted(load_pages([tmp_path], listener=Listener(joined=heard.append), join=True))
    assert len(pages) == 31
    assert [len(p.further) for p in pages if "Part" in str(p.content)] == [1]
    assert heard == [1]
    assert len(list(load_pages([tmp_path]))) == 32


def test_pages_of_archives_are_not_joined(tmp_path):
    urls = ["https://lunda.example/quays", "https://lunda.example/quays/2"]
    body = answer(b"<html><head><title>Quays</title></head><body><p>Part.</p></body></html>")
    (tmp_path / "crawl.warc").write_bytes(b"".join(record(body, url) for url in urls))
    pages, _ = parted(load_pages([tmp_path / "crawl.warc"], join=True))
    assert [p.further for p in pages] == [(), ()]


def test_bytes_that_were_read_add_up_to_the_size_of_the_inputs(tmp_path):
    (tmp_path / "a.html").write_bytes(page(100))
    (tmp_path / "b.warc.gz").write_bytes(b"".join(packed(crawl(20))))
    (tmp_path / "c.jsonl").write_bytes(b'{"text": "A ferry left."}\n' * 5_000)
    heard: list[int] = []
    for _ in load_pages([tmp_path], listener=Listener(read=heard.append), join=True):
        pass
    assert sum(heard) == size_of([tmp_path])
    assert size_of([tmp_path, "-"]) is None
    (tmp_path / "list.txt").write_text("a.html\n", "utf-8")
    assert size_of([tmp_path / "list.txt"]) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are made this way on POSIX only")
def test_a_named_pipe_is_read_once(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(b"".join(packed(crawl(3)))))
    writer.start()
    (tmp_path / "other.html").write_bytes(page(9))
    pages, _ = parted(load_pages([pipe, tmp_path / "other.html"], join=True))
    writer.join()
    assert numbers(pages[:3]) == [0, 1, 2]
    assert size_of([pipe]) is None


@pytest.mark.skipif(sys.platform != "linux", reason="a file whose reading fails is there on Linux only")
def test_a_file_that_cannot_be_read_is_rejected():
    (bad,) = load_pages(["/proc/self/mem"])
    assert isinstance(bad, Rejection)
    assert bad.code == "unreadable"
