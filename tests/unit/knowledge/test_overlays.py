"""A user's own tables go before the refreshed ones, and those before the packaged ones."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from dateline import api
from dateline.knowledge import Knowledge
from dateline.knowledge.check import check
from dateline.knowledge.overlay_rows import KEYS, columns_of
from dateline.knowledge.overlays import content_hash
from dateline.model import ActorKind, Candidate, DataError

OFFICES = "of,office,title,person,start,end,source,as_of\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    own = tmp_path / "own"
    (own / "refreshed").mkdir(parents=True)
    return own


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def first(folder: Path, surface: str, at: str = "2026-03-01") -> Candidate:
    return Knowledge.load(overlays=[folder]).lookup(surface, at=at)[0]


def test_a_watched_actor_is_found_by_name_and_alias_and_says_from_which_file(folder: Path) -> None:
    write(
        folder,
        "watchlist.csv",
        "name,kind,aliases,state,role,start,end,note\n"
        "Orsolya Ferrant,person,O. Ferrant,NOR,harbour master,2025-01,,met at the quay\n"
        "Brask Ferry Lines,company,BFL|Brask Ferries,NOR,,,,\n",
    )
    person = first(folder, "Orsolya Ferrant")
    assert (person.kind, person.role, person.code) == (ActorKind.PERSON, "harbour master of Norway", "NOR")
    assert "own/watchlist.csv line 2" in person.why and "met at the quay" in person.why
    assert first(folder, "Ferrant").actor == person.actor
    company = first(folder, "BFL")
    assert (company.kind, company.code) == (ActorKind.COMPANY, "NORBUS")
    assert "own/watchlist.csv line 3" in company.why


def test_watched_actors_are_found_in_pages(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "watchlist.csv", "name,kind,state\nQuorvex Harbour Union,organisation,NOR\n")
    text = "Quorvex Harbour Union accused Norway of negligence on Monday."

    def actors() -> set[str | None]:
        return {
            side.actor for event in api.code_events(text, published="2026-03-01") for side in event.source
        }

    monkeypatch.setenv("DATELINE_KNOWLEDGE", "")
    unknown = actors()
    monkeypatch.setenv("DATELINE_KNOWLEDGE", str(folder))
    known = Knowledge.load().lookup("Quorvex Harbour Union", at=None)[0].actor
    assert known in actors() and known not in unknown


def test_a_watched_name_adds_to_whom_the_tables_know(folder: Path) -> None:
    write(folder, "watchlist.csv", "name,kind,aliases\nGazprom,company,the Gas Giant\n")
    assert (
        first(folder, "the Gas Giant").actor
        == Knowledge.load(overlays=[]).lookup("Gazprom", at=None)[0].actor
    )


def test_a_name_that_a_user_gives_goes_before_others_of_that_name(folder: Path) -> None:
    write(folder, "companies.csv", "name,kind,state,code,aliases\nChina Wharf,company,NOR,NORBUS,China\n")
    found = Knowledge.load(overlays=[folder]).lookup("China", at="2026-03-01")
    assert [c.name for c in found][:2] == ["China Wharf", "China"]


def test_the_users_row_goes_before_the_refreshed_and_that_before_ours(folder: Path) -> None:
    row = "NOR,foreign_minister,,{},2026-01-0{},,{},2026-02\n"
    write(folder / "refreshed", "offices.csv", OFFICES + row.format("Refreshed Holder", 2, "wikidata Q5 7"))
    assert first(folder, "the Norwegian foreign minister").name == "Refreshed Holder"
    write(folder, "offices.csv", OFFICES + row.format("Own Holder", 5, ""))
    assert first(folder, "the Norwegian foreign minister").name == "Own Holder"
    assert first(folder, "the Norwegian foreign minister", at="2026-01-03").name == "Refreshed Holder"
    assert first(folder, "the Norwegian foreign minister", at="2025-06-01").name == "Espen Barth Eide"


def test_a_row_on_the_same_term_ends_it(folder: Path) -> None:
    write(
        folder,
        "offices.csv",
        OFFICES + "NOR,foreign_minister,,Espen Barth Eide,2023-10,2025-12-31,,2026-02\n",
    )
    tables = Knowledge.load(overlays=[folder])
    assert tables.holder("NOR", "foreign_minister", "2026-03-01") is None
    assert tables.holder("NOR", "foreign_minister", "2025-12-01") is not None


def test_whoever_acted_for_a_while_unseats_nobody(folder: Path) -> None:
    write(folder, "offices.csv", OFFICES + "NOR,foreign_minister,,Own Holder,2024-05-01,2024-06-01,,\n")
    tables = Knowledge.load(overlays=[folder])
    holders = [tables.holder("NOR", "foreign_minister", day) for day in ("2024-03", "2024-05-15", "2024-09")]
    assert [h.name for h in holders if h] == ["Espen Barth Eide", "Own Holder", "Espen Barth Eide"]


def test_a_row_with_the_same_key_replaces_and_others_stay(folder: Path) -> None:
    write(folder, "outlets.csv", "name,aliases,domain,state,kind\nReuters,Reut,reuters.example,GBR,agency\n")
    tables = Knowledge.load(overlays=[folder])
    assert tables.outlet("reuters.example") == tables.outlet("Reut")
    assert tables.outlet("reuters.com") is None
    assert tables.outlet("apnews.com") is not None


def test_a_users_own_open_row_holds_as_long_as_it_stands(folder: Path) -> None:
    write(folder, "offices.csv", OFFICES + "NOR,foreign_minister,,Own Holder,2026-01-05,,,\n")
    assert first(folder, "the Norwegian foreign minister", at="2031-01-01").name == "Own Holder"


BAD = {
    "people.csv": (
        "name,state,aliases\nA B,XXQ,\n,NOR,\nC D,NOR,x,y,z\n",
        ("line 2: 'XXQ' is no state", "line 3: name is empty", "line 4: more cells than columns"),
    ),
    "offices.csv": (
        OFFICES.replace("title,", "").replace(",source,as_of", "")
        + "NOR,foreign_minister,A B,2025-13,\nNOR,foreign_minister,A B,2025,2020\n"
        + "NOR,no_such_office,A B,2025,\nNowhere Land,speaker,A B,2025,\n",
        (
            "line 2: '2025-13' is no date",
            "line 3: ends 2020 before it starts",
            "line 4: office 'no_such_office'",
            "line 5: 'Nowhere Land' is no state",
        ),
    ),
    "watchlist.csv": (
        "name,kind\nX Y,wizard\n",
        ("line 2: 'wizard' is not known here; write one of person",),
    ),
    "bodies.csv": ("title,kind\nX,organisation\n", ("column name is missing",)),
    "wizards.csv": ("name\nX\n", ("no table has this name",)),
    "cities.csv": ("name\nX\n", ("no table has this name",)),
    "qids.csv": ("kind,name,state,qid\nperson,A B,NOR,17\n", ("'17' is no Wikidata id",)),
    "metonyms.csv": ("surface,stands_for\nOld Quay,Nobody\n", ("'Nobody' is no state",)),
    "memberships.csv": (
        "body,state,relation\nNo Body,NOR,member_of\n",
        ("No Body or NOR is not in the tables",),
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_rows_are_told_one_by_one_with_file_and_line(folder: Path, name: str) -> None:
    text, told = BAD[name]
    write(folder, name, text)
    write(folder, "parties.csv", "name,kind,state,code\nQuay Party,party,NOR,NORPTY\n")
    tables = Knowledge.load(overlays=[folder])
    assert len(tables.faults) == len(told)
    for fault, words in zip(sorted(tables.faults), sorted(told), strict=True):
        assert f"own/{name}" in fault
        assert words in fault
    assert tables.lookup("Quay Party", at=None), "the rest is used"


def test_a_file_that_is_not_utf8_is_told(folder: Path) -> None:
    (folder / "people.csv").write_bytes("name,state\nJos\xe9 Quay,NOR\n".encode("latin-1"))
    assert "CSV UTF-8" in Knowledge.load(overlays=[folder]).faults[0]


def test_tables_as_excel_saves_them_are_read(folder: Path) -> None:
    text = "name;kind;state\r\nQuay Party;party;NOR\r\n"
    (folder / "watchlist.csv").write_bytes(b"\xef\xbb\xbf" + text.encode())
    tables = Knowledge.load(overlays=[folder])
    assert tables.faults == () and tables.lookup("Quay Party", at=None)


def test_a_folder_that_is_not_there_is_an_error_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such knowledge folder"):
        Knowledge.load(overlays=[tmp_path / "nowhere"])


def test_tables_are_read_once_for_each_set_of_overlays_and_again_after_a_change(folder: Path) -> None:
    write(folder, "watchlist.csv", "name,kind\nQuay Party,party\n")
    before = Knowledge.load(overlays=[folder])
    assert Knowledge.load(overlays=[str(folder)]) is before
    assert Knowledge.load(overlays=[]) is Knowledge.load(overlays=[])
    write(folder, "watchlist.csv", "name,kind\nPier Party,party\n")
    os.utime(folder / "watchlist.csv", ns=(1, 1))
    after = Knowledge.load(overlays=[folder])
    assert after is not before and after.lookup("Pier Party", at=None)


def test_of_two_folders_the_later_one_wins(tmp_path: Path) -> None:
    for name, alias in (("one", "Alpha Desk"), ("two", "Beta Desk")):
        (tmp_path / name).mkdir()
        write(tmp_path / name, "outlets.csv", f"name,aliases,domain,state\nReuters,{alias},r.example,GBR\n")
    tables = Knowledge.load(overlays=[tmp_path / "one", tmp_path / "two"])
    assert tables.outlet("Beta Desk") is not None and tables.outlet("Alpha Desk") is None


def test_an_id_that_was_given_up_leads_to_the_new_one(folder: Path) -> None:
    plain = Knowledge.load(overlays=[])
    old = plain.lookup("Gazprom", at=None)[0].actor
    write(folder, "qids.csv", "kind,name,state,qid\ncompany,Gazprom,RUS,Q102673\n")
    tables = Knowledge.load(overlays=[folder])
    entity = tables.entity(old)
    assert old.startswith("dl-") and entity is not None and entity.id == "Q102673"


def test_the_version_says_what_lies_over_the_tables_wherever_the_folder_is(
    folder: Path, tmp_path: Path
) -> None:
    write(folder, "watchlist.csv", "name,kind\nQuay Party,party\n")
    other = tmp_path / "elsewhere"
    other.mkdir()
    write(other, "watchlist.csv", "name,kind\nQuay Party,party\n")
    assert content_hash([folder]) == content_hash([other])
    assert Knowledge.load(overlays=[folder]).version.endswith("+" + content_hash([folder]))
    assert "+" not in Knowledge.load(overlays=[]).version


def test_workers_read_with_the_same_overlays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(folder, "watchlist.csv", "name,kind,state\nQuorvex Harbour Union,organisation,NOR\n")
    monkeypatch.setenv("DATELINE_KNOWLEDGE", str(folder))
    pages = [f"Quay news {n}\n\nQuorvex Harbour Union accused Norway of negligence.\n" for n in range(3)]
    alone = [reading.to_json() for reading in api.read_many(pages)]
    assert [reading.to_json() for reading in api.read_many(pages, workers=2)] == alone
    known = Knowledge.load().lookup("Quorvex Harbour Union", at=None)[0].actor
    assert all(known in {m["actor"] for m in json.loads(line)["mentions"]} for line in alone)


def test_nothing_in_a_table_stops_the_reading(folder: Path) -> None:
    odd = ("", "x", "0", "{of} {no}", "person", "NOR", "Q1", "2025", "|", '"a,b"', "no", "-", "GOV")
    for table in KEYS:
        columns = columns_of(table)
        rows = [",".join([cell] * len(columns)) for cell in odd]
        rows += [",".join("head_of_state" if c == "office" else cell for c in columns) for cell in odd]
        rows += [",".join(cell if c in KEYS[table] else "" for c in columns) for cell in odd]
        rows += [",".join({"of": "NOR", "office": "speaker"}.get(c, cell) for c in columns) for cell in odd]
        rows += [",".join("" if c == column else "NOR" for c in columns) for column in columns]
        write(folder, f"{table}.csv", "\n".join([",".join(columns), *rows]) + "\n")
    tables = Knowledge.load(overlays=[folder])
    assert tables.lookup("the Swedish foreign minister", at="2025-06-01"), "the rest is used"
    assert {fault.partition(".csv")[0].rpartition("/")[2] for fault in tables.faults} <= set(KEYS)
    check(tables)
