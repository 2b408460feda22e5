import pytest

from factcheck.text import wording
from factcheck.words import Kind

SUMMIT = "Russian President Vladimir Putin met Kim Jong Un in Vladivostok on Wednesday."
CARNEGIE = "the Carnegie Endowment for International Peace said"


def told(claim: str, passage: str, kind: Kind = Kind.NAME, language: str = "en") -> str:
    return wording.check(claim, passage, kind, language).explanation


def ending(claim: str, passage: str, kind: Kind = Kind.NAME, language: str = "en") -> str:
    return told(claim, passage, kind, language).rsplit(": ", 1)[1]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Vladimir Putin", SUMMIT),
        ("Putin", SUMMIT),
        ("Kim", SUMMIT),
        ("Kim Jong Un\u2019s train", SUMMIT),
        ("Kim met Putin in Vladivostok", SUMMIT),
        ("Kim Jong Un", "KIM JONG UN ARRIVES"),
        ("Vladimir Putin", "vladimir putin"),
        ("Vladimir Putin", "Vladimir Putin Arrives In Vladivostok For Talks With Kim"),
        ("Kim Jong-un", "Kim Jong\u2010un\u2019s train"),
        ("George H. W. Bush", "Then George H.W. Bush left"),
        ("J.K. Rowling", "by J. K. Rowling"),
        ("Robert Downey Jr.", "Robert Downey, Jr., said"),
        ("O\u2019Neill", "Eugene O'Neill"),
        ("Bashar al-Assad", "Bashar al-Assad left"),
        ("Ursula von der Leyen", "said Ursula von der Leyen"),
        ("M\u00fcller", "Thomas Mu\u0308ller"),
        ("bell hooks", "said Bell Hooks"),
        ("Владимир Путин", "приехал Владимир Путин"),
        ("محمد بن سلمان", "قال محمد بن سلمان"),
        ("محمد بن سلمان", "قال مُحَمَّد بن سلمان"),
        ("محمد بن سلمان", "قال ومحمد بن سلمان"),
        ("金正恩", "朝鲜领导人金正恩抵达"),
        ("プーチン", "ウラジーミル・プーチン大統領"),
        ("김정은", "김정은은 말했다"),
    ],
)
def test_name_in_the_same_form_agrees(claim: str, passage: str) -> None:
    assert ending(claim, passage) == "agrees"


def test_longer_form_of_the_passage_is_said() -> None:
    assert told("Putin", SUMMIT) == (
        '"Putin" stands in the passage, which has the longer "Vladimir Putin": agrees'
    )


@pytest.mark.parametrize(
    ("claim", "passage", "said"),
    [
        ("Catherine Jones", "said Katherine Jones, a nurse", '"Katherine Jones"'),
        ("Kim Jung Un", SUMMIT, '"Kim Jong Un"'),
        ("Kim Jong-un", SUMMIT, '"Kim Jong Un", joined in another way'),
        ("Jong Un Kim", SUMMIT, '"Kim Jong Un", in another order'),
        ("Muller", "said Thomas M\u00fcller", '"M\u00fcller", with other accents'),
        ("Thomas M\u00fcller", "said Thomas Muller", '"Thomas Muller", with other accents'),
        ("Mueller", "said Thomas M\u00fcller", '"M\u00fcller", spelt in another way'),
        ("George W. Bush", "George H. W. Bush", '"George H. W. Bush", with other initials'),
        ("Henry VIII", "Henry VII", '"Henry VII", with another number'),
        ("Elizabeth II", "Queen Elizabeth I", '"Elizabeth I", with another number'),
        ("Sergei Lavrov", "met Sergey Lavrov", '"Sergey Lavrov"'),
        ("Zelensky", "Volodymyr Zelenskyy said", '"Zelenskyy"'),
        (
            "Jean-Luc M\u00e9lenchon",
            "Jean Luc M\u00e9lenchon",
            '"Jean Luc M\u00e9lenchon", joined in another way',
        ),
        ("Ursula van der Leyen", "Ursula von der Leyen said", '"Ursula von der Leyen"'),
        ("Bashar al-Assad", "Bashar Al Assad", '"Bashar Al Assad", joined in another way'),
        ("محمد بن سلمان", "قال محمد بن سليمان", '"محمد بن سليمان"'),
    ],
)
def test_other_form_is_shown(claim: str, passage: str, said: str) -> None:
    assert told(claim, passage) == f'"{claim}": the passage has {said}: differs'


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("Vladimir Vladimirovich Putin", SUMMIT),
        ("Vladimir Putin", "Putin left"),
        ("Kim Jong", SUMMIT),
        ("Kim Jong Il", SUMMIT),
        ("Kim Jong", "Kim Jong-un left"),
        ("George Bush", "George H. W. Bush"),
        ("George W. Bush", "George Bush"),
        ("George W. Bush", "George Walker Bush"),
        ("George W. Bush", "George Bush and George H. W. Bush"),
        ("Katherine Jones", "Michael Jones left"),
        ("Sergei Lavrov", "Sergei Ryabkov left"),
        ("Robert Downey", "Robert Downey Jr. said"),
        ("Biden", "Joe Biden and Hunter Biden"),
        ("Marie", "Anne-Marie Slaughter"),
        ("Ford", "the Ford Foundation"),
        ("Will", "he will"),
        ("Kim Putin", "He met Kim. Putin left."),
        ("Kim", "Putin left"),
        ("he said so", SUMMIT),
        (
            "Владимир Путин",
            "Владимира Путина",
        ),
        ("金正恩", "朝鲜领导人金正日抵达"),
        ("プーチ", "ウラジーミル・プーチン大統領"),
    ],
)
def test_longer_shorter_and_other_names_are_not_comparable(claim: str, passage: str) -> None:
    assert ending(claim, passage) == "not comparable"


@pytest.mark.parametrize(
    ("claim", "passage", "kind", "expected"),
    [
        ("Khasan", "arrived through Khasan railway station", Kind.PLACE, "agrees"),
        ("the city of Khasan", "the Khasan crossing", Kind.PLACE, "agrees"),
        ("the U.S.", "the US said", Kind.PLACE, "agrees"),
        ("US", "he told us", Kind.PLACE, "not comparable"),
        ("US", "Us two", Kind.PLACE, "not comparable"),
        ("Korea", "in North Korea", Kind.PLACE, "not comparable"),
        ("York", "in New York", Kind.PLACE, "not comparable"),
        ("Washington", "the Washington Post said", Kind.PLACE, "not comparable"),
        ("Mexico", "the Gulf of Mexico", Kind.PLACE, "not comparable"),
        ("Congo", "the Democratic Republic of the Congo", Kind.PLACE, "not comparable"),
        ("Straße", "STRASSE", Kind.PLACE, "not comparable"),
        ("London", "the Mayor of London", Kind.PLACE, "agrees"),
        ("Paris", "said Paris Hilton", Kind.PLACE, "not comparable"),
        ("Austria", "in Australia", Kind.PLACE, "not comparable"),
        ("Vladivostock", "in Vladivostok", Kind.PLACE, "differs"),
        ("Z\u00fcrich", "in Zurich", Kind.PLACE, "differs"),
        ("\u0141\u00f3d\u017a", "in Lodz", Kind.PLACE, "differs"),
        ("Carnegie Endowment for International Peace", CARNEGIE, Kind.ORGANISATION, "agrees"),
        ("Carnegie Endowment", CARNEGIE, Kind.ORGANISATION, "agrees"),
        ("Carnegie Institute for International Peace", CARNEGIE, Kind.ORGANISATION, "differs"),
        ("Ministry", "the Ministry of Defence", Kind.ORGANISATION, "not comparable"),
        ("Yonhap", "South Korea's Yonhap News Agency", Kind.ORGANISATION, "agrees"),
        ("AT&T", "AT&T said", Kind.ORGANISATION, "agrees"),
        ("NATO", "Nato said", Kind.ORGANISATION, "agrees"),
        ("WHO", "Who said so?", Kind.ORGANISATION, "not comparable"),
    ],
)
def test_places_and_organisations(claim: str, passage: str, kind: Kind, expected: str) -> None:
    assert ending(claim, passage, kind) == expected


def test_german_genitive_is_no_other_name() -> None:
    assert ending("Putin", "Putins Zug", Kind.NAME, "de") == "not comparable"
    assert ending("Olaf Scholz", "Olaf Scholzs Rede", Kind.NAME, "de") == "not comparable"
