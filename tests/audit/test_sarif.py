import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator  # type: ignore[import-untyped]  # it carries none

from factcheck.audit.sarif import Place, document, web_uri
from factcheck.codes import CODES

SCHEMA = Path(__file__).parents[1] / "data" / "sarif" / "written.schema.json"
VALIDATOR = Draft7Validator(json.loads(SCHEMA.read_text()))


def finding(**parts: Any) -> dict[str, Any]:
    return {
        "id": 202000004,
        "name": "D202:4",
        "code": "D202",
        "severity": "error",
        "state": "open",
        "record": {"kind": "evidence", "id": 4},
        "claim": 11,
        "source": 7,
        "message": "37 became 47.",
        "help": "factcheck verify 11",
        "detail": {},
        "set_aside": None,
        **parts,
    }


def checked(*findings: dict[str, Any], **options: Any) -> dict[str, Any]:
    """The document, after a way through a file; every one is valid."""
    made = document(findings, **options)
    data = json.dumps(made, ensure_ascii=False, allow_nan=False).encode()
    assert [error.message for error in VALIDATOR.iter_errors(json.loads(data))] == []
    assert json.loads(data) == made
    return made


def result(**parts: Any) -> dict[str, Any]:
    found: dict[str, Any] = checked(finding(**parts))["runs"][0]["results"][0]
    return found


def place(**parts: Any) -> Any:
    return result(**parts)["locations"][0].get("physicalLocation")


def test_document_is_written_whole() -> None:
    made = checked(
        finding(uid="0192-4", basis="ab12", detail={"url": "https://example.org/a b"}),
        version="0.1.0",
    )
    schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    assert made == {
        "$schema": f"{schema}sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "factcheck",
                        "version": "0.1.0",
                        "rules": [
                            {
                                "id": "D202",
                                "shortDescription": {"text": CODES["D202"].title},
                                "fullDescription": {"text": CODES["D202"].why},
                                "help": {
                                    "text": "factcheck verify CLAIM, then factcheck evidence edit"
                                    " EVIDENCE --quote WORDS"
                                },
                                "defaultConfiguration": {"level": "error"},
                                "properties": {"tags": ["drift"]},
                            }
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    {
                        "ruleId": "D202",
                        "ruleIndex": 0,
                        "level": "error",
                        "message": {"text": "37 became 47."},
                        "locations": [
                            {
                                "logicalLocations": [
                                    {
                                        "name": "evidence:4",
                                        "kind": "evidence",
                                        "fullyQualifiedName": "claim/11/evidence/4",
                                    }
                                ],
                                "physicalLocation": {
                                    "artifactLocation": {"uri": "https://example.org/a%20b"}
                                },
                            }
                        ],
                        "partialFingerprints": {"record/v1": "D202/claim/11/evidence/4"},
                        "fingerprints": {"uid/v1": "0192-4", "basis/v1": "ab12"},
                        "baselineState": "unchanged",
                        "suppressions": [],
                        "properties": {
                            "name": "D202:4",
                            "state": "open",
                            "help": "factcheck verify 11",
                            "claim": 11,
                            "source": 7,
                        },
                    }
                ],
            }
        ],
    }


def test_no_findings_are_a_run_without_results() -> None:
    run = checked()["runs"][0]
    assert (run["results"], run["tool"]["driver"]["rules"]) == ([], [])


def test_every_code_is_a_rule_of_its_own() -> None:
    run = checked(*(finding(code=code) for code in reversed(CODES)))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(CODES)
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == list(reversed(CODES))
    assert not any("{" in rule["help"]["text"] for rule in rules)


def test_code_of_another_version_is_a_rule_by_name() -> None:
    run = checked(finding(code="X999"))["runs"][0]
    assert run["tool"]["driver"]["rules"] == [{"id": "X999"}]


@pytest.mark.parametrize(
    ("state", "baseline"),
    [("new", "new"), ("open", "unchanged"), ("fixed", "absent"), ("set-aside", "unchanged")],
)
def test_state_is_told_against_the_baseline(state: str, baseline: str) -> None:
    assert result(state=state)["baselineState"] == baseline


@pytest.mark.parametrize("name", ["set_aside", "lifted"])
def test_what_is_set_aside_is_suppressed_with_its_reason(name: str) -> None:
    aside = {"by": "Ann", "because": "The desk knows.", "at": "2026-11-23T09:00:00Z"}
    assert result(state="set-aside", **{name: aside})["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "The desk knows.",
            "properties": {"by": "Ann", "at": "2026-11-23T09:00:00Z"},
        }
    ]


def test_what_is_set_aside_without_a_word_is_suppressed_too() -> None:
    assert result(state="set-aside")["suppressions"] == [{"kind": "external", "status": "accepted"}]


@pytest.mark.parametrize(
    ("record", "claim", "source", "name"),
    [
        ("evidence", 11, 7, "claim/11/evidence/4"),
        ("evidence", None, 7, "source/7/evidence/4"),
        ("verdict", 11, None, "claim/11/verdict/4"),
        ("snapshot", 11, 7, "source/7/snapshot/4"),
        ("source", 11, 4, "source/4"),
        ("claim", 4, 7, "claim/4"),
        ("article", None, None, "article/4"),
        ("query", None, None, "query/4"),
    ],
)
def test_record_is_named_with_what_it_belongs_to(
    record: str, claim: int | None, source: int | None, name: str
) -> None:
    found = result(record={"kind": record, "id": 4}, claim=claim, source=source)
    logical = found["locations"][0]["logicalLocations"][0]
    assert logical == {"name": f"{record}:4", "kind": record, "fullyQualifiedName": name}


@pytest.mark.parametrize(
    ("detail", "found"),
    [
        ({"article": "kim-train", "start": 3, "end": 9}, {"charOffset": 3, "charLength": 6}),
        ({"article": "kim-train", "start": 3, "end": 3}, {"charOffset": 3, "charLength": 0}),
        ({"article": "kim-train", "line": 4}, {"startLine": 4}),
        ({"article": "kim-train", "start": 9, "end": 3, "line": 4}, {"startLine": 4}),
        ({"article": {"id": 1, "slug": "kim-train"}, "line": 4}, {"startLine": 4}),
        ({"article": "kim-train", "line": 0}, None),
        ({"article": "kim-train", "start": True, "end": "9"}, None),
    ],
)
def test_place_in_an_article_is_its_slug_and_region(
    detail: dict[str, Any], found: dict[str, int] | None
) -> None:
    region = {"region": found} if found else {}
    assert place(detail=detail) == {"artifactLocation": {"uri": "kim-train"}, **region}


@pytest.mark.parametrize("slug", ["", "..", ".", 7, None, {}])
def test_what_is_no_slug_is_no_place(slug: object) -> None:
    assert place(detail={"article": slug, "line": 4}) is None


def test_slug_of_any_characters_is_one_segment() -> None:
    found = place(detail={"article": "javascript:a/b \u00fc\ud800"})
    assert found == {"artifactLocation": {"uri": "javascript%3Aa%2Fb%20%C3%BC%ED%A0%80"}}


def test_places_may_come_from_the_caller() -> None:
    made = checked(finding(), places=lambda one: Place(article="a", line=int(one["claim"])))
    assert made["runs"][0]["results"][0]["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a"},
        "region": {"startLine": 11},
    }


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTPS://Example.org:8443/A", "https://example.org:8443/A"),
        (" https://example.org/a ", "https://example.org/a"),
        ("https://example.org/a b\u00fc", "https://example.org/a%20b%C3%BC"),
        ("https://example.org/%41%zz%", "https://example.org/%41%25zz%25"),
        ("https://example.org/?q=[1]&x=\"#f'", "https://example.org/?q=%5B1%5D&x=%22#f'"),
        ("https://example.org/a\x00\x1b\\b", "https://example.org/a%00%1B%5Cb"),
        ("https://example.org/\ud800", "https://example.org/%ED%A0%80"),
        ("https://ex\u00e4mple.org/", "https://xn--exmple-cua.org/"),
        ("https://ann:secret@example.org/", "https://example.org/"),
        ("http://[2001:db8::1]:80/", "http://[2001:db8::1]:80/"),
        ("http://[fe80::1%25eth0]/", "http://[fe80::1]/"),
    ],
)
def test_address_is_percent_encoded(address: str, uri: str) -> None:
    assert place(detail={"url": address}) == {"artifactLocation": {"uri": uri}}


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://example.org/",
        "data:text/html,x",
        "//example.org/",
        "example.org/a",
        "https://",
        "https:///a",
        "https://exa mple.org/",
        "https://example.org\\@127.0.0.1/",
        "https://example.org:99999/",
        "https://example.org:a/",
        "https://[::1/",
        "https://[v1.x]/",
        "https://" + "\u00e4" * 5000 + "/",
        "https://" + "a" * 5000 + "/",
        "https://\ud800/",
        "",
        None,
        7,
        ["https://example.org/"],
    ],
)
def test_what_is_no_web_address_is_no_place(address: object) -> None:
    assert place(detail={"url": address}) is None


@pytest.mark.parametrize(
    ("message", "text"),
    [
        ("a\x00b\x1b[31m", "a\\x00b\\x1b[31m"),
        ("a\ud800b", "a\\ud800b"),
        ("a\u202eb", "a\\u202eb"),
        ("two\nlines\tand", "two\nlines\tand"),
        ("{0} of {claim}", "{{0}} of {{claim}}"),
        ("[click](https://evil.example)", "[click] (https://evil.example)"),
        ("\U0001f600 [4] (5)", "\U0001f600 [4] (5)"),
    ],
)
def test_message_is_plain_text(message: str, text: str) -> None:
    assert result(message=message)["message"] == {"text": text}


WILD = st.text(st.characters(exclude_categories=()))


@given(WILD, WILD, st.fixed_dictionaries({}, optional={"url": WILD, "article": WILD}))
def test_any_text_is_valid(message: str, because: str, detail: dict[str, str]) -> None:
    checked(finding(message=message, help=because, set_aside={"because": because}, detail=detail))


@given(st.sampled_from(["http://", "https://", "HTTP://[", "https://a.example/"]), WILD)
def test_address_that_was_encoded_stays_as_it_is(start: str, rest: str) -> None:
    uri = web_uri(start + rest)
    assert uri is None or web_uri(uri) == uri


def test_endless_texts_are_taken() -> None:
    text = "[](%{" * 200_000
    checked(finding(message=text, detail={"url": f"https://example.org/{text}"}))
