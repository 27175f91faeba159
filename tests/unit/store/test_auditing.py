"""Samples that people check: drawn alike by everybody, kept as coded, labelled, and taken back with their articles."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from dateline.model import CollectionError, DatedValue, DatePrecision, Rejection
from dateline.store import auditing, open_collection, restore_collection
from dateline.store.auditing import AuditKind, Fault, Label, Verdict
from dateline.store.queries.filters import Filters
from dateline.store.tables import AUDIT_LABELS, AUDIT_ROWS
from dateline.store.writer import sole_writer
from tests.unit.store.sample_pages import PAGES, rows_of
from tests.unit.store.test_forgetting import bytes_of

EVERYTHING = Filters()
RIGHT = Label(Verdict.RIGHT)


@pytest.fixture
def newsroom(collection):
    collection.add(PAGES[:8])
    return collection


@pytest.fixture
def newsroom_folder(folder_collection):
    folder_collection.add(PAGES[:8])
    return folder_collection


def references(collection, name):
    return [(row.article, row.id) for row in auditing.rows_of(collection.holdings.database, name)]


def draw(collection, name, kind=AuditKind.EVENTS, asked=EVERYTHING, **how):
    return auditing.draw(collection.holdings, name, kind, asked, **how)


def keep(collection, name, number, label, by="Ana"):
    auditing.keep_label(collection.holdings.database, name, number, by, label)


def test_the_same_seed_draws_the_same_rows_and_another_seed_others(newsroom):
    draw(newsroom, "one", size=10, seed=3)
    draw(newsroom, "same", size=10, seed=3)
    draw(newsroom, "other", size=10, seed=4)
    assert references(newsroom, "one") == references(newsroom, "same")
    assert references(newsroom, "one") != references(newsroom, "other")
    assert len(set(references(newsroom, "one"))) == 10


def test_a_larger_sample_holds_the_smaller_one(newsroom):
    draw(newsroom, "small", size=5)
    draw(newsroom, "large", size=15)
    assert references(newsroom, "large")[:5] == references(newsroom, "small")


def test_pages_may_come_in_any_order(newsroom_folder, tmp_path, read_once):
    draw(newsroom_folder, "one", size=10)
    with open_collection(tmp_path / "other", read_many=read_once) as other:
        other.add(PAGES[:8][::-1])
        draw(other, "one", size=10)
        assert references(other, "one") == references(newsroom_folder, "one")


def test_a_sample_says_what_it_was_drawn_from(newsroom):
    audit = draw(newsroom, "consults", asked=Filters(root=["consult"], after="2024"), size=3, seed=11)
    assert audit.population == newsroom.reports(root="consult", after="2024").count()
    assert (audit.drawn, audit.rows, audit.seed, audit.labels) == (3, 3, 11, {})
    assert audit.filters == {"root": ["consult"], "after": "2024"}
    assert auditing.audits(newsroom.holdings.database) == [audit]
    rows = auditing.rows_of(newsroom.holdings.database, "consults")
    assert all(row.coded["type"].startswith("CONSULT") for row in rows)


def test_a_sample_may_be_all_there_is(newsroom):
    audit = draw(newsroom, "all", AuditKind.STATEMENTS, size=10_000)
    assert audit.drawn == audit.population == newsroom.statements().count()


@pytest.mark.parametrize("kind", AuditKind)
def test_a_row_has_its_sentence_and_the_words_that_its_fields_rest_on(newsroom, kind):
    draw(newsroom, "all", kind, size=10_000)
    for row in auditing.rows_of(newsroom.holdings.database, "all"):
        reading = newsroom.reading(row.article)
        text = reading.article.text
        assert text[row.start : row.start + len(row.sentence)] == row.sentence
        words = {mark.field: row.sentence[mark.start : mark.end] for mark in row.marks}
        if kind is AuditKind.EVENTS:
            event = next(event for event in reading.events if event.id == row.id)
            assert words["trigger"] == event.trigger.span.of(text)
            assert event.evidence.of(text) in row.sentence
        else:
            statement = next(one for one in reading.statements if one.id == row.id)
            assert {mark.field for mark in row.marks} >= {"content"}
            assert row.coded["speaker"] == (statement.speaker.name if statement.speaker else "")


def test_a_name_is_given_once(newsroom):
    draw(newsroom, "one", size=2)
    with pytest.raises(CollectionError, match="another name") as busy:
        draw(newsroom, "one", size=2)
    assert busy.value.code == "busy_name"


def test_a_sample_of_nothing_is_refused(newsroom):
    with pytest.raises(CollectionError, match="widen"):
        draw(newsroom, "none", asked=Filters(source="Q0"))
    assert auditing.audits(newsroom.holdings.database) == []


def test_a_later_answer_takes_the_place_of_the_earlier_one_of_the_same_person(newsroom):
    draw(newsroom, "one", size=3)
    wrong = Label(Verdict.WRONG, (Fault("status", "planned"), Fault("date"), Fault("place", "")))
    for number, label, by in ((1, RIGHT, "Ana"), (1, RIGHT, "Ben"), (1, wrong, "Ana"), (2, RIGHT, "Ana")):
        keep(newsroom, "one", number, label, by)
    database = newsroom.holdings.database
    assert auditing.labels_of(database, "one") == {"Ana": {1: wrong, 2: RIGHT}, "Ben": {1: RIGHT}}
    assert auditing.audit_of(database, "one").labels == {"Ana": 2, "Ben": 1}


@pytest.mark.parametrize(
    ("fault", "advice"),
    [
        (Fault("colour"), "write some of source, target"),
        (Fault("status", "perhaps"), "write one of happened, planned"),
    ],
)
def test_a_fault_that_cannot_be_is_refused(newsroom, fault, advice):
    draw(newsroom, "one", size=3)
    with pytest.raises(CollectionError, match=advice):
        keep(newsroom, "one", 1, Label(Verdict.WRONG, (fault,)))


def test_what_is_not_there_is_told(newsroom):
    database = newsroom.holdings.database
    with pytest.raises(CollectionError, match="audit list"):
        auditing.audit_of(database, "none")
    draw(newsroom, "one", size=3)
    with pytest.raises(CollectionError, match="no row 4"):
        keep(newsroom, "one", 4, RIGHT)


def test_a_sample_is_dropped_with_its_labels_and_no_other(newsroom):
    for name in ("one", "two"):
        draw(newsroom, name, size=3)
        keep(newsroom, name, 1, RIGHT)
    auditing.drop(newsroom.holdings.database, "one")
    assert [audit.name for audit in auditing.audits(newsroom.holdings.database)] == ["two"]
    assert {row["audit"] for table in (AUDIT_ROWS, AUDIT_LABELS) for row in rows_of(newsroom, table)} == {
        "two"
    }


def test_a_forgotten_article_takes_its_rows_and_labels_out_of_every_sample(newsroom):
    for name in ("one", "two"):
        audit = draw(newsroom, name, size=30)
        for number in range(1, audit.rows + 1):
            keep(newsroom, name, number, RIGHT)
    gone = references(newsroom, "one")[0][0]
    own = [reference for reference in references(newsroom, "one") if reference[0] == gone]
    newsroom.forget(article=gone)
    for name in ("one", "two"):
        left = auditing.audit_of(newsroom.holdings.database, name)
        assert (left.drawn, left.rows, left.labels) == (30, 30 - len(own), {"Ana": 30 - len(own)})
        assert gone not in {article for article, _ in references(newsroom, name)}
    with pytest.raises(CollectionError, match="taken back"):
        keep(newsroom, "one", 1, RIGHT)


def test_no_word_of_a_forgotten_article_stays_in_a_sample(newsroom_folder):
    draw(newsroom_folder, "one", AuditKind.STATEMENTS, size=10_000)
    (row, *_) = auditing.rows_of(newsroom_folder.holdings.database, "one")
    others = " ".join(
        newsroom_folder.reading(article.id).article.text
        for article in newsroom_folder.articles()
        if article.id != row.article
    )
    own = newsroom_folder.reading(row.article).article.text
    words = {word for word in re.findall(r"[A-Za-z]{8,}", own) if word not in others}
    value = "Unmistakably Corrected"
    keep(newsroom_folder, "one", row.number, Label(Verdict.WRONG, (Fault("speaker", value),)))
    assert value.encode() in bytes_of(newsroom_folder)
    newsroom_folder.forget(article=row.article)
    left = bytes_of(newsroom_folder)
    assert words and [word for word in {*words, value} if word.encode() in left] == []


class Redated:
    """Reads as another does, but for the day of every article, as a later program would."""

    def __init__(self, read):
        self._read = read

    def __call__(self, sources, *, workers, tier):
        for result in self._read(sources, workers=workers, tier=tier):
            if isinstance(result, Rejection):
                yield result
                continue
            published = DatedValue("2023-01-05", DatePrecision.DAY, "given", None)
            article = replace(result.article, published=published)
            yield replace(result, article=article, events=(), statements=())


def test_rows_stay_as_they_were_drawn_when_pages_are_read_again_and_still_go_with_their_article(
    newsroom_folder, read_once
):
    draw(newsroom_folder, "one", size=10)
    keep(newsroom_folder, "one", 1, RIGHT)
    before = auditing.rows_of(newsroom_folder.holdings.database, "one")
    with open_collection(newsroom_folder.place, read_many=Redated(read_once), create=False) as later:
        assert later.reread(workers=0).changed == 8
        assert later.reports().count() == 0
        assert auditing.rows_of(later.holdings.database, "one") == before
        later.forget(article=before[0].article)
        assert before[0].article not in {article for article, _ in references(later, "one")}
        assert auditing.labels_of(later.holdings.database, "one") == {}


def test_a_backup_has_the_samples_too(newsroom, tmp_path, read_once):
    draw(newsroom, "one", size=4)
    keep(newsroom, "one", 2, RIGHT)
    newsroom.backup(tmp_path / "backup")
    restore_collection(tmp_path / "backup", tmp_path / "restored")
    with open_collection(tmp_path / "restored", read_many=read_once) as restored:
        assert references(restored, "one") == references(newsroom, "one")
        assert auditing.labels_of(restored.holdings.database, "one") == {"Ana": {2: RIGHT}}


def test_a_watch_that_adds_does_not_keep_anybody_from_labelling(newsroom):
    draw(newsroom, "one", size=2)
    with sole_writer(newsroom.holdings.database):
        keep(newsroom, "one", 1, RIGHT)
    assert auditing.labels_of(newsroom.holdings.database, "one") == {"Ana": {1: RIGHT}}
