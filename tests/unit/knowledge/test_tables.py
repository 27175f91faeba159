"""The packaged tables: sound, sourced, small, and quick to load."""

from __future__ import annotations

import re
import time
from importlib import resources

from dateline.knowledge import Knowledge
from dateline.knowledge.check import check, collisions, row_faults

SECTORS = set(
    "GOV MIL REB OPP PTY COP JUD SPY MED JRN EDU BUS CRM CVL ELI LAB LEG AGR REL REF PRM UAF NGO IGO SOC".split()
)


def test_tables_have_no_faults() -> None:
    assert check() == []


def test_acronyms_of_several_bodies_are_few() -> None:
    assert len(collisions()) < 15


def test_row_checks_name_line_and_rule() -> None:
    row = {"start": "2021-05", "end": "2020-01", "source": "", "as_of": "2025", "qid": "17"}
    faults = list(row_faults("offices", [row]))
    assert any("line 2" in f and "source" in f for f in faults)
    assert any("before it starts" in f for f in faults)
    assert any("no Wikidata id" in f for f in faults)


def test_a_row_from_memory_claims_no_day_and_no_wikidata_id() -> None:
    row = {"start": "2021-05-03", "end": "", "source": "memory", "as_of": "2025-06", "qid": ""}
    assert list(row_faults("offices", [row]))


def test_tables_load_fast() -> None:
    started = time.process_time()
    Knowledge()
    assert time.process_time() - started < 1.5, "0.15 s on an idle laptop; ten times that is a regression"


def test_cities_stay_small() -> None:
    folder = resources.files("dateline.knowledge").joinpath("data")
    assert len(folder.joinpath("cities.csv").read_bytes()) < 1_500_000


def test_surfaces_hold_states_and_no_ordinary_words() -> None:
    surfaces = set(Knowledge.load().surfaces())
    assert {"Turkey", "Polish", "Xi Jinping", "Kazakhs", "SCO", "US", "Samarkand", "Kremlin"} <= surfaces
    assert not {"May", "Bush", "Rice", "Male", "Nice", "Reading", "Mobile"} & surfaces
    assert not [s for s in surfaces if re.fullmatch(r"[a-z]+", s)]


def test_all_un_members_have_a_head_today_or_had_one_in_2022() -> None:
    knowledge = Knowledge.load()
    empty = [
        state
        for state in knowledge.codes
        if not {"head_of_state", "head_of_government"} & set(knowledge.seats(state))
    ]
    members = 193
    assert len(knowledge.codes) - len(empty) >= members - 3


def test_agents_have_plover_sectors() -> None:
    agents = Knowledge.load().agents()
    assert agents["police"] == "COP" and agents["troops"] == "MIL" and agents["lawmaker"] == "LEG"
    assert (
        agents["journalist"] == "JRN" and agents["nurse"] == "MED" and agents["protester"].startswith("CVL")
    )
    assert all(
        {s[i : i + 3] for i in range(0, len(s), 3)} <= SECTORS and len(s) in {3, 6} for s in agents.values()
    )


def test_titles_lead_to_known_offices() -> None:
    titles = Knowledge.load().titles()
    assert titles["president"] == "head_of_state"
    assert titles["premier"] == titles["chancellor"] == "head_of_government"
    assert titles["secretary of state"] == "foreign_minister"
