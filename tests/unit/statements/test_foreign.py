"""Quotations and their speakers in languages without a parser. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Statement
from dateline.statements.foreign.table import foreign_cues, foreign_words

Find = Callable[..., list[Statement]]

BESIDE = [
    ("de", "„Wir werden den Damm noch sanieren“, sagte Ministerin Karla Oderwald.", "Ministerin Karla Oderwald", "say"),
    ("de", "Der Bürgermeister Jens Hallig erklärte: „Wir warten.“", "Der Bürgermeister Jens Hallig", "state"),
    ("de", "„Der Damm hält noch“, fügte sie hinzu.", "sie", "add"),
    ("de", "Der Verein teilte am Montag in Oderwald mit: „Das Fest fällt aus.“", "Der Verein", "say"),
    ("de", "Jens Hallig hat im Rathaus gesagt: „Wir haben lange gewartet.“", "Jens Hallig", "say"),
    ("de", "„Wir haben lange gewartet“, so der Bürgermeister Jens Hallig.", "der Bürgermeister Jens Hallig", "say"),
    ("de", "„Die Pumpen stehen seit Mai still“, wie der Deichverband mitteilte.", "der Deichverband", "say"),
    ("de", "„Die Pumpen stehen still“, heißt es in dem Bericht der Stadt.", "dem Bericht der Stadt", "say"),
    ("de", "In dem Bericht der Stadt heißt es: „Die Pumpen stehen still.“", "dem Bericht der Stadt", "say"),
    ("de", "Laut Deichverband ist das „ein großes Unglück für die Küste“.", "Deichverband", "say"),
    ("de", "Ein Mitglied des Deichverbands: „Wir kommen wieder.“", "Ein Mitglied des Deichverbands", "say"),
    ("de", "Der Wirt ging mit den Worten: „Wir kommen wieder.“", "Der Wirt", "say"),
    ("fr", "« Nous ne céderons pas », a déclaré la ministre Jeanne Morval.", "la ministre Jeanne Morval", "say"),
    ("fr", "Paul Garnier a ajouté : « La digue doit être réparée. »", "Paul Garnier", "add"),
    ("fr", "« La digue tiendra », a-t-il expliqué lundi.", "il", "explain"),
    ("fr", "« La digue tiendra », estime le porte-parole de la préfecture.", "le porte-parole de la préfecture", "say"),
    ("fr", "« La digue tiendra », Paul Garnier a précisé.", "Paul Garnier", "add"),
    ("es", "“No vamos a cerrar el puerto”, dijo Luis Ortega el lunes.", "Luis Ortega", "say"),
    ("es", "El alcalde ha dicho: “No vamos a cerrar el puerto”.", "El alcalde", "say"),
    ("es", "“El puerto sigue abierto”, según la portavoz Ana Rueda.", "la portavoz Ana Rueda", "say"),
    ("it", "«Il porto resta aperto», ha detto il sindaco Marco Bellini.", "il sindaco Marco Bellini", "say"),
    ("pt", "“O porto fica aberto”, afirmou a prefeita Ana Lobo.", "a prefeita Ana Lobo", "state"),
    ("nl", "“De haven blijft open”, zei burgemeester Joost Vink.", "burgemeester Joost Vink", "say"),
    ("nl", "“De haven blijft open”, aldus Joost Vink.", "Joost Vink", "say"),
    ("ru", "«Мы отремонтируем плотину», — заявил министр Иван Петров.", "министр Иван Петров", "state"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "speaker", "act"), BESIDE)
def test_a_cue_beside_the_marks_gives_speaker_and_act(
    language: str, text: str, speaker: str, act: str, find_unparsed: Find
) -> None:
    (statement,) = find_unparsed(text, language)
    assert statement.speaker is not None
    assert (statement.type, statement.speaker.name, statement.act) == ("direct", speaker, act)


PHRASES = [
    ("de", "In einem Interview sagte Karla Oderwald: „Der Damm hält.“", "Karla Oderwald"),
    (
        "de",
        "Karla Oderwald, Vorsitzende der Hafenpartei, sagte am Samstag: „Er hält.“",
        "Karla Oderwald, Vorsitzende der Hafenpartei",
    ),
    (
        "de",
        "„Der Damm hält noch ein Jahr“, sagte der Sprecher der Polizei am Montag.",
        "der Sprecher der Polizei",
    ),
    ("de", "„Der Damm hält noch“, sagte Jens Hallig (Hafenpartei) im Rathaus.", "Jens Hallig (Hafenpartei)"),
    ("de", "„Der Damm hält noch“, schrieb die „Küstenpost“ dazu.", "die „Küstenpost“"),
    (
        "de",
        "Der in Bonn geborene Maler Emil Tarn sagte: „Ich male weiter.“",
        "Der in Bonn geborene Maler Emil Tarn",
    ),
    ("de", "Auch der Wirt Emil Tarn sagte: „Ich bleibe hier.“", "der Wirt Emil Tarn"),
    ("de", "Den Antrag nannte der Minister „sehr dürftig“.", "der Minister"),
    ("de", "Die Brücke nannte er „sehr dürftig“.", "er"),
    ("de", "Als es dunkel wurde, griff Emil Tarn zum Wort und sagte: „Wir gehen.“", "Emil Tarn"),
    ("de", "Der Rat tagte, Wirt Emil Tarn sagte: „Wir gehen.“", "Wirt Emil Tarn"),
    (
        "fr",
        "Dans un entretien, le maire Paul Garnier a affirmé : « La digue tiendra. »",
        "le maire Paul Garnier",
    ),
    (
        "es",
        "El alcalde de Villaseca, Luis Ortega, aseguró: “El puerto sigue abierto”.",
        "El alcalde de Villaseca, Luis Ortega",
    ),
    ("nl", "In een interview zei Joost Vink: “De haven blijft open.”", "Joost Vink"),
]


@pytest.mark.parametrize(("language", "text", "speaker"), PHRASES)
def test_the_speaker_is_the_whole_phrase_where_word_order_puts_it(
    language: str, text: str, speaker: str, find_unparsed: Find
) -> None:
    (statement,) = find_unparsed(text, language)
    assert statement.speaker is not None
    assert statement.speaker.name == speaker


@pytest.mark.parametrize(
    ("language", "text", "content"),
    [
        ("de", "Der Minister nannte den Antrag „sehr dürftig“.", "„sehr dürftig“"),
        ("de", "Der Minister sprach von einer „Blamage“ für den Verband.", "„Blamage“"),
        ("de", "Der Minister wies den Vorwurf als „Unsinn“ zurück.", "„Unsinn“"),
        ("de", "Als „Blamage“ bezeichnete der Minister den Antrag.", "„Blamage“"),
        ("fr", "Le ministre a qualifié le projet de « honteux ».", "« honteux »"),
        ("es", "El ministro calificó el plan de “vergonzoso”.", "“vergonzoso”"),
        ("it", "Il sindaco Marco Bellini ha definito il piano «vergognoso».", "«vergognoso»"),
        ("nl", "De minister noemde het plan “een schande”.", "“een schande”"),
    ],
)
def test_a_snatch_behind_a_cue_of_naming_is_said(
    language: str, text: str, content: str, find_unparsed: Find
) -> None:
    (statement,) = find_unparsed(text, language)
    assert [text[span.start : span.end] for span in statement.content] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Das Schiff „Seestern“ lag im Hafen.",
        "Der Rat nannte das Schiff „Seestern“ und fuhr ab.",
        "Der Minister sagte der „Küstenpost“-Redaktion ab.",
        "Die „Klappe“ am Deich blieb zu.",
    ],
)
def test_names_and_snatches_without_such_a_cue_are_not_said(text: str, find_unparsed: Find) -> None:
    assert find_unparsed(text, "de") == []


def test_a_divided_sentence_is_one_statement(find_unparsed: Find) -> None:
    text = "„Der Damm hält noch“, sagte Karla Oderwald, „aber das Geld fehlt.“"
    (statement,) = find_unparsed(text, "de")
    assert len(statement.content) == 2


def test_a_sentence_behind_the_cue_is_a_statement_of_the_same_speaker(find_unparsed: Find) -> None:
    text = "„Der Damm hält noch ein Jahr“, sagte Karla Oderwald. „Danach fehlt uns das Geld.“"
    statements = find_unparsed(text, "de")
    assert [s.speaker.name for s in statements if s.speaker] == ["Karla Oderwald", "Karla Oderwald"]


def test_quotations_with_sentences_between_are_statements_of_their_own(find_unparsed: Find) -> None:
    text = (
        "„Der Damm hält noch ein Jahr lang“, sagte Karla Oderwald. Die Boote lagen im Hafen still. "
        "Am Abend fiel Regen. „Am Ende bleibt uns nur die Hoffnung auf Geld.“"
    )
    first, second = find_unparsed(text, "de")
    assert first.speaker is not None
    assert (second.speaker, second.continues) == (None, None)


def test_a_quotation_alone_in_the_next_paragraph_goes_on_with_the_last_speaker(find_unparsed: Find) -> None:
    text = "„Der Damm hält“, sagte Karla Oderwald.\n„Wir haben im Frühjahr jeden Stein geprüft.“"
    first, second = find_unparsed(text, "de")
    assert second.continues == first.id
    assert second.speaker is not None and second.speaker.name == "Karla Oderwald"


def test_reopened_marks_go_on_with_the_paragraph_above(find_unparsed: Find) -> None:
    text = "„Der Damm ist alt.\n„Er muss weg“, sagte Karla Oderwald."
    (statement,) = find_unparsed(text, "de")
    assert len(statement.content) == 2
    assert statement.speaker is not None


def test_a_cue_in_the_sentence_before_announces_the_quotation(find_unparsed: Find) -> None:
    text = "Der Minister kritisierte den Plan. „Das Geld reicht nicht einmal für den Zaun.“"
    (statement,) = find_unparsed(text, "de")
    assert statement.speaker is not None and statement.speaker.name == "Der Minister"


def test_joined_quotations_share_their_cue(find_unparsed: Find) -> None:
    statements = find_unparsed("„Wir gehen jetzt“ und „Wir bleiben doch“, rief die Menge.", "de")
    assert [s.speaker.name for s in statements if s.speaker] == ["die Menge", "die Menge"]


def test_an_unknown_verb_behind_the_comma_is_one_of_saying_in_german(find_unparsed: Find) -> None:
    (statement,) = find_unparsed("„Wir gehen jetzt nach Hause“, tröstete sich Jens Hallig.", "de")
    assert statement.speaker is not None and statement.speaker.name == "Jens Hallig"


def test_an_ordinal_does_not_end_the_sentence_of_the_cue(find_unparsed: Find) -> None:
    (statement,) = find_unparsed("Jens Hallig sagte am 4. Mai: „Wir gehen nach Hause.“", "de")
    assert statement.speaker is not None and statement.speaker.name == "Jens Hallig"


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_the_larger_tables_have_thirty_cues_or_more(language: str) -> None:
    assert len(foreign_cues(language)) >= 30


@pytest.mark.parametrize("language", "de fr es it pt nl ru uk pl".split())
def test_cues_and_words_are_lower_case_and_a_form_with_one_particle_stands_once(language: str) -> None:
    rows = foreign_cues(language)
    forms = [(form, row.particle) for row in rows for form in row.forms]
    assert all(form == form.lower() for form, _ in forms)
    assert len(forms) == len(set(forms))
    assert foreign_words(language, "pronoun")


def test_capitals_with_a_point_may_end_a_sentence(find_unparsed: Find) -> None:
    text = "Unter den Booten sind zwei aus den USA. Emil Tarn meint: „Sie fahren gut.“"
    (statement,) = find_unparsed(text, "de")
    assert statement.speaker is not None and statement.speaker.name == "Emil Tarn"


def test_a_german_noun_that_looks_like_a_verb_is_no_cue(find_unparsed: Find) -> None:
    text = "Emil Tarn betonte in dem Schreiben der Stadt: „Wir gehen jetzt nach Hause.“"
    (statement,) = find_unparsed(text, "de")
    assert statement.speaker is not None and statement.speaker.name == "Emil Tarn"
    assert statement.act == "stress"


def test_a_name_with_a_noble_particle_is_whole(find_unparsed: Find) -> None:
    (statement,) = find_unparsed("„Wir gehen jetzt nach Hause“, sagte Ida von der Aue den Gästen.", "de")
    assert statement.speaker is not None and statement.speaker.name == "Ida von der Aue"
