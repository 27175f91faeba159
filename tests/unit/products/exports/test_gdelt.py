"""GDELT 2.0: files that read as GDELT's own do, by the columns that GDELT publishes."""

from __future__ import annotations

import pandas
import pytest
from frictionless import validate

import dateline
from dateline.knowledge import Knowledge
from dateline.ontology import Ontology
from dateline.products.exports.gdelt.columns import EVENT_COLUMNS, MENTION_COLUMNS, NUMBERS, WHOLE
from dateline.products.exports.gdelt.events import quad_class
from dateline.products.exports.state_codes import cow, fips, goldstein

PUBLISHED_EVENTS = """
GLOBALEVENTID SQLDATE MonthYear Year FractionDate Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode Actor1EthnicCode
Actor1Religion1Code Actor1Religion2Code Actor1Type1Code Actor1Type2Code Actor1Type3Code Actor2Code Actor2Name Actor2CountryCode
Actor2KnownGroupCode Actor2EthnicCode Actor2Religion1Code Actor2Religion2Code Actor2Type1Code Actor2Type2Code Actor2Type3Code IsRootEvent
EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone Actor1Geo_Type
Actor1Geo_FullName Actor1Geo_CountryCode Actor1Geo_ADM1Code Actor1Geo_ADM2Code Actor1Geo_Lat Actor1Geo_Long Actor1Geo_FeatureID
Actor2Geo_Type Actor2Geo_FullName Actor2Geo_CountryCode Actor2Geo_ADM1Code Actor2Geo_ADM2Code Actor2Geo_Lat Actor2Geo_Long
Actor2Geo_FeatureID ActionGeo_Type ActionGeo_FullName ActionGeo_CountryCode ActionGeo_ADM1Code ActionGeo_ADM2Code ActionGeo_Lat
ActionGeo_Long ActionGeo_FeatureID DATEADDED SOURCEURL
""".split()
PUBLISHED_MENTIONS = """
GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID Actor1CharOffset Actor2CharOffset
ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone MentionDocTranslationInfo Extras
""".split()


@pytest.fixture
def folder(exported):
    return exported("gdelt")


def read(folder, kind, columns):
    """A file as readers of GDELT take it: tabs, no header, no quotation marks, codes as text."""
    (path,) = folder.glob(f"*.{kind}.CSV")
    types = {name: "Int64" if name in WHOLE else float if name in NUMBERS else str for name in columns}
    return pandas.read_csv(
        path,
        sep="\t",
        header=None,
        names=columns,
        dtype=types,
        quoting=3,
        keep_default_na=False,
        na_values=[""],
    )


@pytest.fixture
def events(folder):
    return read(folder, "export", PUBLISHED_EVENTS)


def test_the_columns_are_those_that_gdelt_publishes():
    assert list(EVENT_COLUMNS) == PUBLISHED_EVENTS and len(PUBLISHED_EVENTS) == 61
    assert list(MENTION_COLUMNS) == PUBLISHED_MENTIONS and len(PUBLISHED_MENTIONS) == 16


def test_every_row_has_all_columns_and_no_quotation_marks(folder):
    for kind, count in (("export", 61), ("mentions", 16)):
        (path,) = folder.glob(f"*.{kind}.CSV")
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines and {line.count("\t") for line in lines} == {count - 1}
        assert '"' not in path.read_text(encoding="utf-8")


def test_its_descriptor_holds(folder):
    assert validate(str(folder / "datapackage.json")).flatten(["type", "note"]) == []


def test_files_have_the_names_of_updates(folder):
    assert {len(path.name.split(".")[0]) for path in folder.glob("*.CSV")} == {14}


def test_only_what_happened_on_a_day_goes_out_and_the_rest_is_told(collection, rows, events, tmp_path):
    made = dateline.export(collection, to="gdelt", path=tmp_path / "g")
    all_events = rows("events")
    happened = [row for row in all_events if row["status"] == "happened"]
    dated = [row for row in happened if row["day"]]
    assert 0 < len(events) == len(dated) < len(happened) < len(all_events)
    assert sorted(made.left_out.values()) == sorted(
        [len(happened) - len(dated), len(all_events) - len(happened)]
    )


def test_codes_keep_their_leading_zero_and_agree_with_one_another(events):
    met = events[(events.Actor1CountryCode == "CHN") & (events.EventCode == "040")]
    assert len(met) == 1 and met.EventRootCode.tolist() == ["04"] and met.QuadClass.tolist() == [1]
    assert all(
        code.startswith(root) for code, root in zip(events.EventCode, events.EventRootCode, strict=True)
    )


def test_ids_are_positive_numbers_of_63_bits_and_lead_back(folder, events, rows):
    ids = pandas.read_csv(folder / "ids.csv")
    assert ids.GLOBALEVENTID.is_unique and ids.GLOBALEVENTID.between(1, 2**63 - 1).all()
    assert list(ids.GLOBALEVENTID) == list(events.GLOBALEVENTID)
    assert set(ids.event) <= {row["event"] for row in rows("events")}


def test_dates_are_told_in_all_of_their_forms(events):
    attack = events[events.Actor1Name == "MASKED MEN"].iloc[0]
    assert (attack.SQLDATE, attack.MonthYear, attack.Year) == (20220912, 202209, 2022)
    assert attack.FractionDate == pytest.approx(2022.6904)
    assert len(str(attack.DATEADDED)) == 14


def test_a_coarse_place_has_its_kind_and_no_point(events):
    geo = {row.ActionGeo_FullName: row for row in events.itertuples() if row.ActionGeo_Type}
    assert (geo["Ukraine"].ActionGeo_Type, geo["Ukraine"].ActionGeo_CountryCode) == (1, "UP")
    assert (geo["Almaty, Kazakhstan"].ActionGeo_Type, geo["Almaty, Kazakhstan"].ActionGeo_CountryCode) == (
        4,
        "KZ",
    )
    assert (geo["Bali, Indonesia"].ActionGeo_Type, geo["Bali, Indonesia"].ActionGeo_CountryCode) == (5, "ID")
    assert [name for name, row in geo.items() if not pandas.isna(row.ActionGeo_Lat)] == ["Almaty, Kazakhstan"]


def test_nothing_is_made_up_where_dateline_has_no_value(events):
    assert events.AvgTone.isna().all()
    assert events.Actor1EthnicCode.isna().all() and set(events.Actor1Geo_Type) == {0}


def test_mentions_point_at_the_words_of_their_page(folder, events, by_id):
    mentions = read(folder, "mentions", PUBLISHED_MENTIONS)
    assert set(mentions.GLOBALEVENTID) == set(events.GLOBALEVENTID)
    assert mentions.GLOBALEVENTID.value_counts().to_dict() == dict(
        zip(events.GLOBALEVENTID, events.NumMentions, strict=True)
    )
    for row in mentions.itertuples():
        article, _, report = row.Extras.partition("#")
        event = next(one for one in by_id[article].events if one.id == report)
        assert row.ActionCharOffset == event.trigger.start
        assert row.MentionDocLen == len(by_id[article].article.text)
        assert row.MentionType == (1 if row.MentionIdentifier.startswith("https://") else 2)


def test_offsets_stay_at_home_when_asked(exported):
    mentions = read(exported("gdelt", text="none"), "mentions", PUBLISHED_MENTIONS)
    assert set(mentions.ActionCharOffset) == set(mentions.Actor1CharOffset) == {-1}


def test_states_have_the_codes_of_other_data_sets():
    assert (fips("CHN"), fips("CHE"), fips("DEU"), fips("GBR")) == ("CH", "SZ", "GM", "UK")
    assert (cow("CHN"), cow("DEU")) == ("710", "255")
    assert fips(None) is cow("XXX") is None


def test_a_code_without_a_scale_of_its_own_has_that_of_the_code_above():
    assert (goldstein("0874"), goldstein("0871"), goldstein("1213"), goldstein("155")) == (10, 9, -4, -7.2)


@pytest.mark.parametrize(
    ("cameo", "quad"), [("057", 1), ("061", 2), ("080", 2), ("100", 3), ("138", 3), ("140", 4), ("204", 4)]
)
def test_the_class_goes_by_the_cameo_root(cameo, quad):
    assert quad_class(cameo) == quad


def test_all_states_and_all_codes_are_in_the_tables():
    assert [state for state in Knowledge.load([]).codes if not fips(state)] == []
    assert [code for code in Ontology.packaged().cameo_codes if goldstein(code) is None] == []
