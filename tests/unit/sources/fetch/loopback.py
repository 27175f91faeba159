"""A server on loopback that answers as it is told, and a resolver that gives names to it."""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Handler = Callable[[BaseHTTPRequestHandler], None]
Reply = tuple[int, Mapping[str, str], bytes]
PAGE = b"<html><head><title>Harbour</title></head><body><p>The harbour is open.</p></body></html>"


@dataclass
class Site:
    """What the server has: replies or functions by path; and what it was asked, with when."""

    port: int = 0
    routes: dict[str, Reply | Handler | list[Reply | Handler]] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str], float]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def named(self, host: str) -> str:
        """The address of the server under a name."""
        return f"http://{host}:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]

    def page(self, path: str, body: bytes = PAGE, **headers: str) -> None:
        self.routes[path] = (
            200,
            {"Content-Type": "text/html", **{k.replace("_", "-"): v for k, v in headers.items()}},
            body,
        )

    def redirect(self, path: str, location: str, status: int = 302) -> None:
        self.routes[path] = (status, {"Location": location}, b"")


@contextmanager
def serving(tls: ssl.SSLContext | None = None) -> Iterator[Site]:
    """The server, until the block ends; over TLS with a context."""
    site = Site()

    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers.items()), time.monotonic()))
            route = site.routes.get(self.path, (404, {}, b"no such page"))
            if isinstance(route, list):
                route = route.pop(0) if len(route) > 1 else route[0]
            if callable(route):
                route(self)
                return
            status, headers, body = route
            self.send_response(status)
            for key, value in {"Content-Length": str(len(body)), "Connection": "close", **headers}.items():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            return

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            return  # clients that leave early are what some tests are about

    server = Quiet(("127.0.0.1", 0), Answering)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def to_loopback(_host: str, _port: int) -> list[str]:
    """Every name is this machine."""
    return ["127.0.0.1"]
