"""German."""

from factcheck.text.lexicon.shape import Lexicon, phrases, words

GERMAN = Lexicon(
    numbers=words("""
        null zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn
        sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig
        achtzig neunzig hundert tausend
    """),
    one=words("ein eine einen einem einer eines"),
    scales=words("""
        hundert tausend million millionen milliarde milliarden mio mrd dutzend billionen
    """),
    masses=words("hunderte tausende dutzende hunderten tausenden dutzenden zehntausende"),
    ordinals=words("""
        erste ersten erster erstes zweite zweiten zweiter zweites dritte dritten dritter drittes
        vierte vierten fünfte fünften sechste siebte achte neunte zehnte
    """),
    fractions=words("drittel viertel fünftel sechstel achtel zehntel"),
    half=words("hälfte halbe halben halb"),
    multiples=words("doppelt verdoppelt verdreifacht halbiert dreifach zweimal dreimal"),
    times=words("mal fach"),
    currencies=words("euro cent dollar pfund franken yen yuan rubel eur usd chf gbp złoty kronen"),
    percents=words("prozent prozentpunkte prozentpunkten"),
    units=words("""
        kilometer kilometern km meter metern m zentimeter cm millimeter mm kilogramm kilo kg gramm
        g tonnen tonne liter l hektar grad celsius meilen stundenkilometer stundenkilometern kmh
        watt kilowatt kilowattstunden megawatt gigawatt kwh mw gw barrel quadratmeter
        quadratkilometer kubikmeter knoten punkte
    """),
    per=words("pro je"),
    old=words("alt alte alter alten"),
    bounds=phrases("""
        bis zu, mehr als, weniger als, mindestens, höchstens, über, unter, rund, etwa, fast,
        knapp, gut, ungefähr, circa, ca, nahezu, genau, nur, seit über, nicht mehr als, zwischen,
        maximal
    """),
    adjective_ends=("isch", "ische", "ischen", "ige", "igen", "liche", "lichen", "te", "ten"),
    counted="(?:[n+]{0,2}C)",
    months=words("""
        januar jänner februar april mai juni juli august september oktober november dezember
    """),
    maybe_months=words("märz"),
    weekdays=words("""
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags sonntags
    """),
    days=words("heute gestern morgen vorgestern übermorgen mitternacht"),
    day_parts=words("morgen vormittag mittag nachmittag abend nacht"),
    durations=words("""
        sekunde sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate
        monaten jahr jahre jahren jahrzehnt jahrzehnte jahrzehnten jahrhundert jahrhunderte
        quartal wochenende
    """),
    seasons=words("frühling frühjahr sommer herbst winter"),
    centuries=words("jahrhundert jahrhunderts jahrhunderten"),
    clocks=words("uhr"),
    near=words("""
        letzte letzten letzter letztes nächste nächsten nächster nächstes vergangene vergangenen
        vergangener vergangenes dieser diese dieses diesem kommende kommenden vorige vorigen
    """),
    ago=words("später zuvor"),
    when=words("seit bis ab vor nach während ende anfang mitte jahr jahre zwischen"),
    into=words("im in am"),
    capital_dates=True,
    both=words("und"),
    until=words("bis oder"),
    between=words("zwischen"),
    the=words("der die das den dem des seine seiner seinen ihr ihre ihrer ihren sein dieser"),
    articles=words("der die das den dem des ein eine einer eines einem einen"),
    function=words("""
        der die das den dem des ein eine einer eines einem einen er sie es wir ihr ich du man sein
        seine seiner seinem seinen ihre ihrer ihrem ihren dieser diese dieses diesem diesen jener
        und oder aber sondern denn doch weil dass daß ob wenn als wie während obwohl damit nachdem
        bevor seit bis in im an am auf aus bei beim mit nach von vom vor zu zum zur über unter
        zwischen durch für gegen ohne um trotz wegen laut ist sind war waren wird werden wurde
        wurden hat haben hatte hatten kann können könnte muss müssen soll sollen sollte will
        wollen nicht kein keine nur auch noch schon sehr mehr weniger so dann dort hier heute
        gestern nun jedoch allerdings dabei dazu außerdem zudem wer was wann wo warum welche viele
        einige alle beide mehrere andere
    """),
    particles=words("von van zu de der la le al bin"),
    inner=words("für"),
    organisations=words("""
        ministerium institut universität hochschule bank kommission rat gericht partei bundestag
        bundesrat bundesregierung stiftung verband zentrum agentur behörde amt polizei gmbh ag
        gesellschaft gewerkschaft zeitung
    """),
    places=words("fluss see meer insel inseln berg straße platz stadt bezirk republik golf"),
    settlements=words("stadt dorf gemeinde hauptstadt provinz"),
    countries=words("""
        deutschland österreich schweiz frankreich italien spanien portugal polen ungarn russland
        ukraine china japan indien nordkorea südkorea türkei syrien israel iran irak ägypten
        europa afrika asien amerika usa großbritannien niederlande belgien dänemark schweden
        norwegen finnland griechenland
    """),
    demonyms=words("""
        deutsche deutschen deutscher deutsches russische russischen russischer russisches
        französische französischen amerikanische amerikanischen britische britischen europäische
        europäischen chinesische chinesischen
    """),
    roles=words("""
        präsident präsidentin bundespräsident kanzler kanzlerin bundeskanzler bundeskanzlerin
        minister ministerin außenminister außenministerin innenminister innenministerin
        finanzminister finanzministerin verteidigungsminister verteidigungsministerin
        wirtschaftsminister wirtschaftsministerin ministerpräsident ministerpräsidentin
        regierungschef regierungschefin sprecher sprecherin regierungssprecher direktor direktorin
        vorsitzende vorsitzender chef chefin professor professorin bürgermeister bürgermeisterin
        oberbürgermeister senator senatorin staatschef machthaber botschafter botschafterin
        general könig königin papst generalsekretär generalsekretärin abgeordnete abgeordneter
    """),
    role_words=words("ehemalige ehemaliger früherer frühere stellvertretende stellvertretender"),
    at=words("bei beim an am"),
    honorifics=words("herr frau dr. prof."),
    common=words("""
        gestern heute morgen inzwischen zugleich dagegen daher deshalb trotzdem vielleicht
        wahrscheinlich natürlich insgesamt zuletzt zunächst später früher experten beobachter
        kritiker medien berichte
    """),
    capital_nouns=True,
    superlatives=words("""
        größte größten größter größtes kleinste kleinsten höchste höchsten höchster niedrigste
        niedrigsten längste längsten älteste ältesten jüngste jüngsten schnellste schnellsten
        beste besten schlechteste reichste reichsten meisten wenigsten einzige einzigen rekord
    """),
    firsts=words("erste ersten erster erstes erstmals"),
    comparatives=words("""
        mehr weniger größer kleiner höher niedriger länger kürzer schneller älter jünger besser
        schlechter stieg sank fiel wuchs gestiegen gesunken
    """),
    compared=phrases("als im, verglichen mit, im vergleich zu, gegenüber dem"),
    causes=phrases("weil, wegen, aufgrund, führte zu, verursachte, infolge, dank"),
    verbs=words("""
        ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können könnte
        könnten muss müssen soll sollen will wollen sagte sagt erklärte erklärt teilte kündigte
        betonte forderte warnte berichtete meldete gab gibt ging geht kam kommt machte macht nahm
        nimmt stieg steigt sank sinkt fiel fällt wuchs wächst gewann verlor traf trifft hielt hält
        begann starb tötete verließ erreichte liegt steht lag stand zeigte zeigt fährt fuhr reiste
        unterzeichnete beschloss kostet kostete
    """),
    past=("ierte", "ierten"),
    deeds=words("""
        sagte erklärte kündigte gab ging kam nahm stieg sank fiel wuchs gewann verlor traf hielt
        begann starb tötete verließ erreichte reiste unterzeichnete beschloss
    """),
    looks=words("rot grün blau schwarz weiß gelb braun grau gepanzert gepanzerte gepanzerten"),
    opinions=phrases("""
        ich glaube, ich finde, ich denke, meiner meinung nach, meines erachtens, wir glauben, es
        ist wichtig, ist entscheidend, ist unerlässlich, man sollte, sollten wir, wir müssen, ist
        eine schande, zeugnis
    """),
    judging=words("""
        wichtig entscheidend unerlässlich bemerkenswert beeindruckend schön wunderbar schrecklich
        furchtbar großartig gut schlecht einzigartig tragisch leider hoffentlich zweifellos
        offensichtlich skandalös
    """),
    maybes=words("könnte könnten dürfte dürften"),
    futures=phrases("wird voraussichtlich, werden voraussichtlich, wird wohl, soll künftig"),
    ahead=phrases("""
        nächstes jahr, nächste woche, nächsten monat, künftig, in zukunft, bald, demnächst
    """),
    behind=words("letzte letzten letztes vergangene vergangenen gestern seit"),
    ourselves=words("ich wir"),
    vague=words("""
        berichte gerüchte experten beobachter kritiker einige viele kreise medienberichte
    """),
    joins=words("und aber während doch sondern"),
    alongside=words("mit"),
    subjects_of_verbs=words(
        "er sie es wir der die das ein eine dieser diese dieses sein seine ihr"
    ),
)
