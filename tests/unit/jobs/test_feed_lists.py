"""What to follow is taken from addresses, OPML files and lists; what lists no feeds is told."""

from __future__ import annotations

import pytest

from dateline.jobs import Wanted, feeds_in
from dateline.model import InputError

OPML = """<opml version="2.0"><body><outline text="News"><outline text="Post" xmlUrl="https://post.example/rss"/>
<outline text="deeper"><outline title="Times" xmlUrl="feed://times.example/rss"/></outline></outline></body></opml>"""
RSS = '<rss version="2.0"><channel><item><title>A</title><link>https://post.example/1</link></item></channel></rss>'


def test_feeds_of_an_opml_file_are_taken_from_folders_of_any_depth_once(tmp_path):
    file = tmp_path / "feeds.opml"
    file.write_text(OPML)
    assert feeds_in([str(file), "https://post.example/rss"]) == [
        Wanted("https://post.example/rss", "Post"),
        Wanted("http://times.example/rss", "Times"),
    ]


def test_a_file_may_have_an_address_a_line(tmp_path):
    file = tmp_path / "feeds.txt"
    file.write_text("# mine\nhttps://post.example/rss\n\nhttps://times.example/rss\n")
    assert [wanted.address for wanted in feeds_in([str(file)])] == [
        "https://post.example/rss",
        "https://times.example/rss",
    ]


@pytest.mark.parametrize("text", [RSS, "<html><body>A page</body></html>", ""])
def test_what_lists_no_feeds_is_told(tmp_path, text):
    file = tmp_path / "file"
    file.write_text(text)
    with pytest.raises(InputError, match="lists no feeds"):
        feeds_in([str(file)])
