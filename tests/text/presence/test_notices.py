import pytest

from factcheck.text.presence import Notice, Page, notices

BODY = "The train leaves the capital twice a week, its guards say, and returns at night.\n\n"


@pytest.mark.parametrize(
    ("notice", "text"),
    [
        ("Correction: The fare was wrong. It is 5.", "Correction: The fare was wrong."),
        ("Correction\n\nThe fare was wrong. It is 5.", "Correction: The fare was wrong."),
        (
            "An earlier version of this article misstated the fare. It is 5.",
            "An earlier version of this article misstated the fare.",
        ),
        (
            "Editor\u2019s note: This article has been retracted. We regret it.",
            "Editor\u2019s note: This article has been retracted.",
        ),
        (
            "Correction: 5 May 2021\n\nAn earlier version of this article misstated the fare.",
            "Correction: 5 May 2021: An earlier version of this article misstated the fare.",
        ),
        ("[Correction: the year was 2011]", "[Correction: the year was 2011]"),
        ("*Correction appended", "*Correction appended"),
        ("RETRACTED: The train of the north", "RETRACTED: The train of the north"),
        (
            "This article was amended on 5 May to correct the fare.",
            "This article was amended on 5 May to correct the fare.",
        ),
    ],
)
def test_notice_is_found_with_its_first_sentence(notice: str, text: str) -> None:
    page = Page(f"{BODY}{notice}\n\n{BODY}")
    assert notices(page) == [Notice(len(BODY), len(BODY) + len(notice), text)]


def test_notice_within_a_paragraph_begins_with_its_sentence() -> None:
    text = "The fare is 5. An earlier version of this story said it was 6."
    assert notices(Page(text)) == [Notice(15, 62, text[15:])]


def test_long_notice_is_cut() -> None:
    (notice,) = notices(Page("Correction: " + "word " * 200))
    assert len(notice.text) <= 300


def test_notices_come_in_order() -> None:
    page = Page(f"Correction: The fare.\n\n{BODY}Clarification: The day.")
    assert [notice.text for notice in notices(page)] == [
        "Correction: The fare.",
        "Clarification: The day.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        BODY,
        "A stock market correction is a fall of 10 percent.",
        "Correction is what analysts expect. Prices fell.",
        "Department of Correction: a new head was named.",
        "The Department of Correction\n\nIt runs the prisons of the state.",
        "Correction officers went on strike.",
        "Changelog\n\n- The option has been removed.\n- Corrected a typo in the help.",
        "Version 2.1: the parser was corrected.",
        "An earlier version of this package had a bug.",
        "The paper retracted its article last year.",
        "He demanded a retraction: the paper refused.",
        "Scientists retracted the study, Nature reported.",
        "The court corrected the record in May.",
        "Editor's note: This story was first published in 2019.",
        "Update: The train has arrived.",
        "Updated at 5:30 p.m. on May 5",
        "The troops were withdrawn. This article is about them.",
        "We were clear in our correction of the course.",
        "Report an error or a correction",
        "Corrections",
        "Die Korrektur an der B\u00f6rse ging weiter.",
        "La correction des march\u00e9s continue.",
        "La correcci\u00f3n del mercado sigue.",
    ],
)
def test_text_about_corrections_is_none(text: str) -> None:
    assert notices(Page(text)) == []
