"""The calendar in German."""

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

GERMAN = DateWords(
    months="""
        januar/jänner februar/feber märz/maerz april mai juni juli august september oktober
        november dezember
    """,
    short_months="jan feb mär/mrz apr - jun jul aug sept/sep okt nov dez",
    weekdays="montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
    short_weekdays="mo di mi do fr sa so",
    small=words("morgen heute gestern"),
    days=valued(
        minus_2="vorgestern", minus_1="gestern", zero="heute", plus_1="morgen", plus_2="übermorgen"
    ),
    nights=words("nacht"),
    day_parts=words("abend nachmittag vormittag mittag nacht früh"),
    day_ends=("morgen", "vormittag", "mittag", "nachmittag", "abend", "nacht"),
    units={
        **dict.fromkeys(["tag", "tage", "tagen"], DAY),
        **dict.fromkeys(["woche", "wochen"], WEEK),
        **dict.fromkeys(["monat", "monate", "monaten", "monats"], MONTH),
        **dict.fromkeys(["jahr", "jahre", "jahren", "jahres"], YEAR),
        **dict.fromkeys(["jahrzehnt", "jahrzehnte", "jahrzehnten"], DECADE),
    },
    weekends=words("wochenende"),
    centuries=words("jahrhundert jahrhunderts"),
    seasons=words("frühling frühjahr sommer herbst winter"),
    quarters=words("quartal quartals"),
    quarter_mark="Q",
    halves=words("halbjahr halbjahres hälfte"),
    near=valued(
        minus_1="""
            letzte letzten letzter letztes letztem vergangene vergangenen vergangener vergangenes
            vergangenem vorige vorigen voriger voriges
        """,
        zero="diese diesen dieser dieses diesem laufenden",
        plus_1="""
            nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes
            kommendem
        """,
    ),
    ago_before={"vor": ""},
    earlier=words("zuvor später früher darauf"),
    numbers="- zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    tens={"zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "hundert": 100},
    one=words("ein einem einer eine"),
    several=words("einigen mehreren wenigen"),
    ordinals="""
        ersten/erste/erstes/erster zweiten/zweite/zweites/zweiter dritten/dritte/drittes/dritter
        vierten/vierte/viertes/vierter
    """,
    decade_names={
        "zwanziger": 20,
        "dreißiger": 30,
        "vierziger": 40,
        "fünfziger": 50,
        "sechziger": 60,
        "siebziger": 70,
        "achtziger": 80,
        "neunziger": 90,
    },
    parts=words("anfang mitte ende"),
    clocks=words("uhr"),
    noon=words("mittags"),
    midnight=words("mitternacht"),
    events=words(
        """
        anschlag anschläge anschlägen anschlags attentat attentate attentaten angriff angriffe
        angriffen massaker aufstand aufstands revolution putsch pogrom terroranschläge
        terroranschlägen terrorangriff überfall
        """
    ),
    of_event=words("vom"),
    streets=words("straße strasse platz"),
    of=words("des der von"),
    the=words("der den dem das"),
    into=words("im am in an zum zur um während"),
    since=words("seit ab"),
    from_=words("von vom"),
    between=words("zwischen"),
    until=words("bis"),
    both=words("und"),
    counted=words(
        """
        menschen personen männer frauen kinder soldaten polizisten arbeiter schüler studenten
        wähler tote toten opfer fälle euro dollar franken prozent mal tausend million millionen
        milliarde milliarden kilometer meter liter kilo kilogramm tonnen hektar grad stunden
        minuten sekunden stück stimmen sitze punkte exemplare mitglieder beschäftigte einwohner
        mitarbeiter flüchtlinge haushalte wohnungen teilnehmer besucher
        """
    ),
    bounds=bounded(
        at_least="seit, seit dem, seit der, ab, ab dem, von, vom, frühestens, frühestens am",
        at_most="bis, bis zum, bis zur, bis einschließlich, spätestens, spätestens am, "
        "spätestens im, bis spätestens",
        less_than="vor, vor dem, vor der, noch vor, noch vor dem",
        more_than="nach, nach dem, nach der",
        about="etwa, ungefähr, circa, ca., rund, gegen, um das",
    ),
    ago_bounds=bounded(
        less_than="mehr als, über, gut",
        more_than="weniger als, knapp",
        about="etwa, rund, ungefähr, fast, beinahe",
    ),
    dated_things=words("foto fotos bild bilder video bericht studie brief daten umfrage zahlen"),
    habits=words("jeden jeder ein einem eines"),
    numbered_things=words("flug nummer zimmer seite kapitel artikel paragraf nr apollo"),
    amounts=words("mindestens rund etwa über fast knapp mehr als nur ungefähr höchstens"),
    future=words(
        """
        wird werden soll sollen will wollen kommenden nächsten geplant geplante planen plant
        erwartet beginnt beginnen startet endet findet voraussichtlich möchte könnte dürfte
        verschoben vertagt läuft tagt
        """
    ),
    past=words(
        """
        war waren wurde wurden hatte hatten hat haben sagte sagten ist sind kam kamen ging gab fand
        fanden begann traf trafen starb starben stieg fiel teilte
        """
    ),
    past_ends=("ierte", "ierten", "tigte", "klärte", "kündigte"),
    ahead=words("bis spätestens"),
    behind=words("seit nach"),
    lasting=words("dauerte dauerten lief liefen blieb blieben war waren"),
    short_dots=True,
)
