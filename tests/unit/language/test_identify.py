"""Which language a text is in."""

import pytest

from dateline.language import identify_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The minister said on Monday that the harbour would stay closed.", "en"),
        ("Die Ministerin sagte am Montag, der Hafen bleibe geschlossen.", "de"),
        ("La ministre a déclaré lundi que le port resterait fermé.", "fr"),
        ("12:30 +++", "und"),
        ("", "und"),
    ],
)
def test_languages(text: str, language: str) -> None:
    assert identify_language(text) == language


def test_the_text_tells_the_language_not_its_headline_alone() -> None:
    headline = "Schmidt trifft Müller: Berlin, Hamburg, Bremen zum Vertrag der Häfen"
    text = (
        "The harbour board met on Monday and agreed with the owners that ferries would sail again in spring."
    )
    assert identify_language(headline) == "de"
    assert identify_language(f"{headline}\n\n{text} {text}") == "en"
