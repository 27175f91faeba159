"""`dateline stories --show` and `--decisions`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.app import app

FERRY = "The ferry Sirje ran aground off Saaremaa on 6 May 2024. Divers from Kuressaare freed the ferry before dusk."


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    for name, text in (("a", FERRY), ("b", FERRY.replace("before dusk", "by evening"))):
        (tmp_path / f"{name}.txt").write_text(
            f"Ferry aground off Saaremaa\n\nBy Mari Tamm\n\n{text} Report {name}.\n"
        )
    return tmp_path


def shown(*arguments: str) -> list[dict[str, object]]:
    done = CliRunner().invoke(app, ["stories", *arguments, "--to", "jsonl", "--published", "2024-05-07"])
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_joins_say_what_a_report_shares_with_another(pages: Path) -> None:
    (join,) = shown(str(pages), "--show", "joins")
    assert join["article"] != join["mate"]
    assert "Saaremaa" in str(join["words"])


def test_a_split_of_the_log_holds(pages: Path, tmp_path: Path) -> None:
    (story,) = shown(str(pages))
    first, second = story["articles"]  # type: ignore[misc]
    log = tmp_path.parent / "decisions.jsonl"
    log.write_text(json.dumps({"kind": "split", "articles": [first], "others": [second]}) + "\n")
    assert len(shown(str(pages), "--decisions", str(log))) == 2


def test_a_bad_line_of_the_log_is_named(pages: Path, tmp_path: Path) -> None:
    log = tmp_path.parent / "bad.jsonl"
    log.write_text('{"kind": "merge"}\n')
    done = CliRunner().invoke(app, ["stories", str(pages), "--decisions", str(log)])
    assert done.exit_code != 0


def test_a_single_report_has_nothing_to_show(pages: Path) -> None:
    for view in ("joins", "storylines"):
        assert shown(str(pages / "a.txt"), "--show", view) == []
