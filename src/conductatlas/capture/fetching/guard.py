"""Which network addresses may be connected to.

Addresses that a person or a page gives must not lead into the networks around this machine (server-side request
forgery). Refused is whatever the IANA registries of special-purpose addresses do not list as globally reachable
(https://www.iana.org/assignments/iana-ipv4-special-registry, …/iana-ipv6-special-registry), multicast, and the
addresses at which clouds serve credentials. Where an IPv6 address stands for an IPv4 address, that one is judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from conductatlas.capture.fetching.outcomes import FetchError, Reason

Network = IPv4Network | IPv6Network

USUAL_PORTS = frozenset({80, 443, 8080, 8443})

_REFUSED: tuple[tuple[Network, str], ...] = tuple(
    (ip_network(network), name)
    for network, name in (
        ("0.0.0.0/8", "an unspecified address"),
        ("10.0.0.0/8", "a private address"),
        ("100.64.0.0/10", "an address of a carrier's network"),
        ("127.0.0.0/8", "this machine itself"),
        ("168.63.129.16/32", "a cloud's own service"),
        ("169.254.0.0/16", "a link-local address"),
        ("172.16.0.0/12", "a private address"),
        ("192.0.0.0/24", "a reserved address"),
        ("192.0.2.0/24", "an address for documentation"),
        ("192.88.99.0/24", "a relay between IPv6 and IPv4"),
        ("192.168.0.0/16", "a private address"),
        ("198.18.0.0/15", "an address for benchmarks"),
        ("198.51.100.0/24", "an address for documentation"),
        ("203.0.113.0/24", "an address for documentation"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
        ("::/128", "an unspecified address"),
        ("::1/128", "this machine itself"),
        ("2001::/23", "a reserved address"),
        ("2001:db8::/32", "an address for documentation"),
        ("2002::/16", "a relay between IPv6 and IPv4"),
        ("3fff::/20", "an address for documentation"),
        ("fc00::/7", "a private address"),
        ("fe80::/10", "a link-local address"),
        ("ff00::/8", "a multicast address"),
    )
)
_GLOBAL_UNICAST = IPv6Network("2000::/3")
_NAT64 = IPv6Network("64:ff9b::/96")
# The interface identifiers of ISATAP (RFC 5214, section 6.1), with the bit for universal uniqueness off and on.
_ISATAP = (0x00005EFE, 0x02005EFE)


@dataclass(frozen=True, slots=True)
class AddressGuard:
    """Decides about network addresses. `allowed` are networks that an operator opens, on every port."""

    allowed: tuple[Network, ...] = ()
    ports: frozenset[int] = USUAL_PORTS

    def check(self, address: str, port: int) -> None:
        """Raise FetchError (blocked-address) unless a connection to this address and port may be made."""
        try:
            given = ip_address(address)
        except ValueError as error:
            raise FetchError(Reason.BLOCKED_ADDRESS, "what its host resolves to is no address") from error
        target = _carried(given) or given
        if any(candidate in network for candidate in (given, target) for network in self.allowed):
            return
        why = _why_refused(target)
        if why is not None:
            raise FetchError(Reason.BLOCKED_ADDRESS, f"{given} is {why}")
        if port not in self.ports:
            raise FetchError(Reason.BLOCKED_ADDRESS, f"port {port} is none that web servers use")


def _why_refused(address: IPv4Address | IPv6Address) -> str | None:
    for network, name in _REFUSED:
        if address in network:
            return name
    if isinstance(address, IPv4Address):
        return None
    if int(address) >> 32 & 0xFFFFFFFF in _ISATAP:
        return "a tunnel to an IPv4 address"
    return None if address in _GLOBAL_UNICAST else "no public address"


def _carried(address: IPv4Address | IPv6Address) -> IPv4Address | None:
    """The IPv4 address that traffic to an IPv6 address really goes to: mapped (RFC 4291), or by NAT64 (RFC 6052)."""
    if isinstance(address, IPv6Address) and (address.ipv4_mapped is not None or address in _NAT64):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return None
