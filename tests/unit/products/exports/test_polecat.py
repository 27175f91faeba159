"""POLECAT: 40 columns, tabs, a header, `None` for what is missing."""

from __future__ import annotations

import csv
from datetime import datetime

import pandas
import pytest

from dateline.products.exports.polecat.columns import COLUMNS

PUBLISHED = (
    "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|Primary Actor Sector|"
    "Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|"
    "Primary Recipient Sector|Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|"
    "Province|Country|Latitude|Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|"
    "Story Organizations|Story Locations|Language|Version"
).split("|")


@pytest.fixture
def events(exported):
    return pandas.read_csv(
        exported("polecat"), sep="\t", na_values=["None"], dtype={"Actor COW": str, "GeoNames ID": str}
    )


def test_the_columns_are_those_of_polecat(events):
    assert list(COLUMNS) == PUBLISHED == list(events.columns) and len(PUBLISHED) == 40


def test_readers_of_polecat_take_every_row(exported):
    """As the loader of the Temporal Graph Benchmark reads it: by position, dates as days, `None` as missing."""
    with exported("polecat").open(encoding="ISO-8859-1", newline="") as file:
        _, *lines = csv.reader(file, delimiter="\t")
    assert {len(line) for line in lines} == {40}
    dated = [line for line in lines if "None" not in line[1]]
    assert dated and all(datetime.strptime(line[1], "%Y-%m-%d") for line in dated)
    assert any("None" not in line[7] + line[15] for line in dated)


def test_ids_are_those_of_the_events(events, rows):
    assert list(events["Event ID"]) == [row["event"] for row in rows("events")]


def test_act_and_status_are_one_label_as_in_the_manual(events, rows):
    status = {row["event"]: (row["root"], row["status"]) for row in rows("events")}
    labels = {status[id]: label for id, label in zip(events["Event ID"], events["Event Type"], strict=True)}
    assert labels["CONSULT", "planned"] == "AGREE"
    assert labels["SANCTION", "hypothetical"] == "THREATEN"
    assert labels["SANCTION", "denied"] == "CONCEDE"
    threatened = events[events["Event Type"] == "THREATEN"]
    assert set(threatened["Quad Code"]) == {"VERBAL CONFLICT"} and (threatened["Intensity"] < 0).all()


def test_states_have_the_numbers_of_correlates_of_war(events):
    xi = events[(events["Actor Name"] == "Xi Jinping") & (events["Event Date"] == "2022-09-14")].iloc[0]
    assert (xi["Actor Country"], xi["Actor COW"], xi["Primary Actor Sector"]) == ("CHN", "710", "GOV")
    assert xi["Actor Title"] == "president of China"


def test_a_coarse_place_has_no_coordinates(events):
    placed = events.dropna(subset=["Placename"]).set_index("Placename")
    assert placed["Feature Type"].to_dict() == {"Ukraine": "country", "Almaty": "city", "Bali": "region"}
    assert placed["Latitude"].dropna().index.tolist() == ["Almaty"]
    assert placed.loc["Almaty", "GeoNames ID"].isdigit() and placed.loc["Bali", "Province"] == "Bali"


def test_a_date_of_a_month_is_no_day(events, rows):
    planned = {row["event"] for row in rows("events") if row["date"] == "2023-05"}
    assert events[events["Event ID"].isin(planned)]["Event Date"].isna().all()


def test_words_of_pages_stay_at_home_when_asked(exported):
    told = pandas.read_csv(exported("polecat", text="offsets"), sep="\t", na_values=["None"])
    assert told["Actor Name Raw"].isna().all() and told["Raw Placename"].isna().all()
