"""Which addresses may be fetched: public ones of the web, whatever tricks they are written with."""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import httpx

from dateline.model import InputError

Ip = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], Sequence[str]]
"""Host and port to the IP addresses of the host, as text."""

_NUMBER = re.compile(r"(?:0x[0-9a-f]*|\d+)\Z", re.IGNORECASE)
_ODD = re.compile(r"[\x00-\x20\x7f-\x9f\\]|\s")
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))
_CLOSED = tuple(
    ipaddress.ip_network(network)
    for network in ("192.88.99.0/24", "fec0::/10", "::/96", "2001::/32", "100:0:0:1::/64", "5f00::/16")
)
"""Ranges that `ipaddress` takes for public and no page is in: relays, site-local, IPv4-compatible, Teredo."""
_PRIVATE = tuple(
    ipaddress.ip_network(network)
    for network in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7")
)
_METADATA = frozenset({"169.254.169.254", "fd00:ec2::254", "168.63.129.16", "100.100.100.200", "192.0.0.192"})


@dataclass(frozen=True, slots=True)
class Allow:
    """What may be asked besides public addresses. `loopback` is this machine, on any port: for tests and one's own server; `private` are
    the networks that are for everybody's own use (10.0.0.0/8, 192.168.0.0/16, fc00::/7 and the like)."""

    loopback: bool = False
    private: bool = False


def system_resolver(host: str, port: int) -> list[str]:
    """All addresses that this machine's resolver gives."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def checked_url(address: str, allow: Allow) -> httpx.URL:
    """The address, parsed once for all that follows; what its host stands for is checked by `checked_ips`.

    Raises:
        InputError: `bad_address forbidden_address`.
    """
    try:
        url = httpx.URL(address)
        host = url.raw_host.decode("ascii")
    except (httpx.InvalidURL, UnicodeError, ValueError, TypeError) as error:
        raise _bad(address, "cannot be parsed") from error
    if _ODD.search(address):
        raise _bad(address, "has spaces, control characters or backslashes in it")
    if url.scheme not in ("http", "https"):
        raise _forbidden(
            address, f"begins with {url.scheme or 'nothing'}:, and only http: and https: are fetched"
        )
    if not host:
        raise _bad(address, "has no host")
    if url.userinfo:
        raise _forbidden(address, "has a user name or password in it")
    if "%" in host:
        raise _forbidden(address, "has a zone or an escape in its host")
    if url.port is not None and url.port not in (80, 443) and url.port < 1024:
        raise _forbidden(address, f"asks for port {url.port}, which serves no pages")
    _check_literal(host, address, allow)
    return url.copy_with(fragment=None)


def _check_literal(host: str, address: str, allow: Allow) -> None:
    """A host that is an IP address itself: public, and in its usual form."""
    literal = host.strip("[]").rstrip(".")
    try:
        ip = ipaddress.ip_address(literal)
    except ValueError:
        if _NUMBER.match(literal.rsplit(".", 1)[-1]):
            raise _forbidden(address, "writes an IP address in an unusual form") from None
        return
    if not is_allowed(ip, allow):
        raise _forbidden(address, f"is at {ip}, which is no public address")


def checked_ips(url: httpx.URL, resolver: Resolver, allow: Allow) -> list[str]:
    """The IP addresses of the host, asked for once; all have to be allowed, and only to these may a connection go.

    Raises:
        InputError: `forbidden_address unreachable`.
    """
    host = url.raw_host.decode("ascii").strip("[]")
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        answers = list(resolver(host, port))
        ips = [ipaddress.ip_address(answer) for answer in answers]
    except (OSError, UnicodeError, ValueError) as error:
        ips, answers = [], []
        reason = getattr(error, "strerror", None) or type(error).__name__
    else:
        reason = "no answer"
    if not ips:
        message = f"{url}: the host {host} is not known ({reason}): check the address and the connection."
        raise InputError("unreachable", str(url), message)
    for ip in ips:
        if not is_allowed(ip, allow):
            raise _forbidden(str(url), f"is at {ip}, which is no public address")
    return [str(ip) for ip in ips]


def is_allowed(ip: Ip, allow: Allow) -> bool:
    """Whether a connection may go to an address. An IPv6 address that stands for an IPv4 one is judged as that one too."""
    if str(ip) in _METADATA:
        return False
    inner = _inside(ip)
    if inner is not None:
        return is_allowed(inner, allow)
    if ip.is_loopback:
        return allow.loopback
    if allow.private and any(ip.version == network.version and ip in network for network in _PRIVATE):
        return True
    is_closed = any(ip.version == network.version and ip in network for network in _CLOSED)
    is_special = ip.is_multicast or ip.is_reserved or ip.is_link_local or ip.is_private or ip.is_unspecified
    return ip.is_global and not is_special and not is_closed and getattr(ip, "scope_id", None) is None


def _inside(ip: Ip) -> Ip | None:
    """The IPv4 address in a mapped, 6to4 or NAT64 one."""
    if not isinstance(ip, ipaddress.IPv6Address):
        return None
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip.sixtofour is not None:
        return ip.sixtofour
    if any(ip in network for network in _NAT64):
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    if (int(ip) >> 32) & 0xFDFFFFFF == 0x00005EFE:  # ISATAP, on any network
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return None


def _bad(address: str, what: str) -> InputError:
    shown = address[:200]
    return InputError("bad_address", shown, f"{shown!r} {what}: check the address.")


def _forbidden(address: str, what: str) -> InputError:
    shown = address[:200]
    return InputError("forbidden_address", shown, f"{shown} {what}: it is not fetched.")
