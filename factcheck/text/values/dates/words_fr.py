"""The calendar in French."""

from factcheck.text.values.dates.words import (
    DAY,
    DECADE,
    MONTH,
    WEEK,
    YEAR,
    DateWords,
    bounded,
    valued,
    words,
)

FRENCH = DateWords(
    months="""
        janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre
        décembre/decembre
    """,
    short_months="janv févr/fév - avr - - juil - sept oct nov déc",
    weekdays="lundi mardi mercredi jeudi vendredi samedi dimanche",
    small=words("mars avril mai"),
    days=valued(minus_2="avant-hier", minus_1="hier", zero="aujourd'hui", plus_1="demain"),
    day_parts=words("matin soir après-midi"),
    units={
        **dict.fromkeys(["jour", "jours"], DAY),
        **dict.fromkeys(["semaine", "semaines"], WEEK),
        "mois": MONTH,
        **dict.fromkeys(["an", "ans", "année", "années"], YEAR),
        **dict.fromkeys(["décennie", "décennies"], DECADE),
    },
    weekends=words("week-end weekend"),
    centuries=words("siècle siècles"),
    seasons=words("printemps été automne hiver"),
    quarters=words("trimestre"),
    quarter_mark="T",
    halves=words("semestre"),
    near=valued(zero="ce cet cette"),
    near_behind=valued(
        minus_1="dernier dernière passé passée",
        plus_1="prochain prochaine",
    ),
    ago_before={"a": "il y"},
    earlier=words("auparavant avant après plus"),
    numbers="- deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze",
    tens={"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100},
    one=words("un une"),
    several=words("quelques plusieurs"),
    ordinals="premier/première deuxième/second/seconde troisième quatrième",
    decades=words("années"),
    parts=words("début fin mi courant"),
    clocks=words("heures heure h"),
    noon=words("midi"),
    midnight=words("minuit"),
    events=words(
        """
        attentat attentats attaque attaques massacre massacres révolution soulèvement émeutes
        putsch insurrection
        """
    ),
    of_event=words("du"),
    streets=words("rue avenue place boulevard pont"),
    of=words("de du d"),
    the=words("le la l les"),
    into=words("en au dans"),
    since=words("depuis dès pendant"),
    from_=words("du de"),
    between=words("entre"),
    until=words("à au"),
    both=words("et"),
    counted=words(
        """
        personnes hommes femmes enfants soldats policiers travailleurs étudiants électeurs morts
        victimes blessés cas euros dollars francs pour % cent mille million millions milliard
        milliards kilomètres km mètres litres kilos tonnes hectares degrés heures minutes secondes
        points voix sièges fois exemplaires emplois logements habitants euro
        """
    ),
    plural_ends=("s", "x"),
    bounds=bounded(
        at_least="depuis, depuis le, depuis la, depuis les, dès, dès le, à partir de, à partir du, "
        "à compter du",
        at_most="jusqu'à, jusqu'au, jusqu'en, d'ici, d'ici à, d'ici au, d'ici le, d'ici la, "
        "au plus tard, au plus tard le",
        less_than="avant, avant le, avant la, avant les",
        more_than="après, après le, après la",
        about="vers, environ, autour de, autour du, aux environs de, aux alentours de, vers le",
    ),
    ago_bounds=bounded(
        less_than="plus de",
        more_than="moins de",
        about="environ, près de, presque, quelque",
    ),
    dated_things=words("photo photos image images vidéo rapport étude lettre données sondage"),
    habits=words("chaque tous les un"),
    numbered_things=words("vol numéro page chapitre article n° apollo"),
    amounts=words("moins plus environ près quelque presque seulement que"),
    future=words(
        """
        va vont doit doivent devrait devraient prévu prévue prévus prévues prochain prochaine
        aura auront sera seront attendu attendue commence débute reporté reportée pourrait
        """
    ),
    past=words(
        """
        a ont était étaient avait avaient fut furent est sont dit déclaré annoncé été
        """
    ),
    future_ends=("era", "eront", "ira", "iront", "dra", "dront"),
    ahead=words("jusqu'à jusqu'au jusqu'en d'ici"),
    behind=words("depuis après"),
    lasting=words("duré resté restée était étaient"),
)
