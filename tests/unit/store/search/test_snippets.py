"""The words of a page that a search shows."""

from __future__ import annotations

from datetime import date

from dateline.model import Article, Block, BlockKind
from dateline.store.search.query_reader import read_query
from dateline.store.search.snippets import LONGEST, highlights, snippet

TODAY = date(2022, 10, 3)
BODY = (
    "The president arrived on Wednesday. He was met at the airport. Gas will flow next year, officials said. "
    "The U.S. embassy did not comment. A pipeline costs money, and gas is cheap.\n"
)


def article(body: str, title: str = "President arrives", furniture: str = "Share gas news\n") -> Article:
    text = f"{furniture}{body}"
    blocks = (
        Block(BlockKind.SHARE, 0, len(furniture)),
        Block(BlockKind.BODY, len(furniture), len(text)),
    )
    return Article(
        "a", "b", None, None, title, (), None, None, None, "en", True, text, blocks if furniture else (), ()
    )


def shown(page: Article, asked: str) -> tuple[list[str], list[str]]:
    found = snippet(page, read_query(asked, today=TODAY))
    return [s.of(page.text) for s in found.sentences], [s.of(page.text) for s in found.highlights]


def test_the_first_sentence_with_the_word_is_shown_and_none_of_the_furniture():
    assert shown(article(BODY), "gas") == (["Gas will flow next year, officials said."], ["Gas"])


def test_the_sentence_with_most_of_the_words_is_shown():
    sentences, marked = shown(article(BODY), "gas pipe*")
    assert sentences == ["A pipeline costs money, and gas is cheap."]
    assert marked == ["pipeline", "gas"]


def test_a_second_sentence_is_shown_where_it_adds_a_word_in_the_order_of_the_page():
    sentences, marked = shown(article(BODY), 'U.S. "next year"')
    assert sentences == ["Gas will flow next year, officials said.", "The U.S. embassy did not comment."]
    assert marked == ["next year", "U.S"]


def test_without_a_word_in_the_body_the_first_sentence_stands_alone():
    assert shown(article(BODY), "actor:Q1 arrives") == (["The president arrived on Wednesday."], [])


def test_refused_words_are_not_marked():
    assert shown(article(BODY), "gas -pipeline")[1] == ["Gas"]


def test_a_name_in_a_script_without_spaces_is_marked_whole():
    sentences, marked = shown(article("专家说，习近平访问哈萨克斯坦。", furniture=""), "习近平")
    assert (len(sentences), marked) == (1, ["习近平"])


def test_a_long_sentence_is_cut_between_words_around_what_was_found():
    page = article(f"{'many words before ' * 40}the gas pipeline {'and many after ' * 40}end.", furniture="")
    (sentence,), marked = shown(page, "gas pipeline")
    assert len(sentence) <= LONGEST
    assert marked == ["gas", "pipeline"]
    assert sentence.split()[0] in ("many", "words", "before") and sentence.split()[-1] in (
        "and",
        "many",
        "after",
    )


def test_a_page_without_text_has_no_snippet():
    assert shown(article("", furniture=""), "gas") == ([], [])


def test_highlights_of_a_title_are_places_in_it():
    title = "Élysée: gas price, gas deal"
    marked = highlights(title, read_query('elysee "gas deal"', today=TODAY))
    assert [span.of(title) for span in marked] == ["Élysée", "gas deal"]
