"""Edits that newsrooms make, each with what a checker should be told of it."""

import pytest

from factcheck.looks import Presence
from factcheck.text.presence import Page, look

EXACT, FOLDED = Presence.EXACT, Presence.FOLDED
MINOR, MATERIAL = Presence.ALTERED_MINOR, Presence.ALTERED_MATERIAL
MOVED, CONTEXT = Presence.MOVED_OR_REPLACED, Presence.CONTEXT_CHANGED
AMBIGUOUS, ABSENT = Presence.AMBIGUOUS, Presence.ABSENT

BEFORE = "City officials met on Monday evening to review the damage from the storm.\n\n"
BEHIND = "\n\nThe council will hear from engineers next week, a spokesman added."

EDITS = [
    (
        "toll-raised",
        "At least 47 people were killed when the bridge collapsed, police said.",
        "At least 37 people were killed when the bridge collapsed, police said.",
        MATERIAL,
    ),
    (
        "toll-spelled-out",
        "Twelve people were killed when the bridge collapsed, police said.",
        "12 people were killed when the bridge collapsed, police said.",
        MINOR,
    ),
    (
        "source-swapped",
        "Hospital officials said the patient was in stable condition on Friday.",
        "Police officials said the patient was in stable condition on Friday.",
        MATERIAL,
    ),
    (
        "age-corrected",
        "Maria Lopez, 34, of Dayton, was charged with two counts of fraud.",
        "Maria Lopez, 43, of Dayton, was charged with two counts of fraud.",
        MATERIAL,
    ),
    (
        "name-spelling-corrected",
        "The suit was filed by Katherine Hale, a tenant of the building since 1998.",
        "The suit was filed by Catherine Hale, a tenant of the building since 1998.",
        MATERIAL,
    ),
    (
        "typo-mended",
        "The government will publish the inspection reports by the end of the month.",
        "The goverment will publish the inspection reports by the end of the month.",
        MINOR,
    ),
    (
        "letters-transposed",
        "The school board received more than forty complaints about the bus routes.",
        "The school board recieved more than forty complaints about the bus routes.",
        MINOR,
    ),
    (
        "weekday-corrected",
        "The vote was postponed until Thursday after a procedural objection.",
        "The vote was postponed until Tuesday after a procedural objection.",
        MATERIAL,
    ),
    (
        "allegedly-put-in",
        "The treasurer allegedly transferred the money to an account abroad.",
        "The treasurer transferred the money to an account abroad.",
        MATERIAL,
    ),
    (
        "said-to-denied",
        "The minister denied that the contract had been signed before the tender.",
        "The minister said that the contract had been signed before the tender.",
        MATERIAL,
    ),
    (
        "increase-to-decrease",
        "Sales of new homes decreased in the last quarter, the agency reported.",
        "Sales of new homes increased in the last quarter, the agency reported.",
        MATERIAL,
    ),
    (
        "arrested-to-charged",
        "The two men were charged in connection with the burglary at the museum.",
        "The two men were arrested in connection with the burglary at the museum.",
        MATERIAL,
    ),
    (
        "percent-sign",
        "Turnout reached 61% in the northern districts, the commission said.",
        "Turnout reached 61 percent in the northern districts, the commission said.",
        MINOR,
    ),
    (
        "million-billion",
        "The project will cost $3.4 million over five years, the report found.",
        "The project will cost $3.4 billion over five years, the report found.",
        MATERIAL,
    ),
    (
        "thousands-comma",
        "About 12000 homes were without power by nightfall, the utility said.",
        "About 12,000 homes were without power by nightfall, the utility said.",
        MINOR,
    ),
    (
        "about-dropped",
        "More than 12,000 homes were without power by nightfall, the utility said.",
        "About 12,000 homes were without power by nightfall, the utility said.",
        MATERIAL,
    ),
    (
        "kilometres-to-miles",
        "The fire spread across 20 miles of dry grassland before it was stopped.",
        "The fire spread across 20 kilometers of dry grassland before it was stopped.",
        MATERIAL,
    ),
    (
        "article-dropped",
        "The judge ruled that company had failed to warn its workers of the risk.",
        "The judge ruled that the company had failed to warn its workers of the risk.",
        MINOR,
    ),
    (
        "not-put-in",
        "The drug was not approved for use in children under the new rules.",
        "The drug was approved for use in children under the new rules.",
        MATERIAL,
    ),
    (
        "can-to-cannot",
        "Residents cannot return to their homes until the inspection is complete.",
        "Residents can return to their homes until the inspection is complete.",
        MATERIAL,
    ),
    (
        "will-to-may",
        "The company may close its plant in Ohio by the end of the year.",
        "The company will close its plant in Ohio by the end of the year.",
        MATERIAL,
    ),
    (
        "comma-put-in",
        "The mayor, who was re-elected in May, called the report misleading.",
        "The mayor who was re-elected in May, called the report misleading.",
        MINOR,
    ),
    (
        "british-spelling",
        "The organization behind the labor protest criticized the new program.",
        "The organisation behind the labour protest criticised the new programme.",
        MATERIAL,
    ),
    (
        "one-british-spelling",
        "The organization behind the march called on the city to reopen the hall.",
        "The organisation behind the march called on the city to reopen the hall.",
        MINOR,
    ),
    (
        "hyphen-dropped",
        "She was the first woman to lead the email service of the Department.",
        "She was the first woman to lead the e-mail service of the Department.",
        MINOR,
    ),
    (
        "curly-quotes",
        "\u201cWe didn\u2019t see it coming,\u201d the engineer told the committee on Monday.",
        '"We didn\'t see it coming," the engineer told the committee on Monday.',
        FOLDED,
    ),
    (
        "unchanged",
        "The dam was built in 1932 and has been repaired twice since then.",
        "The dam was built in 1932 and has been repaired twice since then.",
        EXACT,
    ),
    (
        "suspect-to-man",
        "A man was taken to the county jail shortly after noon on Sunday.",
        "The suspect was taken to the county jail shortly after noon on Sunday.",
        MATERIAL,
    ),
    (
        "former-put-in",
        "The former police chief told reporters that he had seen the letter.",
        "The police chief told reporters that he had seen the letter.",
        MATERIAL,
    ),
    (
        "title-corrected",
        "Anna Berg, deputy director of the institute, presented the findings.",
        "Anna Berg, director of the institute, presented the findings.",
        MATERIAL,
    ),
    (
        "place-corrected",
        "The warehouse in Gary, Indiana, had been empty since the spring.",
        "The warehouse in Hammond, Indiana, had been empty since the spring.",
        MATERIAL,
    ),
    (
        "pronoun-corrected",
        "The driver told police that she had not slept for two days.",
        "The driver told police that he had not slept for two days.",
        MATERIAL,
    ),
    (
        "sentence-cut",
        "",
        "A neighbor reported hearing two shots fired from the second floor.",
        ABSENT,
    ),
    (
        "sentence-replaced-by-twin",
        "In Franklin County, inspectors found 12 wells with traces of the solvent.",
        "In Madison County, inspectors found 31 wells and ponds with high levels of lead.",
        MOVED,
    ),
    (
        "correction-repeats-it",
        (
            "The tower is 300 feet tall.\n\nCorrection: An earlier version of this article "
            "misstated the height. It said the tower is 500 feet tall according to the owner."
        ),
        "the tower is 500 feet tall according to the owner",
        CONTEXT,
    ),
    (
        "clarification",
        (
            "Clarification: This story has been updated to make clear who paid. It said the union "
            "paid for the trip in full."
        ),
        "the union paid for the trip in full",
        CONTEXT,
    ),
    (
        "editors-note-retracts",
        (
            "Editor\u2019s note: We have retracted this article. It claimed that the vaccine "
            "caused seizures in nine infants."
        ),
        "the vaccine caused seizures in nine infants",
        CONTEXT,
    ),
    (
        "editors-note-harmless",
        (
            "Editor's note: This story is part of a series. The county buried 90 unclaimed bodies "
            "last winter alone."
        ),
        "The county buried 90 unclaimed bodies last winter alone.",
        EXACT,
    ),
    (
        "stock-market-correction",
        (
            "A stock market correction is a fall of 10 percent. Analysts expect a correction of "
            "prices before the summer ends."
        ),
        "Analysts expect a correction of prices before the summer ends.",
        EXACT,
    ),
    (
        "department-of-correction",
        "Department of Correction: The inmate was moved to another unit on Friday night.",
        "The inmate was moved to another unit on Friday night.",
        EXACT,
    ),
    (
        "heading-corrections",
        "Correction\n\nThe fund lost 14 percent of its value in one day, not 41 percent.",
        "The fund lost 14 percent of its value in one day",
        CONTEXT,
    ),
    (
        "korrektur",
        (
            "Korrektur: In einer fr\u00fcheren Version dieses Artikels hie\u00df es, der Zug habe "
            "300 Fahrg\u00e4ste verletzt zur\u00fcckgelassen."
        ),
        "der Zug habe 300 Fahrg\u00e4ste verletzt zur\u00fcckgelassen",
        CONTEXT,
    ),
    (
        "rectificatif",
        (
            "Rectificatif : une version pr\u00e9c\u00e9dente de cet article affirmait que le maire "
            "avait touch\u00e9 deux millions d'euros."
        ),
        "le maire avait touch\u00e9 deux millions d'euros",
        CONTEXT,
    ),
    (
        "fe-de-errores",
        (
            "Fe de errores: en una versi\u00f3n anterior de este art\u00edculo se dec\u00eda que "
            "la empresa despidi\u00f3 a 300 trabajadores."
        ),
        "la empresa despidi\u00f3 a 300 trabajadores",
        CONTEXT,
    ),
    (
        "german-negation",
        "Der Minister hat den Vertrag nicht vor der Ausschreibung unterzeichnet.",
        "Der Minister hat den Vertrag vor der Ausschreibung unterzeichnet.",
        MATERIAL,
    ),
    (
        "german-figure",
        "Bei dem Unfall wurden 13 Menschen verletzt, teilte die Polizei mit.",
        "Bei dem Unfall wurden 12 Menschen verletzt, teilte die Polizei mit.",
        MATERIAL,
    ),
    (
        "chinese-figure",
        "\u8b66\u65b9\u8868\u793a\uff0c\u4e8b\u6545\u9020\u621037\u4eba\u53d7\u4f24\u3002",
        "\u8b66\u65b9\u8868\u793a\uff0c\u4e8b\u6545\u9020\u621027\u4eba\u53d7\u4f24\u3002",
        MATERIAL,
    ),
    (
        "quote-abridged",
        "The rail link, which was promised in 2009 and delayed four times, will open in March.",
        "The rail link [...] will open in March.",
        FOLDED,
    ),
    (
        "quote-abridged-date-changed",
        "The rail link, which was promised in 2009 and delayed four times, will open in April.",
        "The rail link, which was promised in 2009 [...] will open in March.",
        MATERIAL,
    ),
    (
        "bracketed-insertion",
        "He told the court that he had never met her before the trial began.",
        "He told the court that he had never met [the plaintiff] before the trial began.",
        FOLDED,
    ),
    (
        "sic",
        "The memo says the funds was spent on travel and nothing else.",
        "The memo says the funds was [sic] spent on travel and nothing else.",
        FOLDED,
    ),
    (
        "attribution-moved",
        "According to the ministry, the reservoirs were at a third of their capacity in July.",
        "The reservoirs were at a third of their capacity in July, according to the ministry.",
        MATERIAL,
    ),
    (
        "word-of-degree",
        "The storm caused severe damage to roofs along the coast, officials said.",
        "The storm caused minor damage to roofs along the coast, officials said.",
        MATERIAL,
    ),
    (
        "and-to-or",
        "Applicants must show a passport or a proof of address at the counter.",
        "Applicants must show a passport and a proof of address at the counter.",
        MATERIAL,
    ),
    (
        "by-to-to",
        "The central bank raised its key rate to 2 percent at the meeting.",
        "The central bank raised its key rate by 2 percent at the meeting.",
        MATERIAL,
    ),
    (
        "contraction",
        "The committee did not find any evidence that the tests were falsified.",
        "The committee didn't find any evidence that the tests were falsified.",
        MINOR,
    ),
    (
        "headline-capitals",
        "THE COMMITTEE FOUND EVIDENCE THAT THE TESTS WERE FALSIFIED",
        "The committee found evidence that the tests were falsified",
        MINOR,
    ),
    (
        "new-sentence-between",
        "Three workers were injured. The owner of the plant declined to comment on the blast.",
        "The owner of the plant declined to comment on the blast.",
        EXACT,
    ),
    (
        "year-corrected",
        "The treaty was signed in Geneva in 1964 by forty states.",
        "The treaty was signed in Geneva in 1946 by forty states.",
        MATERIAL,
    ),
    (
        "all-to-most",
        "Most of the samples taken from the river contained traces of mercury.",
        "All of the samples taken from the river contained traces of mercury.",
        MATERIAL,
    ),
]


@pytest.mark.parametrize(
    ("passage", "quote", "state"), [edit[1:] for edit in EDITS], ids=[edit[0] for edit in EDITS]
)
def test_edit_is_judged(passage: str, quote: str, state: Presence) -> None:
    assert look(quote, Page(BEFORE + passage + BEHIND)).state == state
