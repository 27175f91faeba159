"""Every channel phrase finds its own example."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Statement
from dateline.statements.channels import ChannelPhrase, channel_phrases

Find = Callable[..., list[Statement]]


@pytest.mark.parametrize("phrase", channel_phrases(), ids=lambda p: f"{p.kind}: {p.example[:40]}")
def test_the_example_of_a_channel_yields_its_kind(phrase: ChannelPhrase, find: Find) -> None:
    channels = [s.channel for s in find(phrase.example)]
    assert [c.kind for c in channels if c] == [phrase.kind]


def test_a_readout_has_its_office_and_its_language(find: Find) -> None:
    text = "“Our wells are yours,” she said, in comments carried in Spanish in a readout of the call issued by Oda’s office."
    (statement,) = find(text)
    assert statement.channel is not None
    assert (statement.channel.kind, statement.channel.name, statement.channel.language) == (
        "readout",
        "Oda’s office",
        "es",
    )


def test_an_outlet_that_was_told_is_channel_and_addressee(find: Find) -> None:
    (statement,) = find("“The well is dry,” Mara Ruiz told the Oda Morning Post.")
    assert statement.channel is not None and statement.addressee is not None
    assert (statement.channel.kind, statement.channel.name) == ("outlet", "Oda Morning Post")
    assert statement.addressee.name == "the Oda Morning Post"


def test_words_inside_the_content_name_no_channel(find: Find) -> None:
    (statement,) = find("Ruiz said that the mayor would speak in an interview.")
    assert statement.channel is None
