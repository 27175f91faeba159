"""Pages in JSON: one a line, in a list, in the answer of a news interface; fields under the names that are in use."""

from __future__ import annotations

import gzip
import json

import pytest
from made_warcs import loaded, page, piped

TEXT = "A ferry left Lunda at noon, the captain said."


def only(row: dict[str, object], folder):
    pages, rejections = loaded(json.dumps(row).encode(), folder, "page.json")
    return (pages or rejections)[0]


def test_each_line_is_a_page_and_a_bad_one_is_named_by_its_number(tmp_path):
    lines = [json.dumps({"url": f"https://lunda.example/{n}", "text": f"Ferry {n} left."}) for n in range(6)]
    lines[2] = lines[2][:-5]
    lines[4] = '{"url": "https://lunda.example/4"}'
    lines.insert(1, "")
    for content in ("\n".join(lines).encode(), "\r\n".join([*lines, ""]).encode("utf-8-sig")):
        for pages, rejections in (
            loaded(content, tmp_path),
            loaded(gzip.compress(content), tmp_path),
            piped(content),
        ):
            assert [(p.content, p.place) for p in pages] == [
                ("Ferry 0 left.", "line 1"),
                ("Ferry 1 left.", "line 3"),
                ("Ferry 3 left.", "line 5"),
                ("Ferry 5 left.", "line 7"),
            ]
            assert [(r.code, r.place) for r in rejections] == [("bad_json", "line 4"), ("no_text", "line 6")]
            assert all("line" in r.message and len(r.bytes_sha256 or "") == 64 for r in rejections)


def test_a_bad_first_line_costs_only_itself(tmp_path):
    pages, rejections = loaded(b'{"text": "A fer\n{"text": "Two."}\n{"text": "Three."}\n', tmp_path)
    assert [p.content for p in pages] == ["Two.", "Three."]
    assert [r.place for r in rejections] == ["line 1"]


@pytest.mark.parametrize("indent", [None, 1])
def test_a_list_and_the_answer_of_a_news_interface_give_their_pages(tmp_path, indent):
    rows = [{"title": f"Ferry {n}", "content": f"{TEXT} {n}" + "ä" * 9_000} for n in range(60)]
    for value in (rows, {"status": "ok", "articles": rows}, {"response": {"docs": rows}}):
        content = json.dumps(value, indent=indent, ensure_ascii=False).encode()
        pages, rejections = loaded(content, tmp_path)
        assert [p.content for p in pages] == [f"{row['title']}\n\n{row['content']}" for row in rows]
        assert [p.place for p in pages][:2] in (["item 1", "item 2"], ["line 1, item 1", "line 1, item 2"])
        assert rejections == []


def test_a_list_that_breaks_off_gives_what_came_before(tmp_path):
    content = json.dumps([{"text": f"{TEXT} {n}"} for n in range(9)]).encode()
    pages, rejections = loaded(content[:-20], tmp_path)
    assert len(pages) == 8
    assert [(r.code, r.place) for r in rejections] == [("bad_json", "item 9")]


def test_gzipped_lines_that_break_off_give_what_came_before(tmp_path):
    lines = b"".join(json.dumps({"text": f"{TEXT} {n * 7919 % 997}"}).encode() + b"\n" for n in range(30_000))
    whole = gzip.compress(lines)
    pages, rejections = loaded(whole[: len(whole) // 2], tmp_path)
    assert len(pages) > 10_000
    assert [r.code for r in rejections][-1] == "truncated_gzip"


@pytest.mark.parametrize("name", ["text", "maintext", "body", "content", "article_text", "articleBody"])
def test_the_text_may_have_any_of_its_usual_names(tmp_path, name):
    assert only({name: TEXT}, tmp_path).content == TEXT


@pytest.mark.parametrize("name", ["html", "raw_html", "content", "body"])
def test_html_is_told_by_what_it_is_and_gets_the_title_where_it_has_none(tmp_path, name):
    assert only({name: page(1).decode(), "title": "Other"}, tmp_path).content == page(1).decode()
    found = only({name: f"<p>{TEXT}</p>", "title": "Ferry &amp; dock"}, tmp_path)
    assert "<title>Ferry &amp; dock</title>" in found.content and f"<p>{TEXT}</p>" in found.content


def test_html_goes_before_text(tmp_path):
    assert only({"text": TEXT, "html": page(1).decode()}, tmp_path).content == page(1).decode()


@pytest.mark.parametrize("name", ["url", "link", "canonical_url", "webUrl"])
def test_the_address_may_have_any_of_its_usual_names(tmp_path, name):
    assert only({name: "https://lunda.example/1", "text": TEXT}, tmp_path).url == "https://lunda.example/1"
    assert only({name: "about:blank", "text": TEXT}, tmp_path).url is None
    assert only({name: "http://[broken", "text": TEXT}, tmp_path).url is None


@pytest.mark.parametrize(
    ("row", "published"),
    [
        ({"published": "2024-03-12"}, "2024-03-12"),
        ({"date": "2024-03"}, "2024-03"),
        ({"date_publish": "2024-03-12 09:30:00"}, "2024-03-12T09:30:00"),
        ({"date_publish": "2024-03-12 00:00:00"}, "2024-03-12"),
        ({"publishedAt": "2024-03-12T09:30:00Z"}, "2024-03-12T09:30:00+00:00"),
        ({"pubDate": "Tue, 12 Mar 2024 09:30:00 +0100"}, "2024-03-12T09:30:00+01:00"),
        ({"date": 1710235800}, "2024-03-12T09:30:00+00:00"),
        ({"date": 1710235800000}, "2024-03-12T09:30:00+00:00"),
        ({"date": {"$date": "2024-03-12T09:30:00Z"}}, "2024-03-12T09:30:00+00:00"),
        ({"date": "20240312"}, "2024-03-12"),
        ({"published": "None", "date": "2024-03-12"}, "2024-03-12"),
        ({"date": "12/03/2024"}, None),
        ({"date": "yesterday"}, None),
        ({"date": 12}, None),
        ({"date": True}, None),
        ({"date_download": "2024-03-12", "crawled": "2024-03-12"}, None),
    ],
)
def test_dates_keep_their_precision_and_zone_and_doubtful_ones_are_none(tmp_path, row, published):
    assert only({"text": TEXT, **row}, tmp_path).published == published


@pytest.mark.parametrize(
    ("row", "outlet"),
    [
        ({"outlet": "Kestrel Daily"}, "Kestrel Daily"),
        ({"source": {"id": None, "name": "Kestrel Daily"}}, "Kestrel Daily"),
        ({"source_domain": "kestrel.example"}, "kestrel.example"),
        ({"source": "https://kestrel.example/feed"}, None),
    ],
)
def test_the_outlet_may_have_any_of_its_usual_names(tmp_path, row, outlet):
    assert only({"text": TEXT, **row}, tmp_path).outlet == outlet


def test_json_without_pages_is_rejected(tmp_path):
    assert only({"name": "a", "version": 1}, tmp_path).code == "no_text"


def test_text_that_begins_like_json_is_a_page(tmp_path):
    for text in ("[Photo: harbour of Lunda]\nA ferry left.\n", "{A note of the editors} A ferry left."):
        pages, _ = loaded(text.encode(), tmp_path, "page.txt")
        assert [p.content for p in pages] == [text]


def test_a_line_that_is_too_long_costs_only_itself():
    lines = [b'{"text": "One."}', b'{"text": "' + b"x" * 30_000_000 + b'"}', b'{"text": "Three."}']
    pages, rejections = piped(b"\n".join(lines))
    assert [(p.content, p.place) for p in pages] == [("One.", "line 1"), ("Three.", "line 3")]
    assert [(r.code, r.place) for r in rejections] == [("too_large", "line 2")]


def test_strange_values_do_no_harm(tmp_path):
    rows = [
        '{"text": ["A ferry.", "It left."]}',
        '{"text": 7}',
        '{"text": null}',
        '{"text": "a\\ud800b"}',
        "[" * 5_000,
    ]
    pages, rejections = loaded("\n".join(['{"text": "One."}', *rows]).encode(), tmp_path)
    assert [p.content for p in pages] == ["One.", "A ferry.\n\nIt left.", "a\ufffdb"]
    assert [r.code for r in rejections] == ["no_text", "no_text", "bad_json"]


def test_a_key_under_a_name_for_text_is_no_page(tmp_path):
    assert only({"pages": [{"title": "Ferry stops", "story": "ferry"}]}, tmp_path).code == "no_text"
