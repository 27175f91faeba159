"""A collection is checked, compared between runs, read again, and copied."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import delete, update

from dateline.model import CollectionError, Rejection
from dateline.store import Collection, open_collection, restore_collection
from dateline.store.tables import ARTICLES, EVENTS, REPORTS, ROLLUPS, STATEMENTS, STORY_ARTICLES
from tests.unit.store.sample_pages import PAGES, ReadOnce, contents, page, rows_of


class Corrected:
    """Reads as `ReadOnce` does, but for one word for who spoke, as a later program would."""

    def __init__(self, read_once: ReadOnce, name: str, better: str) -> None:
        self._read, self._name, self._better = read_once, name, better

    def __call__(self, sources, *, workers, tier):
        for result in self._read(sources, workers=workers, tier=tier):
            yield result if isinstance(result, Rejection) else self._corrected(result)

    def _corrected(self, reading):
        statements = tuple(
            replace(s, speaker=replace(s.speaker, name=self._better))
            if s.speaker and s.speaker.name == self._name
            else s
            for s in reading.statements
        )
        return replace(reading, statements=statements, provenance=replace(reading.provenance, dateline="99"))


def reopened(collection: Collection, read) -> Collection:
    return open_collection(collection.place, read_many=read, create=False)


def test_a_sound_collection_has_no_findings(collection):
    for start in range(0, len(PAGES), 6):
        collection.add(PAGES[start : start + 6])
    report = collection.verify()
    assert report.findings == ()
    assert (report.articles, report.pages) == (24, 24)
    assert report.stories == collection.stories().count()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (update(STATEMENTS).values(content="invented"), "rows"),
        (update(EVENTS).values(status="denied", reports=7), "story"),
        (update(ROLLUPS).values(count=7), "rollups"),
        (update(ARTICLES).values(reading=b"nothing"), "damaged_reading"),
        (update(ARTICLES).values(family="sha256:other"), "families"),
        (delete(STORY_ARTICLES), "no_story"),
        (update(REPORTS).values(event="event:none"), "stray_rows"),
        (update(ARTICLES).values(page_sha256="00"), "missing_page"),
    ],
)
def test_what_was_changed_behind_its_back_is_found(folder_collection, change, code):
    folder_collection.add(PAGES[:3])
    with folder_collection._holdings.database.writing() as connection:
        connection.execute(change)
    assert code in {finding.code for finding in folder_collection.verify().findings}


def test_a_reading_that_is_damaged_is_made_again_from_its_page(folder_collection):
    folder_collection.add(PAGES[:3])
    before = contents(folder_collection)
    with folder_collection._holdings.database.writing() as connection:
        connection.execute(update(ARTICLES).where(ARTICLES.c.arrival == 2).values(reading=b"nothing"))
    assert folder_collection.reread().changed == 1
    assert contents(folder_collection) == before


def test_a_page_whose_file_was_changed_is_found(folder_collection, tmp_path):
    folder_collection.add(PAGES[:2])
    one, other = sorted((tmp_path / "collection" / "pages").glob("*/*"))
    one.write_bytes(other.read_bytes())
    assert [finding.code for finding in folder_collection.verify().findings] == ["damaged_page"]


def test_reading_again_with_the_same_program_changes_nothing(collection):
    collection.add(PAGES[:4])
    before = contents(collection)
    report = collection.reread()
    assert (report.changed, report.unchanged, report.missing) == (0, 4, 0)
    assert contents(collection) == before


def test_what_another_program_reads_replaces_what_was_there(collection, read_once):
    collection.add(PAGES[:6])
    name = next(row["speaker_name"] for row in rows_of(collection, STATEMENTS) if row["speaker_name"])
    with reopened(collection, Corrected(read_once, name, "Somebody Else")) as later:
        report = later.reread()
        assert report.changed >= 1 and report.changed + report.unchanged == 6
        assert not later.statements(said_by=name).count()
        assert later.statements(said_by="Somebody Else").count()
        assert later.verify().findings == ()


def test_reading_again_ends_where_reading_so_at_first_would_have(collection, read_once, tmp_path):
    collection.add(PAGES)
    name = next(row["speaker_name"] for row in rows_of(collection, STATEMENTS) if row["speaker_name"])
    better = Corrected(read_once, name, "Somebody Else")
    with reopened(collection, better) as later:
        later.reread()
        found = contents(later)
    with open_collection(tmp_path / "fresh", read_many=better) as fresh:
        fresh.add(PAGES)
        wanted = contents(fresh)
    for table in wanted.keys() - {"articles", "raw_pages"}:
        assert found[table] == wanted[table], table


def test_two_runs_are_compared(collection, read_once):
    first = collection.add(PAGES[:3]).run
    second = collection.add(PAGES[3:5]).run
    added = collection.diff(first, second)
    assert [(change.of, change.change) for change in added] == [("article", "added")] * 2
    name = next(row["speaker_name"] for row in rows_of(collection, STATEMENTS) if row["speaker_name"])
    with reopened(collection, Corrected(read_once, name, "Somebody Else")) as later:
        third = later.reread().run
        found = later.diff(second, third)
    assert {(change.of, change.change) for change in found} == {("statement", "changed")}
    assert all(
        change.before.startswith(name) and change.after.startswith("Somebody Else") for change in found
    )
    assert collection.diff(first, second) == added


def test_a_run_that_was_not_is_told(collection):
    with pytest.raises(CollectionError, match="no run 7"):
        collection.diff(7, 8)


def test_a_new_version_says_what_changed(collection):
    url = "https://post.example/visit"
    told = "The president of France, Emmanuel Macron, met the king of Tonga in Paris on Tuesday."
    collection.add([page("A visit", told, url=url)])
    collection.add([page("A visit", told.replace("met", "will meet"), url=url)])
    (current,) = collection.articles()
    assert {change.of for change in collection.changes(current.id)} == {"event"}
    first = next(row["id"] for row in rows_of(collection, ARTICLES) if row["version"] == 1)
    assert collection.changes(first) == []


def test_a_backup_is_the_same_collection(collection, read_once, tmp_path):
    collection.add(PAGES[:8])
    collection.backup(tmp_path / "backup")
    with open_collection(tmp_path / "backup", read_many=read_once, create=False) as copy:
        found, wanted = contents(copy), contents(collection)
        assert {k: v for k, v in found.items() if k != "raw_pages"} == {
            k: v for k, v in wanted.items() if k != "raw_pages"
        }
        assert copy.verify().findings == ()
        assert copy.add(PAGES[:9]).known == 8


def test_a_backup_is_restored_to_a_folder_or_a_server(folder_collection, place, read_once, tmp_path):
    folder_collection.add(PAGES[:8])
    folder_collection.backup(tmp_path / "backup")
    target = tmp_path / "restored" if place.endswith("collection") else place
    restore_collection(tmp_path / "backup", target)
    with open_collection(target, read_many=read_once, create=False) as restored:
        assert restored.verify().findings == ()
        report = restored.add(PAGES[:9])
        assert (report.known, report.new) == (8, 1)


def test_a_place_that_is_not_empty_is_not_written_over(folder_collection, tmp_path):
    folder_collection.add(PAGES[:1])
    folder_collection.backup(tmp_path / "backup")
    for occupied in (tmp_path / "backup", folder_collection.place):
        with pytest.raises(CollectionError, match="not empty"):
            folder_collection.backup(occupied)
        with pytest.raises(CollectionError, match="not empty"):
            restore_collection(tmp_path / "backup", occupied)
    with pytest.raises(CollectionError, match="no backup"):
        restore_collection(tmp_path / "none", tmp_path / "new")
