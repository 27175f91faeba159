"""Pages that want to crash, hang or fill whatever reads them; each made when it is asked for, by its name."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable

SAID = "The harbour minister said on Tuesday that the port of Osthaven would stay open. "
REPORT = f"<p>{SAID * 3}</p>"


def page(body: str, head: str = "<title>Port stays open</title>") -> bytes:
    """A page in HTML."""
    return f'<!doctype html><html lang="en"><head><meta charset="utf-8">{head}</head><body>{body}</body></html>'.encode()


def _entity_bomb() -> bytes:
    entities = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    return f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "boom">{entities}]><html><body><p>&e9;</p>{REPORT}</body></html>'.encode()


def _external_entity() -> bytes:
    return f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;</p>{REPORT}</body></html>'.encode()


def _deep_json_ld() -> bytes:
    graph = '{"@type":"NewsArticle","author":' * 3_000 + '"Tilda Horn"' + "}" * 3_000
    return page(REPORT, f'<script type="application/ld+json">{graph}</script>')


def _deep_json_list() -> bytes:
    return page(REPORT, f'<script type="application/ld+json">{"[" * 200_000}{"]" * 200_000}</script>')


def _huge_json_ld() -> bytes:
    items = [{"@type": "NewsArticle", "headline": f"Port {n}", "articleBody": SAID} for n in range(15_000)]
    return page(REPORT, f'<script type="application/ld+json">{json.dumps({"@graph": items})}</script>')


def _long_number_json() -> bytes:
    return page(
        REPORT,
        f'<script type="application/ld+json">{{"@type":"NewsArticle","wordCount":{"9" * 100_000}}}</script>',
    )


def _circular_json_ld() -> bytes:
    graph = {
        "@graph": [
            {"@id": "#a", "@type": "NewsArticle", "isPartOf": {"@id": "#b"}},
            {"@id": "#b", "isPartOf": {"@id": "#a"}},
        ]
    }
    return page(REPORT, f'<script type="application/ld+json">{json.dumps(graph)}</script>')


def _many_attributes() -> bytes:
    return page(f"<div {' '.join(f'a{n}={n}' for n in range(100_000))}>{REPORT}</div>")


def _many_tags_with_attributes() -> bytes:
    tag = f"<p {' '.join(f'a{n}={n}' for n in range(900))}>The port stays open.</p>"
    return page(tag * 400)


def _slashes_in_a_tag() -> bytes:
    return page(f"<div {'/a' * 300_000}>{REPORT}</div>")


def _table(depth: int) -> bytes:
    return page("<table><tr><td>" * depth + SAID + "</td></tr></table>" * depth)


def _fuzzed(seed: int) -> bytes:
    chance = random.Random(seed)
    content = bytearray(page(REPORT * 40))
    for _ in range(600):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def _text(unit: str, size: int) -> bytes:
    return (f"Port stays open\n\n{SAID * 3}\n\n" + unit * (size // len(unit)) + f"\n\n{SAID}").encode()


def _in_paragraph(unit: str, size: int) -> bytes:
    return page(f"{REPORT}<p>{unit * (size // len(unit))}</p>{REPORT}")


HOSTILE: dict[str, Callable[[], bytes]] = {
    # size
    "empty": lambda: b"",
    "white space": lambda: b" \n" * 100_000,
    "20 MB in one line": lambda: b"The port stays open. " * 950_000,
    "3 MB in one line": lambda: b"The port stays open. " * 150_000,
    "250,000 paragraphs": lambda: page("<p>The port stays open.</p>" * 250_000),
    "100,000 paragraphs": lambda: page("<p>The port stays open.</p>" * 100_000),
    "100,000 short lines": lambda: b"Open.\n" * 100_000,
    "gzip bomb": lambda: gzip.compress(b"0" * 200_000_000),
    "gzip in gzip": lambda: gzip.compress(gzip.compress(page(REPORT))),
    "4 MB of prose": lambda: _text(SAID, 4_000_000),
    # markup
    "entity bomb": _entity_bomb,
    "external entity": _external_entity,
    "20,000 divs deep": lambda: page("<div>" * 20_000 + SAID + "</div>" * 20_000),
    "200,000 divs deep": lambda: page("<div>" * 200_000 + SAID),
    "2,000 spans deep": lambda: page(f"<p>{'<span>' * 2_000}{SAID}{'</span>' * 2_000}</p>{REPORT}"),
    "formatting never closed": lambda: page("<p><b><i><u><a href=x>The port stays open." * 5_000),
    "tables 200 deep": lambda: _table(200),
    "tables 1,000 deep": lambda: _table(1_000),
    "tables 20,000 deep": lambda: _table(20_000),
    "lists 3,000 deep": lambda: page("<ul><li>" * 3_000 + SAID),
    "100,000 attributes": _many_attributes,
    "900 attributes in each of 400 tags": _many_tags_with_attributes,
    "one attribute of 3 MB": lambda: page(f'<div title="{"a" * 3_000_000}">{REPORT}</div>'),
    "slashes in a tag": _slashes_in_a_tag,
    "endless comment": lambda: page(f"{REPORT}<!-- {'port ' * 600_000}"),
    "100,000 comments": lambda: page("<!-- a -->" * 100_000 + REPORT),
    "comment openers": lambda: page("<!--" * 500_000 + REPORT),
    "unclosed script": lambda: page(f"{REPORT}<script>{'if (a < b) {} ' * 200_000}"),
    "100,000 unclosed scripts": lambda: page("<script>" * 100_000 + REPORT),
    "style openers": lambda: page("<style>" * 100_000 + REPORT),
    "unclosed tag": lambda: page(f"{REPORT}<div {'x ' * 400}"),
    "only opening brackets": lambda: page("<" * 1_000_000),
    "brackets and letters": lambda: page("<a" * 500_000),
    "unclosed CDATA": lambda: page(f"<![CDATA[{REPORT * 1_000}"),
    "100,000 links": lambda: page("<a href='/x'>Port stays open</a> " * 100_000),
    "50,000 images": lambda: page("<figure><img src=a.jpg alt='The port'><figcaption>The port</figcaption></figure>" * 50_000),
    "50,000 headings": lambda: page("<h1>Port stays open</h1>" * 50_000),
    "50,000 times": lambda: page("<time datetime='2024-03-12T10:00:00Z'>12 March 2024</time>" * 50_000 + REPORT),
    "50,000 meta tags": lambda: page(REPORT, "<meta name=author content='Tilda Horn'>" * 50_000),
    "meta refresh loop": lambda: page(REPORT, "<meta http-equiv=refresh content='0;url=.'>" * 2_000),
    "50,000 breaks": lambda: page(f"<p>{'The port stays open.<br>' * 50_000}</p>"),
    "form fields": lambda: page("<form><input name=a value=b><select><option>a" * 20_000 + REPORT),
    "frames in frames": lambda: page("<iframe srcdoc='<p>port</p>'>" * 20_000 + REPORT),
    "SVG and MathML": lambda: page("<svg><foreignObject><math><mi>" * 3_000 + SAID),
    "templates": lambda: page("<template><p>port" * 20_000 + REPORT),
    "two thousand bodies": lambda: b"<html><head></head><body><p>The port stays open.</p></body></html>" * 2_000,
    "base64 image": lambda: page(f'<img src="data:image/png;base64,{"iVBORw0KGgo" * 400_000}">{REPORT}'),
    "data addresses": lambda: page(f'{"<img src=data:image/gif;base64,R0lGOD>" * 20_000}{REPORT}'),
    "data address without end": lambda: page(f'{REPORT}<img src="data:image/svg+xml,{"%3Csvg " * 400_000}'),
    # what a page says of itself
    "deep JSON-LD": _deep_json_ld,
    "lists 200,000 deep in JSON-LD": _deep_json_list,
    "huge JSON-LD": _huge_json_ld,
    "JSON-LD that points at itself": _circular_json_ld,
    "a number of 100,000 digits": _long_number_json,
    "a title of 1 MB": lambda: page(REPORT, f"<title>{'Port ' * 200_000}</title>"),
    "an address of 1 MB": lambda: page(REPORT, f"<link rel=canonical href='https://example.org/{'a/' * 500_000}'>"),
    "a year of 5,000 digits": lambda: page(REPORT, f"<meta property='article:published_time' content='{'9' * 5_000}-01-01'>"),
    "an author list of 1 MB": lambda: page(REPORT, f"<meta name=author content='{'Tilda Horn, ' * 80_000}'>"),
    # bytes
    "bad UTF-8": lambda: page(REPORT) + b"\xff\xfe\xfd\xc0\x80" * 1_000,
    "lone surrogates": lambda: page(REPORT) + "\ud800\udfff".encode("utf-8", "surrogatepass") * 1_000,
    "NUL bytes": lambda: page(REPORT).replace(b" ", b"\x00 "),
    "control characters": lambda: page(REPORT) + bytes(range(1, 32)) * 5,
    "UTF-16 without a mark": lambda: page(REPORT * 30).decode().encode("utf-16-le"),
    "UTF-7": lambda: page(REPORT + "+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "<meta charset='utf-7'>"),
    "unknown charset": lambda: page(REPORT, "<meta charset='x-no-such-thing'>") + b"\xe9\xe8",
    "a codec that is no charset": lambda: page(REPORT, "<meta charset='zlib_codec'>") + b"\xe9\xe8",
    "random mutation": lambda: _fuzzed(7),
    "random bytes in a page": lambda: b"<html><body>" + random.Random(3).randbytes(200_000),
    "a picture called a page": lambda: b"\x89PNG\r\n\x1a\n" + page(REPORT),
    "a PDF called a page": lambda: b"%PDF-1.7\n" + page(REPORT),
    # characters
    "bidi marks": lambda: _in_paragraph("\u202eport\u202c \u2066open\u2069 ", 300_000),
    "zero-width flood": lambda: _in_paragraph("\u200b\u200d\ufeff", 300_000),
    "stacked accents": lambda: _in_paragraph("e" + "\u0301" * 500, 200_000),
    "emoji": lambda: _in_paragraph("👩‍👩‍👧‍👦", 200_000),
    # traps for regular expressions and for lists that are searched again and again
    "long run of spaces": lambda: _text(" ", 100_000),
    "spaces in a paragraph": lambda: _in_paragraph("&nbsp; ", 100_000),
    "tabs and dashes": lambda: _text("\t- ", 60_000),
    "a million quotation marks": lambda: _text('"', 200_000),
    "curly quotation marks": lambda: _text("“", 60_000),
    "opened and closed quotations": lambda: _text("“a” ", 60_000),
    "apostrophes": lambda: _text("'a", 60_000),
    "brackets": lambda: _text("([{", 60_000),
    "dashes": lambda: _text("-", 60_000),
    "digits": lambda: _text("1", 60_000),
    "amounts": lambda: _text("1,000.", 60_000),
    "dates": lambda: _text("12 March 2024 ", 60_000),
    "dotted letters": lambda: _text("a.", 60_000),
    "dotted capitals": lambda: _text("U.S.", 60_000),
    "capitals": lambda: _text("Ada ", 60_000),
    "capitals joined": lambda: _text("Ada-", 60_000),
    "shouting": lambda: _text("ADA ", 60_000),
    "one long word": lambda: _text("a", 200_000),
    "one long capital word": lambda: _text("A", 200_000),
    "full stops": lambda: _text(".", 60_000),
    "stops and spaces": lambda: _text(". ", 60_000),
    "commas": lambda: _text("and, ", 60_000),
    "of the of the": lambda: _text("President of the ", 60_000),
    "said said": lambda: _text("said that ", 60_000),
    "he said": lambda: _text("“Yes,” he said. ", 60_000),
    "one name again and again": lambda: _text("Angela Merkel met Emmanuel Macron in Paris. ", 60_000),
    "bylines": lambda: _text("By Tilda Horn\n", 60_000),
    "addresses": lambda: _text("https://example.org/a?b=c&d ", 60_000),
    "mail addresses": lambda: _text("a@b.c.", 60_000),
    "blank lines": lambda: _text("\n \n", 100_000),
    "carriage returns": lambda: _text("a\r", 60_000),
    "form feeds": lambda: _text("\x0c\u2028", 60_000),
    "Chinese without a stop": lambda: _text("港口", 60_000),
    "Arabic": lambda: _text("قال الوزير ", 60_000),
    "ampersands": lambda: page("&amp;" * 200_000),
    "half entities": lambda: page("&#x" * 60_000),
    "pipes": lambda: _text("a | ", 60_000),
}  # fmt: skip
"""How to make each page, by what is hostile in it."""
