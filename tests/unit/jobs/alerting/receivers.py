"""Who gets messages in tests: a mail server and a webhook on this machine."""

from __future__ import annotations

import hmac
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

SECRET = "a secret of both sides"


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@dataclass
class Mailbox:
    """What came in by mail; while `reply` is set, the server refuses with it."""

    port: int
    mails: list[EmailMessage] = field(default_factory=list)
    reply: str | None = None
    logins: list[tuple[bytes, bytes]] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        if self.reply is not None:
            return self.reply
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append(mail)
        return "250 taken"

    def authenticate(self, _server: Any, _session: Any, _envelope: Any, _how: str, login: Any) -> AuthResult:
        self.logins.append((login.login, login.password))
        return AuthResult(success=login.password == b"right", handled=False)

    @property
    def subjects(self) -> list[str]:
        return [mail["Subject"] for mail in self.mails]


@contextmanager
def mail_server(port: int | None = None, tls: ssl.SSLContext | None = None) -> Iterator[Mailbox]:
    """A mail server on this machine; with certificates it offers STARTTLS, and asks who it is then."""
    box = Mailbox(port or free_port())
    more: dict[str, Any] = {}
    if tls is not None:
        more = {"tls_context": tls, "auth_required": True, "authenticator": box.authenticate}
    controller = Controller(box, hostname="127.0.0.1", port=box.port, **more)
    controller.start()
    try:
        yield box
    finally:
        controller.stop()


@dataclass
class Hook:
    """What came in by webhook, with its headers; it answers with `status`."""

    url: str = ""
    status: int = 204
    location: str | None = None
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)

    @property
    def messages(self) -> list[dict[str, Any]]:
        return [json.loads(body) for _, body in self.got]

    @property
    def ids(self) -> list[str]:
        return [headers["dateline-delivery"] for headers, _ in self.got]

    def is_signed(self, number: int) -> bool:
        """Checks a signature as a receiver would, by the documentation alone."""
        headers, body = self.got[number]
        signed = headers["dateline-timestamp"].encode() + b"." + body
        wanted = "sha256=" + hmac.new(SECRET.encode(), signed, sha256).hexdigest()
        return hmac.compare_digest(wanted, headers["dateline-signature"])


@contextmanager
def webhook() -> Iterator[Hook]:
    """A webhook on this machine."""
    hook = Hook()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            hook.got.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(hook.status)
            if hook.location:
                self.send_header("Location", hook.location)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    hook.url = f"http://127.0.0.1:{server.server_port}/hook"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield hook
    finally:
        server.shutdown()
        server.server_close()
