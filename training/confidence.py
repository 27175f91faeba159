"""Fits the confidence of events to those that a person judged: `python -m training.confidence` writes the packaged weights.

Numbers only go in and out: signs of events, verdicts, and a weight for each sign. The fit has one solution, so nothing is drawn by chance.
"""

from __future__ import annotations

import hashlib
import json

from evaluation.bench import ROOT, Bench, shared_folder
from evaluation.calibration import Curve, fit
from evaluation.judged import judged_events

_PLACES = 4
_FILE = ROOT / "src/dateline/events/data/confidence.json"


def main() -> None:
    """Writes the weights with and without the trained reader, and prints the hash that `calibration.py` of the package records."""
    shared = shared_folder()
    events = judged_events(Bench((shared / "data").resolve(), (shared / "tools").resolve()))
    written = {
        "read": _rounded(fit(events, with_reader=True)),
        "rules": _rounded(fit(events, with_reader=False)),
    }
    content = (json.dumps(written, indent=1, sort_keys=True) + "\n").encode()
    _FILE.write_bytes(content)
    print(f"{len(events)} judged events; RECORDED = {hashlib.sha256(content).hexdigest()}")


def _rounded(curve: Curve) -> dict[str, object]:
    signs = {name: round(weight, _PLACES) for name, weight in curve.signs.items()}
    return {"intercept": round(curve.intercept, _PLACES), "signs": signs}


if __name__ == "__main__":
    main()
