"""No address leads into the networks around this machine: not spelled oddly, not by redirect, not by changing names.

In the tests with servers 127.0.0.2 plays a public address and 127.0.0.1 an inner one.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from ipaddress import IPv4Address, IPv6Address, ip_network

import pytest
from aiohttp import web
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.capture.fetching import Failure, Fetched, Reason
from conductatlas.capture.fetching.connecting import checked_addresses, checked_connector, open_checked
from conductatlas.capture.fetching.guard import AddressGuard
from conductatlas.capture.fetching.outcomes import FetchError
from tests.capture.servers import LOOPBACK, fetcher, policy, serving

_PUBLIC = ip_network("127.0.0.2/32")


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0",  # noqa: S104
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::8.8.8.8",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::127.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:0:a00:1::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:808:808::1",
        "2606:4700::5efe:127.0.0.1",
        "2606:4700::200:5efe:10.0.0.1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fd20:ce::254",
        "fe80::1",
        "fe80::1%eth0",
        "fec0::1",
        "ff02::1",
        "no address",
    ],
)
def test_special_addresses_are_refused(address: str) -> None:
    with pytest.raises(FetchError) as caught:
        AddressGuard().check(address, 443)
    assert caught.value.reason is Reason.BLOCKED_ADDRESS


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::8.8.8.8", "::ffff:9.9.9.9"],
)
def test_public_addresses_are_not(address: str) -> None:
    AddressGuard().check(address, 443)
    with pytest.raises(FetchError, match="port 22"):
        AddressGuard().check(address, 22)


@given(st.ip_addresses(v=4))
def test_no_spelling_of_an_inner_address_in_ipv6_passes(inner: IPv4Address) -> None:
    guard = AddressGuard()
    try:
        guard.check(str(inner), 80)
    except FetchError:
        for prefix in ("::ffff:", "64:ff9b::", "::", "2002::"):
            with pytest.raises(FetchError):
                guard.check(str(IPv6Address(f"{prefix}{inner}")), 80)


@given(st.ip_addresses())
def test_nothing_passes_that_python_does_not_call_global(address: IPv4Address | IPv6Address) -> None:
    carried = IPv4Address(int(address) & 0xFFFFFFFF) if str(address).startswith(("64:ff9b::", "::ffff:")) else address
    try:
        AddressGuard().check(str(address), 80)
    except FetchError:
        return
    assert carried.is_global and not carried.is_multicast


def test_an_operator_opens_networks_on_every_port() -> None:
    guard = AddressGuard((ip_network("10.1.0.0/16"), ip_network("fd00::/64")))
    guard.check("10.1.2.3", 9999)
    guard.check("::ffff:10.1.2.3", 9999)
    guard.check("fd00::7", 22)
    for other in ("10.2.0.1", "127.0.0.1", "fd00:1::7"):
        with pytest.raises(FetchError):
            guard.check(other, 80)


def test_one_inner_address_among_those_of_a_name_spoils_them_all() -> None:
    async def lookup(host: str) -> list[str]:
        return ["8.8.8.8", "10.0.0.1"]

    with pytest.raises(FetchError, match=r"10\.0\.0\.1 is a private address"):
        asyncio.run(checked_addresses("mixed.example", 443, AddressGuard(), lookup))


async def _inner(request: web.Request) -> web.Response:
    raise AssertionError("the inner server was reached")


_SPELLINGS = [
    "http://127.0.0.1:{port}/",
    "http://localhost:{port}/",
    "http://LOCALHOST.:{port}/",
    "http://2130706433:{port}/",
    "http://0x7f000001:{port}/",
    "http://0x7f.0x0.0x0.0x1:{port}/",
    "http://0177.0.0.1:{port}/",
    "http://017700000001:{port}/",
    "http://127.1:{port}/",
    "http://0:{port}/",
    "http://0.0.0.0:{port}/",
    "http://127.0.0.1.:{port}/",
    "http://127.0.0.3:{port}/",
    "http://[::1]:{port}/",
    "http://[::]:{port}/",
    "http://[::ffff:127.0.0.1]:{port}/",
    "http://[::ffff:7f00:1]:{port}/",
    "http://[0:0:0:0:0:ffff:127.0.0.1]:{port}/",
    "http://[64:ff9b::127.0.0.1]:{port}/",
    "http://[::127.0.0.1]:{port}/",
    "http://public.example@127.0.0.1:{port}/",
    "http://127.0.0.1:{port}\\@public.example/",
    "http://public.example#@127.0.0.1:{port}/",
    "http://１２７.０.０.１:{port}/",
    "http://127。0。0。1:{port}/",
    "http://①②⑦.⓪.⓪.①:{port}/",
    "http://ⓛocalhost:{port}/",
    "http://%31%32%37.0.0.1:{port}/",
    "file:///etc/passwd",
]
_EXPECTED = {Reason.BLOCKED_ADDRESS, Reason.BAD_ADDRESS}


async def _names(host: str) -> list[str]:
    """The names of these tests; the odd spellings are resolved as a system does that reads numbers generously."""
    return ["127.0.0.2"] if host == "public.example" else ["127.0.0.1"]


@LOOPBACK
@pytest.mark.parametrize("spelling", [spelling for spelling in _SPELLINGS if "#" not in spelling])
def test_odd_spellings_do_not_reach_a_server_on_this_machine(spelling: str) -> None:
    async def run() -> Fetched | Failure:
        async with serving(_inner) as port, fetcher(policy(_PUBLIC), lookup=_names) as fetching:
            return await fetching.fetch(spelling.format(port=port), robots=False)

    outcome = asyncio.run(run())
    assert isinstance(outcome, Failure)
    assert outcome.reason in _EXPECTED, outcome.line
    assert "\n" not in outcome.line


@LOOPBACK
@pytest.mark.parametrize("spelling", _SPELLINGS)
@pytest.mark.parametrize("status", [302, 307])
def test_redirects_do_not_either(spelling: str, status: int) -> None:
    async def run() -> Fetched | Failure:
        async with serving(_inner) as inner:

            async def lure(request: web.Request) -> web.Response:
                if request.path == "/":
                    return web.Response(status=status, headers={"Location": spelling.format(port=inner)})
                return web.Response(text="public")

            async with serving(lure, "127.0.0.2") as port, fetcher(policy(_PUBLIC), lookup=_names) as fetching:
                return await fetching.fetch(f"http://public.example:{port}/", robots=False)

    outcome = asyncio.run(run())
    assert isinstance(outcome, Failure)
    # What the browser reads as a fragment leads to the public host's usual port, where nobody listens.
    expected = {Reason.REFUSED} if "#" in spelling else _EXPECTED
    assert outcome.reason in expected, outcome.line
    assert outcome.redirects[0].status == status


@LOOPBACK
def test_a_name_that_changes_between_check_and_connection_is_not_asked_twice() -> None:
    asked: Counter[str] = Counter()

    async def rebinding(host: str) -> list[str]:
        asked[host] += 1
        return ["127.0.0.2"] if asked[host] == 1 else ["127.0.0.1"]

    async def public(request: web.Request) -> web.Response:
        return web.Response(text="public", headers={"Connection": "close"})

    async def run() -> list[Fetched | Failure]:
        async with serving(public, "127.0.0.2") as port, fetcher(policy(_PUBLIC), lookup=rebinding) as fetching:
            address = f"http://rebinding.example:{port}/"
            return [await fetching.fetch(address, robots=False) for _ in range(2)]

    first, second = asyncio.run(run())
    assert isinstance(first, Fetched)
    assert (first.body, first.peer) == (b"public", "127.0.0.2")
    # A new connection asks the name anew, and what it says now is checked in its turn.
    assert isinstance(second, Failure)
    assert second.reason is Reason.BLOCKED_ADDRESS
    assert asked["rebinding.example"] == 2


@LOOPBACK
def test_sockets_are_checked_even_where_the_resolver_was_got_round() -> None:
    async def run() -> None:
        async with serving(_inner) as port:
            connector = checked_connector(AddressGuard(), _names, 1)
            import aiohttp

            async with aiohttp.ClientSession(connector=connector) as session:
                await session.get(f"http://127.0.0.1:{port}/")

    with pytest.raises(FetchError, match="this machine itself"):
        asyncio.run(run())


@LOOPBACK
def test_ipv6_is_judged_as_ipv4_is() -> None:
    async def hello(request: web.Request) -> web.Response:
        return web.Response(text="six")

    async def run(*networks: str) -> Fetched | Failure:
        async with (
            serving(hello, "::1") as port,
            fetcher(policy(*map(ip_network, networks)), lookup=_six) as fetching,
        ):
            return await fetching.fetch(f"http://six.example:{port}/", robots=False)

    async def _six(host: str) -> list[str]:
        return ["::1"]

    refused = asyncio.run(run())
    assert isinstance(refused, Failure)
    assert refused.reason is Reason.BLOCKED_ADDRESS
    opened = asyncio.run(run("::1/128"))
    assert isinstance(opened, Fetched)
    assert (opened.body, opened.peer) == (b"six", "::1")


@LOOPBACK
def test_other_ports_are_refused_but_on_networks_that_are_open() -> None:
    async def run() -> None:
        async def public(host: str) -> list[str]:
            return ["8.8.8.8"]

        await open_checked("public.example", 25, AddressGuard(), public)

    with pytest.raises(FetchError, match="port 25"):
        asyncio.run(run())
