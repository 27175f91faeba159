"""Names, dates, notices, openings and the tables behind them."""

from __future__ import annotations

import pytest

from dateline.article import agency_in_credit
from dateline.article.byline import read_byline
from dateline.article.chain import agencies_in, find_contributions, find_notice
from dateline.article.dates import date_of_url, find_dates, parse_stamp
from dateline.article.furniture import furniture, headings
from dateline.article.markup import is_html
from dateline.article.names import is_person, people_in
from dateline.article.opening import read_opening
from dateline.article.patterns import patterns_of
from dateline.model import Block, BlockKind, DatePrecision, Outlet


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("March 12, 2024", "2024-03-12"),
        ("12 March 2024", "2024-03-12"),
        ("Tue, Mar. 5th 2024, 9 pm", "2024-03-05"),
        ("12. März 2024, 19:09 Uhr", "2024-03-12"),
        ("28.04.2023, 19:09", "2023-04-28"),
        ("12 de marzo de 2024", "2024-03-12"),
        ("le 1er août 2023", "2023-08-01"),
        ("12 марта 2024 г.", "2024-03-12"),
        ("2024年3月12日", "2024-03-12"),
        ("Posted 2024-03-12T10:00:00Z", "2024-03-12"),
    ],
)
def test_dates_as_pages_print_them(text: str, value: str) -> None:
    assert [date.value for date in find_dates(text)] == [value]


@pytest.mark.parametrize(
    "text", ["03/04/2022", "in 2024 there were 12", "30 February 2024", "call 2024-9999"]
)
def test_what_may_be_another_day_is_no_date(text: str) -> None:
    assert find_dates(text) == []


def test_machine_stamps_keep_time_and_zone() -> None:
    assert parse_stamp("2024-03-12T09:30:00+01:00") == ("2024-03-12T09:30:00+01:00", DatePrecision.TIME)
    assert parse_stamp("Tue, 12 Mar 2024 09:30:00 GMT") == ("2024-03-12T09:30:00+00:00", DatePrecision.TIME)
    assert parse_stamp("2024-03") == ("2024-03", DatePrecision.MONTH)
    assert parse_stamp("soon") is None
    assert date_of_url("https://a.example/2024/03/12/x") == "2024-03-12"


@pytest.mark.parametrize(
    "name", ["Mira Tolvanen", "José de la Vega", "J. K. Lund", "Anne-Marie O'Neill", "王小明"]
)
def test_people(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name", ["Staff Reporter", "The Ambrel Herald", "Reuters", "News Desk", "mira", "Updated 3 hours"]
)
def test_newsrooms_and_labels_are_no_people(name: str) -> None:
    assert not is_person(name)


def test_bylines() -> None:
    byline = read_byline("By MIRA TOLVANEN and Jon Aske for Sound Review, 12 March 2024")
    assert byline is not None
    assert byline.authors == ("Mira Tolvanen", "Jon Aske")
    assert byline.outlet == "Sound Review"
    assert byline.date is not None
    assert people_in("Mira Tolvanen, Chief Political Correspondent") == ["Mira Tolvanen"]
    assert read_byline("By the time the ship arrived, nobody was left.") is None


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("This article originally appeared on Sound Review here.", "Sound Review"),
        ("This story was first published by The Ambrel Herald under a free licence.", "The Ambrel Herald"),
        ("Republished with permission from Sound Review.", "Sound Review"),
        ("Read the original article on Sound Review.", "Sound Review"),
        ("Dieser Artikel ist zuerst bei „Hafenblatt“ erschienen.", "Hafenblatt"),
        ("Cet article a été initialement publié sur Le Phare.", "Le Phare"),
        ("Este artículo fue publicado originalmente en El Faro.", "El Faro"),
    ],
)
def test_notices_name_where_a_text_came_from(text: str, outlet: str) -> None:
    link = find_notice(text)
    assert link is not None
    assert (link.relation, link.outlet) == ("republished_from", outlet)


@pytest.mark.parametrize(
    "text", ["The list was first published in 1998.", "He was originally reported missing by his family."]
)
def test_other_publications_are_no_notices(text: str) -> None:
    assert find_notice(text) is None


@pytest.mark.parametrize(
    ("text", "place", "agencies"),
    [
        ("PORT AMBREL, March 3 (Reuters) - Crews left.", "PORT AMBREL", ["Reuters"]),
        ("Port Ambrel (AFP) – Crews left.", "Port Ambrel", ["Agence France-Presse"]),
        ("PORT AMBREL (AP) — Crews left.", "PORT AMBREL", ["Associated Press"]),
        ("PORT AMBREL — Crews left.", "PORT AMBREL", []),
        ("PORT AMBREL, Norland, 3 March 2024 - Crews left.", "PORT AMBREL", []),
        ("(Reuters) - Crews left.", None, ["Reuters"]),
        ("Crews left the port on Monday - again.", None, []),
        ("BREAKING — Crews left.", None, []),
    ],
)
def test_openings(text: str, place: str | None, agencies: list[str]) -> None:
    dateline, links = read_opening(text)
    assert (dateline.place if dateline else None) == place
    assert [link.outlet for link in links] == agencies


def test_abbreviations_of_agencies_count_in_capitals_only() -> None:
    assert [link.outlet for link in agencies_in("(Eva Lund/AP)")] == ["Associated Press"]
    assert agencies_in("an app and a pap") == []


def test_headings_and_furniture_in_many_languages() -> None:
    for phrase in (
        "related content",
        "lesen sie auch",
        "lire aussi",
        "читайте также",
        "関連記事",
        "相关阅读",
        "관련 기사",
    ):
        assert headings().kind_of(phrase) is BlockKind.RELATED
    assert furniture().kind_of("advertisement") is BlockKind.AD
    assert furniture().kind_of("emails show the minister knew") is None
    assert headings().kind_of("newspaper sales fell") is None


@pytest.mark.parametrize(
    "name",
    [
        "bio_cues.csv",
        "caption_cues.csv",
        "contributions.csv",
        "notices.csv",
        "outlet_cues.csv",
        "prose_cues.csv",
    ],
)
def test_pattern_tables_are_valid(name: str) -> None:
    assert patterns_of(name).rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><html><p>x</p>", True),
        ("\n<html>x", True),
        ("<div><p>a</p><p>b</p></div>", True),
        ("He typed <b> and left.", False),
        ("if a < b and c > d", False),
    ],
)
def test_html_is_told_by_content(text: str, expected: bool) -> None:
    assert is_html(text) is expected


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("With files from Reuters and AFP", ["Reuters", "Agence France-Presse"]),
        ("The Associated Press contributed to this report.", ["Associated Press"]),
        ("(Additional reporting by Eva Lund in Port Ambrel for Reuters)", ["Reuters"]),
        ("Mit Material von dpa", ["Deutsche Presse-Agentur"]),
        ("Reuters reported on Monday that the docks were closed.", []),
    ],
)
def test_contributions_name_the_agencies_of_the_text(text: str, agencies: list[str]) -> None:
    assert [link.outlet for link in find_contributions(text)] == agencies


class Outlets:
    """One outlet that is known."""

    def outlet(self, name_or_domain: str) -> Outlet | None:
        return Outlet("dl-ambrel", "The Ambrel Herald") if name_or_domain == "Ambrel Herald" else None


@pytest.mark.parametrize(
    ("kind", "text", "words", "name"),
    [
        ("credit", "(Eva Lund / Associated Press)", "Associated Press", "Associated Press"),
        ("credit", "Reuters", "Reuters", "Reuters"),
        ("caption", "Two men leave. Eva Lund/AFP via Getty Images", "AFP", "Agence France-Presse"),
        (
            "caption",
            "Ships in port. Photograph: Ambrel Herald/Eva Lund",
            "Ambrel Herald",
            "The Ambrel Herald",
        ),
        ("caption", "One more.\nThe minister, left. Foto: Eva Lund/dpa", "dpa", "Deutsche Presse-Agentur"),
    ],
)
def test_the_agency_of_a_picture(kind: str, text: str, words: str, name: str) -> None:
    found = agency_in_credit(text, Block(BlockKind(kind), 0, len(text)), Outlets())
    assert found is not None
    assert (found[0].of(text), found[1]) == (words, name)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("credit", "Photo: Eva Lund"),
        ("caption", "Guests of Reuters in the old customs house."),
        ("body", "(Eva Lund / Associated Press)"),
    ],
)
def test_no_agency_where_none_is_credited(kind: str, text: str) -> None:
    assert agency_in_credit(text, Block(BlockKind(kind), 0, len(text)), Outlets()) is None
