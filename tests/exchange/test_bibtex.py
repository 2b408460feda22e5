"""Sources as BibTeX: what others write, and what comes back of what we write."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import BadInput
from factcheck.exchange import bibtex
from factcheck.exchange.cited_sources import GivenSource
from factcheck.exchange.latex import decoded, escaped
from factcheck.words import SourceKind

ATLAS: dict[str, Any] = {
    "key": "atlas",
    "kind": "page",
    "title": "An Atlas",
    "url": "https://example.org/atlas",
    "publisher": "Rail & Co",
    "author": "Jane Roe; World Health Organization",
    "published": "2020-05-03",
    "protected": False,
    "archived": {"at": "2021-01-02T03:04:05Z", "url": None, "sha256": "0" * 64},
}


def one(entry: str) -> GivenSource:
    ((_, item),) = bibtex.read(entry)
    assert isinstance(item, GivenSource), item
    return item


def said(item: GivenSource) -> tuple[str | None, ...]:
    new = item.source
    return (item.key, new.kind, new.title, new.what, new.publisher, new.author, new.published)


def refused(text: str | bytes) -> BadInput:
    with pytest.raises(BadInput) as caught:
        list(bibtex.read(text))
    return caught.value


def lines(text: str) -> list[tuple[int, str]]:
    """The line and the key of each entry, or what is wrong with it."""
    return [
        (line, item.message if isinstance(item, BadInput) else str(item.key))
        for line, item in bibtex.read(text)
    ]


def test_an_article_has_its_journal_its_day_and_its_people() -> None:
    item = one(r"""
        @string{nat = "Nature"}
        @article{Roe:2020,
          title = {The {NASA} report on {G{\"o}del} \& \emph{Co}},
          author = "Roe, Jane and van der Berg, Jr., Hans and {World Health Organization}",
          journal = nat, year = 2020, month = may # "~3",
          url = {https://example.org/a\_b\%20c}, note = {Seen by K{\'e}vin.}
        }""")
    assert said(item) == (
        "Roe:2020",
        "document",
        "The NASA report on Gödel & Co",
        "https://example.org/a_b%20c",
        "Nature",
        "Jane Roe; Hans van der Berg Jr.; World Health Organization",
        "2020-05-03",
    )
    assert (item.note, item.remarks) == ("Seen by Kévin.", ())


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("article", "document"), ("InProceedings", "document"), ("TECHREPORT", "document"),
        ("book", "book"), ("inbook", "book"), ("online", "page"), ("dataset", "dataset"),
        ("video", "recording"), ("misc", "other"), ("unheard-of", "other"),
    ],
)  # fmt: skip
def test_the_type_of_the_entry_says_what_kind_it_is(form: str, kind: str) -> None:
    entry = f"@{form.replace('-', '')}{{x, title = {{T}}}}"
    assert one(entry).source.kind == kind


@pytest.mark.parametrize(
    ("fields", "url", "kind"),
    [
        (r"url = {https://example.org/~x}", "https://example.org/~x", "page"),
        (r"url = {https://example.org/\~{}x}", "https://example.org/~x", "page"),
        (r"url = {https://a.org/1 https://a.org/2}", "https://a.org/1", "page"),
        (r"howpublished = {\url{https://example.org/a_b}}", "https://example.org/a_b", "page"),
        (r"howpublished = {https://example.org}", "https://example.org", "page"),
        (r"note = {See \url{https://example.org}.}", "https://example.org", "page"),
        (r"eprint = {2001.1}, archivePrefix = {arXiv}", "https://arxiv.org/abs/2001.1", "page"),
        (r"doi = {10.1000/182}", "https://doi.org/10.1000/182", "other"),
        (r"doi = {https://dx.doi.org/10.1000/182}", "https://doi.org/10.1000/182", "other"),
        (r"doi = {unknown}", None, "other"),
    ],
)
def test_the_address_may_stand_in_several_fields(fields: str, url: str | None, kind: str) -> None:
    new = one(f"@misc{{x, title = {{T}}, {fields}}}").source
    assert (new.what, new.kind) == (url or "T", kind)


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ("year = 2020", "2020"), ("year = {2020}, month = {5}", "2020-05"),
        ("year = 2020, month = may, day = 3", "2020-05-03"),
        ("year = 2020, month = may, day = 31", "2020-05-31"),
        ("year = 2020, month = jun, day = 31", "2020-06"),
        ("year = 2020, month = 13", "2020"), ("year = 2020, month = {Sept.}", "2020-09"),
        ("date = {2020-05-03}", "2020-05-03"), ("date = {2020-05/2020-07}", "2020-05"),
        ("date = {2020-05-03T10:00:00}", "2020-05-03"), ("date = {2020~}", "2020"),
        ("date = {May 3, 2020}", "2020-05-03"), ("year = {[2020]}", "2020"),
        ("year = {c. 1920}", "1920"), ("year = {in press}", None), ("year = {}", None),
    ],
)  # fmt: skip
def test_a_date_is_as_exact_as_it_is_said(fields: str, day: str | None) -> None:
    assert one(f"@book{{x, title = {{T}}, {fields}}}").source.published == day


def test_a_date_that_cannot_be_kept_is_told() -> None:
    item = one("@book{x, title = {T}, year = {in press}}")
    assert item.remarks == ("x: 'in press' is no date that can be kept.",)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"{\"o} \"{o} \"o \'{\i} \v{C} \c{c} \ss{} {\o} \aa\ \L{}", "ö ö ö í Č ç ß ø å Ł"),
        (r"$x^2$ and $\alpha$ of H$_2$O", "x^2 and α of H_2O"),
        ("$5 to $10, 50% of it", "$5 to $10, 50% of it"),
        (r"\$5 \{x\} \textbackslash{} \textasciitilde{} \^{}", "$5 {x} \\ ~ ˆ"),
        (r"\unknown{kept} \textbf{bold} \href{http://a.org}{shown}", "kept bold shown"),
        ("a~b -- c --- d ``e''", "a b – c — d “e”"),
        ("one\n  two\\\\three \\", "one two three"),
        ("<script>alert(1)</script> =1+1", "<script>alert(1)</script> =1+1"),
    ],
)
def test_latex_is_read_as_its_reader_sees_it(written: str, read: str) -> None:
    assert decoded(written) == read


@given(st.text(st.sampled_from("ab é東\\{}~^%&_#$'`\"-!?,<>@=|\u202e"), max_size=12))
def test_what_is_escaped_reads_as_it_was(text: str) -> None:
    assert decoded(escaped(text)) == " ".join(text.split())


@given(st.text(st.sampled_from("ab \\{}~^%$'`\"-\ufdd0ouvHc="), max_size=20))
def test_any_latex_reads_as_something(text: str) -> None:
    assert "\\" not in decoded(text.replace(r"\textbackslash", ""))


def test_what_is_broken_costs_no_other_entry() -> None:
    text = (
        "Mail to a@example.org.\n\n"
        "@book{open, title = {Unclosed\n}\n"
        "@book{one, title = {One}}\n"
        "@book{two words, title = {Two}}\n"
        "@book{half, title = }\n"
        "  @book{three, title = {Three}} @book{four, title = {Four}}\n"
        "@misc{bad, title = {x}, url = {javascript:alert(1)}}\n"
        "@misc{none, year = 2020}\n"
        '@book(five, title = "Fi{v}e")\n'
    )
    assert lines(text) == [
        (3, "The entry open does not end: a brace or a quotation mark is left open."),
        (5, "one"),
        (6, "The entry two cannot be read: '=' expected."),
        (7, "The entry half cannot be read: field value expected."),
        (8, "three"),
        (8, "four"),
        (9, "'javascript:alert(1)' is no web address."),
        (10, "The source has no title."),
        (11, "five"),
    ]
    assert [item.line for _, item in bibtex.read(text) if isinstance(item, BadInput)] == [
        3, 6, 7, 9, 10,
    ]  # fmt: skip


def test_lines_are_counted_whatever_ends_them() -> None:
    text = "@comment{x}\r\n\r\n@book{a, title = {A\r\nB}}\r\n@book{b, title = {B}}"
    assert lines(text) == [(3, "a"), (5, "b")]
    assert lines(text.replace("\r\n", "\r")) == [(3, "a"), (5, "b")]


def test_macros_are_filled_in_and_unknown_ones_are_told() -> None:
    items = dict(
        bibtex.read(
            '@string{a = "An "}\n@STRING(b = A # {Atlas})\n@preamble{"\\x"}\n'
            "@book{x, title = B, publisher = nobody, title = {Another}}\n"
        )
    )
    item = items[4]
    assert isinstance(item, GivenSource)
    assert (item.source.title, item.source.publisher) == ("An Atlas", "nobody")
    assert item.remarks == (
        "x: the macro nobody stands for nothing.",
        "x: title is there twice; the first one is taken.",
    )


def test_a_part_has_from_the_whole_what_it_does_not_say() -> None:
    items = [
        item
        for _, item in bibtex.read(
            "@inproceedings{part, title = {Part}, crossref = {Whole}}\n"
            "@inproceedings{lost, title = {Lost}, crossref = {nowhere}, year = 2001}\n"
            "@proceedings{whole, title = {Proceedings}, year = 2019, month = may}\n"
            "@book{self, title = {Self}, crossref = {self}}\n"
        )
        if isinstance(item, GivenSource)
    ]
    assert said(items[0])[2:] == ("Part", "Part", "Proceedings", None, "2019-05")
    assert items[1].remarks == ("lost: there is no entry nowhere to take the rest from.",)
    assert [said(item)[6] for item in items] == ["2019-05", "2001", "2019-05", None]


@pytest.mark.parametrize(
    ("data", "message", "line"),
    [
        (b"", "there is nothing in it", None),
        (b"no entry, but a@example.org", "no BibTeX entry", 1),
        ("@book{a,\ntitle = {M\xfcller}}".encode("cp1252"), "Windows-1252", 2),
        (b"@book{a, title = {\0}}", "NUL", 1),
        (b"@" * 25_000_001, "more than the 25 MB", None),
    ],
)
def test_what_is_no_bibliography_is_refused(data: bytes, message: str, line: int | None) -> None:
    error = refused(data)
    assert message in error.message
    assert error.line == line


def test_a_byte_order_mark_is_no_text() -> None:
    assert [item.key for _, item in bibtex.read(b"\xef\xbb\xbf@book{a, title = {A}}")] == ["a"]  # type: ignore[union-attr]  # it is a source


def test_what_is_too_long_is_refused_by_its_line() -> None:
    long = "@book{b, title = {" + "x" * 100_001 + "}}\n@book{c, title = {" + "x" * 2001 + "}}"
    endless = "\n@book{d, title = {" + "{}" * 500_000 + "}}"
    assert lines(long + endless) == [
        (1, "title of b is longer than 100000 characters."),
        (2, f"The title is 2001 characters long: {'x' * 40!r}..."),
        (3, "The entry is longer than 1000000 characters."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '@a{x,t="' + "{}" * 100_000,
        "@a{x,t=" + "{" * 90 + "{}" * 50_000,
        "@" + " " * 200_000,
        "@a{\n" * 20_000,
        "@misc{x,title={t},author={" + "{A} and " * 10_000 + "B}}",
        "@misc{x,title={" + "\\" * 50_000 + "}}",
        '@string{a="0123456789"}\n' + "@string{a=a#a}\n" * 60 + "@misc{x,title=a}",
    ],
    ids=["quoted", "deep", "blank", "begun", "names", "backslashes", "doubling"],
)
def test_hostile_files_end(text: str) -> None:
    try:
        assert list(bibtex.read(text))
    except BadInput as error:
        assert error.line == 1  # noqa: PT017  either way is an answer


# Out


def test_an_entry_is_written_so_that_bibtex_and_biber_take_it() -> None:
    assert bibtex.write([ATLAS]) == (
        "@misc{atlas,\n"
        "  title = {{An Atlas}},\n"
        "  author = {{Jane Roe} and {World Health Organization}},\n"
        "  howpublished = {Rail \\& Co},\n"
        "  year = {2020},\n"
        "  month = may,\n"
        "  day = {3},\n"
        "  url = {https://example.org/atlas},\n"
        "  urldate = {2021-01-02},\n"
        "  entrysubtype = {page},\n"
        "}\n"
    )


@pytest.mark.parametrize("kind", list(SourceKind))
@pytest.mark.parametrize("published", ["2020", "2020-05", "2020-05-03", None])
def test_what_is_written_reads_as_it_was(kind: str, published: str | None) -> None:
    title = "A {t}itle & \"Co\" $5 – 100% \\ #1_ ~ ^ -- ``q'' </script> =1+1 \u202eabc"
    source = {**ATLAS, "kind": kind, "title": title, "published": published}
    written = bibtex.write([source])
    assert written == bibtex.write([source])
    assert said(one(written)) == (
        "atlas", kind, title, ATLAS["url"], ATLAS["publisher"], ATLAS["author"], published,
    )  # fmt: skip


def test_an_address_is_taken_letter_for_letter() -> None:
    url = "https://doi.org/10.1000/a_b%20c#d~e&f"
    written = bibtex.write([{**ATLAS, "url": url}])
    assert "  doi = {10.1000/a_b%20c#d~e&f},\n" in written
    assert one(written).source.what == url
    braces = bibtex.write([{**ATLAS, "url": "https://example.org/}{\\x"}])
    assert "  url = {https://example.org/%7D%7B%5Cx},\n" in braces


def test_a_protected_source_is_its_alias_alone() -> None:
    hidden = {**ATLAS, "kind": "person", "title": "Jane Roe", "alias": "an official"}
    assert bibtex.write([{**hidden, "protected": True}]) == (
        "@misc{atlas,\n  title = {{an official}},\n  entrysubtype = {person},\n}\n"
    )


def test_many_entries_stand_apart(tmp_path: Path) -> None:
    path = tmp_path / "out.bib"
    path.write_text(bibtex.write([ATLAS, {**ATLAS, "key": "two", "author": "A; et al."}]))
    items = [item for _, item in bibtex.read(path.read_bytes())]
    assert [said(item)[5] for item in items if isinstance(item, GivenSource)] == [
        ATLAS["author"], "A; et al.",
    ]  # fmt: skip
    assert bibtex.write([]) == ""
