"""Messages to a webhook: JSON, signed, to addresses that were checked."""

from __future__ import annotations

import hmac
from datetime import datetime
from hashlib import sha256

import httpx

from dateline.jobs.alerting.destinations import allowed, shown
from dateline.jobs.alerting.faults import SendError
from dateline.model import InputError
from dateline.products.alerts import AlertMessage
from dateline.sources.fetch.pace import Pace
from dateline.sources.fetch.transport import GuardedTransport, Limits
from dateline.version import __version__

_LIMITS = Limits(connect=10.0, read=20.0, total=30.0, max_bytes=1_000_000)


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """What `Dateline-Signature` holds: HMAC-SHA256 under the secret over the timestamp, a full stop and the body."""
    digest = hmac.new(secret.encode(), timestamp.encode() + b"." + body, sha256)
    return f"sha256={digest.hexdigest()}"


def post(message: AlertMessage, address: str, secret: str, now: datetime, *, allow_private: bool) -> None:
    """Posts a message; any answer of 200 to 299 means that it was taken. Redirects are not followed.

    Raises:
        SendError: no answer, another answer, or an address that may not be reached. Its message names the host alone.
    """
    body = message.to_json().encode()
    timestamp = str(int(now.timestamp()))
    headers = {
        "Content-Type": "application/json",
        "User-Agent": f"dateline/{__version__}",
        "Dateline-Delivery": message.id,
        "Dateline-Timestamp": timestamp,
        "Dateline-Signature": signature(secret, timestamp, body),
    }
    request = httpx.Request("POST", address, headers=headers, content=body)
    where = shown(address)
    try:
        transport = GuardedTransport(Pace(0.0), _LIMITS, allowed(address, allow_private=allow_private))
        with transport:
            status = transport.handle_request(request).status_code
    except InputError as error:
        told = error.message.replace(str(request.url), where).replace(address, where)
        raise SendError(told) from error
    except httpx.TransportError as error:
        reason = str(error) or type(error).__name__
        raise SendError(f"{where} cannot be reached ({reason}).") from error
    if 300 <= status < 400:
        raise SendError(f"{where} leads elsewhere (status {status}): give the address that it leads to.")
    if not 200 <= status < 300:
        raise SendError(f"{where} did not take the message (status {status}).")
