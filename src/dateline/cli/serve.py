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
from dateline.model import CollectionError, DatelineError
from dateline.store import Collection

_TOKEN = "DATELINE_TOKEN"
_LEAST_TOKEN = 16
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

Create = Annotated[
    bool,
    typer.Option("--create", help="Begin with an empty collection where -c names none: drop pages onto it."),
]


def serve(
    collection: Place = None,
    port: Port = 8000,
    host: Host = "127.0.0.1",
    name: Name = None,
    create: Create = False,
    knowledge: Overlays = None,
    ontology: OwnOntology = None,
) -> None:
    """Show a collection as web pages, on this machine alone unless another address is given. Ctrl+C ends it.

    With another address, or a name, a token is asked for: that of $DATELINE_TOKEN, or a new one that is printed.

    Example: dateline serve -c my-collection --port 8000
    """
    from dateline.web import Site
    from dateline.web import serve as serve_site
    from dateline.web.site import LOOPBACK

    may_create = create or collection is None  # a wrong -c is a slip; a server's own place may be new
    use_overlays(knowledge)
    use_ontology(ontology)
    listening = _listening(host, port)
    is_alone = host in LOOPBACK
    token, is_new = _token(is_wanted=not is_alone or bool(name))
    names = {host, *(name or ()), *(() if is_alone else {socket.gethostname().lower()})}
    Knowledge.load()  # now, not while the first reader waits
    with listening, _collection(collection, create=may_create) as opened:
        at = f"{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
        shown = f"?token={token}" if is_new else f", with the token of {_TOKEN}" if token else ""
        say(f"{opened.place} is at http://{at}/{shown} – Ctrl+C ends it.")
        serve_site(Site(opened, LOOPBACK | names, token, _PATIENCE), listening)


def _collection(place: str | None, *, create: bool) -> Collection:
    """The collection to serve.

    Raises:
        CollectionError: it cannot be opened.
    """
    try:
        return collection_at(place, create=create)
    except CollectionError as error:
        if error.code != "missing":
            raise
        raise CollectionError(error.code, f"{error} With --create serve begins an empty one.") from error


def _token(*, is_wanted: bool) -> tuple[str | None, bool]:
    """What everybody has to show, and whether it was made just now; that of the environment is printed nowhere.

    Raises:
        DatelineError: the one of the environment is too short.
    """
    given = os.environ.get(_TOKEN, "")
    if not is_wanted:
        return None, False
    if not given:
        return secrets.token_urlsafe(24), True
    if len(given) < _LEAST_TOKEN:
        how = "write a longer one, or leave it out and take the one that is printed"
        raise DatelineError(f"{_TOKEN} has fewer than {_LEAST_TOKEN} letters: {how}.")
    return given, False


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
