"""`dateline mcp`: a collection for assistants."""

from __future__ import annotations

import signal
import sys
from functools import partial

from dateline.cli.collection_options import Place, collection_at
from dateline.cli.messages import say
from dateline.cli.options import Overlays, OwnOntology
from dateline.cli.overlays import use_ontology, use_overlays
from dateline.model import CollectionError


def mcp(collection: Place = None, knowledge: Overlays = None, ontology: OwnOntology = None) -> None:
    """Serve a collection to an assistant over the Model Context Protocol, on standard input and output. It only reads.

    Example: dateline mcp -c my-collection
    """
    try:
        from dateline.mcp_server import Opening, serve
    except ModuleNotFoundError as error:
        what = f"{error.name} is not installed, which this needs: pip install 'dateline-news[mcp]'."
        raise CollectionError("no_package", what) from error
    use_overlays(knowledge)
    use_ontology(ontology)
    opening = Opening(partial(collection_at, collection))
    try:
        opening()
    except CollectionError as error:
        say(f"{error} It is looked for again with each question.")
    if sys.stdin.isatty():
        say("waiting for an assistant, which has to start this command itself. Ctrl+C ends it.")
    # At once, since a thread that waits for standard input cannot be told to stop; nothing is lost where nothing is written.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    serve(opening)
