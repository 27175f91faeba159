"""Makes a run in a process of its own, so that it can be killed: `run_child.py OUT INPUT...`."""

import sys

from dateline import api
from dateline.engine.adapters.local import LocalEngine
from dateline.engine.runs.files import Files
from dateline.engine.runs.manifest import Options
from dateline.engine.runs.run import planned, run
from dateline.sources import files_of
from tests.unit.engine.runs.conftest import UNIT, Nobody

if __name__ == "__main__":
    out, *inputs = sys.argv[1:]
    options = Options("fast")
    plan = planned(Files.at(out), files_of(inputs), api.provenance(options.tier), options, UNIT)
    run(LocalEngine(1), plan, api.read_in_languages, Nobody())
