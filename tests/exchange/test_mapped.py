"""Any CSV, by its own columns."""

import pytest

from factcheck.errors import BadInput, Usage
from factcheck.exchange import mapped
from factcheck.services.intake import Incoming

PLAIN = mapped.parse_map(["Statement=text", "Who=claimant"])


def taken(data: bytes, *pairs: str) -> list[tuple[int, str | None, str | None]]:
    """The line, the words and the claimant of each row, or what is wrong with it."""
    table = mapped.read(data, mapped.parse_map(pairs) if pairs else PLAIN)
    return [
        (line, item.message, None)
        if isinstance(item, BadInput)
        else (line, item.claim.text, item.claim.claimant)
        for line, item in table.items
    ]


def one(data: bytes, *pairs: str) -> Incoming:
    ((_, item),) = mapped.read(data, mapped.parse_map(pairs)).items
    assert isinstance(item, Incoming), item
    return item


def refused(data: bytes, *pairs: str) -> BadInput:
    with pytest.raises(BadInput) as caught:
        taken(data, *pairs)
    return caught.value


def test_pairs_say_which_column_is_which_field() -> None:
    pairs = ["Statement=text", "a = b=quote", "Said on=said-on", "Notes=Comment", "x=Said On"]
    assert mapped.parse_map(pairs[:4]) == (
        ("Statement", "text"), ("a = b", "quote"), ("Said on", "said_on"), ("Notes", "note"),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("pairs", "message", "hint"),
    [
        (["Statement"], "maps no column", "As in --map"),
        (["=text"], "maps no column", "As in --map"),
        (["x="], "maps no column", "As in --map"),
        (["x=txet"], "'txet' is no field", "Did you mean text?"),
        (["x=qqqqqq"], "'qqqqqq' is no field", "Known: article"),
        (["x=text", "y=text"], "Two columns are mapped to text", "one column"),
        (["x=text", "Rating=ok"], "verdicts are decided here", "factcheck verify"),
        (["x=text", "Rating=verdict"], "'Rating' cannot be a verdict", "factcheck verify"),
        (["x=claimant"], "No column is mapped to text or quote", "As in --map"),
        ([], "No column is mapped", "As in --map"),
    ],
)
def test_what_is_no_map_is_refused(pairs: list[str], message: str, hint: str) -> None:
    with pytest.raises(Usage) as caught:
        mapped.parse_map(pairs)
    assert message in caught.value.message
    assert hint in (caught.value.hint or "")


def test_columns_that_nothing_is_said_about_are_told() -> None:
    table = mapped.read(b"Statement,Id,,Who,Id\none,1,,A,2\n", PLAIN)
    assert table.unmapped == ["Id", "Id#2"]


@pytest.mark.parametrize(
    "data",
    [
        b"Statement,Who\none,A\ntwo,B\n",
        b"\xef\xbb\xbfStatement;Who\r\none;A\r\ntwo;B\r\n",
        b"Statement\tWho\none\tA\ntwo\tB",
        b"statement,WHO\none,A\ntwo,B\n",
        b'"Statement ", Who\none,A\ntwo,B\n',
        "Statement,Who\none,A\ntwo,B\n".encode("utf-16"),
    ],
    ids=["commas", "semicolons", "tabs", "capitals", "blanks", "utf-16"],
)
def test_separators_and_marks_of_all_kinds_are_read(data: bytes) -> None:
    assert taken(data) == [(2, "one", "A"), (3, "two", "B")]


def test_rows_have_the_line_that_they_begin_on() -> None:
    data = b'\n\nsep=;\nWho;Statement\nA;"one; in\n""two"" lines"\n;;\n\nB;three;;\nC\n;four\n'
    assert taken(data) == [
        (5, 'one; in\n"two" lines', "A"),
        (9, "three", "B"),
        (10, None, "C"),
        (11, "four", None),
    ]


def test_a_row_that_is_too_long_is_refused() -> None:
    assert taken(b"Statement,Who\none,A,x\n") == [(2, "The row has 3 cells, the heading 2.", None)]


def test_one_of_two_columns_of_a_name_is_named_by_its_number() -> None:
    data = b"Name,Statement,Name\nA,one,B\n"
    assert taken(data, "Statement=text", "Name#2=claimant") == [(2, "one", "B")]
    assert taken(data, "Statement=text", "Name#1=claimant") == [(2, "one", "A")]
    error = refused(data, "Statement=text", "Name=claimant")
    assert (error.line, error.hint) == (1, "Say which: Name#1 or Name#2.")
    assert "more than once" in error.message


def test_a_column_that_is_not_there_is_refused_with_the_nearest() -> None:
    error = refused(b"\nStatment,Who\none,A\n")
    assert (error.line, error.hint) == (2, "Did you mean Statment?")
    far = refused(b"a,b\none,A\n")
    assert (far.message, far.hint) == (
        "There is no column 'Statement' in the table.",
        "There are: a, b.",
    )


def test_fifty_columns_are_no_trouble() -> None:
    heading = ",".join(f"c{number}" for number in range(50))
    row = ",".join(f"v{number}" for number in range(50))
    item = one(f"{heading}\n{row}\n".encode(), "c49=text", "c0=claimant", "c7=evidence", "c8=from")
    (piece,) = item.claim.evidence
    assert (item.claim.text, item.claim.claimant) == ("v49", "v0")
    assert (piece.quote, piece.place) == ("v7", "v8")


def test_words_of_vocabularies_and_days_are_checked() -> None:
    pairs = ("a=text", "b=kind", "c=said_on")
    assert one(b"a,b,c\nx,Date,3 May 2020\n", *pairs).claim.said_on == "2020-05-03"
    assert taken(b"a,b,c\nx,dte,\ny,,soon\n", *pairs) == [
        (2, "'dte' is no kind.", None),
        (3, "said_on is 'soon', which is no day.", None),
    ]


def test_formulas_and_scripts_are_text() -> None:
    data = b'Statement,Who\n"=HYPERLINK(""x"")",</script>\n'
    assert taken(data) == [(2, '=HYPERLINK("x")', "</script>")]


def test_a_quotation_mark_that_is_left_open_is_refused_with_its_line() -> None:
    ((line, item),) = mapped.read(b'\nStatement,Who\n"x,y\n', PLAIN).items
    assert isinstance(item, BadInput)
    assert (line, item.line, "no CSV" in item.message) == (3, 3, True)


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        ("Statement,Who\nM\xfcller,x\n".encode("cp1252"), "Windows-1252", 2),
        (b"Statement,Who\nx\0,y\n", "NUL", 2),
        (b"sep=;\n", "no column 'Statement'", 1),
        (b"", "nothing in it", None),
        (b"x" * 25_000_001, "more than the 25 MB", None),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, message: str, line: int | None) -> None:
    error = refused(data)
    assert message in error.message
    assert error.line == line
