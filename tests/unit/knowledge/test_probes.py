"""Forms that readers of world news meet, on days between which an office changed hands."""

from __future__ import annotations

import pytest

import dateline

PEOPLE = [
    ("Xi Jinping", "2010-05-01", "Xi Jinping", "vice president of China"),
    ("Xi Jinping", "2022-09-15", "Xi Jinping", "president of China"),
    ("Tokayev", "2018-01-01", "Kassym-Jomart Tokayev", "chairman of the Senate of Kazakhstan"),
    ("Tokayev", "2022-09-15", "Kassym-Jomart Tokayev", "president of Kazakhstan"),
    ("Putin", "2010-01-01", "Vladimir Putin", "prime minister of Russia"),
    ("Putin", "2022-09-15", "Vladimir Putin", "president of Russia"),
    ("the pope", "2012-06-01", "Benedict XVI", "Pope"),
    ("the pope", "2022-09-15", "Francis", "Pope"),
    ("the pope", "2025-08-01", "Leo XIV", "Pope"),
    ("Zelensky", "2018-01-01", "Volodymyr Zelensky", None),
    ("Zelensky", "2022-09-15", "Volodymyr Zelensky", "president of Ukraine"),
    ("Macron", "2015-06-01", "Emmanuel Macron", "finance minister of France"),
    ("Macron", "2022-09-15", "Emmanuel Macron", "president of France"),
    ("Yuri Ushakov", "2005-01-01", "Yuri Ushakov", "ambassador to the United States"),
    ("Yuri Ushakov", "2022-09-15", "Yuri Ushakov", "foreign policy adviser to the president of Russia"),
    ("Roman Vassilenko", "2016-01-01", "Roman Vassilenko", None),
    ("Roman Vassilenko", "2022-09-15", "Roman Vassilenko", "deputy foreign minister of Kazakhstan"),
    ("China's premier", "2022-09-15", "Li Keqiang", "premier of China"),
    ("China's premier", "2024-01-01", "Li Qiang", "premier of China"),
    ("the Kazakh foreign minister", "2016-06-01", "Erlan Idrissov", "foreign minister of Kazakhstan"),
    ("the Kazakh foreign minister", "2022-09-15", "Mukhtar Tleuberdi", "foreign minister of Kazakhstan"),
    ("the German defence minister", "2016-01-01", "Ursula von der Leyen", "defence minister of Germany"),
    ("the German defence minister", "2023-06-01", "Boris Pistorius", "defence minister of Germany"),
    ("the Nigerian defence minister", "2018-01-01", "Mansur Dan-Ali", "defence minister of Nigeria"),
    ("the Chilean foreign minister", "2019-01-01", "Roberto Ampuero", "foreign minister of Chile"),
    ("the Chilean foreign minister", "2023-01-01", "Antonia Urrejola", "foreign minister of Chile"),
]
OTHERS = [
    ("Shanghai Cooperation Organisation", "Shanghai Cooperation Organisation"),
    ("SCO", "Shanghai Cooperation Organisation"),
    ("Quad", "Quad"),
    ("Belt and Road", "Belt and Road Initiative"),
    ("Gazprom", "Gazprom"),
    ("Global Security Initiative", "Global Security Initiative"),
    ("CCTV", "China Central Television"),
    ("SCMP", "South China Morning Post"),
    ("bne IntelliNews", "bne IntelliNews"),
    ("Kremlin", "Russia"),
    ("Chinese Communist Party", "Chinese Communist Party"),
    ("United Russia", "United Russia"),
    ("Associated Press", "Associated Press"),
    ("Eurasianet", "Eurasianet"),
    ("Los Angeles Times", "Los Angeles Times"),
    ("George Mason University", "George Mason University"),
    ("Samarkand", "Samarkand"),
    ("Almaty", "Almaty"),
    ("Kazakhstan", "Kazakhstan"),
    ("Uzbekistan", "Uzbekistan"),
    ("Kazakh", "Kazakhstan"),
    ("Uzbek", "Uzbekistan"),
    ("Kazakhs", "Kazakhstan"),
    ("Crimea", "Crimea"),
    ("Beijing", "China"),
    ("Moscow", "Russia"),
    ("Washington", "United States"),
    ("Hamas", "Hamas"),
    ("Wagner Group", "Wagner Group"),
    ("IAEA", "International Atomic Energy Agency"),
    ("European Commission", "European Commission"),
    ("ECB", "European Central Bank"),
]


@pytest.mark.parametrize(("surface", "day", "name", "role"), PEOPLE)
def test_a_person_has_the_office_of_the_day(surface: str, day: str, name: str, role: str | None) -> None:
    best = dateline.lookup(surface, at=day)[0]
    assert (best.name, best.role) == (name, role)


@pytest.mark.parametrize("day", ["2016-09-15", "2022-09-15"])
@pytest.mark.parametrize(("surface", "name"), OTHERS)
def test_bodies_and_places_resolve_on_every_day(surface: str, name: str, day: str) -> None:
    assert dateline.lookup(surface, at=day)[0].name == name
