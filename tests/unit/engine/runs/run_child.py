"""Makes a run in a process of its own, so that it can be killed: `run_child.py ENGINE UNIT OUT INPUT...`.

`ray` is a cluster of two raylets that this process starts.
"""

from __future__ import annotations

import os
import sys

from dateline import api
from dateline.engine.adapters.engine import Engine
from dateline.engine.adapters.local import LocalEngine
from dateline.engine.runs.files import Files
from dateline.engine.runs.manifest import Options
from dateline.engine.runs.run import planned, run
from dateline.sources import files_of
from tests.unit.engine.runs.conftest import Nobody

STORE = 200_000_000


def engine_of(name: str) -> Engine:
    if name == "local":
        return LocalEngine(1)
    from dateline.engine.adapters.daft import DaftEngine

    if name == "daft":
        return DaftEngine(2)
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    from ray.cluster_utils import Cluster

    head = {"num_cpus": 1, "object_store_memory": STORE, "include_dashboard": False}
    cluster = Cluster(initialize_head=True, head_node_args=head)
    cluster.add_node(num_cpus=1, object_store_memory=STORE)
    return DaftEngine(2, on_ray=True, ray_address=cluster.address)


if __name__ == "__main__":
    name, unit, out, *inputs = sys.argv[1:]
    options = Options("fast")
    plan = planned(Files.at(out), files_of(inputs), api.provenance(options.tier), options, int(unit))
    run(engine_of(name), plan, api.read_in_languages, Nobody())
