"""The columns of GDELT 2.0, in their order: 61 of events, 16 of mentions."""

from __future__ import annotations

_ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
_GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"

EVENT_COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{which}{name}" for which in (1, 2) for name in _ACTOR.split()),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{what}Geo_{name}" for what in ("Actor1", "Actor2", "Action") for name in _GEO.split()),
    *("DATEADDED", "SOURCEURL"),
)
MENTION_COLUMNS = (
    *(
        "GLOBALEVENTID",
        "EventTimeDate",
        "MentionTimeDate",
        "MentionType",
        "MentionSourceName",
        "MentionIdentifier",
    ),
    *("SentenceID", "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence"),
    *("MentionDocLen", "MentionDocTone", "MentionDocTranslationInfo", "Extras"),
)

WHOLE = frozenset(
    {
        *(
            "GLOBALEVENTID",
            "SQLDATE",
            "MonthYear",
            "Year",
            "IsRootEvent",
            "QuadClass",
            "NumMentions",
            "NumSources",
        ),
        *("NumArticles", "Actor1Geo_Type", "Actor2Geo_Type", "ActionGeo_Type", "DATEADDED", "EventTimeDate"),
        *(
            "MentionTimeDate",
            "MentionType",
            "SentenceID",
            "Actor1CharOffset",
            "Actor2CharOffset",
            "ActionCharOffset",
        ),
        *("InRawText", "Confidence", "MentionDocLen"),
    }
)
"""Columns of whole numbers."""
NUMBERS = frozenset(
    {
        *("FractionDate", "GoldsteinScale", "AvgTone", "MentionDocTone"),
        *(f"{what}Geo_{name}" for what in ("Actor1", "Actor2", "Action") for name in ("Lat", "Long")),
    }
)
"""Columns of numbers; all others are text, codes with leading zeros among them."""
