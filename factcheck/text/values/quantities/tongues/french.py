"""French."""

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

_BILLION = '"billion" is 1,000,000,000,000, an English trillion'

TONGUE = Tongue(
    language="fr",
    decimal=",",
    blanks=True,
    elides=True,
    order=Order.FIRST,
    plain=counted("""
        zéro=0 un=1 une=1 deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11
        douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40
        cinquante=50 soixante=60 septante=70 huitante=80 octante=80 nonante=90
    """),
    hundreds=words("cent cents"),
    scales=counted("""
        mille=1000 million=1000000 millions=1000000 milliard=1000000000 milliards=1000000000
        billion=1000000000000 billions=1000000000000 billiard=1000000000000000
        md=1000000000 mds=1000000000 mrd=1000000000 mrds=1000000000 mio=1000000
    """),
    letters=counted("m=1000000 md=1000000000 k=1000"),
    misread={"billion": _BILLION, "billions": _BILLION},
    articles=words("un une"),
    joins=words("et"),
    points=words("virgule"),
    minus=words("moins"),
    dozens=counted("""
        douzaine=12 douzaines=12 dizaine=10 vingtaine=20 trentaine=30 quarantaine=40
        cinquantaine=50 soixantaine=60 centaine=100 quinzaine=15 millier=1000
    """),
    rounds=words("""
        dizaine vingtaine trentaine quarantaine cinquantaine soixantaine centaine quinzaine millier
    """),
    thousands=counted("milliers=1000 millions=1000000 milliards=1000000000"),
    vague={("quelques",): 2, ("plusieurs",): 2},
    few=phrases("quelques, plusieurs"),
    masses=counted(
        "dizaines=20 douzaines=24 centaines=200 milliers=2000 millions=2000000 milliards=2000000000"
    ),
    halves=words("moitié demi demie"),
    fractions=counted("""
        tiers=3 quart=4 quarts=4 cinquième=5 cinquièmes=5 sixième=6 sixièmes=6 septièmes=7
        huitième=8 huitièmes=8 dixième=10 dixièmes=10 centième=100 millième=1000
    """),
    of=words("de d' des du"),
    among=phrases("sur"),
    times=words("fois"),
    multiples=named("""
        doublé=2 triplé=3 quadruplé=4 doublée=2 triplée=3 quintuplé=5 décuplé=10
    """),
    by=words("de d' un la en"),
    percent_points=words("point points"),
    percents=words("% pourcent pourcentage cent"),
    scored=words("cac dow nasdaq indice dax match matchs saison classement ligue bourse marqué"),
    bounds=bounds(
        {
            Bound.ABOUT: (
                "",
                """
                environ, à peu près, quelque, autour de, autour d',
                approximativement, aux alentours de,
                à peine, une moyenne de, en moyenne, de l' ordre de, environs de, ~, dans les,
                plus ou moins, + / -, + / \u2212, \u00b1, plus ou moins de
                """,
            ),
            Bound.AT_MOST: (
                """
                jusqu'à, jusqu' à, au plus, tout au plus, pas plus de, au maximum, un maximum de,
                maximum, jusqu' aux, jusqu' à quelque, pas plus d'
                """,
                "",
            ),
            Bound.AT_LEAST: (
                """
                au moins, au minimum, un minimum de, pas moins de, à partir de, minimum,
                pas moins d', à tout le moins
                """,
                "",
            ),
            Bound.MORE_THAN: (
                """
                plus de, plus d', supérieur à, supérieure à, au-dessus de, au - dessus de,
                au-delà de, au - delà de, bien plus de, largement plus de, >
                """,
                "un peu plus de, légèrement plus de, un peu plus d', à peine plus de",
            ),
            Bound.LESS_THAN: (
                """
                moins de, moins d', inférieur à, inférieure à, au-dessous de, en dessous de,
                bien moins de, sous les, <
                """,
                "près de, presque, près d', un peu moins de, pas loin de, un peu moins d'",
            ),
        }
    ),
    tails=bounds(
        {
            Bound.AT_LEAST: ("ou plus, et plus, ou davantage, au moins, +, au minimum", ""),
            Bound.AT_MOST: ("ou moins, et moins, au plus, au maximum, maximum", ""),
            Bound.ABOUT: ("", "environ, à peu près"),
        }
    ),
    between=words("entre"),
    both=words("et"),
    to=words("à"),
    or_=words("ou"),
    since=words("de"),
    ranging=words("allant varie varient variant fourchette vont oscille oscillent compris"),
    changes=words("""
        augmenté augmente passé passe passer passant passée passés baissé baisse reculé recule
        hausse progressé progresse grimpé monté chuté chute réduit réduire diminué diminue porté
        porter relevé relever abaissé ramené ramener
    """),
    per=words("par le la l' /"),
    spans=words("décennie"),
    half_spans=words("minute heure jour semaine mois an année décennie siècle"),
    ago=words("plus après auparavant avant"),
    old=phrases("d' âge"),
    aged=phrases("""
        âgé de, âgée de, âgés de, âgées de, à l' âge de, l' âge de, âgé d', âgée d', homme de,
        femme de, adolescent de, adolescente de, garçon de, fille de, fillette de, jeune de,
        enfant de, étudiant de, étudiante de, ans :, moins de
    """)
    - phrases("moins de, ans :"),
    people=words("homme femme garçon fille père mère fils frère sœur détenu victime otage"),
    person_ends=("eur", "euse", "ien", "ienne", "iste", "ant", "ante", "ier", "ière", "trice"),
    not_people=words("""
        valeur hauteur longueur largeur secteur moteur facteur couleur erreur montant restaurant
        dernier dernière premier première papier quartier métier carrière frontière rivière
        manière matière courant
    """),
    years_are_ages=True,
    inner=words("longues longs derniers dernières prochaines prochains premiers premières"),
    determiners=words("""
        le la les l' un une des du son sa ses leur leurs ce cette ces notre nos tous toutes
    """),
    stops=words("""
        a ont était étaient sera seront soit ans été tués blessés morts pourcent dont environ
        fois ci-dessus
    """)
    - words("blessés morts"),
    adjectives=words("""
        grand grands grande grandes petit petits petite petites nouveau nouveaux nouvelle nouvelles
        autre autres jeune jeunes ancien anciens ancienne anciennes premier premiers première
        premières dernier derniers dernière dernières gros grosse grosses vieux vieille bons bonnes
        seul seuls seules prochains prochaines
    """),
    plurals=named("""
        travaux=travail yeux=œil pays=pays fils=fils corps=corps cas=cas bus=bus
        voix=voix euros=euro bras=bras
    """),
    ordinals=counted("""
        premier=1 première=1 deuxième=2 second=2 seconde=2 troisième=3 quatrième=4 cinquième=5
        sixième=6 septième=7 huitième=8 neuvième=9 dixième=10 onzième=11 douzième=12 vingtième=20
        trentième=30 centième=100
    """),
    suffixes=words("er re e ème nd nde ère eme è"),
    not_ranked=words("""
        dame lieu fois siècle arrondissement guerre tour monde main partie
    """),
    not_first=words("ministre ministres"),
    ranking=words("arrivé classé termine terminé finit fini place au rang"),
    months=words("""
        janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    """),
    labels=words("""
        article articles chapitre page pages numéro n no nº n° section alinéa vol volume tome boeing
        airbus cac apollo formule windows iphone euro ligne route chambre salle porte covid
        résolution proposition titre paragraphe annexe piste quai voie siège terminal bureau vol
        place
    """),
    maybe_labels=words("semaine jour match groupe phase partie niveau acte saison"),
    streets=words("rue avenue boulevard place quai allée impasse chemin faubourg cours"),
    bodies=words("groupe"),
    places=words("à en dans de"),
    dated=words("""
        en de depuis avant après dès année années janvier février mars avril mai juin juillet août
        septembre octobre novembre décembre été hiver printemps automne début fin du le l' les à
        la des
    """),
)
