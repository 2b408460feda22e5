"""French."""

from factcheck.text.lexicon.shape import Lexicon, phrases, words

FRENCH = Lexicon(
    numbers=words("""
        zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize
        vingt trente quarante cinquante soixante cent
    """),
    one=words("un une"),
    scales=words("cent cents mille million millions milliard milliards md mds douzaine"),
    masses=words("centaines milliers dizaines douzaines"),
    ordinals=words("""
        premier première premiers deuxième second seconde troisième quatrième cinquième sixième
        septième huitième neuvième dixième
    """),
    fractions=words("tiers quart quarts cinquièmes"),
    half=words("moitié demi"),
    multiples=words("double doublé triple triplé"),
    times=words("fois"),
    currencies=words("euro euros dollar dollars livre livres franc francs yen yuan rouble roubles"),
    percents=words("pourcent pourcents"),
    units=words("""
        kilomètre kilomètres km mètre mètres m centimètre centimètres cm millimètre millimètres mm
        kilogramme kilogrammes kilo kilos kg gramme grammes g tonne tonnes litre litres hectare
        hectares degré degrés celsius mille miles watt watts kilowatts mégawatts gigawatts kwh mw
        gw baril barils nœuds points point
    """),
    unit_kinds=words("carrés cubes"),
    per=words("par"),
    old=words("âgé âgée"),
    aged=words("âgé âgée âgés âgées"),
    bounds=phrases("""
        jusqu'à, plus de, moins de, au moins, au plus, environ, près de, quelque, à peine,
        presque, plus d', pas plus de, au maximum, au minimum, entre, seulement
    """),
    counted="g",
    months=words("""
        janvier février avril mai juin juillet août septembre octobre novembre décembre
    """),
    maybe_months=words("mars"),
    weekdays=words("lundi mardi mercredi jeudi vendredi samedi dimanche lundis dimanches"),
    days=words("aujourd'hui hier demain minuit midi avant-hier"),
    day_parts=words("matin après-midi soir nuit"),
    durations=words("""
        seconde secondes minute minutes heure heures jour jours journée semaine semaines mois an
        ans année années décennie décennies siècle siècles trimestre week-end
    """),
    seasons=words("printemps été automne hiver"),
    centuries=words("siècle siècles"),
    clocks=words("h heures"),
    near=words("ce cette cet"),
    near_behind=words("dernier dernière derniers passé passée prochain prochaine"),
    ago=words("auparavant plus tard"),
    when=words("depuis avant après pendant fin début mi dès année entre"),
    into=words("en au dans"),
    of=words("de d' d\u2019"),
    both=words("et"),
    until=words("à ou"),
    between=words("entre"),
    the=words("le la les l' l\u2019 son sa ses leur leurs ce cette"),
    articles=words("le la les l' l\u2019 un une des"),
    function=words("""
        le la les l' l\u2019 un une des du de d' d\u2019 au aux ce cet cette ces son sa ses leur
        leurs mon ma mes notre nos votre vos il elle ils elles on nous vous je tu qui que qu' quoi
        dont où et ou mais donc or ni car si comme quand lorsque puisque alors ainsi parce pour
        par avec sans sous sur dans en entre vers chez contre depuis pendant avant après selon
        malgré est sont était étaient a ont avait avaient sera seront serait peut peuvent pourrait
        doit doivent fait ne pas plus moins très aussi encore déjà toujours jamais même tout tous
        toute toutes plusieurs quelques certains certaines beaucoup peu autre autres ici là hier
        demain
    """),
    particles=words("de du des la le van von al ben"),
    inner=words("pour sur"),
    organisations=words("""
        ministère institut université école banque conseil commission cour parti assemblée sénat
        fondation agence centre union association organisation fédération syndicat police armée
        groupe société comité
    """),
    places=words("mer océan lac île îles mont golfe baie rue avenue place pont ville région"),
    settlements=words("ville village commune capitale province région"),
    countries=words("""
        france allemagne italie espagne portugal belgique suisse russie ukraine chine japon inde
        turquie syrie israël iran irak égypte algérie maroc tunisie europe afrique asie amérique
        pologne hongrie grèce suède norvège finlande danemark corée
    """),
    demonyms=words("français européens européen américains russes russe américain"),
    roles=words("""
        président présidente premier ministre secrétaire chancelier chancelière sénateur sénatrice
        maire directeur directrice porte-parole professeur général ambassadeur ambassadrice roi
        reine pape chef cheffe député députée gouverneur patron pdg
    """),
    role_words=words("ancien ancienne vice général générale délégué étrangères"),
    at=words("à au chez"),
    honorifics=words("m. mme mlle mm. dr"),
    common=words("""
        selon cependant toutefois pourtant néanmoins ensuite enfin aussi ainsi hier aujourd'hui
        demain peut-être experts critiques observateurs médias
    """),
    elides=True,
    superlatives=words("record seul seule seuls meilleur meilleure pire"),
    firsts=words("premier première premiers premières dernier dernière"),
    comparatives=words(
        "augmenté baissé diminué supérieur inférieur meilleur pire progressé reculé"
    ),
    compared=phrases("par rapport à, plus que, moins que, contre"),
    causes=phrases("à cause de, en raison de, parce que, provoqué, entraîné, grâce à, dû à"),
    verbs=words("""
        est sont était étaient a ont avait avaient sera seront fut furent fait font dit disent
        déclaré annoncé affirmé indiqué peut peuvent pourrait doit doivent va vont vient viennent
        prend quitte compte représente atteint coûte vaut gagne perd reçoit signe porte
    """),
    past=("èrent",),
    deeds=words("""
        déclaré annoncé affirmé indiqué signé quitté gagné perdu reçu tué visité adopté voté
    """),
    looks=words("""
        rouge vert verte bleu bleue noir noire blanc blanche jaune gris grise blindé blindés
    """),
    opinions=phrases("""
        je pense, je crois, à mon avis, selon moi, il faut, nous devons, il est important, il est
        essentiel, est crucial, est essentiel, est primordial, témoigne de, on devrait
    """),
    judging=words("""
        crucial cruciale essentiel essentielle important importante remarquable extraordinaire
        magnifique terrible horrible formidable unique tragique malheureusement heureusement
        honteux scandaleux évidemment
    """),
    maybes=words("pourrait pourraient"),
    futures=phrases("va, vont, sera, seront, devrait, devraient, aura, auront"),
    ahead=phrases("""
        l'année prochaine, la semaine prochaine, le mois prochain, à l'avenir, bientôt
    """),
    behind=words("dernier dernière hier depuis"),
    ourselves=words("je nous"),
    vague=words("rumeurs experts observateurs critiques certains sources rapports médias"),
    joins=words("et mais tandis alors or"),
    alongside=words("avec"),
    subjects_of_verbs=words("il elle ils elles on nous le la les l' un une ce cette son sa ses"),
)
