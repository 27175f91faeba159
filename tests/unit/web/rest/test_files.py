"""Pictures and exports are those of the commands."""

from __future__ import annotations

import csv
import io
import zipfile
from xml.etree import ElementTree

import pytest

from dateline.products.collected_pictures import PictureKind, picture_of_events
from dateline.products.exports import Format, export
from dateline.web.rest import exported


@pytest.mark.parametrize("kind", list(PictureKind))
def test_a_picture_is_that_of_the_command_with_its_numbers(api, newsroom, kind):
    drawn = picture_of_events(newsroom, kind, {"actor": ["FJI"]})
    answer = api.get(f"pictures/{kind}", params={"actor": "FJI"})
    assert answer.text == drawn.to_svg() and answer.headers["content-type"] == "image/svg+xml"
    assert "sandbox" in answer.headers["content-security-policy"]
    table = api.get(f"pictures/{kind}", params={"actor": "FJI", "format": "json"}).json()
    assert table["columns"] == list(drawn.table.columns) and len(table["rows"]) == len(drawn.table.rows)
    rows = csv.reader(io.StringIO(api.get(f"pictures/{kind}", params={"actor": "FJI", "format": "csv"}).text))
    assert len(list(rows)) == len(drawn.table.rows) + 1


def test_two_actors_and_a_story_are_drawn(api, newsroom):
    (row,) = newsroom.stories().limit(1)
    for path, params in (("dyad", {"between": ["FJI", "TUV"]}), ("matrix", {"story": row.id})):
        svg = api.get(f"pictures/{path}", params=params).content
        assert ElementTree.fromstring(svg).tag.endswith("svg")


def test_a_picture_comes_as_png(api):
    pytest.importorskip("resvg_py")
    answer = api.get("pictures/timeline", params={"width": 300}, headers={"Accept": "image/png"})
    assert answer.headers["content-type"] == "image/png" and answer.content.startswith(b"\x89PNG")


def test_a_title_with_control_characters_is_drawn_without_them(api):
    for form in ("svg", "png"):
        assert api.get("pictures/timeline", params={"title": "a\x08b", "format": form}).status_code == 200
    svg = api.get("pictures/timeline", params={"title": "a\x08b"}).content
    assert "a\ufffdb" in "".join(ElementTree.fromstring(svg).itertext())


@pytest.mark.parametrize("to", list(Format))
def test_an_export_is_that_of_the_command(api, newsroom, tmp_path, to):
    written = export(newsroom, to=to, path=tmp_path / "out", actor="FJI")
    answer = api.get(f"exports/{to}", params={"actor": "FJI"})
    assert answer.status_code == 200 and "attachment" in answer.headers["content-disposition"]
    if answer.headers["content-type"] == "application/zip":
        packed = zipfile.ZipFile(io.BytesIO(answer.content))
        wanted = {path.name: path.read_bytes() for path in written.path.iterdir()}
        assert {name: packed.read(name) for name in packed.namelist()} == wanted
    else:
        assert answer.content == written.path.read_bytes()


def test_of_an_export_without_words_none_go_out(api):
    with_words = api.get("exports/geojson", params={"text": "quotes"}).text
    without = api.get("exports/geojson", params={"text": "none"}).text
    assert '"quote"' in with_words and '"quote"' not in without


def test_one_export_is_made_at_a_time(api):
    with exported._making:
        refused = api.get("exports/polecat", params={"actor": "nobody of that name"})
    assert refused.status_code == 503 and refused.headers["retry-after"]
    assert "ask again" in refused.json()["detail"]
