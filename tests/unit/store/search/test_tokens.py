"""Tokens of every script."""

from __future__ import annotations

import time

import pytest

from dateline.store.search.tokens import LONGEST, token_string, tokens

EXAMPLES = [
    ("Xi Jinping met Tokayev", "xi jinping met tokayev"),
    ("l’Élysée, Søren Łukasz, İstanbul", "l elysee soren lukasz istanbul"),
    ("O’Brien doesn't; the leaders' and China's", "obrien doesnt the leaders and china"),
    ("Nur-Sultan, anti-government", "nur sultan anti government"),
    ("the U.S. and US troops told us", "the u.s and u.s troops told us"),
    ("U.N. envoy J.R.R. Tolkien", "un envoy jrr tolkien"),
    ("1,000 men, 3.5% and 3,5%, 41m", "1000 men 3.5 and 3.5 41m"),
    ("٢٠٢٢", "2022"),
    ("习近平访问", "习近 近平 平访 访问"),
    ("中", "中"),
    ("ﾊﾝｶﾞ", "ハン ンガ"),
    ("대통령이", "대통 통령 령이"),
    ("ประธาน", "ปร ระ ะธ ธา าน"),
    ("Зеленський, ещё, Қасым-Жомарт", "зеленський еще қасым жомарт"),
    ("Αθήνα ΑΘΗΝΑ", "αθηνα αθηνα"),
    ("أحمد مُحَمَّد", "احمد محمد"),
    ("हिन्दी", "हिन्दी"),
    ("Oʻzbekiston O‘zbekiston", "ozbekiston ozbekiston"),
    ("govern\u00adment", "government"),
    ("— … & ''", ""),
    ("a" * 200, "a" * LONGEST),
]


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_words_of_each_script_become_the_tokens_that_a_reader_would_type(text, expected):
    assert token_string(text) == expected


@pytest.mark.parametrize(("text", "expected"), EXAMPLES)
def test_tokens_with_places_are_the_tokens_of_the_string(text, expected):
    assert [token.text for token in tokens(text)] == expected.split()


def test_places_point_at_the_words_in_the_text_as_it_stands():
    text = "Le pre\u0301sident de l'E\u0301lyse\u0301e vit 习近平."
    found = {token.text: text[token.start : token.end] for token in tokens(text)}
    assert found["president"] == "pre\u0301sident"
    assert found["elysee"] == "E\u0301lyse\u0301e"
    assert found["近平"] == "近平"


def test_two_megabytes_take_about_a_second_of_processor_time():
    """A tenth of that speed, so that a busy machine does not fail; the benchmarks hold the number itself."""
    page = "Officials in Nur-Sultan said on Wednesday that 1,200 delegates' papers were ready. " * 2500
    begun = time.process_time()
    token_string(page)
    assert len(page) / (time.process_time() - begun) > 200_000
