"""A refresh takes what changed, without asking twice, and changes nothing until it is accepted."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import signal
import subprocess
import sys
import tarfile
from pathlib import Path
from typing import Any

import pytest
from wikidata_server import Server, claim, entity, time_snak

from dateline.knowledge import Knowledge
from dateline.knowledge.refresh import Fetcher, RefreshError, Request, Snapshot, accept, refresh
from dateline.knowledge.refresh.items import item_of
from dateline.knowledge.refresh.terms import read_terms
from dateline.model import DataError

RECORDED = Path(__file__).resolve().parents[4] / "shared" / "data" / "knowledge" / "wikidata_fixtures.tar.gz"
NORWAY, EU = "Q20", "Q458"


def watch(items: Any, *, total: int | None, what: str) -> Any:
    return iter(items)


def run(server: Server, folder: Path, since: str = "2026-01-01", tables: Knowledge | None = None) -> Snapshot:
    request = Request(
        since,
        "2026-11-22",
        folder / "snapshot",
        folder / "cache",
        f"{server.url}/sparql",
        f"{server.url}/api",
    )
    known = tables or Knowledge.load(overlays=[])
    return refresh(request, known, Fetcher("me@newsroom.example", pause=0.0), watch)


def rows(folder: Path, table: str) -> list[dict[str, str]]:
    path = folder / f"{table}.csv"
    return list(csv.DictReader(path.read_text("utf-8").splitlines())) if path.is_file() else []


@pytest.fixture
def norway(wikidata: Server) -> Server:
    """A state with three offices, four holders, a new membership, a party and an outlet."""
    wikidata.add(
        entity(
            NORWAY,
            "Norway",
            P298=[claim("NOR")],
            P1906=[claim("Q9900101")],
            P1313=[claim("Q9900102")],
            P463=[claim(EU, "2026-05-01")],
        ),
        entity(EU, "European Union"),
        entity("Q9900101", "King of Norway"),
        entity("Q9900102", "Prime Minister of Norway"),
        entity("Q9900103", "Minister of Foreign Affairs", P279=[claim("Q7330070")], P1001=[claim(NORWAY)]),
        entity("Q467948", "Jonas Gahr Støre", P39=[claim("Q9900102", "2021-10-14", "2026-08-01")]),
        entity(
            "Q9900202",
            "Orsolya Ferrant",
            ["O. F.", "Orsolya Quay Ferrant"],
            P39=[claim("Q9900102", "2026-08-01")],
        ),
        entity("Q9900203", "Espen Barth Eide", P39=[claim("Q9900103", "2023-10-16")]),
        entity("Q9900204", "Tilda Horn", P39=[claim("Q9900103", "2026-09-03"), claim("Q999", "2020")]),
        entity("Q9900301", "Quay Party", ["QP"], P31=[claim("Q7278")], P17=[claim(NORWAY)]),
        entity(
            "Q9900302",
            "Harbour Wire",
            P31=[claim("Q192283")],
            P17=[claim(NORWAY)],
            P856=[claim("https://www.harbourwire.example/en")],
        ),
    )
    return wikidata


def test_a_snapshot_has_rows_in_our_shape_with_ids_revisions_and_day(norway: Server, tmp_path: Path) -> None:
    snapshot = run(norway, tmp_path)
    offices = {(row["person"], row["start"]): row for row in rows(snapshot.folder, "offices")}
    new = offices["Orsolya Ferrant", "2026-08-01"]
    assert (new["of"], new["office"], new["title"]) == ("NOR", "head_of_government", "prime minister")
    assert (new["source"], new["as_of"]) == ("wikidata Q9900202 7", "2026-11-22")
    assert {"kind": "person", "name": "Orsolya Ferrant", "state": "NOR", "qid": "Q9900202"}.items() <= next(
        row for row in rows(snapshot.folder, "qids") if row["qid"] == "Q9900202"
    ).items()
    (names,) = [row for row in rows(snapshot.folder, "people") if row["name"] == "Orsolya Ferrant"]
    assert names["aliases"] == "Orsolya Quay Ferrant", "initials alone are nobody's name"
    (party,) = rows(snapshot.folder, "parties")
    assert (party["code"], party["aliases"], party["acronyms"]) == ("NORPTY", "", "")
    (outlet,) = rows(snapshot.folder, "outlets")
    assert (outlet["domain"], outlet["kind"]) == ("harbourwire.example", "agency")
    (member,) = rows(snapshot.folder, "memberships")
    assert (member["body"], member["state"], member["start"]) == ("European Union", "NOR", "2026-05-01")


def test_an_open_term_ends_when_the_next_holder_begins(norway: Server, tmp_path: Path) -> None:
    ends = {row["person"]: row["end"] for row in rows(run(norway, tmp_path).folder, "offices")}
    assert ends["Espen Barth Eide"] == "2026-09-03" and ends["Tilda Horn"] == ""


def test_the_review_says_what_would_change(norway: Server, tmp_path: Path) -> None:
    snapshot = run(norway, tmp_path)
    told = {(str(c.sort), c.what) for c in snapshot.changes}
    assert ("new holder", "NOR head_of_government: Orsolya Ferrant") in told
    assert ("ended", "NOR head_of_government: Jonas Gahr Store") in told
    assert ("member", "NOR in European Union") in told
    assert ("new actor", "Quay Party") in told
    written = list(
        csv.DictReader((snapshot.folder / "review" / "changes.csv").read_text("utf-8").splitlines())
    )
    assert [(row["sort"], row["what"]) for row in written] == [
        (str(c.sort), c.what) for c in snapshot.changes
    ]


def test_the_manifest_says_what_was_asked_where_and_when(norway: Server, tmp_path: Path) -> None:
    folder = run(norway, tmp_path).folder
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert (manifest["date"], manifest["since"]) == ("2026-11-22", "2026-01-01")
    assert manifest["endpoint"] == f"{norway.url}/sparql"
    assert [query["query"] for query in manifest["queries"]] == norway.queries
    assert manifest["counts"]["offices"] == len(rows(folder, "offices"))
    for name, sha256 in manifest["sha256"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sha256


def test_two_runs_give_the_same_bytes(norway: Server, tmp_path: Path) -> None:
    one, other = run(norway, tmp_path / "one"), run(norway, tmp_path / "two")
    for path in sorted(one.folder.rglob("*")):
        if path.is_file():
            assert path.read_bytes() == (other.folder / path.relative_to(one.folder)).read_bytes(), path.name


def test_an_accepted_snapshot_lies_over_our_tables_and_below_the_users(
    norway: Server, tmp_path: Path
) -> None:
    snapshot, own = run(norway, tmp_path), tmp_path / "own"
    own.mkdir()
    counts, lines = accept(snapshot.folder, own, "2026-11-22")
    assert counts["offices"] == 4 and lines == []
    tables = Knowledge.load(overlays=[own])
    assert tables.faults == ()
    (holder, *_) = tables.lookup("the Norwegian prime minister", at="2026-11-01")
    assert holder.actor == "Q9900202" and "own/refreshed" not in holder.why
    assert "wikidata Q9900202 7" in holder.why and "refreshed/offices.csv line" in holder.why
    assert tables.lookup("the Norwegian prime minister", at="2026-03-01")[0].name == "Jonas Gahr Store"
    old = Knowledge.load(overlays=[]).lookup("Espen Barth Eide", at=None)[0].actor
    now = tables.entity(old)
    assert old.startswith("dl-") and now is not None and now.id == "Q9900203"
    assert ("NOR", "member_of") in tables.members("Q458", "2026-11-01")
    text = "of,office,title,person,start,end,source,as_of\nNOR,head_of_government,,Own Holder,2026-10-01,,,\n"
    (own / "offices.csv").write_text(text, encoding="utf-8")
    assert (
        Knowledge.load(overlays=[own]).lookup("the Norwegian prime minister", at="2026-11-01")[0].name
        == "Own Holder"
    )


def test_a_second_snapshot_keeps_what_it_does_not_tell_of(norway: Server, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    accept(run(norway, tmp_path / "one").folder, own, "2026-11-22")
    norway.entities["Q9900202"]["claims"]["P39"] = [claim("Q9900102", "2026-08-01", "2026-11-01")]
    norway.entities["Q9900202"]["lastrevid"] = 8
    del norway.entities["Q9900204"]
    (tmp_path / "one" / "snapshot").rename(tmp_path / "first")
    snapshot = run(norway, tmp_path / "one", since="2026-11-01", tables=Knowledge.load(overlays=[own]))
    assert ("ended", "NOR head_of_government: Orsolya Ferrant") in {
        (str(c.sort), c.what) for c in snapshot.changes
    }
    accept(snapshot.folder, own, "2026-11-23")
    ends = {row["person"]: row["end"] for row in rows(own / "refreshed", "offices")}
    assert ends["Orsolya Ferrant"] == "2026-11-01" and "Tilda Horn" in ends
    assert json.loads((own / "refreshed" / "manifest.json").read_text("utf-8"))["before"] == ["2026-11-22"]


def test_rows_that_a_reviewer_takes_out_stay_out_and_the_edit_is_noted(
    norway: Server, tmp_path: Path
) -> None:
    snapshot, own = run(norway, tmp_path), tmp_path / "own"
    own.mkdir()
    (snapshot.folder / "parties.csv").write_text("name,kind,state,code\n", encoding="utf-8")
    _, lines = accept(snapshot.folder, own, "2026-11-22")
    assert any("parties.csv: edited" in line for line in lines)
    assert Knowledge.load(overlays=[own]).lookup("Quay Party", at=None) == []


def test_an_item_is_fetched_once_for_each_revision(norway: Server, tmp_path: Path) -> None:
    run(norway, tmp_path).folder.rename(tmp_path / "first")
    norway.asked.clear()
    norway.entities["Q9900204"]["lastrevid"] = 8
    run(norway, tmp_path, since="2026-02-01")
    fetched = set(norway.asked_for("info|labels|aliases|claims"))
    assert {id for id in fetched if id in norway.entities} == {"Q9900204"}
    assert "Q9900202" in norway.asked_for("info")


def test_items_are_asked_for_fifty_at_a_time_and_queries_page_by_page(norway: Server, tmp_path: Path) -> None:
    norway.add(
        *(
            entity(f"Q{5000 + n}", f"Holder No{n}", P39=[claim("Q9900103", "2019-01-01", "2019-02-01")])
            for n in range(700)
        )
    )
    run(norway, tmp_path)
    assert max(len(f["ids"].split("|")) for f in norway.asked if "ids" in f) == 50
    pages = [query for query in norway.queries if "P39" in query]
    assert [query.rpartition("OFFSET ")[2].strip() for query in pages] == ["0", "500"]
    assert all(f.get("maxlag") == "5" for f in norway.asked if "ids" in f)
    (agent,) = norway.agents
    assert agent.startswith("dateline-news/") and "me@newsroom.example" in agent


def test_a_number_that_means_something_else_there_is_not_used(norway: Server, tmp_path: Path) -> None:
    norway.add(entity("Q7278", "species of moss"))
    snapshot = run(norway, tmp_path)
    assert any("Q7278 is 'species of moss' there" in line for line in snapshot.left_out)
    assert rows(snapshot.folder, "parties") == []
    norway.add(entity("P39", "colour"))
    with pytest.raises(RefreshError, match="property P39 is 'colour' there"):
        run(norway, tmp_path / "again")


def test_a_finished_snapshot_is_not_written_over(norway: Server, tmp_path: Path) -> None:
    run(norway, tmp_path)
    with pytest.raises(DataError, match="holds a finished snapshot"):
        run(norway, tmp_path)


def test_a_supreme_leader_is_apart_from_the_head_of_state(norway: Server, tmp_path: Path) -> None:
    norway.entities["Q9900101"]["labels"]["en"]["value"] = "Supreme Leader of Norway"
    norway.entities["Q9900102"]["labels"]["en"]["value"] = "President of Norway"
    norway.add(entity("Q9900211", "Old Quay", P39=[claim("Q9900101", "2001-01-01")]))
    found = {(row["person"], row["office"]) for row in rows(run(norway, tmp_path).folder, "offices")}
    assert {("Old Quay", "supreme_leader"), ("Orsolya Ferrant", "head_of_state")} <= found


def test_no_end_is_inferred_where_two_hold_an_office_at_a_time(norway: Server, tmp_path: Path) -> None:
    norway.add(
        entity("Q9900211", "Pia Pier", P39=[claim("Q9900102", "2001-01-01", "2005-01-01")]),
        entity("Q9900212", "Wim Wharf", P39=[claim("Q9900102", "2003-01-01", "2006-01-01")]),
        entity("Q9900213", "Kai Quay", P39=[claim("Q9900102", "2025-01-01")]),
    )
    snapshot = run(norway, tmp_path)
    ends = {row["person"]: row["end"] for row in rows(snapshot.folder, "offices")}
    assert ends["Kai Quay"] == ""
    assert any("NOR head_of_government: held by two" in line for line in snapshot.left_out)


def test_nobody_is_made_one_with_a_namesake(norway: Server, tmp_path: Path) -> None:
    norway.add(entity("Q9900205", "Xi Jinping", P39=[claim("Q9900103", "2026-10-01")]))
    snapshot = run(norway, tmp_path)
    assert any(line.startswith("Q9900205 (Xi Jinping)") for line in snapshot.left_out)
    assert "Xi Jinping" not in {row["person"] for row in rows(snapshot.folder, "offices")}


def test_whoever_has_another_wikidata_id_is_somebody_else(norway: Server, tmp_path: Path) -> None:
    norway.add(entity("Q9900210", "Jonas Gahr Støre", P39=[claim("Q9900102", "2021-10-14")]))
    snapshot = run(norway, tmp_path)
    assert any(line.startswith("Q9900210 ") for line in snapshot.left_out)


def test_another_spelling_of_a_holder_of_that_time_is_the_holder(norway: Server, tmp_path: Path) -> None:
    norway.entities["Q9900203"]["labels"]["en"]["value"] = "Espen Barth-Eide"
    people = {row["person"] for row in rows(run(norway, tmp_path).folder, "offices")}
    assert "Espen Barth Eide" in people and "Espen Barth-Eide" not in people


def test_terms_without_a_start_or_of_a_deprecated_rank_are_no_rows(norway: Server, tmp_path: Path) -> None:
    norway.add(
        entity("Q9900206", "No Start", P39=[claim("Q9900103")]),
        entity("Q9900207", "Deprecated Term", P39=[claim("Q9900103", "2024-01-01", rank="deprecated")]),
        entity("Q9900208", "Long Ago", P39=[claim("Q9900103", "1970-01-01", "1975-01-01")]),
    )
    people = {row["person"] for row in rows(run(norway, tmp_path).folder, "offices")}
    assert people.isdisjoint({"No Start", "Deprecated Term", "Long Ago"})


def test_who_died_in_office_left_it_then(norway: Server, tmp_path: Path) -> None:
    dead = entity("Q9900209", "Late Minister", P39=[claim("Q9900103", "2022-01-01")])
    dead["claims"]["P570"] = [{"mainsnak": time_snak("2022-06-05"), "rank": "normal"}]
    norway.add(dead)
    ends = {row["person"]: row["end"] for row in rows(run(norway, tmp_path).folder, "offices")}
    assert ends["Late Minister"] == "2022-06-05"


def test_a_run_that_was_killed_goes_on_where_it_stopped(norway: Server, tmp_path: Path) -> None:
    command = [
        *(sys.executable, "-m", "dateline", "knowledge", "refresh", "--since", "2026-01-01"),
        *("--out", str(tmp_path / "snapshot"), "--cache", str(tmp_path / "cache")),
        *norway.options,
    ]
    environment = {**os.environ, "DATELINE_KNOWLEDGE": ""}
    norway.stop_at = 10
    killed = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert norway.is_stopped.wait(60)
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    norway.go_on.set()
    assert not (tmp_path / "snapshot" / "manifest.json").exists()
    done, norway.stop_at = norway.asked[:9], None
    norway.asked.clear()
    again = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert "new holder" in again.stderr
    assert not [fields for fields in norway.asked if fields in done], "what was answered is not asked again"
    whole = run(norway, tmp_path / "apart")
    for name in ("offices.csv", "people.csv", "qids.csv", "parties.csv", "memberships.csv"):
        assert (tmp_path / "snapshot" / name).read_text("utf-8").replace(
            _today(tmp_path / "snapshot"), "2026-11-22"
        ) == (whole.folder / name).read_text("utf-8")
    assert not (tmp_path / "snapshot" / ".run").exists()


def _today(folder: Path) -> str:
    return str(json.loads((folder / "manifest.json").read_text("utf-8"))["date"])


@pytest.fixture
def recorded() -> list[Any]:
    """Entities that Wikidata itself answered with."""
    if not RECORDED.is_file():
        pytest.skip(f"{RECORDED} is not there: the recorded answers are no part of the repository")
    with tarfile.open(RECORDED) as archive:
        answers = [
            json.load(archive.extractfile(member)) for member in archive if member.name.endswith(".json")
        ]  # type: ignore[arg-type]
    return [each for answer in answers for each in answer["entities"].values()]


def test_recorded_answers_are_read(recorded: list[Any]) -> None:
    items = {each["id"]: item_of(each) for each in recorded if "claims" in each}
    assert len(items) == 66
    held = {(c.value, c.start, c.end) for c in items["Q7747"].claims if c.property == "P39"}
    assert ("Q218295", "2012-05-07", "") in held and ("Q218295", "2000-05-07", "2008-05-07") in held
    assert items["Q7747"].revision == 2483686458
    assert "Vladimir Vladimirovich Putin" in items["Q7747"].aliases
    assert all(item.label for item in items.values())


def test_a_refresh_from_recorded_answers_dates_the_terms(
    wikidata: Server, recorded: list[Any], tmp_path: Path
) -> None:
    wikidata.add(*(each for each in recorded if "claims" in each))
    wikidata.add(
        entity("Q159", "Russia", P298=[claim("RUS")], P1906=[claim("Q218295")], P1313=[claim("Q842386")]),
        entity("Q218295", "President of Russia"),
        entity("Q842386", "Prime Minister of Russia"),
    )
    snapshot = run(wikidata, tmp_path)
    found = {(row["office"], row["start"], row["end"]) for row in rows(snapshot.folder, "offices")}
    assert found == {
        ("head_of_state", "2000-05-07", "2008-05-07"),
        ("head_of_state", "2012-05-07", ""),
        ("head_of_government", "2008-05-08", "2012-05-07"),
        ("head_of_government", "1999-08-16", "2000-05-07"),
    }
    dated = [change for change in snapshot.changes if change.sort == "dated"]
    assert [change.before for change in dated if "head_of_state" in change.what] == ["2000-05 to 2008-05"]
    assert not [change for change in snapshot.changes if change.sort in {"new holder", "ended"}]


def test_the_terms_have_the_numbers_of_the_recorded_answers(recorded: list[Any]) -> None:
    used = {property for each in recorded for property in each.get("claims", {})}
    qualifying = {
        property
        for each in recorded
        for claims in each.get("claims", {}).values()
        for statement in claims
        for property in statement.get("qualifiers", {})
    }
    asked = {term.id for term in read_terms()}
    assert {"P31", "P279", "P39", "P570", "P463", "P856"} <= used & asked
    assert {"P580", "P582"} <= qualifying & asked
