"""A collection as a new user has it in one go: add the sample newsroom, search, change a page, add again, see what changed, forget."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from dateline.cli import main

NEWSROOM = Path(__file__).resolve().parents[2] / "examples" / "newsroom"
CHANGED = "03-kestrel-daily-market.txt"


class Desk:
    """Somebody who types commands, in this process."""

    def __init__(
        self, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.pages = folder / "pages"
        self.collection = folder / "news"
        self._capsys, self._monkeypatch = capsys, monkeypatch
        shutil.copytree(NEWSROOM, self.pages)

    def __call__(self, command: str, *arguments: str) -> str:
        line = ["dateline", command, *arguments, "-c", str(self.collection)]
        self._monkeypatch.setattr("sys.argv", line)
        with pytest.raises(SystemExit) as ended:
            main()
        printed = self._capsys.readouterr()
        assert ended.value.code in (0, None, 2), printed.err
        return printed.out

    def rows(self, command: str, *arguments: str) -> list[dict]:
        return [json.loads(line) for line in self(command, *arguments, "--to", "jsonl").splitlines()]

    def add(self) -> dict:
        return json.loads(self("add", str(self.pages), "--workers", "0"))


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(tmp_path, capsys, monkeypatch)


def test_a_collection_is_filled_searched_corrected_and_taken_back(desk: Desk) -> None:
    assert desk.add()["new"] == 24
    assert desk.add()["known"] == 24
    assert len(desk.rows("stories")) >= 6

    (found,) = desk.rows("search", 'rockets outlet:"Kestrel Daily"')
    assert "rockets" in " ".join(passage["text"] for passage in found["passages"]).lower()

    page = desk.pages / CHANGED
    text = page.read_text(encoding="utf-8")
    assert "Seven people were killed" in text
    page.write_text(text.replace("Seven people were killed", "Nine people were killed"), encoding="utf-8")
    again = desk.add()
    assert (again["new"], again["new_versions"], again["known"]) == (0, 1, 23)
    (article,) = [
        row for row in desk.rows("articles", "--outlet", "Kestrel Daily") if "market" in row["title"]
    ]
    assert article["version"] == 2
    changes = {(row["of"], row["change"]): row for row in desk.rows("diff", "1", str(again["run"]))}
    assert ("article", "changed") in changes
    fact = changes["fact", "changed"]
    assert ("Seven" in fact["before"], "Nine" in fact["after"]) == (True, True)
    assert len(desk.rows("search", 'nine outlet:"Kestrel Daily"')) == 1

    desk("forget", "--article", article["id"], "--yes")
    assert desk.rows("search", 'rockets outlet:"Kestrel Daily"') == []
    assert article["id"] not in {row["id"] for row in desk.rows("articles")}
    assert desk.add()["forgotten"] == 1
    assert json.loads(desk("verify"))["findings"] == []
