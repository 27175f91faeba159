"""Files of an installation that are not what was installed are found, and a changed table stops the reading."""

from __future__ import annotations

import hashlib
import sys
from base64 import urlsafe_b64encode
from pathlib import Path

import pytest

from dateline.installed import changed_files, check_tables
from dateline.model import DataError

FILES = {"dateline/knowledge/data/bodies.csv": "name\nOPEC\n", "dateline/reading.py": "1\n"}


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A folder of packages, as pip leaves it, before all others."""
    lines = []
    for name, text in FILES.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        digest = urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(text)}\n")
    noted = tmp_path / "dateline_news-0.1.0.dist-info"
    noted.mkdir()
    (noted / "METADATA").write_text("Metadata-Version: 2.4\nName: dateline-news\nVersion: 0.1.0\n")
    (noted / "RECORD").write_text("".join(lines) + "dateline/__pycache__/reading.pyc,,\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    check_tables.cache_clear()
    yield tmp_path
    check_tables.cache_clear()


def test_what_was_installed_is_whole(site: Path) -> None:
    assert changed_files() == []
    check_tables()


@pytest.mark.parametrize("text", [None, "", "name\nOPEC\nAmbrel League\n"])
def test_a_table_that_was_changed_or_cut_stops_the_reading_in_one_line(site: Path, text: str | None) -> None:
    table = site / "dateline/knowledge/data/bodies.csv"
    table.unlink() if text is None else table.write_text(text)
    assert changed_files() == ["dateline/knowledge/data/bodies.csv"]
    with pytest.raises(DataError, match=r"bodies\.csv is not the file that was installed: reinstall") as told:
        check_tables()
    assert "\n" not in str(told.value)


def test_code_that_was_changed_is_told_by_doctor_alone(site: Path) -> None:
    (site / "dateline/reading.py").write_text("2\n")
    assert changed_files() == ["dateline/reading.py"]
    check_tables()
