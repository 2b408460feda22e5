"""Spanish."""

from factcheck.text.lexicon.shape import Lexicon, phrases, words

SPANISH = Lexicon(
    numbers=words("""
        cero dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
        dieciséis diecisiete dieciocho diecinueve veinte veintiuno treinta cuarenta cincuenta
        sesenta setenta ochenta noventa cien
    """),
    one=words("un una uno"),
    scales=words("cien ciento cientos mil millón millones docena billones billón"),
    masses=words("miles centenares decenas docenas cientos"),
    ordinals=words("""
        primer primera primero segundo segunda tercer tercera tercero cuarto cuarta quinto quinta
        sexto séptimo octavo noveno décimo
    """),
    fractions=words("tercio tercios cuartos quintos"),
    half=words("mitad medio media"),
    multiples=words("doble duplicó duplicado triple triplicó"),
    times=words("veces"),
    currencies=words("euro euros dólar dólares peso pesos libra libras yen yuan rublo rublos"),
    percents=words("porciento"),
    units=words("""
        kilómetro kilómetros km metro metros m centímetro centímetros cm milímetros mm kilogramo
        kilogramos kilo kilos kg gramo gramos g tonelada toneladas litro litros hectárea hectáreas
        grado grados celsius milla millas vatios kilovatios megavatios gigavatios kwh mw gw barril
        barriles nudos puntos punto
    """),
    unit_kinds=words("cuadrados cúbicos"),
    per=words("por"),
    old=words("edad"),
    bounds=phrases("""
        hasta, más de, menos de, al menos, por lo menos, como máximo, como mínimo, unos, unas,
        cerca de, casi, alrededor de, aproximadamente, apenas, entre, solo, sólo, no más de
    """),
    counted="g",
    months=words("""
        enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre
        diciembre
    """),
    weekdays=words("lunes martes miércoles jueves viernes sábado domingo sábados domingos"),
    days=words("hoy ayer anteayer medianoche mediodía"),
    day_parts=words("mañana tarde noche madrugada"),
    durations=words("""
        segundo segundos minuto minutos hora horas día días semana semanas mes meses año años
        década décadas siglo siglos trimestre
    """),
    seasons=words("primavera verano otoño invierno"),
    centuries=words("siglo siglos"),
    clocks=words("horas h"),
    near=words("este esta pasado pasada próximo próxima último última"),
    near_behind=words("pasado pasada próximo próxima"),
    ago=words("antes después"),
    when=words("desde hasta antes después durante finales principios mediados año entre"),
    into=words("en"),
    of=words("de del"),
    both=words("y"),
    until=words("a o"),
    between=words("entre"),
    the=words("el la los las su sus este esta"),
    articles=words("el la los las un una"),
    function=words("""
        el la los las un una unos unas lo al del de a en con por para sin sobre entre hacia desde
        hasta según tras durante contra y e o u pero sino ni que quien quienes cual cuales cuyo
        donde cuando como si porque aunque mientras pues este esta estos estas ese esa eso esos su
        sus mi tu nuestro él ella ellos ellas se le les yo nosotros es son era eran fue fueron ser
        está están estaba ha han había habían hay puede pueden podría debe deben no sí más menos
        muy también ya aún todavía siempre nunca todo todos toda todas muchos muchas varios
        algunos algunas otro otra otros otras ayer hoy así entonces además
    """),
    particles=words("de del la las los van von al bin"),
    inner=words("para"),
    organisations=words("""
        ministerio instituto universidad escuela banco consejo comisión corte tribunal partido
        congreso senado fundación agencia centro unión asociación organización federación policía
        ejército grupo comité
    """),
    places=words("""
        mar océano lago río isla islas monte golfo bahía calle avenida plaza puente ciudad
    """),
    settlements=words("ciudad pueblo provincia municipio capital región"),
    countries=words("""
        españa francia alemania italia portugal rusia ucrania china japón india turquía siria
        israel irán irak egipto marruecos argelia méxico argentina chile colombia perú venezuela
        bolivia ecuador uruguay paraguay cuba brasil europa áfrica asia américa
    """),
    roles=words("""
        presidente presidenta ministro ministra secretario secretaria canciller senador senadora
        alcalde alcaldesa director directora portavoz profesor profesora general embajador
        embajadora rey reina papa jefe jefa diputado diputada gobernador gobernadora líder
    """),
    role_words=words("primer primera vice exteriores general"),
    at=words("en"),
    honorifics=words("sr. sra. don doña dr. dra."),
    common=words("""
        según ayer hoy mañana además también mientras quizás quizá expertos críticos observadores
        medios fuentes
    """),
    superlatives=words("récord único única mejor peor máximo mínimo"),
    firsts=words("primer primera primero último última"),
    comparatives=words("aumentó subió bajó cayó creció disminuyó mayor menor superior inferior"),
    compared=phrases("en comparación con, más que, menos que, frente a"),
    causes=phrases("debido a, a causa de, porque, provocó, causó, gracias a, por culpa de"),
    verbs=words("""
        es son era eran fue fueron ha han había habían está están estaba hay tiene tienen tenía
        dijo dice dicen afirmó anunció declaró señaló puede pueden podría debe hizo hace dio va
        van llegó salió ganó perdió murió firmó visitó cuesta recibió aprobó creció subió bajó
        cayó
    """),
    past=("aron", "ieron"),
    deeds=words("""
        dijo afirmó anunció declaró señaló hizo llegó salió ganó perdió murió firmó visitó recibió
        aprobó creció
    """),
    looks=words("""
        rojo roja verde azul negro negra blanco blanca amarillo gris blindado blindados
    """),
    opinions=phrases("""
        creo que, pienso que, en mi opinión, a mi juicio, hay que, debemos, es importante, es
        fundamental, es crucial, es esencial, es una vergüenza, deberíamos
    """),
    judging=words("""
        crucial fundamental esencial importante notable extraordinario extraordinaria maravilloso
        terrible horrible hermoso único trágico lamentablemente afortunadamente vergonzoso
    """),
    maybes=words("podría podrían"),
    futures=phrases("va a, van a, será, serán, tendrá, se espera que, se prevé"),
    ahead=phrases("el próximo año, la próxima semana, el próximo mes, en el futuro, pronto"),
    behind=words("pasado pasada ayer desde"),
    ourselves=words("yo nosotros"),
    vague=words("rumores expertos observadores críticos algunos fuentes informes medios"),
    joins=words("y pero mientras sino"),
    alongside=words("con"),
    subjects_of_verbs=words("él ella ellos ellas el la los las un una este esta su sus"),
)
