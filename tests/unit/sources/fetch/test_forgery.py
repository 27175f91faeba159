"""Addresses that would make this program ask machines that are not public: every trick is refused, and nothing is sent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from dateline.model import InputError
from dateline.sources.fetch import Allow, Fetcher
from tests.unit.sources.fetch.loopback import Site, to_loopback

LITERALS = {
    "loopback": "http://127.0.0.1/",
    "all of 127": "http://127.8.8.8/",
    "this host": "http://0.0.0.0/",
    "private ten": "http://10.0.0.5/",
    "private 172": "http://172.16.3.4/",
    "private 192": "http://192.168.1.1/",
    "shared carrier": "http://100.64.0.1/",
    "link-local": "http://169.254.10.10/",
    "cloud metadata": "http://169.254.169.254/latest/meta-data/",
    "cloud metadata in IPv6": "http://[fd00:ec2::254]/latest/",
    "multicast": "http://224.0.0.1/",
    "broadcast": "http://255.255.255.255/",
    "reserved": "http://240.0.0.1/",
    "benchmarks": "http://198.18.0.1/",
    "decimal": "http://2130706433/",
    "octal": "http://0177.0.0.1/",
    "hexadecimal": "http://0x7f000001/",
    "hexadecimal parts": "http://0x7f.0.0.1/",
    "short": "http://127.1/",
    "leading zeros": "http://127.000.000.001/",
    "wide digits": "http://１２７.０.０.１/",
    "circled digits": "http://①②⑦.⓪.⓪.①/",
    "trailing dot": "http://127.0.0.1./",
    "IPv6 loopback": "http://[::1]/",
    "IPv6 nothing": "http://[::]/",
    "IPv6 private": "http://[fc00::1]/",
    "IPv6 link-local": "http://[fe80::1]/",
    "IPv6 link-local with zone": "http://[fe80::1%25eth0]/",
    "IPv6 site-local": "http://[fec0::1]/",
    "IPv6 multicast": "http://[ff02::1]/",
    "mapped": "http://[::ffff:127.0.0.1]/",
    "mapped in hex": "http://[::ffff:7f00:1]/",
    "mapped metadata": "http://[::ffff:a9fe:a9fe]/",
    "compatible": "http://[::127.0.0.1]/",
    "6to4": "http://[2002:7f00:1::]/",
    "NAT64": "http://[64:ff9b::127.0.0.1]/",
    "NAT64 of one's own": "http://[64:ff9b:1::10.0.0.1]/",
    "Teredo": "http://[2001:0:7f00:1::]/",
    "ISATAP": "http://[2a00:1::5efe:10.0.0.1]/",
    "file": "file:///etc/passwd",
    "ftp": "ftp://ambrel.example/",
    "gopher": "gopher://127.0.0.1:6379/_SET",
    "data": "data:text/html,hello",
    "user name that looks like the host": "http://ambrel.example@127.0.0.1/",
    "user and password": "http://user:secret@ambrel.example/",
    "backslash before the host": "http://ambrel.example\\@127.0.0.1/",
    "tab in the host": "http://127.0.\t0.1/",
    "line break": "http://ambrel.example/\r\nHost: 127.0.0.1",
    "mail port": "http://ambrel.example:25/",
    "no host": "http:///etc/passwd",
}
ANSWERS = {
    "a name of loopback": ["127.0.0.1"],
    "a name with one private answer among public ones": ["93.184.216.34", "10.0.0.5"],
    "a name of metadata": ["169.254.169.254"],
    "a name of IPv6 loopback": ["::1"],
    "a name of a mapped address": ["::ffff:10.0.0.5"],
    "a name of NAT64 of a private address": ["64:ff9b::a00:5"],
    "a name of a link-local address with zone": ["fe80::1%eth0"],
}


def public(_host: str, _port: int) -> Sequence[str]:
    raise AssertionError("a refused address is not even looked up")


@pytest.mark.parametrize("address", LITERALS.values(), ids=LITERALS.keys())
def test_addresses_that_are_not_public_are_refused_before_anything_is_asked(address: str) -> None:
    with Fetcher(resolver=public, delay=0) as fetcher, pytest.raises(InputError) as refused:
        fetcher.fetch(address)
    assert refused.value.code in ("forbidden_address", "bad_address")
    assert "\n" not in refused.value.message


@pytest.mark.parametrize("answers", ANSWERS.values(), ids=ANSWERS.keys())
def test_names_that_lead_to_such_addresses_are_refused(answers: list[str]) -> None:
    with Fetcher(resolver=lambda _h, _p: answers, delay=0) as fetcher, pytest.raises(InputError) as refused:
        fetcher.fetch("http://ambrel.example/")
    assert refused.value.code == "forbidden_address"


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST.", "localhost.localdomain", "ip6-localhost"])
def test_names_of_this_machine_are_refused(name: str) -> None:
    with Fetcher(delay=0) as fetcher, pytest.raises(InputError) as refused:
        fetcher.fetch(f"http://{name}/")
    assert refused.value.code in ("forbidden_address", "unreachable")


@pytest.mark.parametrize(
    "location",
    ["http://169.254.169.254/latest/", "http://10.0.0.5/", "//192.168.1.1/", "http://[::ffff:10.0.0.5]/", "file:///etc/passwd",
     "http://2852039166/", "http://user@ambrel.example/", "gopher://ambrel.example/", "http://inner.example/"],
)  # fmt: skip
def test_redirects_to_such_addresses_are_refused(
    location: str, site: Site, fetcher: Callable[..., Fetcher]
) -> None:
    site.redirect("/out", location)
    names = {"inner.example": ["10.0.0.5"]}
    with pytest.raises(InputError) as refused:
        fetcher(resolver=lambda host, _port: names.get(host, ["127.0.0.1"])).fetch(
            site.named("ambrel.example") + "/out"
        )
    assert refused.value.code == "forbidden_address"


def test_a_redirect_of_robots_txt_is_checked_too(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.page("/a")
    site.redirect("/robots.txt", "http://169.254.169.254/robots.txt")
    with pytest.raises(InputError) as refused:
        fetcher().fetch(site.url + "/a")
    assert refused.value.code == "forbidden_address"
    assert site.paths == ["/robots.txt"]


def test_a_name_that_changes_its_answer_between_check_and_connection_does_not_win(
    site: Site, fetcher: Callable[..., Fetcher]
) -> None:
    """The first answer is allowed here, the second would be private: each request asks once, and goes where that answer said."""
    site.page("/a")
    site.routes["/robots.txt"] = (404, {}, b"")
    asked: list[str] = []

    def rebinding(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) <= 2 else ["10.0.0.5"]

    mine = fetcher(resolver=rebinding)
    assert mine.fetch(site.named("ambrel.example") + "/a").content
    assert asked == ["ambrel.example", "ambrel.example"]  # robots.txt and the page: once each
    with pytest.raises(InputError) as refused:
        mine.fetch(site.named("ambrel.example") + "/b")
    assert refused.value.code == "forbidden_address"


def test_a_name_that_is_public_when_checked_is_never_looked_up_by_the_connection(
    site: Site, fetcher: Callable[..., Fetcher], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's own resolver is not asked again: with a name that it does not know, the page still comes."""
    site.page("/a")
    found = fetcher(resolver=to_loopback).fetch(site.named("no-such-name.invalid") + "/a")
    assert found.content
    assert site.asked[-1][1]["Host"] == f"no-such-name.invalid:{site.port}"


def test_loopback_is_allowed_only_when_it_is_asked_for(site: Site, fetcher: Callable[..., Fetcher]) -> None:
    site.page("/a")
    assert fetcher().fetch(site.url + "/a").content
    with pytest.raises(InputError):
        fetcher(allow=Allow()).fetch(site.url + "/a")
    with pytest.raises(InputError):
        fetcher().fetch("http://10.0.0.5/")
