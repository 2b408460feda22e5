"""German."""

from factcheck.text.values.quantities.tongues.shape import (
    Order,
    Tongue,
    bounds,
    counted,
    named,
    phrases,
    words,
)
from factcheck.words import Bound

_BILLION = '"Billion" is 1,000,000,000,000, an English trillion'

_ORDINAL_STEMS = counted("""
    erst=1 zweit=2 dritt=3 viert=4 fünft=5 sechst=6 siebt=7 siebent=7 acht=8 neunt=9 zehnt=10
    elft=11 zwölft=12 zwanzigst=20 dreißigst=30 fünfzigst=50 hundertst=100
""")

TONGUE = Tongue(
    language="de",
    decimal=",",
    blanks=True,
    order=Order.CAPITAL,
    plain=counted("""
        null=0 eins=1 zwei=2 zwo=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10
        elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18
        neunzehn=19 zwanzig=20 dreißig=30 dreissig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70
        achtzig=80 neunzig=90 ein=1 eine=1 einen=1 einer=1 einem=1 eines=1 zweien=2 dreien=3
        fuenf=5 zwoelf=12 fuenfzig=50 fuenfzehn=15
    """),
    hundreds=words("hundert"),
    scales=counted("""
        tausend=1000 million=1000000 millionen=1000000 milliarde=1000000000 milliarden=1000000000
        billion=1000000000000 billionen=1000000000000 billiarde=1000000000000000
        billiarden=1000000000000000 mio=1000000 mrd=1000000000 bio=1000000000000 tsd=1000
        trillion=1000000000000000000 trillionen=1000000000000000000
    """),
    letters=counted("mio=1000000 mrd=1000000000 k=1000"),
    misread={"billion": _BILLION, "billionen": _BILLION},
    articles=words("ein eine einen einer einem eines"),
    joins=frozenset(),
    points=words("komma"),
    minus=words("minus"),
    dozens={"dutzend": 12},
    vague={
        ("ein", "paar"): 2,
        ("einige",): 2,
        ("einigen",): 2,
        ("mehrere",): 2,
        ("mehreren",): 2,
    },
    few=phrases("ein paar, einige, einigen, mehrere, mehreren"),
    masses=counted("""
        dutzende=24 dutzenden=24 hunderte=200 hunderten=200 tausende=2000 tausenden=2000
        millionen=2000000 milliarden=2000000000 zehntausende=20000 zehntausenden=20000
        hunderttausende=200000 hunderttausenden=200000
    """),
    halves=words("hälfte halb halbe halben halber halbes"),
    fractions=counted("""
        drittel=3 dritteln=3 viertel=4 vierteln=4 fünftel=5 fünfteln=5 sechstel=6 siebtel=7
        achtel=8 neuntel=9 zehntel=10 zwanzigstel=20 hundertstel=100 tausendstel=1000
    """),
    of=words("der des von vom"),
    among=phrases("von, von je, aus, unter"),
    each=words("jeder jede jedes jeden jedem"),
    times=words("mal fache fachen faches fach"),
    multiples=named("""
        verdoppelt=2 verdoppelte=2 verdreifacht=3 verdreifachte=3 vervierfacht=4
        vervierfachte=4 verfünffacht=5 halbiert=0.5 halbierte=0.5 verdoppeln=2
        verdreifachen=3 halbieren=0.5 verzehnfacht=10 doppelt=2 zweimal=2 dreimal=3
        viermal=4 fünfmal=5 zehnmal=10
    """),
    by=words("um fast rund etwa als"),
    folds=counted("""
        zweifach=2 zweifache=2 dreifach=3 dreifache=3 vierfache=4 vierfach=4 fünffache=5
        fünffach=5 sechsfache=6 siebenfache=7 achtfache=8 zehnfache=10 zehnfach=10
    """),
    percent_points=words("punkt punkte punkten"),
    percents=words("% prozent prozentpunkt prozentpunkte prozentpunkten"),
    scored=words("""
        dax mdax sdax tecdax dow nasdaq index leitindex aktienindex tabelle saison spiel spiele
        liga barometer börse eurostoxx
    """),
    bounds=bounds(
        {
            Bound.ABOUT: (
                "",
                """
                rund, etwa, ungefähr, circa, zirka, ca ., ca, an die, annähernd, in etwa,
                schätzungsweise, geschätzt, geschätzte, geschätzten, um die, gegen, ~,
                durchschnittlich, im schnitt, im durchschnitt, so um die, plus oder minus,
                plus / minus, plus minus, plus - minus, + / -, + / \u2212, \u00b1
                """,
            ),
            Bound.AT_MOST: (
                """
                bis zu, höchstens, maximal, nicht mehr als, bis, allerhöchstens, nicht länger als,
                nicht über, nicht höher als, maximal bis zu, binnen, innerhalb von
                """,
                "",
            ),
            Bound.AT_LEAST: (
                """
                mindestens, wenigstens, zumindest, nicht weniger als, nicht unter, minimal, ab,
                ein minimum von, mindestens noch
                """,
                "",
            ),
            Bound.MORE_THAN: (
                """
                mehr als, über, oberhalb von, größer als, länger als, höher als, älter als,
                weit über, weit mehr als, deutlich über, deutlich mehr als, weitaus mehr als,
                jenseits von, jenseits der, seit über, >
                """,
                "gut, knapp über, etwas mehr als, etwas über, ein wenig mehr als, leicht über",
            ),
            Bound.LESS_THAN: (
                """
                weniger als, unter, kleiner als, kürzer als, niedriger als, jünger als, weit unter,
                deutlich unter, deutlich weniger als, unterhalb von, <
                """,
                """
                knapp, fast, nahezu, beinahe, beinah, knapp unter, etwas weniger als, etwas unter,
                annähernd an
                """,
            ),
        }
    ),
    tails=bounds(
        {
            Bound.AT_LEAST: (
                """
                oder mehr, und mehr, oder älter, und älter, oder höher, und
                darüber, plus, +, oder länger
                """,
                "",
            ),
            Bound.AT_MOST: (
                "oder weniger, und weniger, oder jünger, und jünger, oder darunter, und darunter",
                "",
            ),
        }
    ),
    unsure=words("über unter um bis ab gegen"),
    topics=words("""
        spricht sprach sprechen gesprochen diskutieren berichtet berichtete film buch geschichte
        informationen streit debatte auskunft
    """),
    between=words("zwischen"),
    both=words("und"),
    to=words("bis"),
    or_=words("oder"),
    since=words("von"),
    ranging=words("schwanken schwankt reicht reichen variieren variiert etwa rund alter zwischen"),
    changes=words("""
        stieg stiegen steigt steigen gestiegen fiel fielen fällt fallen gefallen sank sanken sinkt
        sinken gesunken wuchs wuchsen wächst gewachsen erhöht erhöhte erhöhten kletterte gesenkt
        senkte verringerte verringert zurück um auf zunahme anstieg rückgang legte zog verlor
        gewann nahm ging
    """),
    per=words("pro je im / die"),
    spans=words("jahrzehnt jahrhundert"),
    ago=words("zuvor später danach"),
    old=phrases("alt, - alt, alte, alten, alter, altes"),
    aged=phrases("im alter von, alter von, alter :, mit"),
    aged_stem="jährig",
    older=words("älter jünger"),
    people=words("mann frau junge mädchen vater mutter sohn tochter fahrer fahrerin schüler"),
    person_ends=("er", "erin", "or", "orin", "ist", "istin", "ent", "entin", "ant", "antin"),
    not_people=words("""
        nummer zimmer sommer winter meter liter kilometer wasser fenster feuer messer wetter alter
        prozent moment parlament dokument restaurant motor faktor sektor reaktor monitor traktor
        ziffer feier steuer dauer mauer
    """),
    years_are_ages=True,
    inner=words("""
        volle vollen weitere weiteren ganze ganzen lange langen zusätzliche zusätzlichen neue neuen
        aufeinanderfolgende kalte gute
    """),
    determiners=words("""
        der die das des dem den ein eine eines einer einem einen seiner ihrer ihre seine aller
        alle allen diese dieser diesen
    """),
    stops=words("""
        sowie beziehungsweise statt davon darunter jeweils insgesamt uhr prozent sei seien
        verletzt getötet starben
    """),
    adjectives=words("""
        neue neuen große großen kleine kleinen junge jungen alte alten weitere weiteren andere
        anderen russische tote ganze
    """),
    plurals=named("""
        menschen=mensch personen=person soldaten=soldat männer=mann männern=mann
        frauen=frau kinder=kind kindern=kind länder=land ländern=land häuser=haus
        tote=tote toten=tote verletzte=verletzte verletzten=verletzte jahre=jahr
        leute=leute polizisten=polizist schüler=schüler studenten=student raketen=rakete
        drohnen=drohne waggons=waggon wagen=wagen staaten=staat städte=stadt
        städten=stadt autos=auto unternehmen=unternehmen firmen=firma opfer=opfer
        fälle=fall fällen=fall stimmen=stimme befragten=befragter bürger=bürger
        wähler=wähler einwohner=einwohner flüchtlinge=flüchtling mitarbeiter=mitarbeiter
        arbeitsplätze=arbeitsplatz panzer=panzer flugzeuge=flugzeug schiffe=schiff
        züge=zug zügen=zug deutsche=deutscher deutschen=deutscher gäste=gast
        punkte=punkt teilnehmer=teilnehmer abgeordnete=abgeordnete haushalte=haushalt
    """),
    ordinals={
        f"{stem}{end}": number
        for stem, number in _ORDINAL_STEMS.items()
        for end in ("e", "en", "er", "es", "em")
        if (stem, end) != ("acht", "em")
    },
    not_ranked=words("linie mal hand weltkrieg bundesliga reich uhr blick halbzeit"),
    not_first=words("bürgermeister bürgermeisterin"),
    ranking=words("als wurde platz rang auf"),
    months=words("""
        januar jänner februar märz april mai juni juli august september oktober november dezember
        jan feb apr jun jul aug sept okt nov dez
    """),
    clocks=words("uhr"),
    labels=words("""
        artikel paragraf paragraph nummer nr kapitel seite absatz § flug band satz boeing airbus
        linie gleis raum zimmer punkt abs art dax sdax mdax apollo formel windows iphone
        bundesstraße autobahn covid agenda resolution startbahn landebahn piste saal platz halle
        kanal
    """),
    maybe_labels=words("woche tag runde gruppe klasse teil block stufe phase"),
    streets=words("straße strasse platz allee"),
    street_ends=("straße", "strasse", "platz", "allee", "weg", "gasse", "damm", "ufer", "chaussee"),
    bodies=words("gruppe"),
    places=words("in bei aus nahe vor"),
    dated=words("""
        im in seit vom von bis jahr jahre jahres der die das den dem ende anfang mitte vor nach
        januar februar märz april mai juni juli august september oktober november dezember
        sommer winter herbst frühjahr
    """),
)
