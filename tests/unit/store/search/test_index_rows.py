"""What the index gets of a reading."""

from __future__ import annotations

from datetime import date

import dateline
from dateline.store.search import Subject, index, index_row, read_query
from dateline.store.search.index_rows import field_string

PAGE = """Xi meets Tokayev in Kazakhstan

Chinese President Xi Jinping met Kazakh President Kassym-Jomart Tokayev in Nur-Sultan on Wednesday.

“China will always support Kazakhstan,” Xi told Tokayev. Officials are to sign an agreement with Russia next week, he said.
"""


def found(engine, text: str) -> bool:
    with engine.connect() as connection:
        return bool(index.matches(connection, read_query(text, today=date(2022, 9, 15))))


def test_a_reading_is_found_by_its_words_and_by_what_was_read_in_it(engine):
    reading = dateline.read(PAGE, published="2022-09-15", outlet="Reef Gazette", tier="fast")
    row = index_row(index.first_number(date(2022, 9, 15)), reading)
    with engine.begin() as connection:
        index.add(connection, [row])
    for text in (
        '"always support"',
        "actor:Q15031 outlet:gazette lang:en",
        'actor:"Xi Jinping"',
        "said-by:xi type:direct",
        "type:consult status:happened",
    ):
        assert found(engine, text), text
    assert not found(engine, "lang:kk OR outlet:reuters OR said-by:tokayev")


def test_a_statement_is_about_whom_it_names_or_addresses_and_not_about_its_speaker(engine):
    reading = dateline.read(PAGE, published="2022-09-15", tier="fast")
    row = index_row(1, reading)
    assert row.subjects and all(isinstance(subject, Subject) for subject in row.subjects)
    speakers = {s.id: s.speaker.actor for s in reading.statements if s.speaker is not None}
    assert all(speakers.get(subject.statement) != subject.actor for subject in row.subjects)
    assert "b=kazakhstan" in field_string(row).split()
