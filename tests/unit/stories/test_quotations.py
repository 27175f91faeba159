"""One utterance on two pages."""

from __future__ import annotations

from invented_pages import KARIS, MOYO, RUIZ, place_of, reading, said, whole

from dateline.model import Channel, Participant, Quotation, Reading, StatementType, Wording
from dateline.stories import compare
from dateline.stories.quotations.aligned import align_quotations
from dateline.stories.speakers import same_name

FULL = (
    "“Whatever the weather brings, we shall firmly defend the fishing grounds of the northern islands; we shall patiently "
    "rebuild the burnt lighthouse; and we reject every claim to the old salt works.”"
)
OTHER = (
    "to firmly protect “the fishing grounds of the islands in the north, patiently restore the lighthouse that burnt, and "
    "refuse any claim to the salt works” of old “no matter what the weather brings.”"
)


def pair(
    first: str,
    second: str,
    *,
    speakers: tuple[Participant, Participant] = (MOYO, MOYO),
    kinds: tuple[StatementType, StatementType] = (StatementType.DIRECT, StatementType.DIRECT),
    channel: Channel | None = None,
    addressees: tuple[Participant | None, Participant | None] = (None, None),
) -> tuple[Quotation, ...]:
    pages = []
    for n, words in enumerate((first, second)):
        body = f"There was a speech. {words} That was all."
        statement = said(
            whole("Speech", body),
            words,
            speakers[n],
            kind=kinds[n],
            channel=channel if n == 0 else None,
            addressee=addressees[n],
        )
        pages.append(reading("ab"[n], "Speech", body, statements=(statement,)))
    return compare(*pages).quotations


def test_two_translations_are_paired_phrase_by_phrase() -> None:
    readout = Channel("readout", "the palace", "pt", ())
    (quotation,) = pair(FULL, OTHER, kinds=(StatementType.DIRECT, StatementType.MIXED), channel=readout)
    assert quotation.relation is Wording.OTHER_TRANSLATION
    assert (quotation.closest.article, quotation.closest.statement) == ("a", "s1")
    texts = {
        name: whole("Speech", f"There was a speech. {words} That was all.")
        for name, words in zip("ab", (FULL, OTHER), strict=True)
    }
    pairs = [(s.a.span.of(texts[s.a.article]), s.b.span.of(texts[s.b.article])) for s in quotation.segments]
    assert any("weather brings" in left and "weather brings" in right for left, right in pairs)
    assert any(
        "lighthouse" in left and "lighthouse" in right and "salt" not in left + right for left, right in pairs
    )
    assert len(pairs) >= 4


def test_without_another_language_a_paraphrase_is_reworded() -> None:
    speaker = Participant("Q1010", "Ann Bligh", "NZL", "NZLGOV", ())
    kinds = (StatementType.DIRECT, StatementType.MIXED)
    (quotation,) = pair(FULL, OTHER, kinds=kinds, speakers=(speaker, speaker))
    assert quotation.relation is Wording.REWORDED


def test_equal_words_are_the_same_wording() -> None:
    (quotation,) = pair(FULL, FULL.replace(";", ","))
    assert quotation.relation is Wording.SAME_WORDING


def test_a_shortened_quotation_is_reworded() -> None:
    (quotation,) = pair(FULL, "“We shall patiently rebuild the burnt lighthouse.”")
    assert quotation.relation is Wording.REWORDED


def test_another_speaker_is_never_aligned() -> None:
    assert pair(FULL, FULL, speakers=(MOYO, KARIS)) == ()


def test_words_said_to_the_speaker_are_not_his() -> None:
    assert pair(FULL, FULL, speakers=(MOYO, RUIZ), addressees=(RUIZ, MOYO)) == ()


def test_the_same_topic_is_not_the_same_utterance() -> None:
    assert (
        pair(FULL, "“The lighthouse has always been the pride of our fishing fleet and of my family.”") == ()
    )


def test_short_words_need_to_be_equal() -> None:
    assert pair("“a matter of honour”", "“a question of honour”") == ()
    assert len(pair("“a shameful little audit”", "“a shameful little audit”")) == 1


def test_indirect_speech_alone_is_not_aligned() -> None:
    kinds = (StatementType.INDIRECT, StatementType.INDIRECT)
    assert pair(FULL, FULL, kinds=kinds) == ()


def test_direct_words_are_closer_than_reported_ones() -> None:
    (quotation,) = pair(FULL, FULL, kinds=(StatementType.INDIRECT, StatementType.DIRECT))
    assert quotation.closest.article == "b"


def test_a_surname_stands_for_the_name() -> None:
    surname = Participant("local:moyo", "Moyo", None, None, ())
    assert len(pair(FULL, FULL, speakers=(MOYO, surname))) == 1
    assert same_name("President Tendai Moyo", "Moyo")
    assert not same_name("Tendai Moyo", "Grace Moyo")


def test_a_page_that_quotes_and_glosses_is_aligned_by_its_quotation() -> None:
    gloss = "that Namibia would defend the fishing grounds and rebuild the lighthouse"
    body = f"He said {gloss}. {FULL}"
    text = whole("Speech", body)
    statements = (
        said(text, gloss, MOYO, name="s1", kind=StatementType.INDIRECT),
        said(text, FULL, MOYO, name="s2"),
    )
    a = reading("a", "Speech", body, statements=statements)
    other = whole("Words", FULL)
    b = reading("b", "Words", FULL, statements=(said(other, FULL, MOYO),))
    (quotation,) = compare(a, b).quotations
    assert [(ref.article, ref.statement) for ref in quotation.statements] == [("a", "s2"), ("b", "s1")]
    assert place_of(other, FULL).start == len("Words\n")


NET = "“Our nets have fed this island for ninety years and will feed it again.”"


def test_synonyms_count_as_the_words_that_they_stand_for() -> None:
    (quotation,) = pair(
        "“I cannot repair a ship with promises and empty barrels.”",
        "that he could not mend a boat with pledges and barrels that were empty",
        kinds=(StatementType.DIRECT, StatementType.INDIRECT),
    )
    assert quotation.relation is Wording.REWORDED


def told(name: str, body: str, words: str, speaker: Participant | None) -> Reading:
    return reading(name, "Nets", body, statements=(said(whole("Nets", body), words, speaker),))


def test_words_of_another_occasion_are_another_utterance() -> None:
    now = told("a", f"{NET} Moyo said.", NET, MOYO)
    then = told("b", f"At a rally last year Moyo said: {NET}", NET, MOYO)
    assert compare(now, then).quotations == ()
    assert len(compare(now, told("b", f"At a rally Moyo said: {NET}", NET, MOYO)).quotations) == 1


def test_words_inside_a_quotation_say_nothing_of_its_occasion() -> None:
    words = "“Every year our nets have fed another island and will feed it again.”"
    assert len(compare(told("a", words, words, MOYO), told("b", words, words, MOYO)).quotations) == 1


def test_words_without_a_speaker_are_aligned_but_tie_no_two_speakers() -> None:
    unnamed = told("b", f"On the quay one reads {NET}", NET, None)
    (quotation,) = compare(told("a", f"{NET} Moyo said.", NET, MOYO), unnamed).quotations
    assert quotation.speaker == MOYO.actor
    pages = [told("a", f"{NET} Moyo said.", NET, MOYO), unnamed, told("c", f"{NET} Kuusk said.", NET, KARIS)]
    for found in align_quotations(pages):
        assert {ref.article for ref in found.statements} != {"a", "b", "c"}
        assert not {"a", "c"} <= {ref.article for ref in found.statements}
