"""English."""

from factcheck.text.lexicon.shape import Lexicon, phrases, words

ENGLISH = Lexicon(
    numbers=words("""
        zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    """),
    one=words("one"),
    a=words("a an"),
    scales=words("hundred thousand million billion trillion dozen bn tn mn m k"),
    masses=words("hundreds thousands millions billions trillions dozens scores tens"),
    ordinals=words("""
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
        thirteenth fifteenth twentieth hundredth thousandth
    """),
    fractions=words("quarter thirds quarters fifths sixths sevenths eighths tenths"),
    half=words("half"),
    multiples=words("""
        twice thrice double triple quadruple doubled tripled quadrupled halved twofold threefold
        fourfold fivefold tenfold hundredfold doubling tripling halving
    """),
    times=words("times fold"),
    currencies=words("""
        dollar dollars euro euros pound pounds yen yuan renminbi won rupee rupees rouble roubles
        ruble rubles franc francs peso pesos shekel shekels lira dinar dinars rial rials krona
        kroner zloty hryvnia cents pence usd eur gbp jpy cny inr rub chf krw cad aud bitcoin
    """),
    percents=words("percent percentage pc pct percentile"),
    units=words("""
        mile miles yard yards foot feet inch inches kilometer kilometers kilometre kilometres km
        meter meters metre metres centimeter centimeters centimetre centimetres cm millimeters
        millimetres mm mi ft kg kilo kilos kilogram kilograms kilogramme kilogrammes gram grams
        milligrams mg tonne tonnes ton tons lb lbs pounds ounce ounces oz liter liters litre
        litres gallon gallons barrel barrels hectare hectares acre acres degree degrees celsius
        fahrenheit mph kph kmh knots watt watts kw kwh megawatt megawatts mw mwh gigawatt
        gigawatts gw gwh terawatt terawatts volt volts amps hertz mhz ghz joules calories
        kilobytes megabytes gigabytes terabytes kb mb gb tb mbps gbps bushels carats decibels db
        horsepower hp points point pp bps teu centigrade microns nanometers nanometres light-years
        ppm
    """),
    unit_kinds=words("square cubic metric nautical basis"),
    per=words("per"),
    old=words("old"),
    aged=words("aged age"),
    bounds=phrases("""
        up to, more than, less than, fewer than, at least, at most, as many as, as much as, as few
        as, as little as, no more than, no less than, no fewer than, not more than, over, under,
        above, below, about, around, nearly, almost, some, approximately, roughly, exactly, just
        over, just under, just, well over, only, close to, an estimated, a record, estimated, the
        last, the past, the next, last, another, a total of, an average of, average of, within,
        upwards of, north of, a further, further, every, a reported, reported, barely, more than
        a, as high as, as low as, as long as, beyond, for more than
    """),
    adjectives=words("""
        overseas new old young full whole foreign armed heavy large small big long short wounded
        nuclear red green blue black white major minor top senior junior former more other
        separate different consecutive straight additional extra innocent elderly modern
    """),
    adjective_ends=(
        *("al", "ic", "ive", "ous", "ful", "less", "able", "ible", "ary", "ern", "ed", "ing"),
        *("ian", "ese", "ish"),
    ),
    counted="(?:[n+C]{0,2}g)",
    plurals=words("people men women children police cattle data media staff personnel troops"),
    months=words("""
        january february april june july august september october november december jan feb apr
        jun jul aug sept oct nov
    """),
    maybe_months=words("march may mar sep dec"),
    weekdays=words("""
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs
        fri mondays tuesdays wednesdays thursdays fridays saturdays sundays
    """),
    days=words("today yesterday tomorrow tonight overnight midnight noon"),
    day_parts=words("morning mornings afternoon evening night"),
    durations=words("""
        second seconds minute minutes hour hours day days week weeks weekend month months quarter
        year years decade decades century centuries fortnight night nights
    """),
    seasons=words("spring summer autumn fall winter"),
    centuries=words("century centuries"),
    clocks=words("am pm a.m. p.m. o'clock gmt utc est edt cet hrs"),
    near=words("last next past this previous following coming"),
    ago=words("ago later earlier before"),
    when=words("since until till by during through before after from late early mid between"),
    into=words("in"),
    capital_dates=True,
    of=words("of"),
    both=words("and"),
    until=words("to until or"),
    between=words("between"),
    the=words("the his her its their our my your this that these those whose"),
    articles=words("the a an"),
    function=words("""
        a an the this that these those his her its their our my your whose i you he she it we they
        him them us me who whom which what when where why how whether if as at by for from in into
        of off on onto out over to toward towards under up upon with within without about above
        across after against along amid among around before behind below beneath beside besides
        between beyond despite down during except inside like near past per since through
        throughout till until via and but or nor so yet because although though while whereas
        unless than then there here not no yes is are was were be been being am has have had
        having do does did done will would shall should can could may might must ought said says
        say also however meanwhile moreover furthermore therefore thus hence instead indeed
        otherwise still again even only just now today yesterday tomorrow more most less least
        much many few fewer several some any all both each every either neither other another such
        same too very ago later earlier apart mid pre post given including according one
    """),
    particles=words("""
        de da di do dos das del della der den van von zu bin bint ibn al el la le du ten ter
    """),
    inner=words("for on"),
    organisations=words("""
        ministry department agency institute institution university college school academy bank
        council committee commission court office bureau board union association federation
        organization organisation foundation endowment fund center centre corporation company
        party parliament senate congress house assembly society league club group service services
        administration authority force forces police army navy news times post herald journal
        guardian tribune press network hospital laboratory observatory inc corp ltd llc plc gmbh
        forum alliance coalition campaign church trust
    """),
    places=words("""
        river lake sea ocean mountain mountains mount island islands isle peninsula gulf bay
        strait straits cape valley desert street avenue road square bridge park airport station
        port city province county district region republic kingdom state states territory coast
    """),
    settlements=words("""
        city town village province region district capital port suburb county state island
    """),
    countries=words("""
        afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain
        bangladesh belarus belgium bolivia botswana brazil bulgaria cambodia cameroon canada chad
        chile china colombia congo croatia cuba cyprus denmark ecuador egypt eritrea estonia
        ethiopia finland france georgia germany ghana greece guatemala guinea haiti honduras
        hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan
        kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania
        luxembourg madagascar malawi malaysia mali malta mexico moldova mongolia montenegro
        morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman
        pakistan panama paraguay peru philippines poland portugal qatar romania russia rwanda
        senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria
        taiwan tajikistan tanzania thailand tunisia turkey turkmenistan uganda ukraine uruguay
        uzbekistan venezuela vietnam yemen zambia zimbabwe korea zealand arabia emirates lanka
        leone rico europe africa asia america antarctica england scotland wales britain gaza
        crimea u.s. u.k. us uk eu
    """),
    subjects=words("""
        affairs studies security trade industry technology development culture defence defense
        state staff health education energy justice finance prevention statistics policy research
        democracies cooperation treasury interior peace economics science sciences arts
        agriculture commerce environment labour labor relations integration monitoring
    """),
    demonyms=words("""
        north south east west french dutch greek swiss thai iraqi israeli pakistani saudi emirati
        qatari kuwaiti yemeni omani afghan uzbek kazakh turkish british spanish danish finnish
        polish swedish irish scottish english welsh jewish kurdish czech slovak croat serb german
        korean american mexican african asian european russian ukrainian chinese japanese
        vietnamese western eastern northern southern arab muslim islamic christian catholic soviet
        filipino cypriot palestinian syrian iranian indian italian norwegian canadian australian
        brazilian egyptian russo anglo franco sino republican republicans democrats democratic
    """),
    not_demonyms=words("""
        brian ian julian vivian adrian damian sebastian fabian gillian lillian adrienne christian
        dorian marian bastian
    """),
    demonym_ends=("ian", "ians", "ese", "ish"),
    roles=words("""
        president chancellor premier minister secretary senator governor mayor ambassador director
        chairman chairwoman chair chairperson ceo cfo coo cto chief head leader professor doctor
        general admiral colonel lieutenant sergeant commander captain commissioner spokesman
        spokeswoman spokesperson congressman congresswoman representative lawmaker deputy judge
        justice attorney prosecutor economist analyst researcher founder co-founder owner editor
        manager coach king queen prince princess pope cardinal bishop archbishop rabbi imam
        dictator envoy diplomat adviser advisor historian author speaker treasurer dean principal
        scientist fellow superintendent inspector oligarch strongman monarch emperor
        executive
    """),
    role_words=words("""
        prime foreign deputy vice former acting interim senior junior chief national security
        defense defence finance interior press executive managing general assistant associate
        attorney state first lead opposition party parliamentary ruling military government house
        ministry department campaign bank police army navy agency council exiled late
    """),
    at=words("at in"),
    honorifics=words("mr mrs ms miss mr. mrs. ms. dr. dr sir dame lord lady sen. rep. gov. gen."),
    common=words("""
        official officials analyst analysts report reports expert experts source sources police
        critic critics supporters voters workers people men women children students residents
        witnesses investigators prosecutors lawmakers researchers scientists doctors protesters
        members leaders soldiers troops shares stocks prices sales data figures media state states
        government federal local international national global world public private news military
        security defense defence economic political social human rights health climate energy oil
        gas food water power money trade war peace crisis conflict election elections vote polls
        court law bill tax taxes budget inflation growth unemployment previous potential purpose
        historical significance train measures position response role implications conclusion
        context symbolism repercussions warnings emerging evolving meeting venue attributes supply
        relations interactions europeans american russian nobody nothing everyone everybody
        someone something anything perhaps maybe certainly clearly obviously recently currently
        previously originally eventually finally initially first second third next last once twice
        thanks please hello welcome good great new old big small high low long short early late
        whatever whoever whenever wherever nearly almost about two three four five six seven eight
        nine ten dozens hundreds thousands millions half earlier later soon often sometimes
        usually never always together unlike like let go get make take see look come think
        consider imagine read click follow share photo image video caption editor note correction
        update breaking analysis opinion exclusive watch listen subscribe copyright dear hi thank
        sorry right wrong true false former prime foreign deputy vice acting senior chief
        president minister secretary chancellor governor mayor king queen pope leader spokesman
        asked speaking born based located founded known left temperatures massive protests attacks
        strikes rebels militants civilians refugees migrants passengers firefighters crowds fans
        players parents teachers patients families hospitals schools companies banks firms
        investors markets consumers farmers employees unions customers exports imports profits
        revenue wages costs rates interest oil-rich rain snow storms floods fires winds talks
        negotiations sanctions weapons missiles drones ships planes trains cars roads houses homes
        buildings cities towns countries nations governments ministers senators democracy freedom
        justice love life death history science technology research studies education music sport
        sports football many most much few little more less
    """),
    superlatives=words("""
        most least largest biggest smallest highest lowest longest shortest fastest slowest oldest
        youngest newest latest earliest richest poorest strongest weakest deadliest worst best
        greatest heaviest tallest deepest busiest hottest coldest warmest wettest driest cheapest
        closest nearest farthest furthest safest rarest bloodiest wealthiest record sole
        unprecedented unmatched
    """),
    firsts=words("first last"),
    comparatives=words("""
        than more less fewer higher lower larger bigger smaller longer shorter faster slower older
        younger richer poorer stronger weaker heavier taller deeper better worse greater cheaper
        rose fell increased decreased grew shrank dropped climbed surged plunged declined doubled
        tripled halved outnumbered exceeded outpaced gained lost widened narrowed jumped
    """),
    compared=phrases("compared with, compared to, as many as, as much as, twice as"),
    causes=phrases("""
        because of, because, due to, led to, caused, causes, resulted in, as a result of, owing
        to, thanks to, triggered, prompted, caused by, attributed to, blamed on, driven by,
        sparked
    """),
    verbs=words("""
        is are was were has have had does did do been isn't aren't wasn't weren't hasn't haven't
        didn't doesn't will would can could may might must shall should won't can't said says told
        tells went goes came comes made makes took takes gave gives got gets left leaves met meets
        won wins lost loses held holds sent sends built builds bought buys sold sells rose rises
        fell falls grew grows led leads ran runs began begins became becomes brought brings fought
        fights shot shoots killed kills died dies struck strikes hit hits cut cuts put puts set
        sets causes caused kept keeps knew knows found finds felt thought thinks wrote writes
        spoke speaks stood stands paid pays spent spends caught taught chose drew drove flew froze
        broke stole swore wore tore sank shrank sang threw shows shown boasts contains costs
        covers earns employs exports imports includes involves lies lives means mentions needs
        operates opposes orders owns plans produces remains reports reached represents seeks
        serves suggests supports threatens uses votes wants warns works believes claims denies
        accuses allows expects signifies denotes showcases
    """),
    past=("ed",),
    deeds=words("""
        went came made took gave got left met won lost held sent built bought sold rose fell grew
        led began became brought fought shot killed died struck kept found wrote spoke paid spent
        chose flew froze broke stole ran drove threw drew sank set
    """),
    not_past=words("""
        armored armoured increased need speed indeed exceed proceed succeed embed breed united
        reported alleged supposed proposed limited advanced related tired unprecedented hundred
        red wed bed fed sacred naked wicked strengthened fortified intensified
    """),
    looks=words("""
        red green blue black white yellow orange purple brown grey gray pink olive golden silver
        crimson scarlet turquoise bulletproof armored armoured wooden steel iron concrete marble
        glass bronze brick bearded tall bald blond blonde striped
    """),
    opinions=phrases("""
        testament to, stands as a, harbinger of, be a harbinger, dictate the course, it is
        imperative, becomes imperative, is imperative, it is crucial, is crucial, are crucial,
        delicate balance, ripple effect, not only signifies, ripple across, ever-evolving, laden
        with, i think, i believe, i feel, in my view, in my opinion, in our view, we believe, we
        think, it is important, it is vital, it is essential, must be, must not, should be, should
        not, need to be, ought to, we must, we should, we need, deserves, is beautiful, is
        wonderful, is terrible, is a disgrace, is a shame, is unacceptable, speaks volumes, sends
        a message, a reminder of, is a symbol, symbolizes, symbolises, remains to be seen,
        showcases the, the course of, is key to, is vital, is essential, is important, game
        changer, game-changer, should have, beacon of, for better or worse, unpredictable nature,
        geopolitical landscape, chessboard, i am proud, i love, i hope, great country, greatest
        country, god bless
    """),
    judging=words("""
        crucial imperative stark vital essential important significant significance remarkable
        extraordinary impressive beautiful wonderful terrible horrible awful amazing incredible
        fantastic great good bad unique tumultuous troubling worrying alarming shameful
        disgraceful brilliant stunning iconic unforgettable tragic sad happy proud ridiculous
        absurd outrageous dangerous reckless delicate profound pivotal dramatic exciting boring
        ugly disappointing inspiring powerful unpredictable arguably sadly fortunately
        unfortunately hopefully clearly obviously undoubtedly legendary
    """),
    maybes=words("could may might"),
    futures=phrases("""
        will, won't, is expected to, are expected to, is set to, are set to, is likely to, are
        likely to, is going to, are going to, is forecast to, are forecast to, is projected to,
        are projected to, is predicted to, is poised to, are poised to, may need, is bound to, are
        bound to, would likely, i'll, we'll, they'll, he'll, she'll, it'll
    """),
    ahead=phrases("""
        next year, next month, next week, tomorrow, in the near future, in the coming, in future,
        in the future, soon, later this year, by the end of, upcoming
    """),
    behind=words("last ago yesterday earlier previous past since"),
    ourselves=words("i we"),
    vague=words("""
        report reports rumours rumors speculation some many critics observers sources experts
        people analysts insiders pundits commentators suggestions
    """),
    joins=words("and but while whereas yet although though so"),
    alongside=words("with"),
    subjects_of_verbs=words("""
        he she it they we i you the a an this that these those his her its their our some many
        most several both all no there
    """),
    saying=words("""
        saying stating adding claiming arguing noting warning insisting alleging explaining citing
        telling writing announcing confirming denying suggesting
    """),
)
