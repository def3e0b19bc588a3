"""Which addresses on the internet the fetcher may connect to."""

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Network, ip_address
from urllib.parse import SplitResult

_IN_NUMBERS = re.compile(r"(?:(?:0x[\da-f]*|\d+)(?:\.|$))+", re.IGNORECASE | re.ASCII)
_PLAIN = re.compile(r"(?:(?:0|[1-9]\d{0,2})(?:\.(?!$)|\.?$)){4}", re.ASCII)
_PORTS = {"http": 80, "https": 443}

# Whatever is not the public internet. `ipaddress.is_global` differs between releases of Python and
# counts addresses that wrap another one, so the ranges stand here (RFC 6890 and its registries).
_REFUSED_4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
    )
)  # fmt: skip
# Global unicast, and what in it is none: Teredo and other protocols, documentation, 6to4. All that
# wraps an IPv4 address elsewhere (::ffff:0:0/96, NAT64's 64:ff9b::/96) is outside of it.
_GLOBAL_6 = IPv6Network("2000::/3")
_REFUSED_6 = tuple(
    IPv6Network(network)
    for network in ("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20")
)


def is_public(address: str) -> bool:
    """Whether an IP address in numbers is one of the public internet."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, IPv4Address):
        return not any(parsed in network for network in _REFUSED_4)
    return parsed in _GLOBAL_6 and not any(parsed in network for network in _REFUSED_6)


def is_a_number(host: str) -> bool:
    """Whether a host is written in numbers, and not as an address usually is.

    "2130706433", "0x7f.1" and "127.1" are 127.0.0.1 to some programs, and nothing to others.
    """
    return _IN_NUMBERS.fullmatch(host) is not None and _PLAIN.fullmatch(host) is None


@dataclass(frozen=True, slots=True)
class AllowedHosts:
    """Hosts that may be fetched from wherever they are: "intranet.example", "127.0.0.1:8080".

    One without a port is allowed at the ports of its scheme.
    """

    names: frozenset[str] = frozenset()

    @classmethod
    def parse(cls, written: str) -> "AllowedHosts":
        """The hosts in a setting, with commas between them."""
        return cls(frozenset(name.strip().lower() for name in written.split(",") if name.strip()))

    def has(self, parts: SplitResult) -> bool:
        """Whether the host of an address is among them, at its port."""
        host, port = parts.hostname or "", port_of(parts)
        name = f"[{host}]" if ":" in host else host
        standard = port == _PORTS[parts.scheme]
        return f"{name}:{port}" in self.names or (standard and name in self.names)


def port_of(parts: SplitResult) -> int:
    """The port of a web address, its scheme's where it names none."""
    return parts.port or _PORTS[parts.scheme]
