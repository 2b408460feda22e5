"""Changes of a few words that look alike, told apart by what they change."""

import pytest

from factcheck.looks import Presence
from factcheck.text.presence import Page, look


def state(quote: str, passage: str) -> Presence:
    page = Page(f"Bread is dear in the south.\n\n{passage}\n\nNobody spoke to us.")
    return look(quote, page).state


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The firm paid 5 men in the north", "The firm paid five men in the north"),
        ("It was 5 May 2021 when the train left", "It was May 5, 2021 when the train left"),
        (
            "The fee was $5 million for the first train",
            "The fee was $5,000,000 for the first train",
        ),
        ("The fee was $5m for the first train", "The fee was $5 million for the first train"),
        ("The train ran at 37 mph in the north", "The train ran at 37 miles per hour in the north"),
        ("The 1st train left at noon for the south", "The first train left at noon for the south"),
        ("The union leader resigned on Monday night", "The union leader resigned Monday night"),
        ("The guards who were there left early", "The guards that were there left early"),
        ("The cost is 1200€ there right now", "The cost is €1200 there right now"),
        ("He can not leave the train there", "He cannot leave the train there"),
        ("He won't leave the train there", "He will not leave the train there"),
        ("The health-care plan of the state", "The health care plan of the state"),
        ("The healthcare plan of the state", "The health care plan of the state"),
        ("The Korean War began the long march", "The Korean war began the long march"),
        ("the Democratic party left the train there", "the democratic party left the train there"),
        ("Police said they shot him in the leg", "Police said that they shot him in the leg"),
        ("The five-year-old boy left the train", "The 5-year-old boy left the train"),
        ("The minister, Jose Diaz, left early", "The minister, José Díaz, left early"),
        ("He owes them $5 for the train there", "He owes them 5 dollars for the train there"),
        ("Die Strasse wurde am Montag gesperrt", "Die Straße wurde am Montag gesperrt"),
        ("El alcalde gano las elecciones de mayo", "El alcalde ganó las elecciones de mayo"),
        ("Some 1,200 guards were on the train", "Some 1200 guards were on the train"),
        ("It is 5 degrees Celsius in the train there", "It is 5 °C in the train there"),
        ("He will seperate the guards in there", "He will separate the guards in there"),
        ("The colour is definately green there", "The colour is definitely green there"),
        ("They arived at noon in the capital", "They arrived at noon in the capital"),
        ("The occurence was noted in the book", "The occurrence was noted in the book"),
        ("The labour market is tight in there", "The labor market is tight in there"),
        ("A guard was seen at noon in there", "A guards was seen at noon in there"),
        ("It was beleived to be late in there", "It was believed to be late in there"),
        ("The programmes were cut by the state", "The programs were cut by the state"),
        ("The catalogue of guards was lost there", "The catalog of guards was lost there"),
    ],
)
def test_63_spelling_and_notation_are_minor(before: str, after: str) -> None:
    assert state(before, after) == Presence.ALTERED_MINOR


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "The fourth train left at noon for the south",
            "The fifth train left at noon for the south",
        ),
        (
            "About half the guards left on the train",
            "About one-third of the guards left on the train",
        ),
        ("The US sent the guards a train", "The us sent the guards a train"),
        ("It helps us in the long run, he said", "It helps US in the long run, he said"),
        ("The guards shot the man at noon", "The man shot the guards at noon"),
        ("Smith, the mayor, sued the paper", "The mayor, Smith, sued the paper"),
        ("The company is owned by the state", "The company was owned by the state"),
        ("The tests are negative for the guards", "The tests are positive for the guards"),
        ("He was found guilty of fraud by a jury", "He was found not guilty of fraud by a jury"),
        ("He was acquitted of fraud by a jury", "He was convicted of fraud by a jury"),
        ("The policy includes the old guards", "The policy excludes the old guards"),
        ("They import grain from the south", "They export grain from the south"),
        ("The drug causes hypertension in men", "The drug causes hypotension in men"),
        ("The measure was adopted by the council", "The measure was adapted by the council"),
        ("She is the mother of the guard there", "She is the brother of the guard there"),
        ("The minister of foreign affairs spoke", "The minister of internal affairs spoke"),
        ("The plan is harmless to the river", "The plan is harmful to the river"),
        ("The trail went on for two weeks", "The trial went on for two weeks"),
        ("He is an employee of the railway", "He is an employer of the railway"),
        ("The guards killed a man in the town", "The guards killed men in the town"),
        ("It rose to 5 from 3 percent there", "It rose to 3 from 5 percent there"),
        ("It rose 5 percent, or 3 points, there", "It rose 3 percent, or 5 points, there"),
        ("The cost is 5,5 million there now", "The cost is 5.5 million there now"),
        ("The cost is 1.200 euros there now", "The cost is 1,200 euros there now"),
        ("The cost is €1,200 there right now", "The cost is $1,200 there right now"),
        ("He won't leave the train there", "He will leave the train there"),
        ("He never said that it was late", "He said that it was late"),
        ("The girls' team left the train there", "The girl's team left the train there"),
        ("It was the largest train in the country", "It was the longest train in the country"),
        ("It was the second largest train there", "It was the largest train in there"),
        ("It is 5°C in the train there today", "It is 5°F in the train there today"),
        ("The 5-year-old boy left the train", "The 6-year-old boy left the train"),
        ("The minister, Jon Smith, left early", "The minister, John Smith, left early"),
        ("Nearly 40% of the guards were absent", "Almost 40% of the guards were absent"),
        ("Nearly 40% of the guards were absent", "40% of the guards were absent"),
        ("The man was stabbed to death there", "The man was reportedly stabbed to death there"),
        ("Die Polizei nahm zwei Männer fest", "Die Polizei nahm drei Männer fest"),
        ("Die Regierung will das Gesetz ändern", "Die Regierung will das Gesetz nicht ändern"),
        ("Le maire a démissionné lundi matin", "Le maire n'a pas démissionné lundi matin"),
        ("La ministra dijo que sí en la sala", "La ministra dijo que no en la sala"),
        ("警方逮捕了三名嫌疑人并没收了武器", "警方逮捕了五名嫌疑人并没收了武器"),
        ("警方逮捕了三名嫌疑人并没收了武器", "警方释放了三名嫌疑人并没收了武器"),
        ("警方逮捕了三名嫌疑人并没收了武器", "警方逮捕了3名嫌疑人并没收了武器"),
        ("전국에서 경찰이 용의자 세 명을 체포했다", "전국에서 경찰이 용의자 네 명을 체포했다"),
        ("ตำรวจจับกุมผู้ต้องสงสัยสามคนในกรุงเทพ", "ตำรวจจับกุมผู้ต้องสงสัยสี่คนในกรุงเทพ"),
        ("The x-ray showed 10 mg of the drug", "The x-ray showed 10 µg of the drug"),
        ("Profit rose 5 percentage points there", "Profit rose 5 percent there in all"),
        ("The 1990s were good for the trains", "The 1980s were good for the trains"),
        ("The vote was 51–49 in favour of it", "The vote was 49–51 in favour of it"),
        ("The line opened at 9 a.m. for guards", "The line opened at 9 p.m. for guards"),
        ("Mr. Kim left the train in the north", "Mrs. Kim left the train in the north"),
        ("President Kim left the train there", "Kim left the train there in haste"),
        ("Some 12 Koreans were on the train", "Some twelve Russians were on the train"),
        ("Some 12 armed guards were on the train", "Some 12 unarmed guards were on the train"),
        ("Some 12 armed guards were on the train", "Some twelve unarmed guards were on the train"),
        ("Some 1,200 guards were on the train", "Some 1200 soldiers were on the train"),
        ("The minister said it was late there", "The ministry said it was late there"),
        ("The police of the state was praised", "The policy of the state was praised"),
        ("The abortion was legal in the state", "The adoption was legal in the state"),
        ("The miners left the train in the north", "The mines left the train in the north"),
    ],
)
def test_62_another_meaning_is_material(before: str, after: str) -> None:
    assert state(before, after) == Presence.ALTERED_MATERIAL
