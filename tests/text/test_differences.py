import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.text.anchors import Difference, What, differences
from factcheck.text.folding import folded


def named(before: str, after: str) -> list[tuple[str, str, str]]:
    return [(one.what.value, one.before, one.after) for one in differences(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("up to 37 mph", "up to 47 mph", [("figure", "37", "47")]),
        ("at 37 mph", "at 37 km", [("unit", "mph", "km")]),
        ("3.7 million", "37 million", [("figure", "3.7", "37")]),
        ("10\u00b2 men", "102 men", [("figure", "10\u00b2", "102")]),
        ("-5 degrees", "5 degrees", [("figure", "-", "")]),
        ("for $5", "for \u20ac5", [("unit", "$", "\u20ac")]),
        ("three men", "four men", [("figure", "three", "four")]),
        ("runs through Wednesday", "runs through Thursday", [("date", "Wednesday", "Thursday")]),
        ("in May 2019", "in June 2020", [("date", "May", "June"), ("figure", "2019", "2020")]),
        ("said Kim here", "said Putin here", [("name", "Kim", "Putin")]),
        ("it leaves", "it never leaves", [("negation", "", "never")]),
        ("it is so", "it isn't so", [("negation", "is", "isn't")]),
        ("some men", "all men", [("quantifier", "some", "all")]),
        ("nearly 20", "over 20", [("quantifier", "nearly", "over")]),
        ("the old train", "the new train", [("other", "old", "new")]),
        ("The train", "the train", [("other", "The", "the")]),
        ("He left. The train", "He left. the train", [("other", "The", "the")]),
        ("5 %", "5%", [("other", "5 %", "5%")]),
        ("er kommt", "er kommt nicht", [("negation", "", "nicht")]),
        ("il vient", "il ne vient pas", [("negation", "", "ne"), ("negation", "", "pas")]),
        ("l'Ukraine", "l'Albanie", [("name", "Ukraine", "Albanie")]),
        ("el tren sale", "el tren nunca sale", [("negation", "", "nunca")]),
        ("القطار يغادر", "القطار لا يغادر", [("negation", "", "لا")]),
        ("列车离开", "列车不离开", [("negation", "", "不")]),
        ("列车20点离开", "列车21点离开", [("figure", "20", "21")]),
        ("", "37", [("figure", "", "37")]),
    ],
)
def test_change_has_its_kind(before: str, after: str, found: list[tuple[str, str, str]]) -> None:
    assert named(before, after) == found


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("\u201cKim\u2019s\u201d", '"Kim\'s"'),
        ("10\u00a0000\u202fkm", "10 000 km"),
        ("inter-\nnational law", "international law"),
        ("car\u00adriage", "carriage"),
        ("1990\u20132000", "1990-2000"),
        ("平壤的\n列车", "平壤的列车"),
        ("a  b\n", " a b"),
        ("", ""),
    ],
)
def test_typography_is_no_difference(before: str, after: str) -> None:
    assert differences(before, after) == ()


def test_replacement_of_one_kind_stays_together() -> None:
    assert differences("a big old cat", "a small young cat") == (
        Difference(What.OTHER, "big old", "small young"),
    )


WORDS = st.lists(
    st.sampled_from(["Kim", "left", "not", "37", "3.7", "-", "km", ",", ".", "“", "$", "the"]),
    max_size=9,
)


@given(WORDS.map(" ".join), WORDS.map(" ".join))
def test_other_words_are_a_difference(before: str, after: str) -> None:
    alike = folded(before).strip() == folded(after).strip()
    assert (differences(before, after) == ()) == alike


@given(st.text(), st.text())
def test_any_texts_are_compared(before: str, after: str) -> None:
    assert all(one.before or one.after for one in differences(before, after))


def test_endless_texts_are_compared() -> None:
    words = ["train", "left", "on", "Sunday"] * 50_000
    changed = [*words[:100_000], "never", *words[100_000:]]
    assert [one.what for one in differences(" ".join(words), " ".join(changed))] == [What.NEGATION]
