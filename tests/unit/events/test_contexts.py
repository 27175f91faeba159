"""Contexts: what the words of an event, and those who take part, show that it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

import dateline
from dateline.api import resources
from dateline.events.context_rows import sign_faults, word_faults
from dateline.events.context_tables import packaged_signs, packaged_words
from dateline.language import installed_model
from dateline.ontology import CONTEXT_COLUMNS, VARIABLE, Ontology, read_table
from dateline.products.event_explanation import explain_events

pytestmark = pytest.mark.skipif(installed_model() is None, reason="no English language model is installed")


def contexts_of(sentence: str, root: str | None = None) -> set[str]:
    events = dateline.code_events(sentence)
    assert events, sentence
    return {c for event in events if root in (None, event.plover) for c in event.contexts}


@pytest.mark.parametrize(
    ("context", "sentence"),
    [
        ("military", "Iceland accused Belize of moving soldiers and artillery to the coast."),
        ("intelligence", "Iceland accused Belize of espionage."),
        ("executive", "Iceland criticised the executive order of President Ana Ruiz of Belize."),
        ("legislative", "Iceland's parliament condemned Belize."),
        ("election", "Iceland accused Belize of stuffing ballot boxes."),
        ("political_institutions", "Iceland condemned the constitutional amendment of Belize."),
        ("pro_democracy", "Iceland praised Belize for its return to civilian rule."),
        ("pro_autocracy", "Iceland condemned the coup in Belize."),
        ("economic", "Iceland and Belize held talks on tariffs."),
        ("legal", "Iceland sued Belize over the harbour."),
        ("reparations", "Iceland demanded that Belize pay reparations."),
        ("human_rights", "Iceland accused Belize of abusing human rights."),
        ("rights_freedoms", "Iceland urged Belize to respect freedom of assembly."),
        ("repression", "Iceland condemned the torture of sailors by Belize."),
        ("human_security", "Iceland urged Belize to end the famine."),
        ("gender", "Iceland criticised Belize over child marriage."),
        ("lgbt", "Iceland praised Belize for allowing same-sex marriage."),
        ("religion_ethnicity", "Iceland accused Belize of closing mosques."),
        ("inequality", "Iceland criticised Belize over income inequality."),
        ("diplomatic", "Iceland accused the ambassador of Belize of rudeness."),
        ("territory", "Iceland condemned the annexation of the reef by Belize."),
        ("peacekeeping", "Iceland praised the peacekeepers of Belize."),
        ("health", "Iceland urged Belize to vaccinate its sailors against measles."),
        ("asylum", "Belize demanded that Iceland refuse asylum to the sailors."),
        ("migration", "Iceland urged Belize to take back the migrants."),
        ("disasters", "Iceland offered help to Belize after the earthquake."),
        ("natural_resource", "Iceland accused Belize of drilling for oil off its coast."),
        ("environment", "Iceland criticised Belize over greenhouse gas emissions."),
        ("technology", "Iceland and Belize held talks on artificial intelligence."),
        ("terrorism", "Iceland accused Belize of sheltering terrorists."),
        ("cbrn", "Iceland accused Belize of building chemical weapons."),
        ("cyber", "Iceland accused Belize of spreading ransomware."),
        ("misinformation", "Iceland accused Belize of disinformation."),
        ("crime", "Iceland accused Belize of sheltering a gang of robbers."),
        ("corruption", "Iceland accused ministers of Belize of taking bribes."),
        ("illegal_drugs", "Iceland accused Belize of growing cocaine."),
        ("trafficking", "Iceland accused Belize of smuggling ivory."),
    ],
)
def test_each_context_is_shown_by_its_words(context: str, sentence: str) -> None:
    assert context in contexts_of(sentence)


def test_every_context_has_an_example_here() -> None:
    examples = test_each_context_is_shown_by_its_words.pytestmark[0].args[1]
    assert [context for context, _ in examples] == list(Ontology.packaged().contexts)


@pytest.mark.parametrize(
    ("context", "sentence"),
    [
        ("military", "Iceland accused the militia of Belize of theft."),
        ("legislative", "Iceland criticised the White House."),
        ("election", "Iceland condemned the bombing campaign of Belize."),
        ("legal", "Iceland praised the law enforcement of Belize."),
        ("environment", "Iceland criticised the political climate in Belize."),
        ("health", "Iceland criticised the sailors of Belize who left."),
        ("executive", "President Ana Ruiz of Iceland met the prime minister of Belize."),
        ("human_security", "Iceland criticised the hunger strike in Belize."),
    ],
)
def test_the_like_of_a_word_is_not_the_word(context: str, sentence: str) -> None:
    assert context not in contexts_of(sentence)


def test_nothing_is_shown_where_no_words_show_it() -> None:
    assert contexts_of("Iceland praised Belize.") == set()


def test_talks_of_two_states_are_diplomacy_and_those_inside_one_are_not() -> None:
    assert "diplomatic" in contexts_of("President Ana Ruiz of Iceland met the prime minister of Belize.")
    assert "diplomatic" not in contexts_of(
        "The mayors of two Icelandic towns met the Icelandic minister of fish."
    )


def test_an_office_shows_its_context() -> None:
    assert "diplomatic" in contexts_of("The foreign minister of Iceland criticised Belize.")


def test_who_is_arrested_shows_what_it_is_about() -> None:
    found = contexts_of("Belize arrested two journalists.")
    assert "rights_freedoms" in found and "health" not in found


def test_each_main_clause_has_its_own() -> None:
    text = "Iceland sued Belize over the harbour, and Malta's army bombed Fiji with artillery."
    events = {event.plover: event.contexts for event in dateline.code_events(text)}
    assert "legal" in events["ACCUSE"] and "military" not in events["ACCUSE"]
    assert "military" in events["ASSAULT"] and "legal" not in events["ASSAULT"]


def test_what_is_more_exact_than_crime_takes_its_place() -> None:
    found = contexts_of("Iceland accused criminals of Belize of bribery and murder.")
    assert "corruption" in found and "crime" not in found


def test_the_words_that_show_a_context_are_pointed_at() -> None:
    text = "Harbour dispute\n\nIceland accused Belize of sheltering terrorists and of disinformation."
    explained = list(explain_events(dateline.read(text), resources().parser, resources().ontology))
    shown = {each.context: [span.of(text) for span in each.spans] for e in explained for each in e.contexts}
    assert shown["terrorism"] == ["terrorists"] and shown["misinformation"] == ["disinformation"]
    assert all(tuple(each.context for each in e.contexts) == e.event.contexts for e in explained)


def test_a_context_of_ones_own_is_shown_by_ones_own_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "contexts.csv").write_text("context,gloss\ndeep_sea,the sea bed\n", encoding="utf-8")
    words = "context,words,pos,without\ndeep_sea,sea bed,n,\neconomic,anchorage fee,n,\n"
    (tmp_path / "context_words.csv").write_text(words, encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert contexts_of("Iceland accused Belize of ruining the sea bed.") == {"deep_sea"}
    assert contexts_of("Iceland accused Belize of an anchorage fee.") == {"economic"}


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("sea,tide,n,", "unknown context 'sea'"),
        ("economic,tide,x,", "unknown pos 'x'"),
        ("economic,,n,", "the words are missing"),
        ("economic,Tide,n,", "has a capital"),
        ("economic,spring tide,n,spring", "is part of it"),
        ("economic,tide,n,\neconomic,tide,n,", "stand here again"),
    ],
)
def test_a_row_of_words_that_cannot_be_used_says_why(row: str, what: str) -> None:
    content = f"context,words,pos,without\n{row}\n".encode()
    table = read_table(content, "context_words.csv", CONTEXT_COLUMNS)
    faults = [str(fault) for fault in word_faults(table.rows, Ontology.packaged())]
    assert len(faults) == 1 and what in faults[0]


def test_the_packaged_tables_are_sound_and_broad() -> None:
    ontology = Ontology.packaged()
    assert not list(word_faults(packaged_words().rows, ontology))
    assert not list(sign_faults(packaged_signs().rows, ontology))
