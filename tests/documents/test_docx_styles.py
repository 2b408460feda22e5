import pytest

from factcheck.documents.docx_styles import field_address, nearest, web


@pytest.mark.parametrize(
    ("fill", "name"),
    [
        ("FFFF00", "yellow"),
        ("fff2cc", "yellow"),
        ("FCE5CD", "orange"),
        ("00FF00", "green"),
        ("CFE2F3", "blue"),
        ("F4CCCC", "red"),
        ("FF0010", "red"),
        ("D9D9D9", "grey"),
        ("000000", "black"),
        ("FFFFFF", None),
        ("F8F9FA", None),
        ("auto", None),
        ("", None),
    ],
)
def test_nearest_colour(fill: str, name: str | None) -> None:
    assert nearest(fill) == name


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        (" https://a.org ", "https://a.org"),
        ("MAILTO:x@y.org", "MAILTO:x@y.org"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        (None, None),
    ],
)
def test_addresses_that_lead_out(address: str | None, taken: str | None) -> None:
    assert web(address) == taken


@pytest.mark.parametrize(
    ("instruction", "address"),
    [
        (' HYPERLINK "https://a.org" \\o "tip" ', "https://a.org"),
        ("hyperlink https://a.org", "https://a.org"),
        ('HYPERLINK \\l "place"', None),
        ('HYPERLINK "javascript:x"', None),
        ("PAGE", None),
    ],
)
def test_address_of_a_field(instruction: str, address: str | None) -> None:
    assert field_address(instruction) == address
