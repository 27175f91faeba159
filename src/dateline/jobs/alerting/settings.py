"""How mail is sent and webhooks are signed; secrets come from the environment only."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dateline.jobs.alerting.destinations import Kind, is_mailbox
from dateline.jobs.alerting.faults import AlertError

SECRET = "DATELINE_WEBHOOK_SECRET"
PASSWORD = "DATELINE_SMTP_PASSWORD"
TOKEN = "DATELINE_TOKEN"
"""That of `dateline serve`, which commands do not get either."""
_LEAST_SECRET = 16
_PORTS = {"starttls": 587, "tls": 465, "none": 25}
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class Security(StrEnum):
    """How the connection to the mail server is secured: from its second word on, from the first, or not at all."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The server that takes mail, and who it is from."""

    host: str
    port: int
    security: Security
    sender: str
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    timeout: float = 30.0


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says of the mail server; what it leaves open is asked of the environment."""

    host: str | None = None
    port: int | None = None
    security: str | None = None
    user: str | None = None
    sender: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Whatever the destinations at hand need; None where none of them needs it."""

    mail: MailSettings | None = None
    secret: str | None = field(default=None, repr=False)


def settings_for(
    kinds: Collection[Kind],
    given: Given | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Settings:
    """The settings that some kinds of destinations need.

    Raises:
        AlertError: `bad_setting`: one is missing or wrong; the message names the variable.
    """
    mail = _mail(given or Given(), environment) if Kind.MAIL in kinds else None
    return Settings(mail, _secret(environment) if Kind.WEBHOOK in kinds else None)


def _secret(environment: Mapping[str, str]) -> str:
    secret = environment.get(SECRET, "")
    if len(secret) < _LEAST_SECRET:
        what = "is not set" if not secret else f"has fewer than {_LEAST_SECRET} letters"
        raise _bad(SECRET, f"{what}: webhooks are signed with it, so give it to both sides")
    return secret


def _mail(given: Given, environment: Mapping[str, str]) -> MailSettings:
    host = given.host or environment.get("DATELINE_SMTP_HOST")
    if not host:
        raise _bad("DATELINE_SMTP_HOST", "is not set: name the mail server, there or with --smtp-host")
    security = _security(given.security or environment.get("DATELINE_SMTP_SECURITY") or "starttls")
    sender = given.sender or environment.get("DATELINE_SMTP_FROM")
    if not sender:
        raise _bad("DATELINE_SMTP_FROM", "is not set: say whom mail is from, there or with --smtp-from")
    if not is_mailbox(sender):
        raise _bad("DATELINE_SMTP_FROM", f"is {sender!r}, which is no address of a mailbox")
    user = given.user or environment.get("DATELINE_SMTP_USER")
    password = environment.get(PASSWORD)
    if user and not password:
        raise _bad(
            PASSWORD, f"is not set, but there is a user, {user}: the password is taken from there only"
        )
    if user and security is Security.NONE and host not in _LOOPBACK:
        raise _bad(
            "DATELINE_SMTP_SECURITY", "is none: the password would go in the clear; write starttls or tls"
        )
    return MailSettings(host, _port(given, environment, security), security, sender, user, password)


def _security(given: str) -> Security:
    try:
        return Security(given.lower())
    except ValueError as error:
        raise _bad("DATELINE_SMTP_SECURITY", f"is {given!r}: write starttls, tls or none") from error


def _port(given: Given, environment: Mapping[str, str], security: Security) -> int:
    text = environment.get("DATELINE_SMTP_PORT", "")
    if given.port is None and not text:
        return _PORTS[security.value]
    port = given.port if given.port is not None else int(text) if text.isdecimal() else 0
    if not 0 < port < 65_536:
        raise _bad("DATELINE_SMTP_PORT", f"is {text or port!r}, which is no port: write a number up to 65535")
    return port


def _bad(name: str, what: str) -> AlertError:
    return AlertError("bad_setting", name, f"{name} {what}.")
