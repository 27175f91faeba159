"""A researcher's own types and modes beside the packaged ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model import DataError
from dateline.ontology import VARIABLE, Ontology, Root, manual_label, read_own, read_table, type_faults

ROOTS = "root,quad,score,cameo,gloss\n"
MODES = "root,mode,score,cameo,gloss\n"
FISHERY = ROOTS + "FISHERY,4,-3,,fish in the waters of others\n"


def folder_of(tmp_path: Path, name: str = "own", **tables: str) -> Path:
    folder = tmp_path / name
    folder.mkdir(exist_ok=True)
    for table, text in tables.items():
        (folder / f"{table}.csv").write_text(text, encoding="utf-8")
    return folder


def test_own_types_stand_behind_the_packaged_ones(tmp_path: Path) -> None:
    modes = MODES + "FISHERY,quota,-2,,too much\nAID,ferry,4,070,by ferry\n"
    ontology = Ontology.load(folder_of(tmp_path, roots=FISHERY, modes=modes))
    assert ontology.roots == (*Root, "FISHERY")
    assert (ontology.quad("FISHERY"), ontology.score("FISHERY"), ontology.score("FISHERY", "quota")) == (
        4,
        -3,
        -2,
    )
    assert [mode.name for mode in ontology.modes("AID")] == ["ferry"]
    assert ontology.gloss("AID", "ferry") == "by ferry"
    assert ontology.is_own("FISHERY") and ontology.is_own("AID", "ferry") and not ontology.is_own("AID")


def test_own_types_need_no_cameo_family(tmp_path: Path) -> None:
    modes = MODES + "FISHERY,quota,-2,170,too much\nCONSULT,ferry,4,,aboard\n"
    ontology = Ontology.load(folder_of(tmp_path, roots=FISHERY, modes=modes))
    assert ontology.cameo_root("FISHERY") is None
    assert ontology.cameo_root("FISHERY", "quota") == "170"
    assert ontology.cameo_root("CONSULT", "ferry") == "040"


@pytest.mark.parametrize("status", ["happened", "planned", "denied", "hypothetical"])
def test_the_manual_has_no_other_label_for_an_own_type(
    status: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(folder_of(tmp_path, roots=FISHERY)))
    assert manual_label("FISHERY", status) == "FISHERY"
    assert manual_label("AID", "planned") == "AGREE"


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("fishery,4,-3,,", "no name for a type; write capitals"),
        ("NONE,4,-3,,", "no name for a type"),
        ("AID,2,3,,", "AID is a packaged type"),
        ("FISHERY,5,-3,,", "quad '5' is out of range"),
        ("FISHERY,4,-30,,", "score '-30' is out of range"),
        ("FISHERY,4,much,,", "score 'much' is out of range"),
        ("FISHERY,2,-3,,", "cooperation has no negative score"),
        ("FISHERY,3,3,,", "conflict has no positive score"),
        ("FISHERY,4,-3,041,", "'041' is no CAMEO family"),
        ("FISHERY,4,-3,990,", "'990' is no CAMEO family"),
    ],
)
def test_a_faulty_type_is_named_with_file_and_line(row: str, what: str, tmp_path: Path) -> None:
    (fault,) = type_faults(read_own(folder_of(tmp_path, roots=ROOTS + row + "\n")))
    assert str(fault).startswith("roots.csv line 2: ") and what in fault.what


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("FISHRY,quota,-2,,", "unknown type 'FISHRY'"),
        ("FISHERY,By Night,-2,,", "no name for a mode"),
        ("CONSULT,visit,2,,", "CONSULT has a packaged mode visit"),
        ("FISHERY,quota,11,,", "score '11' is out of range"),
    ],
)
def test_a_faulty_mode_is_named_with_file_and_line(row: str, what: str, tmp_path: Path) -> None:
    (fault,) = type_faults(read_own(folder_of(tmp_path, roots=FISHERY, modes=MODES + row + "\n")))
    assert str(fault).startswith("modes.csv line 2: ") and what in fault.what


def test_rows_that_stand_twice_are_told(tmp_path: Path) -> None:
    mode = "FISHERY,quota,-2,,\n"
    own = read_own(folder_of(tmp_path, roots=FISHERY + "FISHERY,4,-3,,\n", modes=MODES + mode + mode))
    assert [(f.file, f.line) for f in type_faults(own)] == [
        ("roots.csv", 2),
        ("roots.csv", 3),
        ("modes.csv", 2),
        ("modes.csv", 3),
    ]


def test_a_faulty_folder_is_refused_with_the_way_to_see_all(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, roots=ROOTS + "FISHERY,7,-3,,\nfish,1,1,,\n")
    with pytest.raises(DataError, match=r"roots\.csv line 2: quad .* \(2 faults in all\).*ontology check"):
        Ontology.load(folder)


def test_a_folder_that_is_not_there_or_holds_nothing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no such ontology folder"):
        Ontology.load(tmp_path / "nowhere")
    with pytest.raises(DataError, match="no table in it"):
        Ontology.load(folder_of(tmp_path))


def test_ontologies_do_not_mix_and_a_changed_file_is_read_again(tmp_path: Path) -> None:
    fish = folder_of(tmp_path, "fish", roots=FISHERY)
    wood = folder_of(tmp_path, "wood", roots=ROOTS + "FORESTRY,4,-1,,fell trees\n")
    assert Ontology.load(fish).roots[-1] == "FISHERY" and Ontology.load(wood).roots[-1] == "FORESTRY"
    assert Ontology.load(fish) is Ontology.load(fish)
    before = Ontology.load(fish)
    folder_of(tmp_path, "fish", roots=FISHERY.replace("-3", "-4.5"))
    assert Ontology.load(fish).score("FISHERY") == -4.5 and before.score("FISHERY") == -3
    assert Ontology.load().roots == Ontology.packaged().roots == tuple(Root)


def test_the_version_is_of_what_the_folder_holds_not_of_its_name(tmp_path: Path) -> None:
    one, other = folder_of(tmp_path, "one", roots=FISHERY), folder_of(tmp_path, "other", roots=FISHERY)
    changed = folder_of(tmp_path, "changed", roots=FISHERY.replace("-3", "-4"))
    versions = [Ontology.load(folder).version for folder in (one, other, changed)]
    assert versions[0] == versions[1] != versions[2] and len(versions[0]) == 8
    assert Ontology.packaged().version == ""


def test_tables_as_a_spreadsheet_saves_them_are_understood() -> None:
    content = '\ufefffrom;to;gloss\r\nA;B;"one; two"\r\n;;\r\n'.encode()
    table = read_table(content, "x.csv", ("to", "from", "gloss"))
    assert [dict(row) for row in table.rows] == [{"from": "A", "to": "B", "gloss": "one; two"}]
    assert table.faults == ()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"from\nA\n", "x.csv line 1: column to is missing; the first line has to be: from,to"),
        (b"from,to,too\nA,B,C\n", "x.csv line 1: unknown column 'too'; the first line has to be: from,to"),
        (b"from,to\nA,B\nA,B,C\n", "x.csv line 3: more cells than columns"),
        (b"from,to\nA\n", "x.csv line 2: fewer cells than columns"),
        (b"from,to\n\xff,B\n", "x.csv: not UTF-8"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(content: bytes, fault: str) -> None:
    assert [str(f)[: len(fault)] for f in read_table(content, "x.csv", ("from", "to")).faults] == [fault]
