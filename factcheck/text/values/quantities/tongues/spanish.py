"""Spanish."""

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

_BILLION = '"billón" is 1,000,000,000,000, an English trillion'

TONGUE = Tongue(
    language="es",
    decimal=",",
    blanks=True,
    order=Order.FIRST,
    plain=counted("""
        cero=0 un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10
        once=11 doce=12 trece=13 catorce=14 quince=15 dieciséis=16 dieciseis=16 diecisiete=17
        dieciocho=18 diecinueve=19 veinte=20 veintiuno=21 veintiún=21 veintiun=21 veintiuna=21
        veintidós=22 veintidos=22 veintitrés=23 veintitres=23 veinticuatro=24 veinticinco=25
        veintiséis=26 veintiseis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30
        cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90
        cien=100 ciento=100 doscientos=200 doscientas=200 trescientos=300 trescientas=300
        cuatrocientos=400 cuatrocientas=400 quinientos=500 quinientas=500 seiscientos=600
        seiscientas=600 setecientos=700 setecientas=700 ochocientos=800 ochocientas=800
        novecientos=900 novecientas=900
    """),
    scales=counted("""
        mil=1000 millón=1000000 millon=1000000 millones=1000000 billón=1000000000000
        billon=1000000000000 billones=1000000000000 millardo=1000000000 millardos=1000000000
        mill=1000000 trillón=1000000000000000000 trillones=1000000000000000000
    """),
    letters=counted("m=1000000 k=1000 mm=1000000"),
    misread={"billón": _BILLION, "billon": _BILLION, "billones": _BILLION},
    articles=words("un una uno"),
    joins=words("y"),
    points=words("coma punto"),
    minus=words("menos"),
    dozens=counted("""
        docena=12 docenas=12 decena=10 veintena=20 treintena=30 quincena=15 centenar=100
        cincuentena=50 millar=1000
    """),
    rounds=words("decena veintena treintena quincena centenar cincuentena millar"),
    thousands=counted("miles=1000 millares=1000 millones=1000000"),
    vague={
        ("un", "par", "de"): 2,
        ("unos", "pocos"): 2,
        ("varios",): 2,
        ("varias",): 2,
        ("algunos",): 2,
    },
    few=phrases("unos pocos, varios, varias, algunos"),
    masses=counted("""
        decenas=20 docenas=24 centenares=200 cientos=200 miles=2000 millones=2000000 millares=2000
    """),
    halves=words("mitad medio media"),
    fractions=counted("""
        tercio=3 tercios=3 tercera=3 cuarto=4 cuartos=4 cuarta=4 quinto=5 quintos=5 quinta=5
        sexto=6 sextos=6 séptimos=7 octavo=8 octavos=8 décimo=10 décimos=10 décima=10 centésima=100
    """),
    maybe_fractions=words("tercera cuarto cuarta quinto quinta sexto octavo décimo décima"),
    of=words("de del"),
    among=phrases("de cada, por cada, entre"),
    times=words("veces"),
    multiples=named("""
        duplicó=2 duplicado=2 duplicaron=2 triplicó=3 triplicado=3 triplicaron=3
        cuadruplicó=4 quintuplicó=5
    """),
    by=words("en la por casi un"),
    percent_points=words("punto puntos"),
    percents=words("% ciento porcentaje porcentuales"),
    scored=words("ibex dow nasdaq índice dax partido partidos temporada liga clasificación bolsa"),
    bounds=bounds(
        {
            Bound.ABOUT: (
                "",
                """
                unos, unas, cerca de, alrededor de, aproximadamente, en torno a, cerca del,
                alrededor del, aproximadamente el, apenas, aproximadamente un, más o menos,
                una media de, un promedio de, en torno al, ~, se estima que, un estimado de,
                + / -, + / \u2212, \u00b1
                """,
            ),
            Bound.AT_MOST: (
                """
                hasta, como máximo, a lo sumo, no más de, un máximo de, máximo, hasta un, hasta el,
                hasta los, hasta unos
                """,
                "",
            ),
            Bound.AT_LEAST: (
                """
                al menos, por lo menos, como mínimo, no menos de, un mínimo de, a partir de,
                cuando menos, al menos un, al menos el
                """,
                "",
            ),
            Bound.MORE_THAN: (
                """
                más de, mas de, más del, superior a, superior al, por encima de, por encima del,
                mayor de, mayor que, mayores de, más que, sobre los, mucho más de, >
                """,
                "poco más de, algo más de, un poco más de, ligeramente más de",
            ),
            Bound.LESS_THAN: (
                """
                menos de, menos del, inferior a, inferior al, por debajo de, por debajo del,
                menor de, menor que, menores de, <
                """,
                """
                casi, casi el, casi un, poco menos de, algo menos de, un poco
                menos de, cerca ya de
                """,
            ),
        }
    ),
    tails=bounds(
        {
            Bound.AT_LEAST: ("o más, y más, o mayores, en adelante, +, como mínimo, al menos", ""),
            Bound.AT_MOST: ("o menos, y menos, o menores, como máximo", ""),
            Bound.ABOUT: ("", "aproximadamente, más o menos"),
        }
    ),
    unsure=words("hasta"),
    between=words("entre"),
    both=words("y"),
    to=words("a al"),
    or_=words("o"),
    since=words("de del"),
    ranging=words("oscila oscilan oscilar varía varían va van rango entre desde"),
    changes=words("""
        subió sube subieron pasó pasa pasar pasaron bajó baja bajaron aumentó aumenta aumentaron
        creció crece cayó cae cayeron redujo reduce reducir disminuyó incrementó incremento alza
        aumento caída elevó
    """),
    per=words("por al la el a /"),
    spans=words("década"),
    half_spans=words("minuto hora día semana mes año década siglo"),
    ago=words("antes después atrás"),
    old=phrases("de edad"),
    aged=phrases("""
        a los, la edad de, edad de, de edad :, hombre de, mujer de, joven de, niño de, niña de,
        adolescente de, estudiante de
    """)
    - phrases("de edad :"),
    older=words("mayores menores"),
    people=words("hombre mujer joven niño niña padre madre hijo hija víctima rehén"),
    person_ends=("or", "ora", "ista", "ero", "era", "ente", "ante", "ado", "ada", "ido", "ida"),
    not_people=words("""
        valor sector motor factor error color mejor peor mayor menor dinero enero febrero número
        espera carretera primera manera bandera montante instante restante parte ambiente
        continente expediente accidente incidente siguiente estado mercado partido resultado
        reinado grado lado pasado período sentido contenido pedido vida medida década temporada
        jornada entrada llegada salida subida caída comida
    """),
    years_are_ages=True,
    aged_links=words("de"),
    inner=words("largos largas últimos últimas próximos próximas primeros primeras"),
    determiners=words("""
        el la los las un una su sus este esta estos estas todos todas nuestro nuestra
    """),
    stops=words("""
        ha han era eran será serán sido años murieron resultaron heridos muertos cada cuyos veces
    """)
    - words("heridos muertos"),
    adjectives=words("""
        gran grandes nuevo nuevos nueva nuevas otro otros otra otras primer primeros primera
        primeras último últimos última últimas pequeños pequeñas jóvenes antiguos antiguas
        presuntos presuntas mejores peores próximos próximas
    """),
    plurals=named("""
        países=país meses=mes jueces=juez veces=vez tren=tren trenes=tren aviones=avión
        camiones=camión vagones=vagón hombres=hombre rehenes=rehén detalles=detalle
        jóvenes=joven mujeres=mujer franceses=francés ingleses=inglés autobuses=autobús
        padres=padre clases=clase crisis=crisis virus=virus
    """),
    ordinals=counted("""
        primer=1 primero=1 primera=1 segundo=2 segunda=2 tercer=3 tercero=3 tercera=3 cuarto=4
        cuarta=4 quinto=5 quinta=5 sexto=6 sexta=6 séptimo=7 séptima=7 octavo=8 octava=8 noveno=9
        novena=9 décimo=10 décima=10 undécimo=11 duodécimo=12 vigésimo=20 trigésimo=30
    """),
    suffixes=words("º ª o a er"),
    not_ranked=words("dama lugar vez plano mano guerra siglo mundo parte"),
    not_first=words("ministro ministra ministros"),
    ranking=words("terminó quedó puesto lugar acabó clasificó"),
    months=words("""
        enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
        diciembre
    """),
    labels=words("""
        artículo artículos capítulo página páginas número núm no nº sección apartado vol volumen
        boeing airbus ibex apolo fórmula windows iphone línea ruta vuelo sala puerta covid
        resolución título párrafo anexo art pista andén vía asiento terminal canal cadena
    """),
    maybe_labels=words("semana día jornada grupo fase parte nivel ronda etapa"),
    streets=words("calle avenida plaza paseo carretera camino ronda travesía glorieta c/ avda"),
    bodies=words("grupo"),
    places=words("en de a"),
    dated=words("""
        en de desde hasta del año años antes después enero febrero marzo abril mayo junio julio
        agosto septiembre octubre noviembre diciembre verano invierno otoño primavera el los la las
    """),
)
