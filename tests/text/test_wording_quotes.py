import pytest

from factcheck.text import wording
from factcheck.words import Kind

LONG = (
    "North Korea\u2019s support might enable Putin to prolong his war, "
    "which is detrimental news for Europe."
)


def told(claim: str, passage: str) -> str:
    return wording.check(claim, passage, Kind.QUOTE).explanation


def ending(claim: str, passage: str) -> str:
    return told(claim, passage).rsplit(": ", 1)[1]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ('a "massive blunder"', "It would be a massive blunder for Russia."),
        ("a \u201cmassive blunder.\u201d", "It would be a massive blunder for Russia."),
        (
            "it would \u201cpay a price.\u201d",
            "\u2018They will pay a price for this,\u2019 he said",
        ),
        ('a "highly developed" industry', "a highly-developed industry"),
        ('a "highly developed" industry', "a highly\ndevel\u00adoped industry"),
        ('"Massive blunder"', "a MASSIVE BLUNDER"),
        ('"massive blunder"', "Massive blunder!"),
        (f'"{LONG}"', LONG),
        (f'"{LONG}"', LONG.replace("\u2019", "'").replace("war, ", "war,\n")),
        (f'"{LONG}"', f"\u00ab{LONG}\u00bb"),
        (f"He said: \u201c{LONG}\u201d", f"\u201c{LONG[:-1]},\u201d he said."),
        (LONG, LONG),
        ("He called it \"the so-called 'deal'\"", "He called it the so-called \u201cdeal\u201d."),
        ('"the train left" and "it was green"', "The train left. It was green."),
        ("\u00ab un \u00e9norme g\u00e2chis \u00bb", "ce serait un \u00e9norme g\u00e2chis"),
        ("\u201eein riesiger Fehler\u201c", "Es w\u00e4re ein riesiger Fehler."),
        ("「他们会付出」", "白宫说他们会付出"),
        ('"خطأ فادح"', "إنه خطأ فادح"),
        (
            "\u00abогромная ошибка\u00bb",
            "это огромная ошибка",
        ),
        ('would not be a "massive blunder"', "It would not be a massive blunder."),
        ('"grew by 5 percent"', "It grew by 5 percent in May."),
        ('"It will not work"', "He said: It will not work."),
        ('"20,000 troops"', "some 20\u202f000 troops"),
        ('"Mr. Gorbachev, tear down this wall"', "Mr Gorbachev, tear down this wall!"),
        ('"told US officials"', "he told US officials"),
        ('"That was [sic] wrong for us"', "That was wrong for us"),
    ],
)
def test_words_that_stand_there_agree(claim: str, passage: str) -> None:
    assert ending(claim, passage) == "agrees"


@pytest.mark.parametrize(
    ("claim", "passage", "said"),
    [
        ("massive", "major", '"massive blunder": the passage has "major" for "massive": differs'),
        (
            "massive",
            "massive political",
            '"massive blunder": the passage also has "political": differs',
        ),
    ],
)
def test_altered_phrase_shows_the_difference(claim: str, passage: str, said: str) -> None:
    assert told(f'a "{claim} blunder"', f"It would be a {passage} blunder.") == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("might", "may", 'has "may" for "might"'),
        ("might", "might not", 'also has "not"'),
        ("prolong his", "prolong", 'lacks "his"'),
        ("detrimental", "good", 'has "good" for "detrimental"'),
        ("Putin", "Kim", 'has "Kim" for "Putin"'),
        ("Europe", "Asia", 'has "Asia" for "Europe"'),
    ],
)
def test_altered_sentence_shows_the_difference(old: str, new: str, said: str) -> None:
    found = told(f'"{LONG}"', f'"{LONG.replace(old, new)}"')
    assert found.partition('": ')[2] == f"the passage {said}: differs"


@pytest.mark.parametrize(
    ("claim", "passage", "said"),
    [
        (
            '"the support [...] is bad news"',
            "The support, as we all know, is bad news.",
            'trimmed, word for word; the passage has 4 more words: "as we all know": agrees',
        ),
        (
            '"the support ... is bad news"',
            "The support is bad news.",
            "the quotation stands in the passage word for word: agrees",
        ),
        (
            '"the support\u2026 bad news"',
            "the support is bad news",
            'trimmed, word for word; the passage has 1 more word: "is": agrees',
        ),
        (
            '"[the president] will pay a price"',
            "he will pay a price",
            "word for word: agrees",
        ),
        (
            '"I think [Putin] will pay a price"',
            "I think he will pay a price",
            'word for word; for "[Putin]" the passage has "he": agrees',
        ),
        (
            '"the support [of Kim] is bad news"',
            "the support is bad news",
            'word for word; "[of Kim]" is the writer\'s: agrees',
        ),
        ('"[T]he support is bad news"', "But the support is bad news", "word for word: agrees"),
        (
            '"he want[ed] a price"',
            "he wants a price",
            'word for word; for "want[ed]" the passage has "wants": agrees',
        ),
    ],
)
def test_trimmed_quotation_agrees_and_says_so(claim: str, passage: str, said: str) -> None:
    assert told(claim, passage).endswith(said)


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        # What is left out turns the sense.
        ('"The film is ... a masterpiece"', "The film is not at all a masterpiece"),
        ('"The film is [...] a masterpiece"', "The film is anything but a masterpiece"),
        ('"It will work ... in May"', "It will work if they pay in May"),
        ('"He ... won"', "He never won"),
        ('"They will ... leave"', "They will refuse to leave"),
        ('"It ... end the war"', "It could end the war"),
        ('"We will [not] leave the town"', "We will leave the town"),
        # What stands beside it does.
        ('a "massive blunder"', "It would not be a massive blunder."),
        ('a "massive blunder"', 'It was hardly a "massive blunder".'),
        ('not a "massive blunder"', "It is a massive blunder."),
        ('"er kommt"', "er kommt nicht"),
        ('"We will leave the town"', "We will leave the town unless they pay."),
        ('"we leave"', 'He never said, "We leave."'),
        ('"We will nuke Paris"', '"We will nuke Paris," reads a tweet. The quote is fake.'),
        ('"We will nuke Paris"', 'He never said "We will nuke Paris".'),
        ('"We will nuke Paris"', 'A hoax has him say "We will nuke Paris".'),
        ('"We will leave the town."', "Will they? We will leave the town?"),
        ('"what your country can do"', "Ask not what your country can do."),
        ('"It is legal"', "It is legal, critics say falsely."),
        # Other words, or only some of them.
        ('"massive blunder"', "The blunder was massive."),
        ('"massive blunder"', "It was the blunder."),
        ('"massive blunder"', "A massive train left."),
        ('"highly developed"', "It is highly. Developed states do more."),
        ('"told us"', "He told US officials."),
        ('"rose by 5"', "It rose by 5 percent."),
        ('"rose by 5"', "It rose by 5%."),
        ('"paid 5"', "He paid $5"),
        ('"five"', "five hundred"),
        ('"developed land"', "an under-developed land"),
        ('"Kim"', "Putin left."),
        (f'"{LONG}"', "Support from North Korea could let Putin extend the war."),
        ('"I will resign tomorrow"', "He said he would resign tomorrow."),
        (
            '"I will resign if the parliament votes against the budget"',
            "He would resign if the parliament votes against the budget",
        ),
        ('"the train left ... Kim was there"', "Kim was there before the train left."),
        ('"We will leave. We are done."', '"We will leave," he said. "We are done."'),
        ('"ab" "c"', "ab"),
        ('"..."', "nothing"),
    ],
)
def test_what_cannot_be_told_is_not_comparable(claim: str, passage: str) -> None:
    assert ending(claim, passage) == "not comparable"


def test_interrupted_quotation_agrees_and_says_so() -> None:
    passage = "\u201cWe will go,\u201d he said, \u201cto Moscow tomorrow.\u201d"
    assert told('"We will go to Moscow tomorrow"', passage) == (
        '"We will go to Moscow tomorrow" stands in the passage word for word, '
        'which sets "he said" in it: agrees'
    )


def test_one_altered_quotation_of_several_decides() -> None:
    passage = "It was a massive blunder. They will pay the price."
    assert told('"massive blunder", "they will pay a price"', passage) == (
        '"they will pay a price": the passage has "the" for "a": differs'
    )


def test_later_place_may_be_the_one_that_agrees() -> None:
    passage = "It was not a massive blunder then. It is a massive blunder now."
    assert ending('a "massive blunder"', passage) == "agrees"


def test_quotation_at_the_end_of_a_megabyte_is_found() -> None:
    passage = "The train left the station on Monday, he said. " * 21_000 + "A massive blunder."
    assert ending('a "massive blunder"', passage) == "agrees"
    assert ending('a "major blunder of all blunders"', passage) == "not comparable"
