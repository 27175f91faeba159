"""`dateline serve`: a collection as web pages."""

from __future__ import annotations

import os
import secrets
import socket
from typing import Annotated

import typer

from dateline.cli.collection_options import Place, collection_at
from dateline.cli.messages import say
from dateline.cli.options import Overlays, OwnOntology
from dateline.cli.overlays import use_ontology, use_overlays
from dateline.knowledge import Knowledge
from dateline.model import DatelineError

_TOKEN = "DATELINE_TOKEN"
_WAITING = 1024
"""Readers who may wait to be let in at a time."""
_PATIENCE = 2.0
"""Seconds until what another program writes is seen."""

Port = Annotated[
    int, typer.Option("--port", "-p", min=0, max=65535, help="The port; 0 takes any that is free.")
]
Host = Annotated[
    str,
    typer.Option(
        "--host",
        help="The address to listen at. Any but this machine's own needs a token.",
        metavar="ADDRESS",
    ),
]
Name = Annotated[
    list[str] | None,
    typer.Option(
        "--name", help="A name under which others ask for it: news.example.org.", show_default=False
    ),
]


def serve(
    collection: Place = None,
    port: Port = 8000,
    host: Host = "127.0.0.1",
    name: Name = None,
    knowledge: Overlays = None,
    ontology: OwnOntology = None,
) -> None:
    """Show a collection as web pages, on this machine alone unless another address is given. Ctrl+C ends it.

    With another address, a token is asked for: that of $DATELINE_TOKEN, or a new one that is printed.

    Example: dateline serve -c my-collection --port 8000
    """
    from dateline.web import Site
    from dateline.web import serve as serve_site
    from dateline.web.site import LOOPBACK

    use_overlays(knowledge)
    use_ontology(ontology)
    listening = _listening(host, port)
    is_alone = host in LOOPBACK
    token = None if is_alone else os.environ.get(_TOKEN) or secrets.token_urlsafe(24)
    names = {host, *(name or ()), *(() if is_alone else {socket.gethostname().lower()})}
    Knowledge.load()  # now, not while the first reader waits
    with listening, collection_at(collection, create=True) as opened:
        at = f"{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
        say(f"{opened.place} is at http://{at}/{f'?token={token}' if token else ''} – Ctrl+C ends it.")
        serve_site(Site(opened, LOOPBACK | names, token, _PATIENCE), listening)


def _listening(host: str, port: int) -> socket.socket:
    """Takes a port, any free one for 0; who asks from now on waits until the pages are there.

    Raises:
        DatelineError: another program has it, or there is no such address here.
    """
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=_WAITING)
    except OSError as error:
        what = f"{host} port {port} cannot be served: {error.strerror or error}. Give another --port, or 0 for any that is free."
        raise DatelineError(what) from error
