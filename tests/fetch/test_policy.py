import pytest

from factcheck.fetch.policy import Policy, Refusal, refusal


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.1", "0.1.2.3", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.9.9.9"),
        *("169.254.1.1", "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.2.1"),
        *("192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.9"),
        *("224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255"),
        *("169.254.169.254", "100.100.100.200", "168.63.129.16", "192.0.0.192"),
        *("::", "::1", "::127.0.0.1", "::8.8.8.8", "::ffff:127.0.0.1", "::ffff:100.64.0.1"),
        *("::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1"),
        *("2001:db8::1", "2002:7f00:1::", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254"),
        *("fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "4000::1", "2606:4700::1%eth0"),
    ],
)
def test_addresses_that_are_not_of_the_public_internet_are_refused(address: str) -> None:
    assert (refusal(address) or "").startswith(f"{address} is ")


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:4700::1", "::ffff:8.8.8.8"],
)
def test_public_addresses_may_be_connected_to(address: str) -> None:
    assert refusal(address) is None


def test_what_is_no_address_is_not_judged() -> None:
    with pytest.raises(ValueError, match="example"):
        refusal("example.org")


@pytest.mark.parametrize(
    ("host", "port", "why"),
    [
        ("127.0.0.1", 80, "127.0.0.1 is this machine itself"),
        ("::1", 443, "::1 is this machine itself"),
        ("127.1", 80, "127.1 is an unusual spelling of an address"),
        ("0", 80, "0 is an unusual spelling of an address"),
        ("2130706433", 80, "2130706433 is an unusual spelling of an address"),
        ("0x7f000001", 80, "0x7f000001 is an unusual spelling of an address"),
        ("0x7f.1", 80, "0x7f.1 is an unusual spelling of an address"),
        ("0177.0.0.1", 80, "0177.0.0.1 is an unusual spelling of an address"),
        ("intranet", 80, "intranet is a name without a dot, so a name of the local network"),
        ("localhost", 80, "localhost is a name without a dot, so a name of the local network"),
        ("a.localhost", 80, "a.localhost is no name of the public web"),
        ("printer.local", 80, "printer.local is no name of the public web"),
        ("abc.onion", 80, "abc.onion is no name of the public web"),
        ("router.home.arpa", 80, "router.home.arpa is no name of the public web"),
        ("metadata.google.internal", 80, "metadata.google.internal is no name of the public web"),
        ("example.org", 22, "22 is not a port of the public web"),
        ("example.org", 8000, "8000 is not a port of the public web"),
    ],
)
def test_hosts_that_are_refused_without_a_look(host: str, port: int, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        Policy().check(host, port)
    assert str(refused.value) == why


@pytest.mark.parametrize("port", [80, 443, 8080, 8443])
@pytest.mark.parametrize("host", ["example.org", "localnews.com", "home.example", "8.8.8.8"])
def test_hosts_of_the_web_pass(host: str, port: int) -> None:
    Policy().check(host, port)


def test_one_bad_address_among_good_ones_is_enough() -> None:
    with pytest.raises(Refusal) as refused:
        Policy().check_addresses("a.org", 80, ["93.184.216.34", "10.0.0.1"])
    assert str(refused.value) == "a.org leads to 10.0.0.1, and 10.0.0.1 is on a private network"
    Policy().check_addresses("a.org", 80, ["93.184.216.34", "2606:4700::1"])


def test_an_exempted_host_may_be_anywhere() -> None:
    policy = Policy(frozenset({"intranet", "files.local:9000"}))
    policy.check("intranet", 22)
    policy.check_addresses("intranet", 22, ["10.0.0.1"])
    policy.check("files.local", 9000)
    with pytest.raises(Refusal):
        policy.check("files.local", 80)


def test_a_long_host_is_judged_in_linear_time() -> None:
    with pytest.raises(Refusal):
        Policy().check("a." * 500_000 + "local", 80)
    Policy().check("0." * 500_000 + "com", 80)
