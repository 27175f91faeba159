"""Who can be one person by name: spellings, order, scripts, slips; and who cannot."""

from __future__ import annotations

import time
from importlib import resources

import pytest

from dateline.knowledge import can_be_same_person, same_person_score
from dateline.knowledge.person_names import MATCH, SURE

ONE = """
Smith, John | John Smith
Kassym-Jomart Tokayev | Kasym-Zhomart Toqaev
Kassym-Jomart Tokayev | Қасым-Жомарт Тоқаев
K. Tokayev | Касым-Жомарт Токаев
Никита Хрущёв | Chruschtschow, Nikita
Βλαντίμιρ Πούτιν | Vladimir Putin
فلاديمير بوتين | Vladimir Putin
בנימין נתניהו | Benjamin Netanyahu
მიხეილ სააკაშვილი | Mikheil Saakashvili
Նիկոլ Փաշինյան | Nikol Pashinyan
नरेन्द्र मोदी | Narendra Modi
习近平 | Xi Jinping
Jinping Xi | XI JINPING
김정은 | Kim Jong Un
Kim Jongun | Kim Jong-un
Orbán Viktor | Viktor Orban
Bill Clinton | William Jefferson Clinton
Joe Biden | Joseph R. Biden Jr.
JD Vance | James David Vance
Ursula von der Leyen | Leyen, Ursula von der
Abdel Fattah el-Sisi | Abdul Fatah al-Sissi
Hans Mueller | Müller, Hans
Charles de Gaulle | Charles Degaulle
Vladimir Vladimirovich Putin | Vladimir Putin
Jean-Luc Picard | Jean Luc Picard
Dr. Ana Ruiz | Ana Ruiz, PhD
"""

TWO = """
Le Duc Tho | Le Duc Anh
George Bush Jr. | George Bush Sr.
A. Ivanov | A. Ivanova
A. Ivanov | B. Ivanov
Ivan Petrovich Ivanov | Ivan Sergeyevich Ivanov
John F. Kennedy | John Fetterman
Joe Biden | Jill Biden
Park Geun-hye | Park Jin
Omar bin Hassan | Hassan bin Omar
Anna Schmidt | Anna Becker
Putin | Vladimir Putin
김정은 | 김종은
"""


def pairs(lines: str) -> list[tuple[str, str]]:
    return [(one, other) for one, other in (line.split(" | ") for line in lines.strip().splitlines())]


@pytest.mark.parametrize(("one", "other"), pairs(ONE))
def test_names_of_one_person(one: str, other: str) -> None:
    assert can_be_same_person(one, other)
    assert same_person_score(one, other) == same_person_score(other, one)


@pytest.mark.parametrize(("one", "other"), pairs(TWO))
def test_names_of_two_persons(one: str, other: str) -> None:
    assert not can_be_same_person(one, other)
    assert not can_be_same_person(other, one)


def test_what_is_written_alike_but_for_case_accents_and_titles_is_one() -> None:
    assert same_person_score("President Recep Tayyip ERDOGAN", "Recep Tayyip Erdoğan") == 1


def test_a_slip_is_borne_but_is_never_sure() -> None:
    assert MATCH <= same_person_score("Emmanuel Macrone", "Emmanuel Macron") < SURE
    assert not can_be_same_person("Larry Kang", "Larry King", at_least=SURE)


def test_other_spellings_of_a_sound_are_sure() -> None:
    assert can_be_same_person("Sergei Lavrov", "Serguei Lawrow", at_least=SURE)


def test_the_nearer_name_scores_higher() -> None:
    exact, spelled, slipped, other = (
        same_person_score("Mikhail Gorbachev", name)
        for name in ("Gorbachev, Mikhail", "Michail Gorbatschow", "Mikhail Gorbachyov", "Mikhail Gromov")
    )
    assert exact > spelled > slipped > other


@pytest.mark.parametrize("nothing", ["", " ", "-", "...", "’"])
def test_what_is_no_name_is_nobody(nothing: str) -> None:
    assert same_person_score(nothing, "Ana Ruiz") == 0
    assert same_person_score(nothing, nothing) == 0


def test_many_comparisons_take_little_time() -> None:
    names = [f"{given} {family}" for given in "Ana Ivan John Mei Omar Petra".split() for family in FAMILIES]
    started = time.process_time()
    for one in names:
        for other in names:
            same_person_score(one, other)
    assert len(names) ** 2 / (time.process_time() - started) > 5_000, "ten times that on an idle laptop"


FAMILIES = "Abe Becker Chen Dubois Evans Fischer Garcia Hassan Ivanov Jansen Kowalski Lopez Meyer Novak Olsen Petrov".split()


def test_tables_of_names_stay_small() -> None:
    folder = resources.files("dateline.knowledge").joinpath("data")
    size = sum(len(folder.joinpath(f"{t}.csv").read_bytes()) for t in ("name_classes", "nicknames"))
    assert size < 1_500_000
