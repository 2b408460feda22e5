"""The picture of sources and their origins."""

from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # it carries none

from factcheck.reports import graph
from tests.reports.html_content import Shape, source

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*sources: Shape) -> Any:
    picture = graph.svg(sources)
    assert picture is not None
    return etree.fromstring(str(picture))


def boxes(tree: Any) -> list[tuple[str, str]]:
    """What kind each box is, and its title."""
    found = tree.iter(f"{SVG}g")
    return [(each.get("class"), each.find(f".//{SVG}text").text) for each in found]


def taken(number: int, origin: int, **given: Any) -> Shape:
    return source(number, origin=f"source-{origin}", **given)


def numbers(*sources: Shape) -> list[list[tuple[int, int, int | None]]]:
    return [
        [(member.source["id"], member.depth, member.parent) for member in family.members]
        for family in graph.families(sources)
    ]


def test_sources_of_one_origin_stand_together() -> None:
    found = numbers(source(1), taken(2, 4), taken(3, 4), source(4), taken(5, 3))
    assert found == [[(4, 0, None), (2, 1, 0), (3, 1, 0), (5, 2, 2)], [(1, 0, None)]]


def test_an_origin_that_is_not_on_file_is_none() -> None:
    assert numbers(taken(1, 99), source(2, origin=None)) == [[(1, 0, None)], [(2, 0, None)]]


def test_a_circle_is_cut_open_where_it_is_met() -> None:
    assert numbers(taken(1, 3), taken(2, 1), taken(3, 2), taken(4, 4)) == [
        [(1, 0, None), (2, 1, 0), (3, 2, 1)],
        [(4, 0, None)],
    ]


def test_a_chain_of_any_length() -> None:
    chain = [source(0), *(taken(at, at - 1) for at in range(1, 5_000))]
    assert len(graph.families(chain)[0].members) == 5_000
    assert len(boxes(drawn(*chain))) == 5_000


def test_an_origin_flows_into_what_was_taken_from_it() -> None:
    tree = drawn(source(1, title="Wire", cited=0), taken(2, 1), taken(3, 1), source(4))
    assert boxes(tree) == [
        ("origin", "Wire"), ("taken", "Page 2"), ("taken", "Page 3"), ("alone", "Page 4"),
    ]  # fmt: skip
    assert len(tree.findall(f"{SVG}path")) == 2
    assert [each.text for each in tree.iter(f"{SVG}text") if each.get("class") == "once"] == [
        "2 sources, one origin: counts once"
    ]
    assert tree.get("aria-label") == (
        "4 sources; 2 of them taken from 1 origin, which counts once."
    )


def test_a_parent_stands_in_the_middle_of_its_children() -> None:
    (family,) = graph.families([source(1), taken(2, 1), taken(3, 1), taken(4, 3), taken(5, 3)])
    assert graph.rows(family) == [0.75, 0.0, 1.5, 1.0, 2.0]


def test_boxes_do_not_lie_on_each_other() -> None:
    tree = drawn(
        source(1), taken(2, 1), taken(3, 2), taken(4, 2), source(5), taken(6, 5),
        *(source(number) for number in range(10, 20)),
    )  # fmt: skip
    placed = [
        tuple(int(box.get(name)) for name in ("x", "y", "width", "height"))
        for box in tree.iter(f"{SVG}rect")
    ]
    assert len(placed) == 16
    for at, (x, y, wide, high) in enumerate(placed):
        assert x >= 0
        assert x + wide <= graph.WIDTH
        for other_x, other_y, _wide, _high in placed[at + 1 :]:
            assert abs(other_x - x) >= wide or abs(other_y - y) >= high


def test_sources_on_their_own_are_counted_beyond_some() -> None:
    tree = drawn(*(source(number) for number in range(100)))
    assert len(boxes(tree)) == graph.MOST_ALONE
    assert [each.text for each in tree.iter(f"{SVG}text") if each.get("class") == "once"] == [
        "and 40 more sources, each with an origin of its own: see the list"
    ]


def test_no_source_no_picture() -> None:
    assert graph.svg([]) is None


def test_a_title_is_harmless_and_short() -> None:
    evil = "</text><script>alert(1)</script>\x1b\u202e" + "x" * 1_000_000
    tree = drawn(source(1, title=evil, publisher=evil))
    assert {each.tag for each in tree.iter()} == {
        f"{SVG}svg", f"{SVG}g", f"{SVG}rect", f"{SVG}text",
    }  # fmt: skip
    assert all(len(each.text) < 80 for each in tree.iter(f"{SVG}text"))


def test_a_source_without_a_title_is_called_by_its_key() -> None:
    tree = drawn(source(1, title=None, publisher=None, tier=None, cited=0))
    assert boxes(tree) == [("alone", "source-1")]
