"""Web addresses become one canonical form, or are refused with what is wrong about them."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conductatlas.capture.fetching.addresses import follow, parse_address
from conductatlas.capture.fetching.outcomes import FetchError, Reason


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("https://Example.ORG", "https://example.org/"),
        (" HTTPS://example.org:443/a b?q=ü#part ", "https://example.org/a%20b?q=%C3%BC"),
        ("http://example.org.:8080/?x", "http://example.org:8080/?x"),
        ("http://example.org?x=/..", "http://example.org/?x=/.."),
        ("https://Bücher.example/%41", "https://xn--bcher-kva.example/%41"),
        ("https://аpple.example/", "https://xn--pple-43d.example/"),
        ("http://[2001:DB8:0::1]/", "http://[2001:db8::1]/"),
        ("http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
        ("http://under_score.example/", "http://under_score.example/"),
        ("http://１２７.０.０.１/", "http://127.0.0.1/"),
        ("http://127。0。0。1/", "http://127.0.0.1/"),
        ("http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", "http://localhost/"),
    ],
)
def test_the_same_address_is_always_spelled_the_same(given: str, canonical: str) -> None:
    assert str(parse_address(given)) == canonical
    assert str(parse_address(canonical)) == canonical


@pytest.mark.parametrize(
    ("odd", "why"),
    [
        ("", "must begin with http"),
        ("example.org", "must begin with http"),
        ("//example.org/", "must begin with http"),
        ("ftp://example.org/", "only http and https, not ftp:"),
        ("file:///etc/passwd", "only http and https, not file:"),
        ("javascript:alert(1)", "only http and https"),
        ("http:/example.org", "only http and https"),
        ("http://", "can't be read"),
        ("http:///path", "can't be read"),
        ("http://good.example@127.0.0.1/", "user name"),
        ("http://good.example:secret@127.0.0.1/", "user name"),
        ("http://127.0.0.1\\@good.example/", "user name"),
        ("http://good.example\\.127.0.0.1/", "can't be read"),
        ("http://good.example%2f@127.0.0.1/", "user name"),
        ("http://%31%32%37.0.0.1/", "can't be read"),
        ("http://2130706433/", "no IPv4 address in the usual form"),
        ("http://0x7f000001/", "no IPv4 address in the usual form"),
        ("http://0x7f.0.0.1/", "not valid|no IPv4 address"),
        ("http://0177.0.0.1/", "no IPv4 address in the usual form"),
        ("http://017700000001/", "no IPv4 address in the usual form"),
        ("http://127.1/", "no IPv4 address in the usual form"),
        ("http://0/", "no IPv4 address in the usual form"),
        ("http://0x/", "no IPv4 address in the usual form"),
        ("http://127.0.0.1../", "not valid"),
        ("http://127.0.0.01/", "no IPv4 address in the usual form"),
        ("http://127.0.0.256/", "no IPv4 address in the usual form"),
        ("http://[::1%25lo]/", "can't be read"),
        ("http://[fe80::1%lo]/", "can't be read"),
        ("http://[::1]evil.example/", "can't be read"),
        ("http://[1:2:3]/", "IPv6"),
        ("http://a..b/", "not valid"),
        ("http://-a.example/", "not valid"),
        ("http://exam ple.example/", "can't be read"),
        ("http://exam\tple.example/", "can't be read"),
        ("http://exam\u200bple\u2028.example/", "can't be read|not valid"),
        ("http://exa\u0000mple.example/", "not valid"),
        ("http://" + "a" * 64 + ".example/", "not valid"),
        ("http://" + "a." * 150 + "example/", "not valid"),
        ("http://example.org:0/", "no such port"),
        ("http://example.org:99999/", "no such port"),
        ("http://example.org:８０/", "can't be read"),
        ("http://example.org:80:80/", "can't be read"),
        ("http://example.org/" + "a" * 9000, "longer than"),
    ],
)
def test_what_readers_could_disagree_about_is_refused(odd: str, why: str) -> None:
    with pytest.raises(FetchError) as caught:
        parse_address(odd)
    assert caught.value.reason is Reason.BAD_ADDRESS
    assert any(part in caught.value.detail for part in why.split("|")), caught.value.detail


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("/next", "http://a.example/next"),
        ("next?x=1", "http://a.example/here/next?x=1"),
        ("//b.example/", "http://b.example/"),
        ("https://b.example/ä", "https://b.example/%C3%A4"),
        ("?page=2", "http://a.example/here/?page=2"),
        ("../up", "http://a.example/up"),
    ],
)
def test_redirects_are_read_from_where_they_come(location: str, target: str) -> None:
    assert str(follow(parse_address("http://a.example/here/"), location)) == target


@pytest.mark.parametrize("location", ["http://[/", "file:///etc/passwd", "http://x@127.0.0.1/", "gopher://a.example"])
def test_redirects_to_what_can_not_be_fetched_are_refused(location: str) -> None:
    with pytest.raises(FetchError):
        follow(parse_address("http://a.example/"), location)


@given(st.text(max_size=40), st.text(max_size=20))
def test_whatever_comes_is_canonical_or_refused(host: str, path: str) -> None:
    try:
        address = parse_address(f"http://{host}/{path}")
    except FetchError:
        return
    assert str(address).isascii()
    assert parse_address(str(address)) == address


@given(st.one_of(st.ip_addresses(v=4), st.ip_addresses(v=6)))
def test_network_addresses_stay_what_they_are(address: object) -> None:
    written = f"[{address}]" if ":" in str(address) else str(address)
    assert ip_address(parse_address(f"http://{written}/").host) == address
