"""The calendar in Spanish."""

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

SPANISH = DateWords(
    months="""
        enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre
        diciembre
    """,
    short_months="ene feb mar abr - jun jul ago sept/sep oct nov dic",
    weekdays="lunes martes miércoles/miercoles jueves viernes sábado/sabado domingo",
    small=words("abril"),
    days=valued(minus_2="anteayer", minus_1="ayer anoche", zero="hoy", plus_1="mañana"),
    day_parts=words("tarde noche madrugada"),
    units={
        **dict.fromkeys(["día", "días", "dia", "dias"], DAY),
        **dict.fromkeys(["semana", "semanas"], WEEK),
        **dict.fromkeys(["mes", "meses"], MONTH),
        **dict.fromkeys(["año", "años"], YEAR),
        **dict.fromkeys(["década", "décadas"], DECADE),
    },
    centuries=words("siglo siglos"),
    seasons=words("primavera verano otoño invierno"),
    quarters=words("trimestre"),
    quarter_mark="T",
    halves=words("semestre"),
    near=valued(
        minus_1="último última",
        zero="este esta",
    ),
    near_behind=valued(minus_1="pasado pasada", plus_1="próximo próxima entrante"),
    ago_before={"hace": ""},
    earlier=words("antes después"),
    numbers="- dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince",
    tens={"veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "cien": 100},
    one=words("un una"),
    several=words("varios varias algunos algunas unos unas"),
    ordinals="primer/primero/primera segundo/segunda tercer/tercero/tercera cuarto/cuarta",
    decades=words("años década"),
    parts=words("principios finales mediados inicios comienzos fines"),
    clocks=words("horas h"),
    at_clock=words("las"),
    noon=words("mediodía"),
    midnight=words("medianoche"),
    events=words(
        """
        atentado atentados ataque ataques masacre masacres revolución levantamiento golpe
        insurrección
        """
    ),
    of_event=words("del"),
    streets=words("calle avenida plaza paseo"),
    of=words("de del"),
    the=words("el la los"),
    into=words("en durante"),
    since=words("desde"),
    from_=words("del de"),
    between=words("entre"),
    until=words("al hasta a"),
    both=words("y e"),
    counted=words(
        """
        personas hombres mujeres niños soldados policías trabajadores estudiantes votantes muertos
        víctimas heridos casos euros dólares pesos por % mil millón millones kilómetros km metros
        litros kilos toneladas hectáreas grados horas minutos segundos puntos votos escaños veces
        ejemplares empleos viviendas habitantes
        """
    ),
    plural_ends=("s",),
    bounds=bounded(
        at_least="desde, desde el, desde la, desde los, a partir de, a partir del",
        at_most="hasta, hasta el, hasta la, antes o en, a más tardar, a más tardar el",
        less_than="antes de, antes del, antes de la, antes de los",
        more_than="después de, después del, tras, tras el, tras la",
        about="hacia, hacia el, alrededor de, alrededor del, en torno a, sobre",
    ),
    ago_bounds=bounded(
        less_than="más de",
        more_than="menos de",
        about="unos, unas, casi, cerca de, alrededor de, aproximadamente",
    ),
    dated_things=words("foto fotos imagen imágenes vídeo video informe estudio carta datos"),
    habits=words("cada todos los un"),
    numbered_things=words("vuelo número página capítulo artículo apolo"),
    amounts=words("menos más unos unas casi solo alrededor que cerca"),
    future=words(
        """
        va van debe deben debería deberían previsto prevista previstos previstas próximo próxima
        prevé prevén comienza empieza aplazado aplazada podría podrían será serán
        """
    ),
    past=words("ha han fue fueron había habían era dijo estaba hubo tuvo hizo"),
    future_ends=("rá", "rán"),
    past_ends=("ó", "aron", "ieron"),
    ahead=words("hasta"),
    behind=words("desde tras"),
    lasting=words("duró estuvo siguió"),
)
