"""Pages come back whole, within limits and from servers that misbehave in known ways."""

from __future__ import annotations

import gzip
import socket
import ssl
import subprocess
import time
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

import dateline
from dateline.model import InputError
from dateline.sources.fetch import MAX_REDIRECTS, Fetcher, Limits
from tests.unit.sources.fetch.loopback import PAGE, Handler, Site, to_loopback

Make = Callable[..., Fetcher]


def refusal(fetcher: Fetcher, address: str) -> str:
    with pytest.raises(InputError) as refused:
        fetcher.fetch(address)
    assert "\n" not in refused.value.message
    return refused.value.code


def sending(*parts: bytes, pause: float = 0.0, end: bool = True) -> Handler:
    """Writes bytes as they are, with pauses between them; then ends or waits."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.close_connection = True
        for part in parts:
            try:
                handler.wfile.write(part)
                handler.wfile.flush()
            except OSError:
                return
            time.sleep(pause)
        if not end:
            time.sleep(3)

    return answer


def test_a_page_with_what_its_head_says(site: Site, fetcher: Make) -> None:
    site.page("/a", Content_Type="Text/HTML; charset=ISO-8859-1")
    found = fetcher().fetch(site.url + "/a#part")
    assert (found.content, found.url, found.media_type, found.charset) == (
        PAGE,
        site.url + "/a",
        "text/html",
        "iso-8859-1",
    )


def test_the_program_says_who_it_is(site: Site, fetcher: Make) -> None:
    site.page("/a")
    fetcher().fetch(site.url + "/a")
    for _path, headers, _when in site.asked:
        assert headers["User-Agent"].startswith(f"dateline-news/{dateline.__version__} ")
        assert "Cookie" not in headers and "Authorization" not in headers


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_to_the_last_address(status: int, site: Site, fetcher: Make) -> None:
    site.redirect("/a", "b?x=1", status)
    site.redirect("/b?x=1", f"http://other.example:{site.port}/c", status)
    site.page("/c")
    found = fetcher(resolver=to_loopback).fetch(site.url + "/a")
    assert (found.content, found.url) == (PAGE, f"http://other.example:{site.port}/c")


def test_too_many_redirects_end(site: Site, fetcher: Make) -> None:
    for number in range(MAX_REDIRECTS + 2):
        site.redirect(f"/{number}", f"/{number + 1}")
    site.page(f"/{MAX_REDIRECTS + 2}")
    assert refusal(fetcher(), site.url + "/0") == "too_many_redirects"
    assert fetcher().fetch(site.url + "/2").content == PAGE
    site.redirect("/loop", "/loop")
    assert refusal(fetcher(), site.url + "/loop") == "too_many_redirects"


def test_a_redirect_to_nowhere(site: Site, fetcher: Make) -> None:
    site.redirect("/a", "http://[broken/")
    assert refusal(fetcher(), site.url + "/a") in ("bad_address", "forbidden_address")
    site.routes["/b"] = (302, {}, b"")
    assert refusal(fetcher(), site.url + "/b") == "http_status"


@pytest.mark.parametrize("status", [204 + 200, 403, 410, 418, 451])
def test_a_page_that_is_not_there(status: int, site: Site, fetcher: Make) -> None:
    site.routes["/a"] = (status, {}, b"no")
    assert refusal(fetcher(), site.url + "/a") == "http_status"
    assert site.paths.count("/a") == 1


def test_a_body_that_is_too_large_is_cut_off_while_it_comes(site: Site, fetcher: Make) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    site.routes["/a"] = sending(head, *[b"x" * 50_000] * 1_000)
    start = time.monotonic()
    assert refusal(fetcher(), site.url + "/a") == "too_large"
    assert time.monotonic() - start < 2


def test_a_body_that_grows_when_unpacked_is_refused(site: Site, fetcher: Make) -> None:
    site.page("/a", gzip.compress(b"a" * 30_000_000), Content_Encoding="gzip")
    assert refusal(fetcher(), site.url + "/a") == "too_large"


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(PAGE)),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", zlib.compressobj(wbits=-15).compress(PAGE) + b""),
        ("gzip", PAGE),
        ("identity", PAGE),
    ],
)
def test_packed_bodies_are_unpacked(encoding: str, body: bytes, site: Site, fetcher: Make) -> None:
    if encoding == "deflate" and not body.startswith(b"\x78"):
        packer = zlib.compressobj(wbits=-15)
        body = packer.compress(PAGE) + packer.flush()
    site.page("/a", body, Content_Encoding=encoding)
    assert fetcher().fetch(site.url + "/a").content == PAGE


@pytest.mark.parametrize(
    ("encoding", "body"), [("br", PAGE), ("gzip, gzip", PAGE), ("gzip", b"\x1f\x8b\x08junk"), ("zstd", b"")]
)
def test_bodies_that_cannot_be_unpacked(encoding: str, body: bytes, site: Site, fetcher: Make) -> None:
    site.page("/a", body, Content_Encoding=encoding)
    assert refusal(fetcher(), site.url + "/a") == "bad_encoding"


def test_a_length_that_promises_too_much(site: Site, fetcher: Make) -> None:
    site.page("/a", Content_Length="5000")
    assert refusal(fetcher(), site.url + "/a") == "unreachable"


def test_a_length_that_promises_too_little_gives_that_much(site: Site, fetcher: Make) -> None:
    site.page("/a", Content_Length="12")
    assert fetcher().fetch(site.url + "/a").content == PAGE[:12]


def test_chunks(site: Site, fetcher: Make) -> None:
    head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    site.routes["/a"] = sending(head + b"5\r\n<p>Op\r\n6\r\nen</p>\r\n0\r\n\r\n")
    assert fetcher().fetch(site.url + "/a").content == b"<p>Open</p>"
    site.routes["/b"] = sending(head + b"5\r\n<p>Op\r\n")
    assert refusal(fetcher(), site.url + "/b") == "unreachable"


STALLS = {
    "no answer": ((), 0.0),
    "half a head": ((b"HTTP/1.1 200 OK\r\nContent-", b""), 0.0),
    "half a body": ((b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<p>", b""), 0.0),
    "a head letter by letter": (tuple(bytes([c]) for c in b"HTTP/1.1 200 OK\r\nX: " + b"a" * 500), 0.1),
    "a body without length, letter by letter": ((b"HTTP/1.1 200 OK\r\n\r\n", *[b"a"] * 500), 0.1),
    "a body letter by letter": ((b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n", *[b"a"] * 500), 0.1),
}


@pytest.mark.parametrize(("parts", "pause"), STALLS.values(), ids=STALLS.keys())
def test_servers_that_stall_are_left(
    parts: tuple[bytes, ...], pause: float, site: Site, fetcher: Make
) -> None:
    site.routes["/a"] = sending(*parts, pause=pause, end=False)
    start = time.monotonic()
    with Fetcher(**_once()) as patient:
        assert refusal(patient, site.url + "/a") == "fetch_timeout"
    assert time.monotonic() - start < 2.5


def _once() -> dict[str, object]:
    from dateline.sources.fetch import Allow, Retries

    return {
        "allow": Allow(loopback=True),
        "delay": 0,
        "retries": Retries(1),
        "limits": Limits(1.0, 0.4, 1.0, 100_000),
    }


@pytest.mark.parametrize(
    "answer", [b"", b"SSH-2.0-OpenSSH_9.0\r\n", b"\x00\x01\x02\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n"]
)
def test_servers_that_speak_no_http(answer: bytes, site: Site, fetcher: Make) -> None:
    site.routes["/a"] = sending(answer)
    assert refusal(fetcher(), site.url + "/a") == "unreachable"


def test_a_port_where_nobody_listens_and_a_name_that_nobody_has(fetcher: Make) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert refusal(fetcher(), f"http://127.0.0.1:{port}/a") == "unreachable"

    def unknown(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    assert refusal(fetcher(resolver=unknown), "http://nobody.example/") == "unreachable"
    assert refusal(fetcher(resolver=lambda _h, _p: []), "http://nobody.example/") == "unreachable"


def test_the_next_address_is_tried_where_one_does_not_answer(site: Site, fetcher: Make) -> None:
    site.page("/a")
    found = fetcher(resolver=lambda _h, _p: ["127.0.0.9", "127.0.0.1"]).fetch(
        site.named("ambrel.example") + "/a"
    )
    assert found.content == PAGE


def test_proxies_of_the_environment_are_not_used(
    site: Site, fetcher: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    site.page("/a")
    assert fetcher().fetch(site.url + "/a").content == PAGE


def test_cookies_are_not_sent_back(site: Site, fetcher: Make) -> None:
    site.page("/a", Set_Cookie="who=me; Path=/")
    mine = fetcher()
    mine.fetch(site.url + "/a")
    mine.fetch(site.url + "/a")
    assert all("Cookie" not in headers for _, headers, _ in site.asked)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tls")
    key, cert = folder / "key.pem", folder / "cert.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=ambrel.example -addext subjectAltName=DNS:ambrel.example"
    try:
        subprocess.run([*command.split(), "-keyout", key, "-out", cert], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no certificate could be made: {error}")
    return key, cert


def test_certificates_are_checked_against_the_name_and_not_the_address(
    certificate: tuple[Path, Path], fetcher: Make
) -> None:
    from tests.unit.sources.fetch.loopback import serving

    key, cert = certificate
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(cert, key)
    named: list[str | None] = []
    server.sni_callback = lambda _socket, name, _context: named.append(name)
    trusting = ssl.create_default_context(cafile=str(cert))
    with serving(server) as site:
        site.page("/a")
        mine = fetcher(resolver=to_loopback, tls=trusting)
        assert mine.fetch(f"https://ambrel.example:{site.port}/a").content == PAGE
        assert set(named) == {"ambrel.example"}
        assert site.asked[-1][1]["Host"] == f"ambrel.example:{site.port}"
        assert refusal(mine, f"https://kestrel.example:{site.port}/a") == "unreachable"
        assert (
            refusal(fetcher(resolver=to_loopback), f"https://ambrel.example:{site.port}/a") == "unreachable"
        )
