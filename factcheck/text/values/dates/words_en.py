"""The calendar in English."""

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

ENGLISH = DateWords(
    months="january february march april may june july august september october november december",
    short_months="jan feb mar apr - jun jul aug sept/sep oct nov dec",
    weekdays="monday tuesday wednesday thursday friday saturday sunday",
    short_weekdays="mon tue/tues wed/weds thu/thur/thurs fri sat sun",
    doubtful=words("may march"),
    capital=words("may march august"),
    days=valued(minus_1="yesterday", zero="today tonight", plus_1="tomorrow"),
    nights=words("night"),
    day_parts=words("morning afternoon evening night lunchtime"),
    units={
        **dict.fromkeys(["day", "days"], DAY),
        **dict.fromkeys(["week", "weeks"], WEEK),
        **dict.fromkeys(["month", "months"], MONTH),
        **dict.fromkeys(["year", "years"], YEAR),
        **dict.fromkeys(["decade", "decades"], DECADE),
    },
    weekends=words("weekend"),
    centuries=words("century centuries"),
    seasons=words("spring summer autumn fall winter"),
    quarters=words("quarter"),
    quarter_mark="Q",
    halves=words("half"),
    near=valued(minus_1="last past", zero="this current", plus_1="next coming upcoming"),
    relative=words("previous preceding following subsequent"),
    ago=words("ago"),
    earlier=words("earlier later"),
    numbers="""
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty
    """,
    tens={"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80},
    one=words("a an"),
    several=words("several few couple"),
    ordinals="first second third fourth fifth sixth seventh eighth ninth tenth",
    decade_names={
        "twenties": 20,
        "thirties": 30,
        "forties": 40,
        "fifties": 50,
        "sixties": 60,
        "seventies": 70,
        "eighties": 80,
        "nineties": 90,
    },
    parts=words("early late mid end beginning start middle"),
    clocks=words("o'clock"),
    noon=words("noon midday"),
    midnight=words("midnight"),
    of=words("of"),
    the=words("the"),
    into=words("in on at during within"),
    since=words("since"),
    from_=words("from"),
    between=words("between"),
    until=words("to until till til through thru"),
    both=words("and"),
    counted=words(
        """
        people men women children kids girls boys troops soldiers police officers civilians workers
        students patients voters migrants refugees deaths cases dead dollars euros pounds yen cents
        percent pc hundred thousand million billion trillion dozen miles mile kilometers kilometres
        km meters metres meter metre feet foot ft inches yards acres hectares tons tonnes kg grams
        pounds ounces liters litres barrels degrees hours hour minutes minute seconds mph points
        votes seats times copies jobs homes houses households units
        """
    ),
    plural_ends=("s",),
    bounds=bounded(
        at_least="since, ever since, from, starting, starting in, starting on, beginning, as from, "
        "no earlier than, not before, until at least, through at least, at least until, "
        "at least through, as early as, as soon as",
        at_most="until, till, til, through, thru, up to, up until, by, no later than, not later "
        "than, on or before",
        less_than="before, prior to, just before, shortly before",
        more_than="after, just after, shortly after",
        about="about, around, circa, c., ca., roughly, approximately, at about, at around, "
        "in about, in around, in or around, on or about",
    ),
    ago_bounds=bounded(
        less_than="more than, over, well over, just over, at least",
        more_than="less than, under, just under, not quite",
        about="about, around, roughly, approximately, almost, nearly, some",
    ),
    dated_things=words(
        """
        photo photograph photos photographs picture pictures image images video videos footage clip
        clips report reports data figures statistics survey poll study studies article articles
        letter letters email emails quote statement statements post posts tweet tweets document
        documents file files message messages map maps screenshot screenshots recording recordings
        interview elections games championships protests riots one ones those that speech scene
        scenes paper papers results estimate estimates
        """
    ),
    events=words(
        """
        attack attacks massacre massacres uprising revolution insurrection rebellion bombing
        bombings coup riot riots siege pogrom assault assaults invasion hijacking hijackings
        """
    ),
    event_words=words("terror terrorist deadly led suicide surprise cross border"),
    of_event=words("of"),
    day_things=words(
        """
        announcement briefing meeting vote hearing ruling filing decision memo order news release
        summit ceremony session deadline debate game match raid strike attack crash shooting
        rally protest call phone press primary election editorial story court
        """
    ),
    past_hour=words("past after"),
    to_hour=words("to before till"),
    habits=words("every each a one any per"),
    named_before=words(
        """
        black good bloody super ash easter palm cyber sheffield freaky ruby shrove maundy fat
        girl
        """
    ),
    named_behind=words("times telegraph express mirror herald"),
    numbered_things=words(
        """
        flight room route no number page channel box highway unit article section resolution
        apollo boeing airbus windows model chapter paragraph case docket area extension ext bus
        asteroid isbn versus vs
        """
    ),
    amounts=words(
        """
        least most than some over nearly almost killed only another under plus times exactly
        fewer every to of
        """
    ),
    future=words(
        """
        will shall would next upcoming coming expected scheduled due planned plans slated tomorrow
        tentatively anticipated ahead forthcoming postponed delayed adjourned rescheduled suspended
        extended remanded meets travels arrives begins starts opens expires ends hosts heads goes
        flies kicks takes awaits closes concludes resumes reopens deadline begin runs may might
        could should
        """
    ),
    past=words(
        """
        said told was were had did went came took made gave got held left won lost began broke
        brought built bought caught chose fell felt found flew fought grew kept knew led met ran
        rose sat saw sent shot spoke spent stood struck swore taught thought threw wore wrote has
        have been since earlier ago hit cut wed became drew drove fled hid hurt laid lay paid sank
        sold stole swept tore withdrew shook sued died tied lied
        """
    ),
    past_ends=("ed",),
    modals=words("will shall would 'll be to may might could should can must"),
    intending=words(
        """
        agreed vowed hoped wanted intended promised pledged threatened decided prepared planned
        expected scheduled set due asked invited ready about
        """
    ),
    to=words("to for"),
    lasting=words(
        """
        lasted ran stayed remained worked was were had continued waited stood served lived went
        """
    ),
    ahead=words("until till til through thru by next as"),
    behind=words("since after following"),
    possessive=True,
)
