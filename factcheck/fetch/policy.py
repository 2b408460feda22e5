"""What may be fetched: the public web, and the hosts that the user names.

A page that somebody else wrote must not make this machine talk to its own network.
"""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

SCHEMES = ("http", "https")
PORTS = (80, 443, 8080, 8443)

_PRIVATE = "on a private network"
_DOCUMENTATION = "set aside for documentation"
_EMBEDDED = "an IPv4 address in IPv6 clothes"
_RESERVED = "reserved"
_METADATA = "a cloud's metadata service"

# `is_global` alone lets pass, in Python 3.11, all multicast, 192.88.99.0/24, the translated
# forms of IPv4 and three reserved ranges of IPv6. Narrow ranges stand before wide ones.
_RANGES: dict[str, str] = {
    "169.254.169.254/32": _METADATA,
    "100.100.100.200/32": _METADATA,
    "168.63.129.16/32": _METADATA,
    "192.0.0.192/32": _METADATA,
    "fd00:ec2::254/128": _METADATA,
    "0.0.0.0/8": "this machine itself",
    "127.0.0.0/8": "this machine itself",
    "10.0.0.0/8": _PRIVATE,
    "172.16.0.0/12": _PRIVATE,
    "192.168.0.0/16": _PRIVATE,
    "100.64.0.0/10": "on a provider's inner network",
    "169.254.0.0/16": "on the local link",
    "192.0.0.0/24": _RESERVED,
    "192.0.2.0/24": _DOCUMENTATION,
    "198.51.100.0/24": _DOCUMENTATION,
    "203.0.113.0/24": _DOCUMENTATION,
    "192.88.99.0/24": "a relay of 6to4",
    "198.18.0.0/15": "set aside for measurements",
    "224.0.0.0/4": "multicast",
    "240.0.0.0/4": _RESERVED,
    "::/127": "this machine itself",
    "::/96": _EMBEDDED,
    "64:ff9b::/96": _EMBEDDED,
    "64:ff9b:1::/48": _EMBEDDED,
    "2002::/16": _EMBEDDED,
    "2001:db8::/32": _DOCUMENTATION,
    "2001::/23": _RESERVED,
    "3fff::/20": _DOCUMENTATION,
    "5f00::/16": _RESERVED,
    "fc00::/7": _PRIVATE,
    "fe80::/10": "on the local link",
    "fec0::/10": "on the local site",
    "ff00::/8": "multicast",
}
_NETWORKS = [(ip_network(written), what) for written, what in _RANGES.items()]
_UNICAST = IPv6Network("2000::/3")

_INNER = re.compile(r"(?:.*\.)?(?:local|localhost|localdomain|internal|intranet|lan|home|corp)")
_INNER_MORE = re.compile(r"(?:.*\.)?(?:home\.arpa|onion|i2p|metadata\.goog)")
# C libraries read 127.1, 0x7f.1 and 2130706433 as addresses.
_NUMBER = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")


class Refusal(Exception):
    """The policy says no; the text says why, as a clause."""


def refusal(ip: str | IPv4Address | IPv6Address) -> str | None:
    """Why `ip` must not be connected to, as a clause; None when it may be.

    Raises ValueError for what is no address.
    """
    address = ip_address(ip)
    inner = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    what = _kind(inner or address)
    return f"{ip} is {what}" if what else None


def _kind(address: IPv4Address | IPv6Address) -> str | None:
    for network, what in _NETWORKS:
        if _within(address, network):
            return what
    if isinstance(address, IPv6Address) and (address.scope_id or address not in _UNICAST):
        return _RESERVED
    return None if address.is_global else "not on the public internet"


def _within(address: IPv4Address | IPv6Address, network: IPv4Network | IPv6Network) -> bool:
    return address.version == network.version and address in network


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules, and the hosts exempted from them: `host` or `host:port`, in lower case."""

    allowed: frozenset[str] = frozenset()

    def allows(self, host: str, port: int) -> bool:
        return host in self.allowed or f"{host}:{port}" in self.allowed

    def check(self, host: str, port: int) -> None:
        """Refuse what needs no look into the directory; Refusal says why."""
        if not self.allows(host, port):
            _check_port(port)
            _check_name(host)

    def check_addresses(self, host: str, port: int, addresses: list[str]) -> None:
        """Refuse a host when any of its addresses is bad: which one is used is luck."""
        if self.allows(host, port):
            return
        for address in addresses:
            why = refusal(address)
            if why:
                raise Refusal(f"{host} leads to {address}, and {why}")


def _check_port(port: int) -> None:
    if port not in PORTS:
        raise Refusal(f"{port} is not a port of the public web")


def _check_name(host: str) -> None:
    literal = _literal(host)
    why = refusal(literal) if literal else _name_refusal(host)
    if why:
        raise Refusal(why)


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host)
    except ValueError:
        return None


def _name_refusal(host: str) -> str | None:
    if _NUMBER.fullmatch(host):
        return f"{host} is an unusual spelling of an address"
    if "." not in host:
        return f"{host} is a name without a dot, so a name of the local network"
    if _INNER.fullmatch(host) or _INNER_MORE.fullmatch(host):
        return f"{host} is no name of the public web"
    return None
