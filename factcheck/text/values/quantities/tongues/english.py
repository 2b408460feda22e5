"""English."""

from factcheck.text.values.quantities.tongues.shape import (
    Tongue,
    bounds,
    counted,
    named,
    phrases,
    words,
)
from factcheck.words import Bound

TONGUE = Tongue(
    language="en",
    plain=counted("""
        zero=0 nought=0 naught=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8
        nine=9 ten=10 eleven=11
        twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18
        nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
    """),
    hundreds=words("hundred"),
    scales=counted("""
        thousand=1000 million=1000000 billion=1000000000 trillion=1000000000000
        quadrillion=1000000000000000 lakh=100000 lakhs=100000 crore=10000000 crores=10000000
        bn=1000000000 tn=1000000000000 trn=1000000000000 mn=1000000 mln=1000000 bln=1000000000
        tln=1000000000000         mil=1000000
    """),
    letters=counted("""
        k=1000 m=1000000 mm=1000000 b=1000000000 t=1000000000000 cr=10000000 bil=1000000000
    """),
    articles=words("a an"),
    one=words("one"),
    not_one=words("""
        the this that no any every each which another some only last next such dear loved first
        second third new old other big good right wrong former latter either public day number
        same square it is was be for
    """),
    joins=words("and"),
    joins_hundreds=True,
    points=words("point"),
    minus=words("minus negative"),
    dozens={"dozen": 12, "dozens": 12},
    vague={
        ("a", "couple", "of"): 2,
        ("a", "couple"): 2,
        ("a", "pair", "of"): 2,
        ("a", "few"): 2,
        ("few",): 2,
        ("several",): 2,
        ("many",): 2,
    },
    few=phrases("a few, few, several, many"),
    masses=counted("""
        dozens=24 hundreds=200 thousands=2000 millions=2000000 billions=2000000000
        trillions=2000000000000 scores=40 tens=20
    """),
    halves=words("half"),
    fractions=counted("""
        third=3 thirds=3 quarter=4 quarters=4 fourth=4 fourths=4 fifth=5 fifths=5 sixth=6 sixths=6
        seventh=7 sevenths=7 eighth=8 eighths=8 ninth=9 ninths=9 tenth=10 tenths=10 hundredth=100
        hundredths=100 thousandth=1000 thousandths=1000 sixteenth=16 sixteenths=16
    """),
    maybe_fractions=words("""
        third fourth fifth sixth seventh eighth ninth tenth hundredth thousandth quarter sixteenth
    """),
    of=words("of"),
    among=phrases("in, in every, out of, out of every, of every"),
    each=words("every"),
    times=words("times"),
    multiples=named("""
        twice=2 thrice=3 doubled=2 tripled=3 trebled=3 quadrupled=4 quintupled=5
        halved=0.5 doubling=2 tripling=3 quadrupling=4 trebling=3 halving=0.5
    """),
    maybe_multiples=named("""
        double=2 triple=3 quadruple=4 treble=3
    """),
    multiplied=words("""
        the that its his her their our what those this these in by from over since to last
        amount as
    """),
    toward=words("than nearly almost about roughly to will would could"),
    by=words("by than about nearly almost roughly over only just"),
    folds=counted("""
        twofold=2 threefold=3 fourfold=4 fivefold=5 sixfold=6 sevenfold=7 eightfold=8 tenfold=10
        twentyfold=20 hundredfold=100 thousandfold=1000
    """),
    percent_points=words("point points"),
    percents=words("% percent cent pct percentage margin"),
    # "S&P" is three words, of which the last is telling enough.
    scored=words("""
        dow nasdaq p index indexes indices ftse dax nikkei sensex nifty composite
        scored scores scoring rebounds assists game games season league standings
        quarterback shooting
    """),
    bounds=bounds(
        {
            Bound.ABOUT: (
                "",
                """
                about, around, approximately, approx, approx ., roughly, some, an estimated,
                estimated, a reported, circa, ca ., ca, c ., c, ~, \u2248, close to, near,
                in the region of, in the order of, on the order of, somewhere around,
                in the neighborhood of, in the neighbourhood of, give or take, or about, barely,
                an average of, on average, an average, average of, averaging, an approximate,
                a rough, something like, virtually, practically, or so, plus or minus, plus / minus,
                plus - minus, + / -, + / \u2212, + / \u2013, + -, \u00b1, \u00b1 about
                """,
            ),
            Bound.AT_MOST: (
                """
                up to, at most, no more than, not more than, no greater than, no higher than,
                a maximum of, maximum of, the maximum of, as many as, as much as, as high as,
                as long as, as far as, as fast as, as tall as, as deep as, as wide as, as large
                as, as big as, as strong as, as heavy as, as late as, capped at, not exceeding, at
                the most, no longer than, no larger than, less than or equal to, equal to or less
                than, within, upto, \u2264, not to exceed,
                never more than, no older than, < =
                """,
                "",
            ),
            Bound.AT_LEAST: (
                """
                at least, no less than, no fewer than, not less than, not fewer than, a minimum of,
                minimum of, the minimum of, as few as, as little as, as low as, as small as,
                as close as, as young as, upwards of,
                upward of, starting at, at the least, \u2265, > =, at a minimum, no lower than,
                greater than or equal to, more than or equal to, equal to or greater than,
                no smaller than, no younger than, nothing less than
                """,
                "",
            ),
            Bound.MORE_THAN: (
                """
                more than, over, above, in excess of, greater than, exceeding, beyond, north of,
                higher than, larger than, longer than, well over, well above, far more than,
                much more than, many more than, way more than, older than, bigger than,
                faster than, >, topping, surpassing, exceeded, exceeds, exceed, topped, surpassed,
                well in excess of, significantly more than, considerably more than, far above,
                easily more than, heavier than, taller than, better than, way over
                """,
                """
                just over, just above, slightly more than, a little more than, a little over,
                slightly over, just more than, little more than, slightly above, a bit more than,
                a bit over, a shade over, a touch over, marginally above, only slightly more than,
                a tad over
                """,
            ),
            Bound.LESS_THAN: (
                """
                less than, fewer than, under, below, smaller than, lower than, south of, well under,
                well below, far less than, far fewer than, much less than, shorter than,
                younger than, short of, far below, considerably less than, significantly less than,
                slower than, cheaper than, lighter than, <
                """,
                """
                nearly, almost, just under, just below, slightly less than, a little less than,
                a little under, slightly under, just less than, slightly fewer than, close on,
                approaching, just short of, just shy of, shy of, slightly below, nearing,
                little less than, a bit less than, not quite, a shade under, a touch under,
                marginally below, well nigh, verging on
                """,
            ),
        }
    ),
    tails=bounds(
        {
            Bound.AT_LEAST: (
                """
                or more, or higher, or older, or greater, or above, or over, or longer, or better,
                and over, and above, and older, and up, and more, plus, +, - plus, or larger,
                or beyond, and higher, or later, at a minimum, at the very least, or bigger
                """,
                "",
            ),
            Bound.AT_MOST: (
                """
                or less, or fewer, or lower, or younger, or under, or below, and under,
                and younger, and below, or shorter, or smaller, at the most, at most, and fewer,
                or earlier, and less
                """,
                "",
            ),
            Bound.ABOUT: (
                "",
                "or so, or thereabouts, - odd, odd, - ish, ish, give or take, - some",
            ),
        }
    ),
    unsure=words("over under above below about around near beyond past within some"),
    topics=words("""
        talk talks talked talking know knows knew information concern concerns concerned question
        questions worry worries worried film movie book books story stories think thinks thought
        tell tells told asked ask debate details reports complaint complaints lies lied learned
        learn read documentary novel speak spoke
    """),
    spread=words("""
        spread paid payable out phased evenly distributed invested invest spend cumulative total
        staggered repaid repay percent cent points average
    """),
    between=words("between"),
    both=words("and"),
    to=words("to through thru till until"),
    or_=words("or"),
    since=words("from"),
    ranging=words("""
        ranging range ranges ranged anywhere varying vary varies varied somewhere anything spanning
        estimates aged ages sentences sentence costs costing priced
    """),
    changes=words("""
        rise rises rose risen rising fall falls fell fallen falling grow grows grew grown growing
        increase increases increased increasing decrease decreases decreased drop drops dropped
        dropping decline declines declined climb climbs climbed climbing jump jumps jumped surge
        surged plunge plunged gain gains gained lose lost add added adding slip slipped tumble
        tumbled down up cut cuts raise raises raised raising lower lowered reduce reduced slid
        slide soared soar dipped dip edged edge shed advanced advance eased widened narrowed by
        expanded shrank swelled ticked inched moved went go rallied sank slumped ended closed
        settled nudged upgraded downgraded doubled tripled extended boosted trimmed
    """),
    per=words("per a an each every / apiece"),
    spans=words("decade century"),
    half_spans=words("second minute hour day week month year decade century"),
    ago=words("ago earlier later before after old previously prior"),
    old=phrases("old, - old, olds, - olds, of age, - of - age"),
    aged=phrases("aged, age, age of, ages, ages of, aged between, age :, aged about, aged under"),
    people=words("""
        man woman boy girl father mother son daughter brother sister husband wife student teacher
        child victim suspect driver resident teenager teen actor actress singer player pensioner
        grandmother grandfather veteran captain victim boss guard nurse hostage guest priest
        politician celebrity star hero
    """),
    person_ends=("er", "or", "ist", "ian", "man", "woman", "ee", "eur", "ress", "ant", "ent"),
    not_people=words("""
        number figure quarter order paper letter center summer winter matter power water tower
        corner chapter manner weather dinner register cover river computer counter error floor
        door color colour factor labor labour sector motor harbor harbour record list rent event
        percent agreement department government parliament apartment movement treatment statement
        document payment investment extent tent cent accent moment amendment
        tournament settlement environment degree committee fee coffee tree guarantee plant
        restaurant grant amount remainder
        former latter other another answer offer transfer meter liter
    """),
    aged_at=words("at"),
    aged_then=words("he she oldest youngest"),
    older=words("older younger"),
    groups=phrases("over, under, above, below"),
    theirs=words("his her their my your our its"),
    inner=words("""
        more full whole straight consecutive additional extra further long short different
        calendar business working successive other solid entire complete new average estimated
        hard cold odd such official separate
    """),
    determiners=words("the a an its his her their our my your these those this that all such"),
    stops=words("""
        who were was is are am be been being has have had did does do will would could may might
        can said says told killed died dead injured wounded missing since while until yet
        percent cent ago remain remained weren't don't didn't weren't aren't isn't left took
        came went made found fled lost won saw got gave per respectively among
        worth compared including excluding as plus minus equals thus always perhaps whereas across
        besides towards afterwards sometimes yes cannot now then here there today yesterday
        tomorrow tonight monday tuesday wednesday thursday friday saturday sunday
    """),
    adjectives=words("""
        small big young old new large great good bad main major minor key top white black red blue
        green gold silver heavy light high low deep long short wide poor rich sick dead live free
        fresh raw pure mass mere more other separate different senior junior former foreign
        overseas armored armoured civilian military different nuclear extra further
        unnamed unknown innocent elderly modern prime human female male adult teenage such fellow
    """),
    plurals=named("""
        people=person persons=person men=man women=woman children=child
        policemen=policeman servicemen=serviceman congressmen=congressman
        fishermen=fisherman gunmen=gunman firemen=fireman businessmen=businessman
        crewmen=crewman feet=foot teeth=tooth mice=mouse geese=goose lives=life
        wives=wife knives=knife wolves=wolf leaves=leaf thieves=thief halves=half
        shelves=shelf loaves=loaf calves=calf criteria=criterion phenomena=phenomenon
        crises=crisis analyses=analysis bases=base oxen=ox dice=die alumni=alumnus
        media=medium police=police cattle=cattle staff=staff personnel=personnel
        sheep=sheep fish=fish deer=deer aircraft=aircraft spacecraft=spacecraft
        series=series species=species migrants=migrant movies=movie shoes=shoe gases=gas
        lenses=lens ties=tie selfies=selfie rookies=rookie zombies=zombie cookies=cookie
        calories=calorie buses=bus axes=axe quizzes=quiz youth=youth crew=crew
        infantry=infantry offspring=offspring salmon=salmon bison=bison head=head
    """),
    not_plural=words("""
        this his its us is was has does as yes thus gas bus plus less across always perhaps news
        politics economics physics mathematics athletics series' various previous serious
        towards besides afterwards sometimes overseas christmas texas kansas illinois arkansas
        paris james charles jones williams davis thomas hamas isis aids covid diabetes tennis
        focus virus status campus census bonus surplus minus chaos cosmos atlas canvas lens
        headquarters' chess business illness process access success congress express press
        los angeles las vegas athens brussels wales honduras cyprus laos barbados philippines
        netherlands states' says likes whereas unless
    """),
    states=words("dead injured wounded missing hurt killed hospitalized hospitalised arrested"),
    ordinals=counted("""
        first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10
        eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16
        seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30 fortieth=40
        fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90 hundredth=100
        thousandth=1000 millionth=1000000
    """),
    suffixes=words("st nd rd th"),
    not_ranked=words("""
        lady ladies aid name names hand world amendment degree place responder responders baby
        rate sight thing things half quarter century centuries of and but two three four five six
        seven eight nine ten few couple class person party parties minister nation nations
        reich estate gentleman strike principles instance all later ago guess thoughts thought
        floor street avenue base string fiddle nature hours cousin cousins grade grader graders
        reported announced met came began started appeared became said told made published
        introduced proposed emerged used opened launched seen noticed heard noted raised to be
    """),
    ranking=words("""
        came come comes finished finish finishes finishing ranked ranks rank ranking placed places
        placing is was remains remained stands stood currently tied distant lies sits
    """),
    months=words("""
        january february march april may june july august september october november december jan
        feb mar apr jun jul aug sep sept oct nov dec
    """),
    clocks=words("a.m. p.m. am pm o'clock"),
    labels=words("""
        section sections article articles chapter chapters no nos number numbers flight route
        highway interstate channel page pages pp version apollo boeing airbus resolution psalm
        soyuz windows iphone formula fortune ftse nasdaq nikkei dow s&p&500 dax cac proposition
        prop clause paragraph rule rules title vol volume episode figure fig table euro verse
        falcon starship starlink ipad galaxy xbox playstation ps area code zip room suite gate
        platform terminal exit lane pier apartment apt category cat stage tier catch-22 catch
        schedule footnote appendix annex exhibit amendment directive regulation protocol ward
        precinct sector windows build covid agenda operation bus trump vision studio group mod
        a- type phase eu un sputnik tribe chromosome omega vitamin carbon uranium plutonium
        cesium polonium iodine strontium level line batch serial lot docket vers courtroom seat
        runway row bay berth hangar hall locker cell
    """),
    maybe_labels=words("""
        week day month year game round match part class grade team unit building block set district
        question item point option division region zone floor act season group step line model
        quarter track hole seed form key
    """),
    streets=words("""
        street avenue road lane boulevard square drive court place way terrace crescent st ave rd
        blvd
    """),
    bodies=words("group gang club council"),
    places=words("in at near from across on around by inside outside of"),
    dated=words("""
        the in since by of until till before after during early late mid from for this his her its
        their through between between's january february march april may june july august
        september october november december spring summer autumn fall winter year circa to
    """),
)
